/** Elements of a tree by what is true of them. */

import type { Element, Root } from 'hast'
import { visit } from 'unist-util-visit'

export function selectAll(tree: Root | Element, is: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (is(element)) found.push(element) })
  return found
}

export const select = (tree: Root | Element, is: (element: Element) => boolean): Element | undefined => selectAll(tree, is)[0]
