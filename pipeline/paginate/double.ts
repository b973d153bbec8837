/**
 * Pages of two columns, as an index is set: the first column is filled, then the second; on the last page both are equally tall.
 * A column that goes on with an entry begins with its heading once more, a page that goes on with a letter with the letter (`continued.ts`).
 */

import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { headAbove, headHeight, tallestContinued } from './continued.ts'
import { breakFaults, breakKind } from './flaws.ts'
import type { ContinuedHead, Galley, Opening, SetPage } from './model.ts'
import { tolerance } from './notes.ts'
import { cheapestPath } from './path.ts'
import { beforeRow, heightBetween, placesOf, type Places } from './places.ts'
import { rangesOf, sectionsOf } from './sections.ts'
import { runtLines, weights } from './weights.ts'

/** What the second column is taller than the first on a last page counts so many times. */
const upsideDown = 2

/** Share of its columns that a last page should fill. Our own choice. */
const leastLast = 0.12

/** A text laid out at the width of one column, with headings at its beginning that reach over both. */
interface DoubleText {
  readonly places: Places
  /** First place below the headings. */
  readonly body: number
  /** Of the page, in pixels. */
  readonly room: number
  /** Of the heads under which columns go on. */
  readonly tallestHead: number
}

/** Where the second column begins, and what that costs in points. */
interface Turn {
  readonly at: number
  readonly cost: number
}

/**
 * Breaks a galley into pages of two columns, `room` pixels high, that cost least in points (`weights`); each section begins a new one.
 * The galley calls no notes. Takes time in proportion to the lines times the square of those of a page.
 */
export function chooseDoublePages(galley: Galley, room: number): SetPage[] {
  const sections = sectionsOf([galley])
  return rangesOf(galley, sections).flatMap((range, index) => {
    const places = placesOf(galley, range, { height: room, noteGap: 0 })
    const body = places.breaks.findIndex(({ row }) => galley.rows[row]?.kind !== 'heading' || row >= range.to)
    return pagesOf({ places, body, room, tallestHead: tallestContinued(galley, range) }, sections[index]!)
  })
}

/** Pages that face each other, each text by itself: of two alphabets no entry has a counterpart. */
export function chooseDoubleOpenings(galleys: Bilingual<Galley>, room: number): Opening[] {
  const pages = bilingual((language) => chooseDoublePages(galleys[language], room))
  return sectionsOf([galleys.en, galleys.ar]).flatMap((section) => {
    const own = bilingual((language) => pages[language].filter((page) => page.section === section))
    const count = Math.max(...languages.map((language) => own[language].length))
    return Array.from({ length: count }, (_, at): Opening =>
      ({ ...bilingual((language) => own[language][at] ?? emptyPage(galleys[language], section, room)), overhang: 0 }))
  })
}

function pagesOf(text: DoubleText, section: number): SetPage[] {
  const last = text.places.breaks.length - 1
  const { stops } = cheapestPath<undefined>({
    count: last + 1, start: undefined, carried: () => undefined, load: () => 0,
    reaches: (from, to) => heightBetween(text.places, columnsFrom(text, from), Math.max(columnsFrom(text, from), to)) <= 2 * columnRoom(text, from) + tolerance,
    cost: (from, to, _state, limit) => {
      const own = weights.page + (to === last ? shortCost(text, from, to) : 0)
      return own + turnOf(text, from, to, limit - own).cost
    },
  })
  return stops.slice(1).map(({ at }, index) => setDouble(text, stops[index]!.at, at, section))
}

/** Of a last page with an entry or two alone on it; a section's only page is as short as it is. */
function shortCost({ places, room }: DoubleText, from: number, to: number): number {
  const share = heightBetween(places, from, to) / room / 2
  return from > 0 ? weights.runt * runtLines * Math.max(0, 1 - share / leastLast) : 0
}

/** The place at which the columns of a page begin that begins at `from`. */
const columnsFrom = ({ body }: DoubleText, from: number): number => Math.max(from, body)

/** Height of the headings on a page, with the space below them. */
function acrossFrom({ places, body }: DoubleText, from: number): number {
  return from < body ? places.head[body]! - places.head[from]! : 0
}

const columnRoom = (text: DoubleText, from: number): number => text.room - acrossFrom(text, from)

/** The best place for the second column of a page. A cost that is not under `limit` may be told as infinite. */
function turnOf(text: DoubleText, from: number, to: number, limit = Infinity): Turn {
  const { places } = text
  const first = columnsFrom(text, from)
  // A heading with nothing below it.
  if (to <= first) return { at: to, cost: to === places.breaks.length - 1 ? 0 : weights.strandedHeading }
  const own = places.flaws[to]!
  let best: Turn = { at: to, cost: Infinity }
  if (own + leastBlank(text, from, to) >= limit) return best
  for (let at = first + 1; at <= to; at++) {
    const cost = own + (at < to ? places.flaws[at]! : 0) + columnsCost(text, from, at, to)
    if (cost < best.cost) best = { at, cost }
  }
  return best
}

/** The head above a column, none where it is empty. */
const headOf = ({ places: { galley, breaks } }: DoubleText, from: number, to: number, opensPage: boolean): ContinuedHead | undefined =>
  (from === to ? undefined : headAbove(galley, breaks[from]!, opensPage))

/** Height of a column with its head. */
function columnHeight(text: DoubleText, from: number, to: number, opensPage: boolean): number {
  const { galley, breaks } = text.places
  return headHeight(galley, breaks[from]!, headOf(text, from, to, opensPage)) + heightBetween(text.places, from, to)
}

/** Of both columns of a page. */
const columnHeights = (text: DoubleText, from: number, turn: number, to: number): readonly [number, number] =>
  [columnHeight(text, columnsFrom(text, from), turn, from >= text.body), columnHeight(text, turn, to, false)]

/** What two columns cost at least for their blank: with none more than the other. */
function leastBlank(text: DoubleText, from: number, to: number): number {
  if (to === text.places.breaks.length - 1) return 0
  const share = (heightBetween(text.places, columnsFrom(text, from), to) + 2 * text.tallestHead) / columnRoom(text, from) / 2
  return 2 * weights.blank * Math.max(0, 1 - share) ** 2
}

function columnsCost(text: DoubleText, from: number, turn: number, to: number): number {
  const { places } = text
  const room = columnRoom(text, from)
  const heights = columnHeights(text, from, turn, to)
  const over = Math.max(...heights) - room
  if (over > tolerance) return weights.overfull * (1 + over / room)
  if (to < places.breaks.length - 1) return heights.reduce((sum, height) => sum + weights.blank * (1 - height / room) ** 2, 0)
  const difference = heights[0] - heights[1]
  return weights.blank * (difference / room) ** 2 * (difference < 0 ? upsideDown : 1)
}

function setDouble(text: DoubleText, from: number, to: number, section: number): SetPage {
  const { places, room } = text
  const { galley, breaks } = places
  const first = Math.min(to, columnsFrom(text, from))
  const turn = turnOf(text, from, to).at
  const across = acrossFrom(text, from)
  const height = across + Math.max(...columnHeights(text, from, turn, to))
  const faults = [...breakFaults(galley, breaks[from]!, breaks[turn]!), ...(turn < to ? breakFaults(galley, breaks[turn]!, breaks[to]!) : [])]
  return {
    ...emptyPage(galley, section, room), from: breaks[from]!, to: breaks[to]!,
    columns: {
      across, begins: [breaks[first]!, breaks[turn]!],
      heads: [headOf(text, first, turn, from >= text.body), headOf(text, turn, to, false)],
    },
    height, blank: room - height, ends: breakKind(galley, breaks[to]!, false),
    faults: [...new Set([...faults, ...(room - height < -tolerance ? ['overfull' as const] : [])])],
  }
}

/** Nothing, while the counterpart goes on. */
function emptyPage(galley: Galley, section: number, room: number): SetPage {
  const end = beforeRow(galley, galley.rows.findLastIndex((row) => row.section <= section) + 1)
  return {
    section, from: end, to: end, columns: undefined, repeats: undefined, notes: { en: [], ar: [] },
    height: 0, notesHeight: 0, shrink: 0, spread: 0, blank: room, ends: 'section', faults: [],
  }
}
