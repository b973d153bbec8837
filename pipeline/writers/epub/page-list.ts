/** Pages of the printed book, as its pages begin, and their places in an EPUB of the same text. */

import type { Element, ElementContent, Root, Text } from 'hast'
import { h } from 'hastscript'
import { hasClass } from '../../model/classes.ts'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Edition } from '../../model/edition.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import type { Folio } from '../../paginate/leaves.ts'
import { writtenFolio } from '../pdf/numbering.ts'

/** Where a page begins: before the first letter of a segment, or after so many letters and digits of it. */
export interface PageStart {
  /** Place in the book, from 1. */
  readonly number: number
  readonly folio: Folio
  readonly segment: string
  readonly letters: number
}

/** The pages of a PDF whose text an EPUB has as well. */
export interface PrintedPages {
  /** What the pages are pages of: an ISBN, or the name of the PDF. */
  readonly source: string
  readonly starts: readonly PageStart[]
}

/** A page as a PDF's document has it. */
interface Leaf {
  readonly number: number
  readonly folio: Folio
}

/**
 * Where each page begins, as an edition that leads with either language tells it. `html` is the PDF's document; its pages are those of
 * `leaves`, in order. A page without running text starts nothing; on a page of both languages the leading one's counts, if it has any.
 */
export function pageStarts(html: string, leaves: readonly Leaf[]): Bilingual<readonly PageStart[]> {
  const pages = elementsOf(unified().use(rehypeParse, { fragment: true }).parse(html), (element) => hasClass(element, 'page')).map((page) =>
    elementsOf(page, (element) => hasClass(element, 'column')).flatMap((column) => elementsOf(column, (element) => hasClass(element, 'segment'))))
  const before = lettersBefore(pages.flat())
  return bilingual((language) => pages.flatMap((pieces, index) => {
    const first = pieces.find((piece) => idOf(piece).startsWith(`${language}-`)) ?? pieces[0]
    const leaf = leaves[index]
    return leaf && first ? [{ number: leaf.number, folio: leaf.folio, segment: idOf(first), letters: before.get(first) ?? 0 }] : []
  }))
}

/** Letters of its segment that stand before each piece. */
function lettersBefore(pieces: readonly Element[]): Map<Element, number> {
  const done = new Map<string, number>()
  return new Map(pieces.map((piece) => {
    const letters = done.get(idOf(piece)) ?? 0
    done.set(idOf(piece), letters + lettersIn(textOf(piece)))
    return [piece, letters]
  }))
}

/** The outermost elements of which `is` says so. */
function elementsOf(node: Root | Element, is: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => (child.type !== 'element' ? [] : is(child) ? [child] : elementsOf(child, is)))
}

const idOf = ({ properties }: Element): string => String(properties['id'] ?? properties['dataId'] ?? '')

/** Without the signs of notes. */
const textOf = (node: ElementContent): string =>
  (node.type === 'element' ? (hasClass(node, 'note-reference') ? '' : node.children.map(textOf).join('')) : node.type === 'text' ? node.value : '')

const lettersIn = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** A page break for each page; the number is read aloud in the language of the book. Whoever shows it decides how. */
const pageBreak = ({ number, folio }: PageStart, words: Words): Element =>
  h('span', { className: ['page-break'], id: pageId(number), role: 'doc-pagebreak', ariaLabel: words('epub:page', { number: writtenFolio(folio, words) }) })

const pageId = (number: number): string => `page-${number}`

/** Sections in which every page that begins in them has its mark; what has none is the section as it was. */
export function withPageBreaks(edition: Edition, starts: readonly PageStart[], words: Words): Edition {
  if (starts.length === 0) return edition
  const bySegment = new Map<string, PageStart[]>()
  for (const start of starts) bySegment.set(start.segment, [...(bySegment.get(start.segment) ?? []), start])
  const marked = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node
    const own = hasClass(node, 'segment') ? bySegment.get(idOf(node)) : undefined
    if (own) return own.toReversed().reduce((segment, start) => parted(segment, start.letters, pageBreak(start, words)), node)
    const children = node.children.map(marked)
    return children.some((child, index) => child !== node.children[index]) ? { ...node, children } : node
  }
  return { ...edition, sections: edition.sections.map((section) => ({ ...section, tree: { ...section.tree, children: section.tree.children.map((child) => (child.type === 'doctype' ? child : marked(child as ElementContent))) } })) }
}

/** A copy with `mark` before the first word that begins after so many letters; behind the last where none does. */
function parted(segment: Element, letters: number, mark: Element): Element {
  const { node, rest } = broken(segment, letters, mark)
  return rest < 0 ? node : { ...node, children: [...node.children, mark] }
}

/** `rest` is negative where the mark was set, else the letters that are left to pass. */
function broken(node: Element, letters: number, mark: Element): { node: Element; rest: number } {
  if (letters === 0) return { node: { ...node, children: [mark, ...node.children] }, rest: -1 }
  const children: ElementContent[] = []
  let rest = letters
  for (const child of node.children) {
    if (rest < 0 || (child.type === 'element' && hasClass(child, 'note-reference'))) children.push(child)
    else if (child.type === 'text') {
      const parts = cut(child, rest)
      children.push(...(parts ? [parts[0], mark, parts[1]] : [child]))
      rest = parts ? -1 : rest - lettersIn(child.value)
    } else if (child.type === 'element' && rest === 0) {
      children.push(mark, child)
      rest = -1
    } else if (child.type === 'element') {
      const inner = broken(child, rest, mark)
      children.push(inner.node)
      rest = inner.rest
    } else children.push(child)
  }
  return { node: { ...node, children }, rest }
}

/** Before the first word that begins after so many letters; undefined where none does in this text. */
function cut({ value }: Text, letters: number): [Text, Text] | undefined {
  let left = letters
  for (const { index, 0: word } of value.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (left <= 0) return [{ type: 'text', value: value.slice(0, index) }, { type: 'text', value: value.slice(index) }]
    left -= lettersIn(word)
  }
  return undefined
}

export interface PageTarget {
  readonly label: string
  readonly href: string
  readonly isFront: boolean
}

/** Pages whose marks stand in the edition, in order; `files` tells where each id stands. */
export function pageTargets(starts: readonly PageStart[], files: ReadonlyMap<string, string>, words: Words): PageTarget[] {
  return starts.flatMap(({ number, folio }) => {
    const file = files.get(pageId(number))
    return file === undefined ? [] : [{ label: writtenFolio(folio, words), href: `${file}#${pageId(number)}`, isFront: folio.isFront }]
  })
}
