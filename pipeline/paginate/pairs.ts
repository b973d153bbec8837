/** Where both pages of an opening may end: pairs of places, one in each language, near to where beads end. */

import { languages, type Bilingual, type Language } from '../model/language.ts'
import { isCut } from './height.ts'
import type { SegmentEnd } from './model.ts'
import type { Places, Tie } from './places.ts'
import { longSegment } from './weights.ts'

/** Places by their number in each language. */
export interface Pair extends Bilingual<number> {
  /** By how many lines one side goes further than the other in what they have in common. */
  readonly overhang: number
  /** Both places are as near as they can be to where a bead ends. */
  readonly isTied: boolean
}

/** A place near the end of a bead, and by how many lines it stands beyond it, or before it if negative. */
interface Landing {
  readonly place: number
  readonly beyond: number
}

type Landings = Bilingual<readonly Landing[]>

/**
 * Pairs in order, from the head of a section to its end, each once: at each bead the line in which it ends and the one
 * before, on either side; inside long beads, and where text has no beads, places at equal shares of both sides.
 */
export function pairsOf(sides: Bilingual<Places>, ties: readonly Tie[]): Pair[] {
  const end = { en: sides.en.breaks.length - 1, ar: sides.ar.breaks.length - 1 }
  const marks = [{ en: [{ place: 0, beyond: 0 }], ar: [{ place: 0, beyond: 0 }] },
    ...landingsOf(sides, ties), { en: [{ place: end.en, beyond: 0 }], ar: [{ place: end.ar, beyond: 0 }] }]
  const pairs = new Map<number, Pair>()
  const add = (pair: Pair): void => {
    const key = pair.en * (end.ar + 1) + pair.ar
    const known = pairs.get(key)
    if (!known || isBetter(pair, known)) pairs.set(key, pair)
  }
  marks.forEach((mark, index) => {
    combinations(mark).forEach(add)
    if (index > 0) innerPairs(sides, nearest(marks[index - 1]!), nearest(mark)).forEach(add)
  })
  return [...pairs.values()].sort((one, other) => one.en - other.en || one.ar - other.ar)
}

const isBetter = (one: Pair, other: Pair): boolean =>
  one.isTied !== other.isTied ? one.isTied : one.overhang < other.overhang

const combinations = ({ en, ar }: Landings): Pair[] =>
  en.flatMap((one) => ar.map((other) => ({ en: one.place, ar: other.place, overhang: Math.abs(one.beyond - other.beyond), isTied: true })))

function nearest(mark: Landings): Bilingual<number> {
  const of = (landings: readonly Landing[]): number =>
    landings.reduce((best, one) => Math.abs(one.beyond) < Math.abs(best.beyond) ? one : best).place
  return { en: of(mark.en), ar: of(mark.ar) }
}

/** For each bead that ends where both sides may be broken; a side that it lacks stays where it was. */
function landingsOf(sides: Bilingual<Places>, ties: readonly Tie[]): Landings[] {
  const ends = { en: endsOf(sides.en, ties, 'en'), ar: endsOf(sides.ar, ties, 'ar') }
  const marks: Landings[] = []
  const last = { en: [{ place: 0, beyond: 0 }] as readonly Landing[], ar: [{ place: 0, beyond: 0 }] as readonly Landing[] }
  ties.forEach((_tie, index) => {
    for (const language of languages) last[language] = ends[language][index] ?? last[language]
    if (last.en.length > 0 && last.ar.length > 0) marks.push({ ...last })
  })
  return marks
}

/** Landings of each tie on one side: undefined where it has no text, none where it ends inside what is not cut. */
function endsOf(places: Places, ties: readonly Tie[], language: Language): (readonly Landing[] | undefined)[] {
  const firsts = firstPlaces(places)
  const found: (readonly Landing[] | undefined)[] = new Array(ties.length).fill(undefined)
  let next: SegmentEnd | undefined
  let full = 1
  for (let at = ties.length - 1; at >= 0; at--) {
    const end = ties[at]![language]
    if (!end) continue
    if (next?.row !== end.row) full = end.share
    found[at] = landings(places, firsts, end, next?.row !== end.row, full)
    next = end
  }
  return found
}

/** First place of each row, less the row of the first place. */
function firstPlaces({ breaks }: Places): number[] {
  const firsts: number[] = []
  breaks.forEach((at, place) => { if (!isCut(at)) firsts.push(place) })
  return firsts
}

/** `isLast` if it ends the row; `full` is the share up to which the last line of the row is filled. */
function landings({ galley, breaks }: Places, firsts: readonly number[], end: SegmentEnd, isLast: boolean, full: number): Landing[] {
  const row = end.row - breaks[0]!.row
  const [first, after] = [firsts[row], firsts[row + 1]]
  if (first === undefined || after === undefined) return []
  if (isLast) return [{ place: after, beyond: 0 }]
  const { kind, cells } = galley.rows[end.row]!
  if (cells.length !== 1 || (kind !== 'text' && kind !== 'verse' && kind !== 'note')) return []
  const lines = cells[0]!.length
  const share = end.line === lines - 1 ? Math.min(1, end.share / Math.max(full, negligible)) : end.share
  if (share > 1 - negligible) return [{ place: first + end.line + 1, beyond: 0 }]
  return [{ place: first + end.line, beyond: -share }, { place: first + end.line + 1, beyond: 1 - share }]
}

/** Share of a line that no reader would miss. */
const negligible = 0.02

/** Between two pairs that are far apart, each place of either side with the one at the nearest share of the other. */
function innerPairs(sides: Bilingual<Places>, from: Bilingual<number>, to: Bilingual<number>): Pair[] {
  const isLong = languages.some((language) => to[language] - from[language] > longSegment || hasRowBetween(sides[language], from[language], to[language]))
  if (!isLong) return []
  const shares = { en: sharesOf(sides.en, from.en, to.en), ar: sharesOf(sides.ar, from.ar, to.ar) }
  const matched = (own: Language, other: Language): Pair[] => {
    let at = 0
    return shares[own].slice(1, -1).map((share, index) => {
      while (at + 1 < shares[other].length && Math.abs(shares[other][at + 1]! - share) < Math.abs(shares[other][at]! - share)) at++
      const count = shares[other].length - 1
      const overhang = count === 0 ? 0 : Math.abs(shares[other][at]! - share) * count
      const [here, there] = [from[own] + index + 1, from[other] + at]
      return { en: own === 'en' ? here : there, ar: own === 'ar' ? here : there, overhang, isTied: false }
    })
  }
  return [...matched('en', 'ar'), ...matched('ar', 'en')]
}

/** Of the height between two places, at each of the places from one to the other. */
function sharesOf({ foot }: Places, from: number, to: number): number[] {
  const height = foot[to]! - foot[from]!
  return Array.from({ length: Math.max(0, to - from) + 1 }, (_, at) => height > 0 ? (foot[from + at]! - foot[from]!) / height : 0)
}

function hasRowBetween({ breaks }: Places, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (!isCut(breaks[at]!)) return true
  return false
}
