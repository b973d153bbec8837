/** Pages of a finished PDF laid on sheets for folding, at object level: each page is a form that keeps what it draws. */

import { concatTransformationMatrix, PDFDocument, popGraphicsState, pushGraphicsState, rectangle, clip, endPath, drawObject, type PDFEmbeddedPage, type PDFPage } from '@cantoo/pdf-lib'
import { saved } from '../pdf/save.ts'
import type { Binding } from './fold.ts'
import { planOf, type Place, type Style } from './plan.ts'

export type { Binding } from './fold.ts'
export type { Style } from './plan.ts'

export interface Imposition {
  readonly style: Style
  readonly binding: Binding
  /** Millimetres by which a leaf pushes out the one within it: twice the thickness of a page. */
  readonly creep: number
  /** Millimetres; undefined is as large as its pages are. */
  readonly sheet: { readonly width: number; readonly height: number } | undefined
}

export interface Imposed {
  readonly bytes: Uint8Array
  /** Sheets of paper, each with two sides. */
  readonly sheets: number
  readonly blanks: number
  /** Share of their size at which pages are printed. */
  readonly scale: number
}

const point = 72 / 25.4

/** Front and back of each sheet follow each other. Pages are cut at their trim. */
export async function impose(source: PDFDocument, { style, binding, creep, sheet }: Imposition): Promise<Imposed> {
  const pages = source.getPages()
  const target = await PDFDocument.create({ updateMetadata: false })
  const trims = pages.map((page) => page.getTrimBox())
  const embedded = await target.embedPages(pages, trims.map(({ x, y, width, height }) => ({ left: x, bottom: y, right: x + width, top: y + height })))
  const [first] = trims
  if (!first) throw new Error('No page to impose')
  const { sheets, blanks } = planOf(pages.length, style, binding)
  const [rows, columns] = [sheets[0]!.front.length, sheets[0]!.front[0]!.length]
  const cell = sheet ? { width: sheet.width * point / columns, height: sheet.height * point / rows } : { width: first.width, height: first.height }
  const scale = Math.min(1, cell.width / first.width, cell.height / first.height)
  for (const { front, back } of sheets) for (const side of [front, back]) {
    const page = target.addPage([cell.width * columns, cell.height * rows])
    side.forEach((row, index) => row.forEach((place, column) => {
      const form = place.page === undefined ? undefined : embedded[place.page]
      if (form) put(page, form, place, { left: column * cell.width, bottom: (rows - 1 - index) * cell.height, ...cell, scale, creep: creep * point })
    }))
  }
  target.setTitle(source.getTitle() ?? '')
  target.setCreator('Tawazi')
  target.setProducer('Tawazi')
  return { bytes: await saved(target, '1.7'), sheets: sheets.length, blanks, scale }
}

interface Room {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly creep: number
}

/** A page lies at its spine, as high as the middle of its room, and moves into the spine by what its leaf is pushed out. */
function put(page: PDFPage, form: PDFEmbeddedPage, { isTurned, isSpineLeft, depth }: Place, { left, bottom, width, height, scale, creep }: Room): void {
  const isLeft = isSpineLeft !== isTurned
  const [formWidth, formHeight] = [form.width * scale, form.height * scale]
  const pushed = depth * creep * (isLeft ? -1 : 1)
  const x = left + (isLeft ? 0 : width - formWidth) + pushed
  const y = bottom + (height - formHeight) / 2
  const turn = isTurned ? [-scale, 0, 0, -scale, x + formWidth, y + formHeight] as const : [scale, 0, 0, scale, x, y] as const
  const name = page.node.newXObject('Page', form.ref)
  page.pushOperators(pushGraphicsState(), rectangle(left, bottom, width, height), clip(), endPath(), concatTransformationMatrix(...turn), drawObject(name), popGraphicsState())
}
