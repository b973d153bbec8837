/** Notes at the foot of pages: in which order they fall due, and how far they go on each page. */

import { noteLines, sliceHeight, spaceAbove } from './height.ts'
import type { Language } from '../model/language.ts'
import type { Break, Galley, Line, NoteSlice, Row } from './model.ts'
import { leastNoteLines } from './weights.ts'

/** Notes of one language in the order of their calls in a section of a text. */
export interface Calls {
  readonly notes: Galley
  readonly order: readonly number[]
  /** For each place of the text: how many of them are called above it. */
  readonly above: Int32Array
  /** Heights of the first so many, one under the other, each with the space above it. */
  readonly heights: Float64Array
}

/** Adds the notes of a language that are called in a text between two breaks. */
function addCalls(rows: readonly Row[], language: Language, from: Break, to: Break, add: (note: number) => void): void {
  for (let at = from.row; at <= to.row; at++) {
    rows[at]?.cells.forEach((lines, cell) => {
      const first = at === from.row ? from.cuts[cell]! : 0
      const last = at === to.row ? to.cuts[cell]! : lines.length
      for (let line = first; line < last; line++) {
        for (const call of lines[line]!.notes) if (call.language === language) add(call.note)
      }
    })
  }
}

/**
 * Calls of a section whose text may be broken at these places. A note that is called again stands where it is called
 * first; `seen` holds those of earlier sections, and grows. `uncalled` are notes without a reference: they end the section.
 */
export function callsOf(galley: Galley, notes: Galley, language: Language, places: readonly Break[], seen: Set<number>, uncalled: readonly number[]): Calls {
  const order: number[] = []
  const above = new Int32Array(places.length)
  const add = (note: number): void => {
    if (seen.has(note) || !notes.rows[note]) return
    seen.add(note)
    order.push(note)
  }
  places.forEach((place, index) => {
    if (index > 0) addCalls(galley.rows, language, places[index - 1]!, place, add)
    if (index === places.length - 1) uncalled.forEach(add)
    above[index] = order.length
  })
  return { notes, order, above, heights: heightsOf(notes, order) }
}

function heightsOf(notes: Galley, order: readonly number[]): Float64Array {
  const heights = new Float64Array(order.length + 1)
  order.forEach((note, index) => {
    heights[index + 1] = heights[index]! + spaceAbove(notes, note) + sliceHeight(notes, wholeNote(notes, note))
  })
  return heights
}

export const wholeNote = (notes: Galley, note: number): NoteSlice => ({ note, from: 0, to: noteLines(notes, note).length })

/** Whole notes called between two places. */
export const calledNotes = ({ notes, order, above }: Calls, from: number, to: number): NoteSlice[] =>
  order.slice(above[from], above[to]).map((note) => wholeNote(notes, note))

/** Height of whole notes called between two places. */
export function calledHeight({ notes, order, above, heights }: Calls, from: number, to: number): number {
  const [first, end] = [above[from]!, above[to]!]
  return first === end ? 0 : heights[end]! - heights[first]! - spaceAbove(notes, order[first]!)
}

export interface LaidNotes {
  readonly laid: readonly NoteSlice[]
  readonly rest: readonly NoteSlice[]
}

/**
 * Lays notes in order into a height as far as they go; the rest waits for the next page. A note is not parted before
 * its last line if it has enough others. `isForced` lays one line even where there is no room for it.
 */
export function layNotes(notes: Galley, due: readonly NoteSlice[], height: number, isForced = false): LaidNotes {
  const laid: NoteSlice[] = []
  let used = 0
  for (const [index, slice] of due.entries()) {
    const space = index > 0 ? spaceAbove(notes, slice.note) : 0
    const to = lastThatFits(notes, slice, height - used - space, isForced && index === 0)
    if (to > slice.from || slice.to === slice.from) laid.push({ ...slice, to })
    if (to < slice.to) return { laid, rest: [{ ...slice, from: to }, ...due.slice(index + 1)] }
    used += space + sliceHeight(notes, slice)
  }
  return { laid, rest: [] }
}

function lastThatFits(notes: Galley, slice: NoteSlice, height: number, isForced: boolean): number {
  if (sliceHeight(notes, slice) <= height + tolerance) return slice.to
  const lines = noteLines(notes, slice.note)
  const end = height + tolerance + (slice.from > 0 ? lines[slice.from]!.top : notes.rows[slice.note]!.top)
  let to = slice.from
  while (to < slice.to - 1 && lines[to]!.bottom <= end) to++
  if (to === slice.from && isForced) return Math.min(slice.from + 1, slice.to)
  const leavesOne = slice.to - to === 1
  return beforeHyphen(lines, slice.from, leavesOne && to - slice.from > leastNoteLines ? to - 1 : to)
}

/** The last place up to `to` that is not inside a word, if enough lines stand before it. */
function beforeHyphen(lines: readonly Line[], from: number, to: number): number {
  let at = to
  while (at - from > leastNoteLines && lines[at - 1]!.isHyphenated) at--
  return at > from && lines[at - 1]!.isHyphenated ? to : at
}

/** Lengths that differ by less are equal: a browser rounds to 1/64 of a pixel. */
export const tolerance = 0.05
