/** One page of one galley: what it holds, and what that costs. */

import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { breakFaults } from './flaws.ts'
import { isSameBreak, noteLines, notesHeight, repeatedHead, sliceHeight, spaceAbove } from './height.ts'
import type { BreakKind, NoteSlice, PageFault, PageRoom, SetPage } from './model.ts'
import { calledHeight, calledNotes, layNotes, tolerance, wholeNote, type Calls, type LaidNotes } from './notes.ts'
import { heightBetween, type Places } from './places.ts'
import { leastNoteLines, mostNotes, runtLines, weights } from './weights.ts'

/** A section of a text, the notes called in it, and the room on its pages. */
export interface Column {
  readonly places: Places
  readonly calls: Bilingual<Calls>
  readonly room: PageRoom
}

/** Notes of earlier pages that are still to be set, in order; the first may have begun. */
export type Due = Bilingual<readonly NoteSlice[]>

export const nothingDue: Due = { en: [], ar: [] }

export const isDue = ({ en, ar }: Due): boolean => en.length > 0 || ar.length > 0

interface LaidPage {
  /** Text with its pictures at their full size. */
  readonly text: number
  readonly shrink: number
  readonly notes: Bilingual<LaidNotes>
  readonly notesHeight: number
}

/** Notes get the room that the text leaves, pictures made smaller for them as far as that goes. */
function layPage({ places, calls, room }: Column, from: number, to: number, due: Due): LaidPage {
  const text = heightBetween(places, from, to)
  const shrinkable = places.shrink[to]! - places.shrink[from]!
  const free = room.height - text + shrinkable - room.noteGap
  const notes = bilingual((language) =>
    layNotes(calls[language].notes, [...due[language], ...calledNotes(calls[language], from, to)], free, from === to))
  const laidHeight = Math.max(...languages.map((language) => notesHeight(calls[language].notes, notes[language].laid)))
  const height = notes.en.laid.length + notes.ar.laid.length > 0 ? laidHeight + room.noteGap : 0
  return { text, notes, notesHeight: height, shrink: Math.min(shrinkable, Math.max(0, text + height - room.height)) }
}

/** What the page between two places leaves to the next. */
export function dueAfter(column: Column, from: number, to: number, due: Due): Due {
  if (holdsAllNotes(column, from, to, due)) return nothingDue
  const { notes } = layPage(column, from, to, due)
  return isDue({ en: notes.en.rest, ar: notes.ar.rest }) ? { en: notes.en.rest, ar: notes.ar.rest } : nothingDue
}

/** How many lines of notes that is. */
export function linesAfter(column: Column, from: number, to: number, due: Due): number {
  if (holdsAllNotes(column, from, to, due)) return 0
  const { notes } = layPage(column, from, to, due)
  return restLines(notes.en) + restLines(notes.ar)
}

const restLines = ({ rest }: LaidNotes): number => rest.reduce((sum, { from, to }) => sum + to - from, 0)

/** Whether no note is parted or left to the next page. */
function holdsAllNotes(column: Column, from: number, to: number, due: Due): boolean {
  const { places, room } = column
  const notes = wholeNotesHeight(column, from, to, due)
  return notes === 0 || heightBetween(places, from, to) - places.shrink[to]! + places.shrink[from]! + notes <= room.height + tolerance
}

/**
 * Cost of the page between two places, in points, but for what depends on its counterpart. Its blank is free if it is the last.
 * May be told as infinite where it is not under `limit`.
 */
export function pageCost(column: Column, from: number, to: number, due: Due, isLast: boolean, limit = Infinity): number {
  const { places, room } = column
  const text = heightBetween(places, from, to)
  const shrinkable = places.shrink[to]! - places.shrink[from]!
  const over = text - shrinkable - room.height
  const own = (from === to ? 0 : places.flaws[to]!) + (isLast ? runtCost(places, from, to) : 0)
    + (over > tolerance ? weights.overfull * (1 + over / room.height) : 0)
  const notes = wholeNotesHeight(column, from, to, due)
  if (notes === 0 || text - shrinkable + notes <= room.height + tolerance) return own + fillCost(room, text + notes, shrinkable, isLast) + crowdedCost(room, notes)
  // A note has to be parted, and it takes a while to find out where.
  if (own + weights.carriedLine >= limit) return Infinity
  const laid = layPage(column, from, to, due)
  return own + fillCost(room, text + laid.notesHeight, shrinkable, isLast) + crowdedCost(room, laid.notesHeight) + carriedCost(column, laid, due)
    + stalledCost(column, laid, due)
}

/**
 * For blank lines under text that runs on, where the next place at which the page could end would have been on it too; in points.
 * What is not under `limit` may be told as infinite.
 */
export function idleCost(column: Column, from: number, to: number, due: Due, limit: number): number {
  const { places, room } = column
  const next = places.next[to]!
  if (next === 0 || limit <= 0) return 0
  const free = room.height + tolerance - heightBetween(places, from, next)
  if (free < 0 || begunNotesHeight(column, from, to, next, due) > free) return 0
  const blank = room.height - heightBetween(places, from, to) - wholeNotesHeight(column, from, to, due)
  return weights.idle * (Math.max(0, blank) / places.leading[to]!) ** 2
}

/** Height of the notes of a page up to `next`, the last of those called from `to` on only begun there, with the gap above them. */
function begunNotesHeight({ calls, room }: Column, from: number, to: number, next: number, due: Due): number {
  const height = Math.max(begunHeight(calls.en, from, to, next, due.en), begunHeight(calls.ar, from, to, next, due.ar))
  return height > 0 ? height + room.noteGap : 0
}

function begunHeight(calls: Calls, from: number, to: number, next: number, due: readonly NoteSlice[]): number {
  const whole = languageHeight(calls, from, next, due)
  if (calls.above[next] === calls.above[to]) return whole
  const last = wholeNote(calls.notes, calls.order[calls.above[next]! - 1]!)
  return whole - sliceHeight(calls.notes, last) + sliceHeight(calls.notes, { ...last, to: Math.min(last.to, leastNoteLines) })
}

/** Blank, or pictures made smaller, for content of this height. */
function fillCost({ height }: PageRoom, content: number, shrinkable: number, isLast: boolean): number {
  if (content > height) return shrinkable > 0 ? weights.shrink * Math.min(1, (content - height) / shrinkable) ** 2 : 0
  return isLast ? 0 : weights.blank * (1 - content / height) ** 2
}

/** For notes that leave the text too little of the page. */
const crowdedCost = ({ height }: PageRoom, notes: number): number =>
  weights.crowded * (Math.max(0, notes / height - mostNotes) / (1 - mostNotes)) ** 2

function runtCost({ lines }: Places, from: number, to: number): number {
  const own = lines[to]! - lines[from]!
  return from > 0 && own > 0 && own < runtLines ? weights.runt * (runtLines - own) : 0
}

/** Height of all notes of a page with the gap above them, none of them parted; 0 if there are none. */
function wholeNotesHeight({ calls, room }: Column, from: number, to: number, due: Due): number {
  const height = Math.max(languageHeight(calls.en, from, to, due.en), languageHeight(calls.ar, from, to, due.ar))
  return height > 0 ? height + room.noteGap : 0
}

function languageHeight(calls: Calls, from: number, to: number, due: readonly NoteSlice[]): number {
  const called = calledHeight(calls, from, to)
  if (due.length === 0) return called
  return notesHeight(calls.notes, due) + (called > 0 ? spaceAbove(calls.notes, calls.order[calls.above[from]!]!) + called : 0)
}

function carriedCost({ calls }: Column, { notes }: LaidPage, due: Due): number {
  let cost = 0
  for (const language of languages) {
    const { rest } = notes[language]
    const isParted = rest[0] !== undefined && rest[0].from > 0
    cost += weights.carriedLine * restLines(notes[language]) + (isParted ? weights.partedNote : 0)
      + weights.lateNote * lateNotes(calls[language], notes[language], due[language])
  }
  return cost
}

/** For a page on which a note goes on that is not ended there, though the page has room for more of it. */
function stalledCost({ room: { height } }: Column, { notes, notesHeight }: LaidPage, due: Due): number {
  const isStalled = languages.some((language) => unended(notes[language], due[language]) > 0)
  return isStalled ? weights.stalledNote * Math.max(0, 1 - notesHeight / height / mostNotes) ** 2 : 0
}

/** How many of the notes that were due are not ended. What is left is the end of these and then of what is called on the page. */
function unended({ laid, rest }: LaidNotes, due: readonly NoteSlice[]): number {
  const isParted = rest[0] !== undefined && laid.at(-1)?.note === rest[0].note
  return Math.max(0, due.length - laid.length + (isParted ? 1 : 0))
}

/** How many notes called on this page have too few lines on it. */
function lateNotes({ notes }: Calls, { laid, rest }: LaidNotes, due: readonly NoteSlice[]): number {
  return rest.slice(unended({ laid, rest }, due)).filter(({ note, from }) => from < Math.min(leastNoteLines, noteLines(notes, note).length)).length
}

/** How a page of a section is told. */
export interface PageName {
  readonly section: number
  readonly ends: BreakKind
}

/** The page between two places, and what it leaves to the next. */
export function setPage(column: Column, from: number, to: number, due: Due, { section, ends }: PageName): { page: SetPage; due: Due } {
  const { places: { galley, breaks }, calls, room } = column
  const laid = layPage(column, from, to, due)
  const [first, last] = [breaks[from]!, breaks[to]!]
  const height = laid.text - laid.shrink
  const blank = room.height - height - laid.notesHeight
  const isLate = languages.some((language) => lateNotes(calls[language], laid.notes[language], due[language]) > 0)
  const faults: PageFault[] = [
    ...(from === to ? [] : breakFaults(galley, first, last)),
    ...(blank < -tolerance ? ['overfull' as const] : []),
    ...(isLate ? ['late-note' as const] : []),
  ]
  return {
    due: { en: laid.notes.en.rest, ar: laid.notes.ar.rest },
    page: {
      section, from: first, to: last, columns: undefined,
      repeats: isSameBreak(first, last) ? undefined : repeatedHead(galley, first, room.height),
      notes: { en: laid.notes.en.laid, ar: laid.notes.ar.laid },
      height, notesHeight: laid.notesHeight, shrink: laid.shrink, spread: 0, blank, ends, faults,
    },
  }
}
