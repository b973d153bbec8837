/** Moves what stands in the galleys into page boxes, line by line as it was chosen. */

import type { Break, Slot } from '../../pipeline/paginate/model.ts'
import type { Sheet, SheetText } from '../../pipeline/paginate/sheet.ts'
import type { ContinuedHeads } from './continued.ts'
import { cutRow, setFlush, setFlushEnd, takeRest } from './cut.ts'
import type { LaidGalley, LaidRow } from './galley.ts'
import { climbed, placeInCell, type Place } from './places.ts'

/** Makes all pages in order and empties the galleys. Linear in the text. */
export function setSheets(sheets: readonly Sheet[], galleys: ReadonlyMap<string, LaidGalley>): void {
  // Every place is found before anything moves.
  const stretches = stretchesOf(sheets, galleys)
  const slices = slicesOf(sheets, galleys)
  const texts = textsOf(stretches)
  for (const stretch of stretches) spread(stretch)
  const notes = notesOf(slices, sheets)
  const pages = document.createDocumentFragment()
  sheets.forEach((sheet, index) => pages.append(pageOf(sheet, texts.get(index) ?? [], notes.get(index) ?? [])))
  document.querySelector('.galleys')?.remove()
  document.body.append(pages)
}

/** The text of one page or of one of its columns in its galley; `place` is `row` where a row of several cells has to be parted first. */
interface Stretch {
  readonly page: number
  readonly slot: Slot
  readonly text: SheetText
  readonly galley: LaidGalley
  readonly from: Break
  readonly place: Place | 'row'
}

function stretchesOf(sheets: readonly Sheet[], galleys: ReadonlyMap<string, LaidGalley>): Stretch[] {
  return sheets.flatMap(({ text }, page) => (text ? slotsOf(text) : []).map(({ slot, from }) => {
    const name = text?.galley ?? ''
    const galley = galleys.get(name)
    const place = galley && placeOf(from, galley)
    if (!text || !galley || !place) throw new Error(`No row ${from.row} in galley ${name}`)
    return { page, slot, text, galley, from, place }
  }))
}

/** Where each part of a page begins; what holds nothing is left out. */
function slotsOf({ from, to, columns }: SheetText): { slot: Slot; from: Break }[] {
  const [first, second] = columns?.begins ?? [to, to]
  const parts = [{ slot: 'across', from, to: first }, { slot: 'first', from: first, to: second }, { slot: 'second', from: second, to }] as const
  return parts.filter((part) => isLess(part.from, part.to))
}

interface Piece {
  readonly slot: Slot
  readonly content: DocumentFragment
}

/** The text of each page by the page's index, cut off from the end. */
function textsOf(stretches: readonly Stretch[]): Map<number, Piece[]> {
  const found = new Map<number, Piece[]>()
  for (const { page, slot, text, galley, from, place } of stretches.toReversed()) {
    const row = galley.rows[from.row]
    const content = takeRest(galley.root, place === 'row' && row ? beforeCopy(row, from, galley) : place as Place, text.repeatsHead)
    shrinkPictures(text, content)
    if (row) content.prepend(...continuedIn(text, slot, galley.continued?.get(row)))
    found.set(page, [{ slot, content }, ...found.get(page) ?? []])
  }
  return found
}

/** The head once more, above a column that goes on. */
function continuedIn({ columns }: SheetText, slot: Slot, heads: ContinuedHeads | undefined): Node[] {
  const head = slot === 'across' ? undefined : columns?.heads[slot === 'first' ? 0 : 1]
  const laid = head && heads?.[head]
  return laid ? [laid.element.cloneNode(true)] : []
}

const isLess = (from: Break, to: Break): boolean =>
  from.row < to.row || (from.row === to.row && from.cuts.some((cut, cell) => cut < (to.cuts[cell] ?? 0)))

/** Where a page begins. */
function placeOf({ row: index, cuts }: Break, { root, rows }: LaidGalley): Place | 'row' | undefined {
  const row = rows[index]
  if (!row) return undefined
  if (cuts.every((cut) => cut === 0)) return { ...climbed(row.element, root), isSoft: false }
  const [cell] = row.cells
  if (row.cells.length > 1 || !cell) return 'row'
  return placeInCell(cell, cuts[0] ?? 0)
}

function beforeCopy(row: LaidRow, { cuts }: Break, { root }: LaidGalley): Place {
  return { ...climbed(cutRow(row, cuts), root), isSoft: false }
}

/** After everything is cut, or the rest of a parted paragraph would take the space along. */
function spread({ text, galley: { rows } }: Stretch): void {
  for (const at of text.spreadRows) (rows[at]?.element as HTMLElement | undefined)?.style.setProperty('padding-block-start', `${text.spread}px`)
}

/** A picture loses its share of what the page's pictures must lose together. */
function shrinkPictures({ shrink }: SheetText, text: DocumentFragment): void {
  if (shrink <= 0) return
  const figures = [...text.querySelectorAll('figure')]
  const rows = new Map<Element, HTMLImageElement[]>()
  for (const figure of figures) {
    const row = figure.closest('.passage') ?? figure
    rows.set(row, [...(rows.get(row) ?? []), ...figure.querySelectorAll('img')])
  }
  const heights = [...rows.values()].map((images) => Math.min(...images.map(heightOf)))
  const all = heights.reduce((sum, height) => sum + height, 0)
  for (const [at, images] of [...rows.values()].entries()) {
    const least = heights[at] ?? 0
    for (const image of images) image.style.maxBlockSize = `${heightOf(image) - shrink * (least / all)}px`
  }
}

const heightOf = (image: HTMLImageElement): number => Number(image.dataset['height'] ?? 0)

/** Lines of a note on one page; without a place from its first line on. */
interface Slice {
  readonly page: number
  readonly column: number
  readonly row: LaidRow
  readonly place: Place | undefined
}

function slicesOf(sheets: readonly Sheet[], galleys: ReadonlyMap<string, LaidGalley>): Slice[] {
  return sheets.flatMap(({ notes }, page) => notes.flatMap(({ galley, slices }, column) => slices.map(({ note, from }) => {
    const row = galleys.get(galley)?.rows[note]
    if (!row) throw new Error(`No note ${note} in galley ${galley}`)
    return { page, column, row, place: from > 0 && row.cells[0] ? placeInCell(row.cells[0], from) : undefined }
  })))
}

/** Notes of each page, by column; the parts of a long note are cut from its end. */
function notesOf(slices: readonly Slice[], sheets: readonly Sheet[]): Map<number, Element[][]> {
  const found = new Map<number, Element[][]>()
  for (const { page, column, row, place } of slices.toReversed()) {
    const columns = found.get(page) ?? (sheets[page]?.notes ?? []).map((): Element[] => [])
    found.set(page, columns)
    columns[column]?.unshift(partOf(row, place))
  }
  return found
}

function partOf({ element }: LaidRow, place: Place | undefined): Element {
  if (!place) return element
  const rest = element.cloneNode(false) as Element
  // What is left of it goes on, and so does this part if a later one was taken from it.
  element.classList.add('unfinished')
  rest.setAttribute('data-id', rest.id)
  rest.removeAttribute('id')
  rest.classList.add('rest')
  rest.append(takeRest(element, place))
  // A quotation or a list in a note has space around it, which was not gauged where a page ends.
  setFlush(rest)
  setFlushEnd(element)
  return rest
}

function pageOf(sheet: Sheet, text: readonly Piece[], notes: readonly Element[][]): Element {
  const page = box('page', ...sheet.classes, sheet.side)
  const area = box('area')
  for (const piece of text) area.append(columnOf(piece))
  if (notes.some((column) => column.length > 0)) area.append(footnotes(sheet, notes))
  page.append(furniture('head', sheet.head), area, furniture('foot', sheet.foot))
  return page
}

/** A column of two stands on the side where its language's reading begins, or on the other. */
function columnOf({ slot, content }: Piece): Element {
  const column = slot === 'across' ? box('column') : box('column', 'double', slot)
  const { dir } = content.firstElementChild as HTMLElement
  if (slot !== 'across') column.dir = dir
  column.append(content)
  return column
}

function footnotes(sheet: Sheet, notes: readonly Element[][]): Element {
  const foot = box('footnotes')
  sheet.notes.forEach(({ language }, index) => {
    const column = box('note-column')
    column.lang = language
    column.dir = language === 'ar' ? 'rtl' : 'ltr'
    column.append(...byAuthor(notes[index] ?? []))
    foot.append(column)
  })
  return foot
}

/** The translator's notes stand after the author's, but what goes on from the page before comes first, and what goes on overleaf last. */
function byAuthor(notes: readonly Element[]): Element[] {
  const order = ['.rest', ':not(.rest, .unfinished, .by-translator)', '.by-translator:not(.rest, .unfinished)', '.unfinished:not(.rest)']
  return order.flatMap((selector) => notes.filter((note) => note.matches(selector)))
}

function furniture(name: string, html: string): Element {
  const element = box(name, 'repeated')
  element.setAttribute('aria-hidden', 'true')
  element.innerHTML = html
  return element
}

function box(...classes: string[]): HTMLElement {
  const element = document.createElement('div')
  element.className = classes.join(' ')
  return element
}
