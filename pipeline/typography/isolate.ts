/** Isolates runs of the other direction, so that each keeps its inner order and punctuation after it falls on the right side. */

import type { Element, ElementContent, Root, Text } from 'hast'
import { h } from 'hastscript'
import type { Language } from '../model/language.ts'

/**
 * In Arabic: addresses, Latin runs with what joins them, and numbers with signs, fractions or hyphens, such as an ISBN, always left to right.
 * A range of whole numbers is two runs, for its earlier end is read first and so stands on the right.
 * Parentheses and quotation marks round a run belong to the Arabic.
 */
// Lengths are bounded so that a line of a million digits costs no more than a line of words.
const address = String.raw`(?:https?:\/\/|www\.)[^\s<>«»،؛]{0,2000}[^\s<>«».,:;!?()،؛]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`
const latinWord = String.raw`\p{Nd}{0,20}\p{Script=Latin}[\p{Script=Latin}\p{M}\p{Nd}’'./&+_-]{0,200}(?<![./'’_+-])`
// The stop of an initial belongs to the run where more of it follows; at its end it may be the sentence's.
const initialStop = String.raw`(?:(?<=(?<![\p{L}\p{M}])\p{Lu})\.)?`
const latinRun = String.raw`(?:\p{Nd}{1,20}(?:[.,]\p{Nd}{1,20}){0,4}\s)?${latinWord}(?:${initialStop}[\s,;:]{1,2}(?:${latinWord}|[0-9]{1,20}(?![0-9\s]*\p{Script=Arabic}))){0,60}`
// Of either family, for a hyphen turns round between ٠١٢, which points, commas and strokes do not.
const serial = String.raw`(?:[0-9]{1,20}(?:-[0-9]{1,20}){2,9}(?:-[Xx])?(?![0-9])|[٠-٩]{1,20}(?:-[٠-٩]{1,20}){2,9}(?:-[Xx])?(?![٠-٩]))`
const rangeEnd = String.raw`[0-9]{1,20}(?=[-–—][0-9]+(?![.,0-9]))|(?<=[0-9][-–—])[0-9]{1,20}(?![.,][0-9])`
const fraction = String.raw`[0-9]{1,20}(?:[.,/:][0-9]{1,20}){1,9}(?:[-–—][0-9]{1,20}(?:[.,][0-9]{1,20}){0,9})?(?:\s?%)?`
const signed = String.raw`(?<![0-9])[+−±-][0-9]{1,20}(?:[.,/:][0-9]{1,20}){0,9}(?:\s?%)?`
const inArabic = new RegExp(`${address}|${latinRun}|${serial}|${fraction}|${rangeEnd}|${signed}`, 'gu')

/** In English: Arabic words with the spaces, marks and digits between them. */
const inEnglish = /[\p{Script=Arabic}][\p{Script=Arabic}\p{M}ـ]*(?:[\s،؛]+[\p{Script=Arabic}\p{M}]+)*/gu

/** Wraps every such run of the tree's text in `<bdi dir>`; text and order stay as they are. Changes `tree`. */
export function isolate<Tree extends Root | Element>(tree: Tree, language: Language): Tree {
  const children: ElementContent[] = []
  for (const child of tree.children) {
    if (child.type === 'text') children.push(...isolated(child, language))
    else if (child.type === 'element') children.push(isLeftAlone(child) ? child : isolate(child, language))
    else if (child.type === 'comment') children.push(child)
  }
  tree.children = children
  return tree
}

/** Code carries its own direction already; a `bdi` needs no second. */
const isLeftAlone = (element: Element): boolean => ['bdi', 'code', 'pre'].includes(element.tagName)

function isolated(text: Text, language: Language): ElementContent[] {
  const pattern = language === 'ar' ? inArabic : inEnglish
  const parts: ElementContent[] = []
  let done = 0
  for (const match of text.value.matchAll(pattern)) {
    if (match.index > done) parts.push({ type: 'text', value: text.value.slice(done, match.index) })
    parts.push(language === 'ar' ? h('bdi', { dir: 'ltr' }, match[0]) : h('bdi', { lang: 'ar', dir: 'rtl' }, match[0]))
    done = match.index + match[0].length
  }
  if (done === 0) return [text]
  if (done < text.value.length) parts.push({ type: 'text', value: text.value.slice(done) })
  return parts
}
