/** Pages of one galley: one language alone, columns, or interlinear stacks. */

import { bilingual, type Bilingual } from '../model/language.ts'
import { breakKind, isInPassage } from './flaws.ts'
import { isCut } from './height.ts'
import type { BreakKind, Galley, PageRoom, SetPage } from './model.ts'
import { callsOf, tolerance, wholeNote } from './notes.ts'
import { dueAfter, idleCost, isDue, linesAfter, nothingDue, pageCost, setPage, type Column, type Due } from './page.ts'
import { cheapestPath, type Steps } from './path.ts'
import { heightBetween, placesOf, type Places, type RowRange, type Tie } from './places.ts'
import { rangesOf, sectionsOf, uncalledNotes } from './sections.ts'
import { weights } from './weights.ts'

export interface PageSettings {
  /** Whether passages would rather stay whole, as in a text of two languages. */
  readonly keepsPassages: boolean
  /** Of columns: where their beads end, in order; rows are then rather cut there. */
  readonly ties: readonly Tie[]
}

/**
 * Breaks a galley into pages, each section beginning a new one; pages that cost least in points (`weights`).
 *
 * Takes time in proportion to the lines times those of a page. Optimal, but for notes that go on over pages (see
 * `cheapestPath`). What no page holds stands on one of its own with the fault `overfull`; the room itself must be above 0.
 */
export function choosePages(galley: Galley, notes: Bilingual<Galley>, room: PageRoom, settings: Partial<PageSettings> = {}): SetPage[] {
  const { ties = [], keepsPassages = false } = settings
  const sections = sectionsOf([galley])
  return columnsOf(galley, notes, room, sections, ties).flatMap((column, index) => {
    const extra = Float64Array.from(column.places.breaks, (_at, place) => parallelCost(column.places, place, keepsPassages, ties.length > 0))
    return pagesOf(column, sections[index]!, extra)
  })
}

/** Each section of a galley, with its notes. */
export function columnsOf(galley: Galley, notes: Bilingual<Galley>, room: PageRoom, sections: readonly number[], ties: readonly Tie[] = []): Column[] {
  if (!(room.height > 0)) throw new Error('A page without room')
  const seen = { en: new Set<number>(), ar: new Set<number>() }
  const uncalled = bilingual((language) => uncalledNotes(notes[language], [galley], language, sections))
  const tiesIn = tiesBySection(rangesOf(galley, sections), ties)
  return rangesOf(galley, sections).map((range, index) => {
    const places = placesOf(galley, range, room, tiesIn[index])
    const calls = bilingual((language) =>
      callsOf(galley, notes[language], language, places.breaks, seen[language], uncalled[language][index] ?? []))
    return { places, calls, room }
  })
}

function tiesBySection(ranges: readonly RowRange[], ties: readonly Tie[]): Tie[][] {
  const sectionOfRow = new Int32Array(ranges.at(-1)?.to ?? 0)
  ranges.forEach(({ from, to }, index) => sectionOfRow.fill(index, from, to))
  const bySection = ranges.map((): Tie[] => [])
  for (const tie of ties) bySection[sectionOfRow[tie.en?.row ?? tie.ar?.row ?? -1] ?? -1]?.push(tie)
  return bySection
}

/** What a page that ends at a place costs because it parts what the languages have in common. */
function parallelCost({ galley, breaks, isTied }: Places, place: number, keepsPassages: boolean, hasTies: boolean): number {
  const at = breaks[place]!
  return (keepsPassages && isInPassage(galley, at) ? weights.brokenPassage : 0)
    + (keepsPassages && hasTies && isCut(at) && isTied[place] === 0 ? weights.brokenSegment : 0)
}

/** Notes that are due before a section's first page: of a section without text, all. */
export const firstDue = ({ calls, places }: Column): Due =>
  places.breaks.length > 1 ? nothingDue : bilingual((language) => calls[language].order.map((note) => wholeNote(calls[language].notes, note)))

/** Pages of a section as steps on a path; `extra` is a cost in points for each place at which a page may end. */
export function pageSteps(column: Column, extra: Float64Array): Steps<Due> {
  const { places, room } = column
  const last = places.breaks.length - 1
  return {
    count: places.breaks.length,
    start: firstDue(column),
    reaches: (from, to) => isWithin(places, from, to, room),
    cost: (from, to, due, limit) => {
      const own = weights.page + extra[to]! + pageCost(column, from, to, due, to === last, limit)
      return own + (to === last ? tailCost(column, from, due) : idleCost(column, from, to, due, limit - own))
    },
    carried: (from, to, due) => dueAfter(column, from, to, due),
    load: (from, to, due) => linesAfter(column, from, to, due),
  }
}

/** Whether the text between two places fits on a page, its pictures as small as may be. */
export const isWithin = (places: Places, from: number, to: number, room: PageRoom): boolean =>
  heightBetween(places, from, to) - places.shrink[to]! + places.shrink[from]! <= room.height + tolerance

/** Cost of the pages that go on with notes after a section's text. */
function tailCost(column: Column, from: number, due: Due): number {
  const last = column.places.breaks.length - 1
  return tailOf(column, dueAfter(column, from, last, due)).reduce((sum, left) => sum + weights.page + pageCost(column, last, last, left, true), 0)
}

/** What is due on each of the pages that hold only notes, after a section's text. */
export function tailOf(column: Column, due: Due): Due[] {
  const last = column.places.breaks.length - 1
  const tail: Due[] = []
  for (let left = due; isDue(left); left = dueAfter(column, last, last, left)) tail.push(left)
  return tail
}

function pagesOf(column: Column, section: number, extra: Float64Array): SetPage[] {
  const { places } = column
  const last = places.breaks.length - 1
  const { stops } = cheapestPath(pageSteps(column, extra))
  const tail = tailOf(column, stops.at(-1)!.state)
  const kindAt = (to: number): BreakKind => breakKind(places.galley, places.breaks[to]!, places.isTied[to] === 1)
  const pages = stops.slice(1).map(({ at }, index) => {
    const ends = at === last && tail.length > 0 ? 'notes' : kindAt(at)
    return setPage(column, stops[index]!.at, at, stops[index]!.state, { section, ends }).page
  })
  const notePages = tail.map((due, index) =>
    setPage(column, last, last, due, { section, ends: index + 1 < tail.length ? 'notes' : 'section' }).page)
  return [...pages, ...notePages]
}
