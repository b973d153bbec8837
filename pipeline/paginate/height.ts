/** Heights of stretches of galleys as they stand on a page, in CSS pixels. */

import type { Break, Galley, Line, NoteSlice, Row } from './model.ts'
import { largestRepeatedHead } from './weights.ts'

/** Whether the break parts a row, rather than standing before one. */
export function isCut({ cuts }: Break): boolean {
  for (const cut of cuts) if (cut > 0) return true
  return false
}

export const isSameBreak = (one: Break, other: Break): boolean =>
  one.row === other.row && one.cuts.every((cut, cell) => cut === other.cuts[cell])

/**
 * Height of a row's lines between two cuts, one for each cell; the cells begin as level with each other as they do
 * at the row's own top, where the first line of one may lie deeper for the sake of a common base line.
 */
export function levelHeight(row: Row, from: readonly number[], to: readonly number[]): number {
  const isWholeAbove = from.every((cut) => cut === 0)
  let height = 0
  for (const [cell, lines] of row.cells.entries()) {
    const [first, last] = [from[cell]!, to[cell]!]
    if (last > first) height = Math.max(height, lines[last - 1]!.bottom - (isWholeAbove ? row.top : lines[first]!.top - depthOf(row, cell)))
  }
  return height
}

/** By how much the first line of a cell lies deeper than the row's top; 0 in a row of one cell. */
const depthOf = ({ cells, top }: Row, cell: number): number => (cells.length > 1 ? (cells[cell]?.[0]?.top ?? top) - top : 0)

/** Where the text above the break ends in the galley, whose start lies in an earlier row or before this one. */
export function footOf({ rows }: Galley, at: Break): number {
  const row = rows[at.row]
  if (!row || !isCut(at)) return rows[at.row - 1]?.bottom ?? row?.top ?? 0
  let foot = row.top
  at.cuts.forEach((cut, cell) => { if (cut > 0) foot = Math.max(foot, row.cells[cell]![cut - 1]!.bottom) })
  return foot
}

/**
 * Where the text below the break begins in the galley. The rest of a cut row begins with all its cells level,
 * so it may begin below its first line's place in the galley.
 */
export function headOf({ rows }: Galley, at: Break): number {
  const row = rows[at.row]
  if (!row) return rows.at(-1)?.bottom ?? 0
  if (!isCut(at)) return row.top
  let deepest = row.top
  let rest = 0
  row.cells.forEach((lines, cell) => {
    const foot = lines.at(-1)?.bottom ?? row.top
    deepest = Math.max(deepest, foot)
    const first = lines[at.cuts[cell]!]
    if (first) rest = Math.max(rest, foot - first.top + depthOf(row, cell))
  })
  return deepest - rest
}

/** Height of the text from one break to another, pictures at their full size, without a repeated head of a table. */
export function textHeight(galley: Galley, from: Break, to: Break): number {
  if (isSameBreak(from, to)) return 0
  const row = galley.rows[from.row]
  if (row && from.row === to.row) return levelHeight(row, from.cuts, to.cuts)
  return footOf(galley, to) - headOf(galley, from)
}

/** By how much the pictures between two breaks may be made smaller, together. Rows with pictures are never cut. */
export const shrinkBetween = ({ rows }: Galley, from: Break, to: Break): number =>
  rows.slice(from.row, to.row).reduce((sum, { shrink }) => sum + shrink, 0)

/** First row of the head of the table that goes on at this break, if it is set once more above it. */
export function repeatedHead(galley: Galley, at: Break, room: number): number | undefined {
  const head = tableHead(galley.rows, at.row)
  return head !== undefined && tableHeadHeight(galley, head) <= room * largestRepeatedHead ? head : undefined
}

/** Of all rows of a table's head, with the space down to the first row of its body. */
export function tableHeadHeight({ rows }: Galley, head: number): number {
  let end = head
  while (rows[end]?.kind === 'table-head') end++
  return (rows[end] ?? rows[end - 1]!)[rows[end] ? 'top' : 'bottom'] - rows[head]!.top
}

function tableHead(rows: readonly Row[], body: number): number | undefined {
  const of = rows[body]
  if (of?.kind !== 'table-row') return undefined
  const isOfTable = (row: Row | undefined): boolean => row?.group === of.group && row?.section === of.section
  let at = body
  while (rows[at]?.kind === 'table-row' && isOfTable(rows[at])) at--
  if (rows[at]?.kind !== 'table-head' || !isOfTable(rows[at])) return undefined
  while (rows[at - 1]?.kind === 'table-head' && isOfTable(rows[at - 1])) at--
  return at
}

export const noteLines = ({ rows }: Galley, note: number): readonly Line[] => rows[note]?.cells[0] ?? []

/** Space above a note that is not the first on its page. */
export function spaceAbove({ rows }: Galley, note: number): number {
  const [before, row] = [rows[note - 1], rows[note]]
  return before && row ? Math.max(0, row.top - before.bottom) : 0
}

export function sliceHeight(notes: Galley, { note, from, to }: NoteSlice): number {
  const row = notes.rows[note]
  const lines = noteLines(notes, note)
  if (!row || (to === from && lines.length > 0)) return 0
  return (to < lines.length ? lines[to - 1]!.bottom : row.bottom) - (from > 0 ? lines[from]!.top : row.top)
}

/** Height of notes of one language one under the other, without the gap between text and notes. */
export const notesHeight = (notes: Galley, slices: readonly NoteSlice[]): number =>
  slices.reduce((sum, slice, index) => sum + sliceHeight(notes, slice) + (index > 0 ? spaceAbove(notes, slice.note) : 0), 0)
