/** A drawing of the barcode's library, as part of a tree. */

import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

/** Millimetres. */
export function drawingOf(svg: string, width: number, height: number): Element {
  const tree: Root = unified().use(rehypeParse, { fragment: true, space: 'svg' }).parse(svg)
  const element = tree.children.find((child): child is Element => child.type === 'element')
  if (!element) throw new Error('No drawing')
  Object.assign(element.properties, { width: `${width.toFixed(3)}mm`, height: `${height.toFixed(3)}mm` })
  return element
}
