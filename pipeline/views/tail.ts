/** What stands behind the last words of a block, on their line. */

import type { Element, ElementContent } from 'hast'
import { hasClass } from '../model/classes.ts'

/** What may hold words, and blocks as well. */
const holders = new Set(['p', 'li', 'figcaption'])
/** What holds nothing but other blocks. */
const frames = new Set(['ul', 'ol', 'blockquote', 'div', 'figure'])

/** The element with `tail` after a space behind its last words; undefined where these end in no line of text, as those of a table. Copies what it changes. */
export function withTail(element: Element, tail: Element): Element | undefined {
  const { tagName, children } = element
  const at = children.findLastIndex((child) => !isBlank(child))
  const last = children[at]
  const isLine = last?.type === 'element' && isBlock(last)
  if (last?.type === 'element' && (isLine || isHemistich(last))) {
    const inner = isLine ? withTail(last, tail) : behind(last, last.children.length, tail)
    return inner && { ...element, children: children.with(at, inner) }
  }
  const rest = children.findIndex((child, index) => index > at && child.type !== 'text')
  return holders.has(tagName) ? behind(element, rest < 0 ? children.length : rest, tail) : undefined
}

const isBlock = ({ tagName }: Element): boolean => holders.has(tagName) || frames.has(tagName) || tagName === 'table' || tagName === 'pre'

/** White space, or what the parting of a list has left of an inner one. */
const isBlank = (child: ElementContent): boolean =>
  (child.type === 'text' ? child.value.trim() === '' : child.type === 'element' && isBlock(child) && child.children.every(isBlank))

/** What stands beside one would be a column of its own. */
const isHemistich = (element: Element): boolean => hasClass(element, 'hemistich')

const behind = (element: Element, at: number, tail: Element): Element =>
  ({ ...element, children: [...element.children.slice(0, at), { type: 'text', value: ' ' }, tail, ...element.children.slice(at)] })
