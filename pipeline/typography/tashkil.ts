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

const blocks = new Set(['p', 'ul', 'ol', 'blockquote', 'table', 'aside', 'figure'])

/** Gives the outermost Arabic blocks that are vocalised the class `vocalised`. Changes `tree`. */
export function markVocalised(tree: Root | Element): void {
  for (const child of tree.children) {
    if (child.type !== 'element') continue
    const { lang, className } = child.properties
    const names = Array.isArray(className) ? className : []
    const isBlock = lang === 'ar' && (blocks.has(child.tagName) || names.includes('verse'))
    if (!isBlock) markVocalised(child)
    else if (isVocalised(toString(child))) child.properties['className'] = [...names, 'vocalised']
  }
}
