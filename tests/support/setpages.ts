/** The pages of a set document, read back from its HTML: what stands on each, without a browser. */

import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Language } from '../../pipeline/model/language.ts'

export interface SetPage {
  readonly side: 'left' | 'right'
  /** Words of the running head and of the foot, side by side; empty where there are none. */
  readonly head: string
  readonly foot: string
  /** Its text; that of both columns, one after the other, where it has two. */
  readonly column: Element | undefined
  /** Footnotes, in order. */
  readonly notes: readonly Element[]
}

export const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name)

/** Elements under a node that `is` holds for, in order. */
export function all(node: Nodes | undefined, is: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  if (node) visit(node, 'element', (element) => { if (is(element)) found.push(element) })
  return found
}

export const withClass = (node: Nodes | undefined, name: string): Element[] => all(node, (element) => hasClass(element, name))

/** Its id, or that of which it is the rest. */
export const nameOf = ({ properties }: Element): string => String(properties['id'] ?? properties['dataId'] ?? '')

/** Whether it goes on from an earlier page. */
export const isRest = (element: Element): boolean => hasClass(element, 'rest')

export function pagesIn(html: string): SetPage[] {
  return withClass(unified().use(rehypeParse).parse(html), 'page').map((page) => ({
    side: hasClass(page, 'left') ? 'left' : 'right',
    head: spoken(withClass(page, 'head')[0]), foot: spoken(withClass(page, 'foot')[0]),
    column: textOf(withClass(page, 'column')),
    notes: withClass(withClass(page, 'footnotes')[0], 'note'),
  }))
}

const textOf = ([first, ...others]: readonly Element[]): Element | undefined =>
  (first && others.length > 0 ? { ...first, children: [first, ...others].flatMap(({ children }) => children) } : first)

const spoken = (furniture: Element | undefined): string =>
  (furniture?.children ?? []).map((child) => toString(child)).filter(Boolean).join(' | ')

/** Ids of the segments in an element, parted ones on each page that has something of them. */
export const segmentsIn = (element: Element | undefined): string[] => withClass(element, 'segment').map(nameOf)

/** Signs of the text in order, without white space, soft hyphens, repeated heads and, if it is told, other languages. */
export function signsIn(node: Nodes | undefined, language?: Language): string {
  if (!node) return ''
  if (node.type === 'text') return node.value.replaceAll(/[\s\u00AD]+/g, '')
  if (!('children' in node)) return ''
  if (node.type === 'element') {
    if (hasClass(node, 'repeated')) return ''
    const { lang } = node.properties
    if (language && hasClass(node, 'side') && lang !== language) return ''
  }
  return node.children.map((child) => signsIn(child, language)).join('')
}
