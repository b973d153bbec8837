/** Pages of a finished PDF laid on sheets for folding, at object level: each page is a form that keeps what it draws. */

import { concatTransformationMatrix, PDFDocument, popGraphicsState, pushGraphicsState, rectangle, clip, endPath, drawObject, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import { saved } from '../pdf/save.ts'
import type { Binding } from './fold.ts'
import { sheetLayout, type Layout } from './layout.ts'
import { collationMark, marks } from './marks.ts'
import { planOf, type Place, type PlannedSheet, type Style } from './plan.ts'
import { upright } from './upright.ts'

export type { Binding } from './fold.ts'
export type { Style } from './plan.ts'

export interface Imposition {
  readonly style: Style
  readonly binding: Binding
  /** Millimetres by which a leaf pushes out the one within it: twice the thickness of a page. */
  readonly creep: number
  /** Millimetres; undefined is as large as its pages are. */
  readonly sheet: { readonly width: number; readonly height: number } | undefined
  /** Millimetres around each page that are kept, but for the spine. */
  readonly bleed: number
  /** Whether cuts, folds and the order of signatures are marked. */
  readonly marks: boolean
  /** Whether the file's last page is the book's first. */
  readonly isReversed: boolean
}

export interface Imposed {
  readonly bytes: Uint8Array
  /** Sheets of paper, each with two sides. */
  readonly sheets: number
  readonly blanks: number
  /** Share of their size at which pages are printed. */
  readonly scale: number
  /** Pages that are not as large as the first, by more than half a point: what is beyond its edges is cut off. */
  readonly unlike: number
}

const point = 72 / 25.4

/** Front and back of each sheet follow each other. Pages are cut at their trim, or at their bleed. */
export async function impose(source: PDFDocument, imposition: Imposition): Promise<Imposed> {
  const { style, binding, isReversed } = imposition
  const pages = isReversed ? source.getPages().reverse() : source.getPages()
  const target = await PDFDocument.create({ updateMetadata: false })
  const bleed = imposition.bleed * point
  const trims = pages.map((page) => upright(page, bleed))
  for (const page of pages) fillBlank(page)
  const embedded = await target.embedPages(pages, trims.map(({ box }) => box), trims.map(({ matrix }) => matrix))
  const forms = trims.map(({ width, height }, at): Form => ({ ref: embedded[at]!.ref, width: width + 2 * bleed, height: height + 2 * bleed }))
  const [first] = trims
  if (!first) throw new Error('No page to impose')
  const { sheets, blanks } = planOf(pages.length, style, binding)
  const layout = sheetLayout(first, sheets[0]!, imposition)
  for (const [index, sheet] of sheets.entries()) {
    for (const side of [sheet.front, sheet.back]) {
      const page = target.addPage([layout.width, layout.height])
      side.forEach((row, at) => row.forEach((place, column) => {
        const form = place.page === undefined ? undefined : forms[place.page]
        if (form) put(page, form, place, { ...layout.cell(at, column), scale: layout.scale, creep: imposition.creep * point, bleed: bleed * layout.scale })
      }))
      if (imposition.marks) page.pushOperators(...marks(layout.lines(side), layout.block))
    }
    if (imposition.marks && style !== 'booklet') target.getPage(2 * index).pushOperators(...collation(index, sheet, index * style, layout))
  }
  target.setTitle(source.getTitle() ?? '')
  target.setCreator('Tawazi')
  target.setProducer('Tawazi')
  return { bytes: await saved(target, '1.7'), sheets: sheets.length, blanks, scale: layout.scale, unlike: trims.filter((trim) => !isAlike(trim, first)).length }
}

interface Size {
  readonly width: number
  readonly height: number
}

const isAlike = (one: Size, other: Size): boolean => Math.abs(one.width - other.width) < 0.5 && Math.abs(one.height - other.height) < 0.5

/** The library embeds no page without content, which a blank one may be. */
function fillBlank({ node, doc: { context } }: PDFPage): void {
  if (node.Contents() === undefined) node.set(PDFName.of('Contents'), context.register(context.stream('')))
}

/** Beside the first page of a signature, at its spine. */
function collation(signature: number, { front }: PlannedSheet, firstPage: number, layout: Layout) {
  const row = front.findIndex((places) => places.some(({ page }) => page === firstPage))
  const column = front[row]!.findIndex(({ page }) => page === firstPage)
  const { left, bottom, width, height } = layout.cell(row, column)
  return collationMark(signature, front[row]![column]!.isSpineLeft ? left : left + width, bottom + height, height)
}

/** As it is shown, with its bleed. */
interface Form extends Size {
  readonly ref: PDFRef
}

interface Room {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly creep: number
  /** As printed. */
  readonly bleed: number
}

/** A page lies at its spine, as high as the middle of its room, and moves into the spine by what its leaf is pushed out. */
function put(page: PDFPage, form: Form, { isTurned, isSpineLeft, depth }: Place, { left, bottom, width, height, scale, creep, bleed }: Room): void {
  const isLeft = isSpineLeft !== isTurned
  const [formWidth, formHeight] = [form.width * scale, form.height * scale]
  const pushed = depth * creep * (isLeft ? -1 : 1)
  const x = left + (isLeft ? -bleed : width - formWidth + bleed) + pushed
  const y = bottom + (height - formHeight) / 2
  const turn = isTurned ? [-scale, 0, 0, -scale, x + formWidth, y + formHeight] as const : [scale, 0, 0, scale, x, y] as const
  const name = page.node.newXObject('Page', form.ref)
  page.pushOperators(pushGraphicsState(), rectangle(left, bottom, width, height), clip(), endPath(), concatTransformationMatrix(...turn), drawObject(name), popGraphicsState())
}
