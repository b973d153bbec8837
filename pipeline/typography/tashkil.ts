/** Arabic that carries its vowel marks: it needs more leading. */

import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'

/** Marks for each letter from which a text counts as vocalised; unvocalised prose has under 0.1, full tashkil about 0.8. Our own choice. */
const leastShare = 0.3

export function isVocalised(text: string): boolean {
  const letters = text.match(/[\u0621-\u064A\u0671]/g)?.length ?? 0
  const marks = text.match(/[\u064B-\u0652\u0670]/g)?.length ?? 0
  return letters > 0 && marks / letters >= leastShare
}

/** What has lines of its own. */
const lines = new Set(['p', 'li', 'td', 'th', 'figcaption'])

/** A mark above a tall letter, or two above any: they reach into the line above. */
const high = /[\u0622\u0623\u0627\u0637\u0638\u0643\u0644\u0671][\u064B\u064C\u064E\u064F\u0651-\u0653\u0670]|[\u064B\u064C\u064E\u064F\u0651-\u0653\u0670]{2}/

/** Whether Arabic words in an English text carry marks that need more leading. */
function hasMarkedWords(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' &&
    (child.tagName === 'bdi' && child.properties['lang'] === 'ar' ? high.test(toString(child)) : hasMarkedWords(child)))
}

const blocks = new Set(['p', 'ul', 'ol', 'blockquote', 'table', 'aside', 'figure'])

/** Gives the outermost Arabic blocks that are vocalised the class `vocalised`, and English paragraphs whose Arabic words have high marks `marked`. Changes `tree`. */
export function markVocalised(tree: Root | Element): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    const { lang, className } = child.properties
    const names = Array.isArray(className) ? className : []
    if (lang === 'en' && lines.has(child.tagName) && hasMarkedWords(child)) child.properties['className'] = [...names, 'marked']
    const isBlock = lang === 'ar' && (blocks.has(child.tagName) || names.includes('verse'))
    if (!isBlock) markVocalised(child)
    else if (isVocalised(toString(child))) child.properties['className'] = [...names, 'vocalised']
  }
}
