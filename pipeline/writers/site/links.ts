/** Blocks of the text with the addresses that they have on the site. */

import type { Element, ElementContent, Properties } from 'hast'
import { isOutside } from '../../model/address.ts'
import { heldNodes } from '../../typography/together.ts'
import { isBeforeArrow } from '../arrows.ts'
import type { Shelved, SiteChapter } from './shelved.ts'

type OfBook = Pick<Shelved, 'name' | 'fileOf'>
type OfChapter = Pick<SiteChapter, 'file'>

/** Copies; a link to nowhere keeps its words alone. Outside code, what no line end may part is held together. */
export const linked = (elements: readonly Element[], book: OfBook, chapter: OfChapter, isCode = false): Element[] =>
  elements.flatMap((element) => {
    const { tagName, properties, children } = element
    const isVerbatim = isCode || tagName === 'pre' || tagName === 'code'
    const inner = children.flatMap((child, at): ElementContent[] => {
      if (child.type === 'element') return linked([child], book, chapter, isVerbatim)
      if (child.type !== 'text') return [child]
      if (isBeforeArrow(child, children[at + 1])) return [{ type: 'text', value: '\u00A0' }]
      return isVerbatim ? [child] : heldNodes(child)
    })
    if (tagName === 'img') return [{ ...element, properties: pictured(properties, book) }]
    if (tagName !== 'a') return [{ ...element, children: inner }]
    const href = addressOf(String(properties['href'] ?? ''), book, chapter)
    if (href !== undefined) return [{ ...element, properties: { ...properties, href }, children: inner }]
    // A way back to a text that does not call the note.
    if (properties['role'] === 'doc-backlink') return []
    const { href: _, role: __, ...rest } = properties
    return [{ ...element, tagName: 'span', properties: rest, children: inner }]
  })

const pictured = (properties: Properties, { name }: OfBook): Properties =>
  ({ ...properties, src: `../../books/${encodeURI(name)}/media/${String(properties['src'])}`, loading: 'lazy' })

function addressOf(href: string, { fileOf }: OfBook, { file }: OfChapter): string | undefined {
  if (!href.startsWith('#')) return isOutside(href) ? href : undefined
  const target = fileOf.get(href.slice(1))
  return target === undefined || target === file ? target && href : `${target}${href}`
}
