/** Tables that need more than the width of a phone: nothing may be cut off there, so they are set smaller, by how much they need. */

import type { Element } from 'hast'
import { toString } from 'hast-util-to-string'
import { isSegment } from '../views/hast.ts'

/** What a letter, and the blank beside a column, take of the size of type: our own measures, a little more than either face needs on the mean. */
const letter = 0.5
const gap = 0.6

/**
 * Widths, in sizes of type, above which a table is `broad-1` to `broad-6`: our own choice. A phone has about 22 of them, or 17 on the site.
 * Only the last is too broad for one at any size that can be read, and has to part its words.
 */
const steps = [17, 22, 27, 33, 41, 48] as const

/** The element, or a copy in which each broad table, at any depth, says how broad. */
export function withBroadTables(element: Element): Element {
  if (!holdsTable(element)) return element
  const { tagName, properties, children } = element
  if (tagName !== 'table') {
    const inner = children.map((child) => (child.type === 'element' ? withBroadTables(child) : child))
    return inner.some((child, at) => child !== children[at]) ? { ...element, children: inner } : element
  }
  const needed = widthOf(element)
  const step = steps.filter((width) => needed > width).length
  const classes = Array.isArray(properties['className']) ? properties['className'] : []
  return step === 0 ? element : { ...element, properties: { ...properties, className: [...classes, `broad-${step}`] } }
}

/** Whether it is a table or holds one. Asked of every block of a book, most of which are paragraphs. */
export function holdsTable(element: Element): boolean {
  if (element.tagName === 'table') return true
  if (element.tagName === 'p' || isSegment(element)) return false
  for (const child of element.children) if (child.type === 'element' && holdsTable(child)) return true
  return false
}

/** Of the longest words of all columns beside each other. */
function widthOf(table: Element): number {
  const longest: number[] = []
  for (const row of rowsIn(table)) {
    row.children.filter((child) => child.type === 'element').forEach((cell, column) => {
      longest[column] = Math.max(longest[column] ?? 0, ...toString(cell).split(/[\s-]+/).map((word) => word.replaceAll(/\p{M}/gu, '').length))
    })
  }
  return longest.reduce((sum, letters) => sum + letters * letter + gap, 0)
}

const rowsIn = (element: Element): Element[] =>
  (element.tagName === 'tr' ? [element] : element.children.flatMap((child) => (child.type === 'element' ? rowsIn(child) : [])))
