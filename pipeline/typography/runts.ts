/** Last words too short for a line of their own, which would stand there as if lost, under the indent of the next paragraph. */

import type { Element, ElementContent, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import { hasClass } from '../model/classes.ts'

/** Letters and digits of a last word that is kept with the one before it, and of that at most, or the line above would be driven apart. Our own choice. */
const most = { last: 3, before: 8 }

const lastTwo = /(?<!\S)(\S{1,40})\s(\S{1,20})\s*$/u

/**
 * Wraps the last two words of paragraphs and items where the last is short in `<span class="together">`; text and order stay as they are.
 * Those of both scripts are left alone: names in a line of the other script are found in order only where the line is in one piece. Changes `tree`.
 */
export function keepRunts(tree: Root | Element): void {
  if (tree.type === 'element' && (tree.tagName === 'p' || tree.tagName === 'li') && !isMixed(toString(tree))) keepLast(tree)
  for (const child of tree.children) if (child.type === 'element') keepRunts(child)
}

const isMixed = (text: string): boolean => /\p{Script=Arabic}/u.test(text) && /\p{Script=Latin}/u.test(text)

/** Looks into what the last words stand in, such as their sentence. */
function keepLast(block: Element): void {
  const at = block.children.findLastIndex((child) => !isBehind(child))
  const last = block.children[at]
  if (last?.type === 'text') block.children.splice(at, 1, ...parted(last))
  else if (last?.type === 'element' && goesOn.has(last.tagName) && !hasClass(last, 'together')) keepLast(last)
}

const goesOn = new Set(['span', 'em', 'strong', 'a'])

/** Spaces, and numbers of notes, which stand at the word anyway. */
const isBehind = (node: ElementContent): boolean =>
  node.type === 'text' ? node.value.trim() === '' : node.type !== 'element' || hasClass(node, 'note-reference')

function parted(text: Text): ElementContent[] {
  const found = lastTwo.exec(text.value)
  const [, before = '', last = ''] = found ?? []
  if (!found || letters(last) > most.last || letters(before) > most.before) return [text]
  return [{ type: 'text', value: text.value.slice(0, found.index) }, h('span', { className: ['together'] }, text.value.slice(found.index))]
}

const letters = (word: string): number => word.match(/[\p{L}\p{N}]/gu)?.length ?? 0
