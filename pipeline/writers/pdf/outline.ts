/**
 * The outline that a viewer shows beside the pages. The browser finds where its entries lead, but writes their words
 * as they stand on the page: Arabic from the left, two lines without a space between them.
 */

import { PDFDict, PDFHexString, PDFName, PDFNumber, type PDFContext, type PDFDocument, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import { leafAt } from '../../paginate/leaves.ts'
import { partOf } from '../../paginate/names.ts'
import type { Typeset } from './typeset.ts'

export interface Heading {
  readonly text: string
  /** 1 to 6. */
  readonly depth: number
  readonly language: string
  /** Equal for headings that stand side by side in two languages. */
  readonly row: number
}

/** Headings in the order of the pages, as the browser lists them; those of one passage stand side by side. */
export function headingsIn({ gauged: { headings, galleys }, halves }: Pick<Typeset, 'gauged' | 'halves'>): Heading[] {
  const order = halves.flatMap(({ leaves }) => leaves)
  const placed = headings.map((heading) => {
    const { galley, row } = heading
    const leaf = leafAt({ galley, row, cell: 0, line: 0, share: 0 }, order)
    return { heading, at: leaf ? order.indexOf(leaf) : -1, passage: galleys[galley]?.rows[row]?.passage ?? -1 }
  })
  const rows = new Map<string, number>()
  return placed.filter(({ at }) => at >= 0).toSorted((one, other) => one.at - other.at).map(({ heading, passage }, index) => {
    const key = passage < 0 ? `alone ${index}` : `${partOf(heading.galley)} ${passage} ${heading.depth}`
    const row = rows.get(key) ?? index
    rows.set(key, row)
    return { text: heading.text, depth: heading.depth, language: heading.language, row }
  })
}

interface Entry {
  readonly title: string
  readonly depth: number
  /** What the browser wrote: where the entry leads, and to which element of the tags. */
  readonly target: readonly [PDFName, PDFObject][]
  readonly children: Entry[]
}

/** Replaces the browser's entries, which must be one for each heading, by entries that say what the headings say. Changes `pdf`. */
export function writeOutline(pdf: PDFDocument, headings: readonly Heading[]): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const targets = root ? targetsUnder(root) : []
  // Better the browser's words than words beside the wrong pages.
  if (!root || targets.length !== headings.length) return
  const entries: Entry[] = []
  for (const { text, depth, index } of joined(headings)) place({ title: text, depth, target: targets[index] ?? [], children: [] }, entries)
  link(pdf.context, root, pdf.catalog.get(PDFName.of('Outlines')) as PDFRef, entries)
}

interface Joined {
  readonly text: string
  readonly depth: number
  /** Of the heading that leads, among all. */
  readonly index: number
}

/** Headings of a row as one, `English · عربي`; what one language has more stands alone. */
export function joined(headings: readonly Heading[]): Joined[] {
  const rows = new Map<number, (Heading & { index: number })[]>()
  headings.forEach((heading, index) => rows.set(heading.row, [...(rows.get(heading.row) ?? []), { ...heading, index }]))
  return [...rows.values()].flat().flatMap(({ text, depth, language, row, index }) => {
    const alike = (rows.get(row) ?? []).filter((other) => other.depth === depth)
    const own = alike.filter((other) => other.language === language)
    const others = alike.filter((other) => other.language !== language)
    const partner = others[own.findIndex((other) => other.index === index)]
    if (!partner) return [{ text, depth, index }]
    return index < partner.index ? [{ text: `${text} · ${partner.text}`, depth, index }] : []
  })
}

/** Under the last entry that is above it. */
function place(entry: Entry, among: Entry[]): void {
  const last = among.at(-1)
  if (last && last.depth < entry.depth) place(entry, last.children)
  else among.push(entry)
}

function targetsUnder(parent: PDFDict): [PDFName, PDFObject][][] {
  const found: [PDFName, PDFObject][][] = []
  for (let item = parent.lookupMaybe(PDFName.of('First'), PDFDict); item; item = item.lookupMaybe(PDFName.of('Next'), PDFDict)) {
    found.push(item.entries().filter(([key]) => ['Dest', 'A', 'SE'].includes(key.decodeText())), ...targetsUnder(item))
  }
  return found
}

/** Writes `entries` as the children of `parent`, all of them closed but the first level. */
function link(context: PDFContext, parent: PDFDict, parentReference: PDFRef, entries: readonly Entry[]): void {
  const items = entries.map(({ title, target, children }) => {
    const item = context.obj({ Title: PDFHexString.fromText(title), Parent: parentReference })
    for (const [key, value] of target) item.set(key, value)
    const reference = context.register(item)
    if (children.length > 0) {
      link(context, item, reference, children)
      item.set(PDFName.of('Count'), PDFNumber.of(-children.length))
    }
    return { item, reference }
  })
  items.forEach(({ item }, index) => {
    const [before, after] = [items[index - 1], items[index + 1]]
    if (before) item.set(PDFName.of('Prev'), before.reference)
    if (after) item.set(PDFName.of('Next'), after.reference)
  })
  const [first, last] = [items.at(0), items.at(-1)]
  if (!first || !last) return
  parent.set(PDFName.of('First'), first.reference)
  parent.set(PDFName.of('Last'), last.reference)
  parent.set(PDFName.of('Count'), PDFNumber.of(items.length))
}
