/** What stands where on a set page, as runs of even lines; for those who draw it. */

import { headHeight } from './continued.ts'
import { headOf, noteLines, repeatedHead, sliceHeight, spaceAbove, tableHeadHeight } from './height.ts'
import type { Break, ContinuedHead, Galley, Line, NoteSlice, Row, RowKind, SetPage, Slot } from './model.ts'
import { spreadRows } from './spread.ts'

/** Lines of one height, one under the other. */
export interface Bar {
  readonly kind: RowKind
  /** Cell of its row; 0 in a row of one. */
  readonly cell: number
  /** How many cells its row has. */
  readonly of: number
  readonly slot: Slot
  /** Pixels from the head of the type area. */
  readonly top: number
  readonly bottom: number
  readonly lines: number
  /** Its last line is the last of its row. */
  readonly isEnd: boolean
}

/** Bars of the text of a page, its pictures made as small as they are set; `room` is the height of the page. */
export function textBars(galley: Galley, page: SetPage, room: number): Bar[] {
  if (!page.columns) return stretchBars(galley, page, room)
  const { across, begins: [first, second], heads } = page.columns
  const column = (slot: Slot, from: Break, to: Break, head: ContinuedHead | undefined): Bar[] => {
    const down = across + headHeight(galley, from, head)
    return stretchBars(galley, { ...page, from, to }, room).map((bar) => ({ ...bar, slot, top: bar.top + down, bottom: bar.bottom + down }))
  }
  return [...stretchBars(galley, { ...page, to: first }, room), ...column('first', first, second, heads[0]), ...column('second', second, page.to, heads[1])]
}

function stretchBars(galley: Galley, page: SetPage, room: number): Bar[] {
  const { from, to } = page
  const bars: Bar[] = []
  let shift = headOf(galley, from)
  const head = page.repeats === undefined ? undefined : repeatedHead(galley, from, room)
  if (head !== undefined) {
    const height = tableHeadHeight(galley, head)
    bars.push({ kind: 'table-head', cell: 0, of: 1, slot: 'across', top: 0, bottom: height, lines: 1, isEnd: true })
    shift -= height
  }
  const rows = galley.rows.slice(from.row, to.row + 1)
  const lowered = page.spread > 0 ? new Set(spreadRows(galley, from, to)) : new Set<number>()
  const shrinkable = rows.reduce((sum, { shrink }) => sum + shrink, 0)
  rows.forEach((row, index) => {
    const at = from.row + index
    const isCutAbove = at === from.row && from.cuts.some((cut) => cut > 0)
    if (lowered.has(at)) shift -= page.spread
    const smaller = shrinkable > 0 ? page.shrink * row.shrink / shrinkable : 0
    const ofRow = row.cells.flatMap((lines, cell) => {
      const first = at === from.row ? from.cuts[cell] ?? 0 : 0
      const last = at === to.row ? to.cuts[cell] ?? 0 : lines.length
      const depth = row.cells.length > 1 ? (lines[0]?.top ?? row.top) - row.top : 0
      // The rest of a cut row begins with its cells level, each as deep as it was.
      const above = isCutAbove ? (lines[first]?.top ?? 0) - depth - (headOf(galley, from) - shift) : shift
      return barsOf(row, cell, lines.slice(first, last), above, last === lines.length).map((bar) => ({ ...bar, bottom: bar.bottom - smaller }))
    })
    bars.push(...(row.kind.startsWith('table') ? joined(ofRow) : ofRow))
    shift += smaller
  })
  return bars
}

/** The cells of a table's row are no columns of text: it is one thing. */
function joined([first, ...others]: readonly Bar[]): Bar[] {
  if (!first) return []
  const edges = [first, ...others]
  return [{ ...first, cell: 0, of: 1, lines: 1, top: Math.min(...edges.map(({ top }) => top)), bottom: Math.max(...edges.map(({ bottom }) => bottom)), isEnd: edges.some(({ isEnd }) => isEnd) }]
}

/** Bars of one language's notes, the first of which begins at `top`. */
export function noteBars(notes: Galley, slices: readonly NoteSlice[], top: number): Bar[] {
  let at = top
  return slices.flatMap((slice, index) => {
    const row = notes.rows[slice.note]
    if (!row) return []
    if (index > 0) at += spaceAbove(notes, slice.note)
    const lines = noteLines(notes, slice.note).slice(slice.from, slice.to)
    const bars = barsOf(row, 0, lines, (slice.from > 0 ? lines[0]?.top ?? 0 : row.top) - at, slice.to === noteLines(notes, slice.note).length)
    at += sliceHeight(notes, slice)
    return bars
  })
}

/** Pixels by which the heights of lines that look even may differ. */
const uneven = 1

function barsOf({ kind, cells }: Row, cell: number, lines: readonly Line[], above: number, isWhole: boolean): Bar[] {
  const runs: { top: number; bottom: number; lines: number }[] = []
  let before: Line | undefined
  for (const line of lines) {
    const run = runs.at(-1)
    const height = line.bottom - line.top
    if (run && before && Math.abs(line.top - before.bottom) < uneven && Math.abs(height - (before.bottom - before.top)) < uneven) {
      run.bottom = line.bottom
      run.lines++
    } else {
      runs.push({ top: line.top, bottom: line.bottom, lines: 1 })
    }
    before = line
  }
  return runs.map((run, index) => ({
    kind, cell, of: cells.length, slot: 'across', top: run.top - above, bottom: run.bottom - above, lines: run.lines, isEnd: isWhole && index === runs.length - 1,
  }))
}
