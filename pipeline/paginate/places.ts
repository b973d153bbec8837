/** The places where a page may end, in the order of reading, with all that is known of each beforehand. */

import type { Bilingual } from '../model/language.ts'
import { closingCost, flawCost, flawsOf, loneLineCost, unlevelCost } from './flaws.ts'
import { footOf, headOf, isCut, levelHeight, repeatedHead, tableHeadHeight } from './height.ts'
import type { Break, Galley, Line, PageRoom, Row, SegmentEnd } from './model.ts'
import { longSegment, runtLines, weights } from './weights.ts'

/** Where the last segment of each bead ends; undefined where a side has none. */
export type Tie = Bilingual<SegmentEnd | undefined>

/** Rows `from` ≤ i < `to`. */
export interface RowRange {
  readonly from: number
  readonly to: number
}

/** Of one section in one galley; parallel arrays over its places. */
export interface Places {
  readonly galley: Galley
  readonly breaks: readonly Break[]
  /** Where the text above ends, and the text below begins less a table's head repeated above it, in the galley. */
  readonly foot: Float64Array
  readonly head: Float64Array
  /** By how much pictures above may be made smaller, together. */
  readonly shrink: Float64Array
  /** Lines above, those of the longest cell of each row. */
  readonly lines: Int32Array
  /** Cost of a page that ends here, in points. */
  readonly flaws: Float64Array
  /** Where text runs on: the next place at which a page may end without a flaw, at a distance that may be too far; 0 elsewhere. */
  readonly next: Int32Array
  /** Height of the line below the place, 1 at least. */
  readonly leading: Float64Array
  /** 1 where the place parts a row of several cells, which are level again above the rest. */
  readonly isLevelled: Uint8Array
  /** 1 where the place parts a row near to where a bead ends. */
  readonly isTied: Uint8Array
}

/** Height between two places, with a repeated head of a table; the same as `textHeight` and its head. */
export function heightBetween({ galley, breaks, foot, head, isLevelled }: Places, from: number, to: number): number {
  if (from === to) return 0
  if (isLevelled[from] === 0) return foot[to]! - head[from]!
  const [first, last] = [breaks[from]!, breaks[to]!]
  if (first.row !== last.row) return foot[to]! - head[from]!
  return levelHeight(galley.rows[first.row]!, first.cuts, last.cuts) + headOf(galley, first) - head[from]!
}

/** Columns take `ties`, so that rows are cut rather where beads end. */
export function placesOf(galley: Galley, range: RowRange, room: PageRoom, ties: readonly Tie[] = []): Places {
  const heads = repeatedHeights(galley, range, room)
  const { breaks, tied } = breaksOf(galley, range, room.height, heads, ties)
  const measure = (of: (at: Break) => number): Float64Array => filled(new Float64Array(breaks.length), breaks, of)
  const [shrinkAbove, linesAbove] = sums(galley.rows, range)
  const flaws = measure((at) => flawCost(flawsOf(galley, at)) + loneLineCost(galley, at) + closingCost(galley, at) + unlevelCost(galley, at))
  return {
    galley,
    breaks,
    foot: measure((at) => footOf(galley, at)),
    head: measure((at) => headOf(galley, at) - (heads[at.row - range.from] ?? 0)),
    shrink: measure((at) => shrinkAbove[at.row - range.from]!),
    lines: filled(new Int32Array(breaks.length), breaks, (at) => linesAbove[at.row - range.from]! + Math.max(0, ...at.cuts)),
    flaws,
    next: nextPlaces(galley, breaks, flaws),
    leading: measure((at) => leadingBelow(galley, at)),
    isLevelled: filled(new Uint8Array(breaks.length), breaks, (at) => at.cuts.length > 1 && isCut(at) ? 1 : 0),
    isTied: filled(new Uint8Array(breaks.length), tied, Number),
  }
}

/** Faster than `from`, which goes by way of an iterator. */
function filled<To extends Float64Array | Int32Array | Uint8Array, From>(array: To, from: readonly From[], of: (one: From) => number): To {
  for (let at = 0; at < from.length; at++) array[at] = of(from[at]!)
  return array
}

function nextPlaces({ rows }: Galley, breaks: readonly Break[], flaws: Float64Array): Int32Array {
  const next = new Int32Array(breaks.length)
  for (let place = breaks.length - 1, sound = 0; place > 0; place--) {
    if (runsOn(rows, breaks[place]!)) next[place] = sound
    if (flaws[place]! < weights.loneLine) sound = place
  }
  return next
}

function leadingBelow({ rows }: Galley, { row, cuts }: Break): number {
  let height = 1
  rows[row]?.cells.forEach((lines, cell) => {
    const line = lines[cuts[cell]!]
    if (line) height = Math.max(height, line.bottom - line.top)
  })
  return height
}

/** Whether running text stands above and below a break, so that nothing seen on the page tells why it ends there; columns end where their beads do. */
function runsOn(rows: readonly Row[], at: Break): boolean {
  if ((rows[at.row]?.cells.length ?? 1) > 1) return false
  if (isCut(at)) return true
  const [before, row] = [rows[at.row - 1], rows[at.row]]
  return isRunning(before) && isRunning(row) && before.section === row.section
}

const isRunning = (row: Row | undefined): row is Row => row?.kind === 'text' && row.group === undefined

/** Running sums over rows of what pictures can give up, and of lines. */
function sums(rows: readonly Row[], { from, to }: RowRange): [Float64Array, Int32Array] {
  const shrink = new Float64Array(to - from + 1)
  const lines = new Int32Array(to - from + 1)
  for (let at = from; at < to; at++) {
    shrink[at - from + 1] = shrink[at - from]! + rows[at]!.shrink
    // A picture is not short, though it is one thing.
    const own = rows[at]!.kind === 'figure' ? runtLines : Math.max(0, ...rows[at]!.cells.map((cell) => cell.length))
    lines[at - from + 1] = lines[at - from]! + own
  }
  return [shrink, lines]
}

/** For each row, the height of the table's head that is set once more above it on a page that begins there. */
function repeatedHeights(galley: Galley, { from, to }: RowRange, room: PageRoom): Float64Array {
  const heights = new Float64Array(to - from)
  for (let row = from; row < to; row++) {
    const [before, own] = [galley.rows[row - 1], galley.rows[row]]
    if (own?.kind !== 'table-row') continue
    const goesOn = row > from && before?.kind === 'table-row' && before.group === own.group
    const head = goesOn ? undefined : repeatedHead(galley, { row, cuts: [] }, room.height)
    heights[row - from] = goesOn ? heights[row - from - 1]! : head === undefined ? 0 : tableHeadHeight(galley, head)
  }
  return heights
}

interface Cut {
  readonly cuts: readonly number[]
  readonly isTied: boolean
}

function breaksOf(galley: Galley, { from, to }: RowRange, room: number, heads: Float64Array, ties: readonly Tie[]): { breaks: Break[]; tied: boolean[] } {
  const tiesIn = tiesByRow(ties)
  const breaks: Break[] = []
  const tied: boolean[] = []
  const add = (at: Break, isTied: boolean): void => {
    breaks.push(at)
    tied.push(isTied)
  }
  for (let row = from; row < to; row++) {
    add(beforeRow(galley, row), false)
    const cuts = cutsOf(galley.rows[row]!, room - heads[row - from]!, tiesIn.get(row) ?? [])
    for (const cut of cuts) add({ row, cuts: cut.cuts }, cut.isTied)
  }
  add(beforeRow(galley, to), false)
  return { breaks, tied }
}

export const beforeRow = ({ rows }: Galley, row: number): Break => ({ row, cuts: rows[row]?.cells.map(() => 0) ?? [] })

/** Ties both of whose ends lie in one row. */
function tiesByRow(ties: readonly Tie[]): Map<number, Tie[]> {
  const byRow = new Map<number, Tie[]>()
  for (const tie of ties) {
    const row = tie.en?.row ?? tie.ar?.row
    if (row === undefined || (tie.ar && tie.ar.row !== row)) continue
    const inRow = byRow.get(row)
    if (inRow) inRow.push(tie)
    else byRow.set(row, [tie])
  }
  return byRow
}

/** Every cut inside a row, in order; none goes back on another in any cell. */
function cutsOf(row: Row, room: number, ties: readonly Tie[]): Cut[] {
  if (!mayBeCut(row, room)) return []
  if (row.cells.length === 1) return row.cells[0]!.slice(1).map((_, line) => ({ cuts: [line + 1], isTied: false }))
  const none = row.cells.map(() => 0)
  const whole = row.cells.map((lines) => lines.length)
  const tied = tiedCuts(row, ties)
  const marks = [none, ...tied, whole]
  return marks.slice(1).flatMap((mark, index) => {
    const last = marks[index]!
    const isLong = tied.length === 0 || mark.some((cut, cell) => cut - last[cell]! > longSegment)
    const level = isLong ? levelCuts(row, last, mark).map((cuts) => ({ cuts, isTied: false })) : []
    return mark === whole ? level : [...level, { cuts: mark, isTied: true }]
  })
}

/** A picture is never cut; a heading or a row of a table only if no page could hold it. */
function mayBeCut({ kind, cells, top, bottom }: Row, room: number): boolean {
  if (cells.every((lines) => lines.length < 2)) return false
  switch (kind) {
    case 'figure': return false
    case 'heading': case 'table-head': case 'table-row': return bottom - top > room
    case 'text': case 'verse': case 'note': return true
  }
}

/** Cuts of a row of columns after the lines nearest to where its beads end. */
function tiedCuts({ cells }: Row, ties: readonly Tie[]): number[][] {
  const cuts: number[][] = []
  let last = cells.map(() => 0)
  for (const tie of ties) {
    const next = [...last]
    for (const end of [tie.en, tie.ar]) {
      const length = cells[end?.cell ?? -1]?.length
      if (end && length !== undefined) next[end.cell] = Math.max(last[end.cell]!, Math.min(length, end.line + (end.share < 0.5 ? 0 : 1)))
    }
    const isInside = next.some((cut) => cut > 0) && next.some((cut, cell) => cut < cells[cell]!.length)
    if (isInside && next.some((cut, cell) => cut !== last[cell])) cuts.push(next)
    last = next
  }
  return cuts
}

/** Between two cuts, after each line of the tallest cell that has several, with the line of each other cell that ends nearest to its height. */
function levelCuts({ cells, top }: Row, from: readonly number[], to: readonly number[]): number[][] {
  const lengths = to.map((cut, cell) => cut - from[cell]!)
  const heights = cells.map((lines, cell) => (lengths[cell]! > 1 ? bottomOf(lines, to[cell]!, top) - bottomOf(lines, from[cell]!, top) : 0))
  const longest = heights.indexOf(Math.max(...heights))
  const at = [...from]
  return Array.from({ length: Math.max(0, lengths[longest]! - 1) }, (_, line) => {
    const height = bottomOf(cells[longest]!, from[longest]! + line + 1, top)
    at.forEach((_cut, cell) => {
      if (cell === longest) at[cell] = from[cell]! + line + 1
      else while (at[cell]! < to[cell]! && isNearer(cells[cell]!, at[cell]! + 1, at[cell]!, top, height)) at[cell]!++
    })
    return [...at]
  })
}

const bottomOf = (lines: readonly Line[], cut: number, top: number): number => cut > 0 ? lines[cut - 1]!.bottom : top

const isNearer = (lines: readonly Line[], cut: number, than: number, top: number, height: number): boolean =>
  Math.abs(bottomOf(lines, cut, top) - height) < Math.abs(bottomOf(lines, than, top) - height)
