/** Where the pages of a sheet lie, and where it is cut and folded; in points. */

import type { Imposition } from './index.ts'
import { marksRoom, type Block, type Lines } from './marks.ts'
import type { Place, PlannedSheet } from './plan.ts'

const point = 72 / 25.4

export interface Layout {
  readonly width: number
  readonly height: number
  /** All pages together, with their bleed. */
  readonly block: Block
  readonly scale: number
  /** Room of a page: its trim, and bleed on the three sides that are cut. */
  cell(row: number, column: number): Block
  lines(side: PlannedSheet['front']): Lines
}

/** Pages shrink where a sheet is given that they do not fit on; all are as large as the first. */
export function sheetLayout(trim: { width: number; height: number }, { front }: PlannedSheet, { sheet, bleed, marks }: Imposition): Layout {
  const [rows, columns] = [front.length, front[0]!.length]
  const around = marks ? 2 * marksRoom : 0
  const [pageWidth, pageHeight] = [trim.width + bleed * point, trim.height + 2 * bleed * point]
  const paper = sheet ? { width: sheet.width * point, height: sheet.height * point } : { width: pageWidth * columns + around, height: pageHeight * rows + around }
  const room = { width: (paper.width - around) / columns, height: (paper.height - around) / rows }
  const scale = Math.min(1, room.width / pageWidth, room.height / pageHeight)
  // Without marks a page has the room that the sheet gives it; with them, what it needs, so that marks stand beside it.
  const size = marks ? { width: pageWidth * scale, height: pageHeight * scale } : room
  const block = { left: (paper.width - size.width * columns) / 2, bottom: (paper.height - size.height * rows) / 2, width: size.width * columns, height: size.height * rows }
  const cell = (row: number, column: number): Block => ({ left: block.left + column * size.width, bottom: block.bottom + (rows - 1 - row) * size.height, ...size })
  const between = (count: number, from: number, step: number) => Array.from({ length: count - 1 }, (_, at) => from + (at + 1) * step)
  return {
    ...paper, block, scale, cell,
    lines: ([row = []]) => ({
      cuts: {
        x: row.map((place, column) => foreEdge(place, cell(0, column), trim.width * scale)),
        y: Array.from({ length: rows }, (_, at) => cell(at, 0).bottom).flatMap((bottom) => [bottom + bleed * point * scale, bottom + (bleed * point + trim.height) * scale]),
      },
      folds: { x: between(columns, block.left, size.width), y: between(rows, block.bottom, size.height) },
    }),
  }
}

const foreEdge = ({ isSpineLeft, isTurned }: Place, { left, width }: Block, trim: number): number => (isSpineLeft !== isTurned ? left + trim : left + width - trim)
