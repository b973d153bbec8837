/** Soft hyphens where English words may break; Arabic has none. */

import type { Element, ElementContent, Root } from 'hast'
import patterns from 'hyphen/en-us/index.js'
import { hasClass } from '../model/classes.ts'

/** What is not running text, or must not be broken. */
const skipped = new Set(['head', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'code', 'pre', 'bdi', 'th'])

/** Letters of the shortest word that may break: in lines of one width, and in stacks of sentences, whose lines are ragged and need no part of a word. Our own choice. */
const shortest = { justified: 6, ragged: 12 }

/** Liang's patterns for American English, as TeX has them. */
const hyphenated = (text: string, least: number): string =>
  text.replaceAll(/(?<![\p{L}\p{N}./@’'-])\p{L}{6,}(?![\p{L}\p{N}@/-])/gu, (word) =>
    word.length < least || word === word.toUpperCase() ? word : withMargins(patterns.hyphenateSync(word, { minWordLength: 6, hyphenChar: '\u00AD' })))

/** The patterns come without their margins: at least two letters before a break and three after it. */
const withMargins = (word: string): string => word.replace(/^(\p{L})\u00AD/u, '$1').replaceAll(/\u00AD(?=\p{L}{1,2}$)/gu, '')

/** Blocks whose last line should hold more than the end of a word. */
const blocks = new Set(['p', 'li', 'td', 'dd', 'figcaption'])

/** Adds soft hyphens to the English running text of a tree, the last word of each block apart. Changes `tree`. */
export function addHyphens(tree: Root | Element, isEnglish = false, least = shortest.justified): void {
  for (const child of tree.children) {
    if (child.type === 'text') {
      if (isEnglish) child.value = hyphenated(child.value, least)
    } else if (child.type === 'element' && !skipped.has(child.tagName) && !hasClass(child, 'verse')) {
      const lang = child.properties['lang']
      addHyphens(child, lang === undefined ? isEnglish : lang === 'en', hasClass(child, 'stack') ? shortest.ragged : least)
      if (blocks.has(child.tagName)) spareLastWord(child)
    }
  }
}

/** Takes the soft hyphens out of the last word; true once its beginning is reached. */
function spareLastWord(node: Element | ElementContent): boolean {
  if (node.type === 'element') return node.children.toReversed().some(spareLastWord)
  if (node.type !== 'text') return false
  const from = node.value.search(/\S+\s*$/)
  if (from < 0) return false
  node.value = node.value.slice(0, from) + node.value.slice(from).replaceAll('\u00AD', '')
  return from > 0
}

/** Keeps the soft hyphens whose ordinals are in `used` and drops the rest, so that none stays in the text of a PDF. */
export function keepHyphens(html: string, used: ReadonlySet<number>): string {
  let ordinal = 0
  return html.replaceAll('\u00AD', () => (used.has(ordinal++) ? '\u00AD' : ''))
}
