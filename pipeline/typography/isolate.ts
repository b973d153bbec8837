/** Isolates runs of the other direction, so that each keeps its inner order and punctuation after it falls on the right side. */

import type { Element, ElementContent, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import type { Span } from '../model/alignment.ts'
import type { Language } from '../model/language.ts'
import { arabicRuns, westernRuns } from './foreign.ts'
import { inlineText, wrapRuns } from './inline.ts'

/**
 * Numbers that Arabic would turn about: with signs, fractions or hyphens, such as an ISBN or a telephone's.
 * A range of whole numbers is two runs, for its earlier end is read first and so stands on the right.
 */
// Of either family, for a hyphen turns round between ٠١٢, which points, commas and strokes do not.
const serial = String.raw`(?:[0-9]{1,20}(?:-[0-9]{1,20}){2,9}(?:-[Xx])?(?![0-9])|[٠-٩]{1,20}(?:-[٠-٩]{1,20}){2,9}(?:-[Xx])?(?![٠-٩]))`
const telephone = String.raw`\+\p{Nd}{1,4}(?:[\s()./-]{1,2}\p{Nd}{1,8}){1,7}(?!\p{Nd})`
const rangeEnd = String.raw`[0-9]{1,20}(?=[-–—][0-9]+(?![.,0-9]))|(?<=[0-9][-–—])[0-9]{1,20}(?![.,][0-9])`
const fraction = String.raw`[0-9]{1,20}(?:[.,/:][0-9]{1,20}){1,9}(?:[-–—][0-9]{1,20}(?:[.,][0-9]{1,20}){0,9})?(?:\s?%)?`
const signed = String.raw`(?<![0-9])[+−±-][0-9]{1,20}(?:[.,/:][0-9]{1,20}){0,9}(?:\s?%)?`
const numbers = new RegExp(`${telephone}|${serial}|${fraction}|${rangeEnd}|${signed}`, 'gu')
const anyDigit = /\p{Nd}/u

/**
 * Wraps every such run of the tree's text in `<bdi dir>`, marks in it included; text and order stay as they are. Changes `tree`.
 *
 * In Arabic: addresses, words of other scripts with what belongs to them, and numbers as above; in English: Arabic. Code has the
 * direction of its letters, and runs of the other in it are isolated too.
 */
export function isolate<Tree extends Root | Element>(tree: Tree, language: Language): Tree {
  isolateRuns(tree, language)
  isolateCode(tree)
  return tree
}

function isolateRuns(tree: Root | Element, language: Language): void {
  const text = inlineText(tree, isApart)
  const runs = language === 'ar' ? leftToRight(text) : arabicRuns(text)
  wrapRuns(tree, runs, isApart, (children) => (language === 'ar' ? h('bdi', { dir: 'ltr' }, children.flatMap(withGroups)) : h('bdi', { lang: 'ar', dir: 'rtl' }, children)))
}

/** Between numbers of ٠١٢ hyphens, brackets and spaces run from right to left wherever they stand, so that each number has to be apart. */
function withGroups(child: ElementContent): ElementContent[] {
  if (child.type !== 'text' || !/[٠-٩][-\s()]+[٠-٩]/.test(child.value)) return [child]
  return child.value.split(/([٠-٩]+)/).filter((part) => part !== '').map((part) => (/^[٠-٩]/.test(part) ? h('bdi', part) : { type: 'text', value: part }))
}

function leftToRight(text: string): Span[] {
  const words = westernRuns(text)
  if (!anyDigit.test(text)) return words
  const rest = veiled(text, words)
  const counted = [...rest.matchAll(numbers)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }))
  return [...words, ...counted].sort((one, other) => one.from - other.from)
}

/** The text as long as it was, its runs without letters or numbers. */
function veiled(text: string, runs: readonly Span[]): string {
  const parts = runs.map(({ from, to }, index) => text.slice(runs[index - 1]?.to ?? 0, from) + '\uFFFC'.repeat(to - from))
  return parts.join('') + text.slice(runs.at(-1)?.to ?? 0)
}

const isCode = ({ tagName }: Element): boolean => tagName === 'code' || tagName === 'pre'

/** A `bdi` needs no second. */
const isApart = (element: Element): boolean => element.tagName === 'bdi' || isCode(element)

/** Code of Arabic words alone is Arabic; all other runs from left to right. */
function isolateCode({ children }: Root | Element): void {
  for (const child of children) {
    if (child.type !== 'element') continue
    if (!isCode(child)) {
      isolateCode(child)
      continue
    }
    const text = toString(child)
    const isArabic = /\p{Script=Arabic}/u.test(text) && !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u.test(text)
    Object.assign(child.properties, isArabic ? { lang: 'ar', dir: 'rtl' } : { dir: 'ltr' })
    if (!isArabic) isolateRuns(child, 'en')
  }
}
