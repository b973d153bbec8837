/** Openings of facing pages: each language on its own page, both pages with the same beads. */

import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import { breakKind, isInPassage } from './flaws.ts'
import { isCut } from './height.ts'
import type { BreakKind, Galley, Opening, PageRoom } from './model.ts'
import { dueAfter, isDue, linesAfter, nothingDue, pageCost, setPage, type Column, type Due } from './page.ts'
import { columnsOf, firstDue, isWithin } from './pages.ts'
import { pairsOf, type Pair } from './pairs.ts'
import { cheapestPath, type Steps } from './path.ts'
import type { Tie } from './places.ts'
import { sectionsOf } from './sections.ts'
import { weights } from './weights.ts'

/** Notes due on each page. */
type BothDue = Bilingual<Due>

const bothNothing: BothDue = { en: nothingDue, ar: nothingDue }

const noGalley: Galley = { rows: [] }

/**
 * Breaks a text and its counterpart into openings that cost least in points (`weights`), each section beginning a new one.
 *
 * `ties` tell for each bead, in order, where its last segment ends on each side. Takes time in proportion to the beads
 * times those of an opening. Where a side has nothing, its pages stay blank. Optimal, and never stuck, as `choosePages`.
 */
export function chooseOpenings(galleys: Bilingual<Galley>, ties: readonly Tie[], notes: Bilingual<Galley>, room: PageRoom): Opening[] {
  const sections = sectionsOf([galleys.en, galleys.ar])
  const columns = {
    en: columnsOf(galleys.en, { en: notes.en, ar: noGalley }, room, sections),
    ar: columnsOf(galleys.ar, { en: noGalley, ar: notes.ar }, room, sections),
  }
  const tiesIn = tiesBySection(galleys, sections, ties)
  return sections.flatMap((section, index) =>
    openingsOf({ en: columns.en[index]!, ar: columns.ar[index]! }, tiesIn[index]!, section))
}

function tiesBySection(galleys: Bilingual<Galley>, sections: readonly number[], ties: readonly Tie[]): Tie[][] {
  const indexOf = new Map(sections.map((section, index) => [section, index]))
  const bySection = sections.map((): Tie[] => [])
  for (const tie of ties) {
    const row = tie.en ? galleys.en.rows[tie.en.row] : tie.ar && galleys.ar.rows[tie.ar.row]
    const index = row && indexOf.get(row.section)
    if (index !== undefined) bySection[index]!.push(tie)
  }
  return bySection
}

/** Openings of a section as steps on a path. */
export function openingSteps(sides: Bilingual<Column>, pairs: readonly Pair[]): Steps<BothDue> {
  const last = pairs.length - 1
  const most = bilingual((language) => runningMost(pairs.map((pair) => pair[language])))
  const extra = Float64Array.from(pairs, (pair) => weights.page + pairCost(sides, pair))
  const both = (first: Pair, end: Pair, due: BothDue, isLast: boolean, limit: number): number => {
    if (first.en > end.en || first.ar > end.ar) return Infinity
    const cost = pageCost(sides.en, first.en, end.en, due.en, isLast, limit)
    return cost < limit ? cost + pageCost(sides.ar, first.ar, end.ar, due.ar, isLast, limit - cost) : Infinity
  }
  const reaches = (language: Language, from: number, to: number): boolean => {
    const end = pairs[to]![language]
    return isWithin(sides[language].places, Math.min(most[language][from]!, end), end, sides[language].room)
  }
  const carried = (from: number, to: number, due: BothDue): BothDue => dueOfBoth(sides, pairs[from]!, pairs[to]!, due)
  return {
    count: pairs.length,
    start: bilingual((language) => firstDue(sides[language])),
    reaches: (from, to) => reaches('en', from, to) && reaches('ar', from, to),
    cost: (from, to, due, limit) => {
      const own = extra[to]! + both(pairs[from]!, pairs[to]!, due, to === last, limit - extra[to]!)
      return to === last && own < limit ? own + tailCost(sides, pairs[last]!, carried(from, to, due)) : own
    },
    carried,
    load: (from, to, due) => linesAfter(sides.en, pairs[from]!.en, pairs[to]!.en, due.en) + linesAfter(sides.ar, pairs[from]!.ar, pairs[to]!.ar, due.ar),
  }
}

function runningMost(values: readonly number[]): Int32Array {
  let most = 0
  return Int32Array.from(values, (value) => most = Math.max(most, value))
}

/** What an opening that ends with a pair costs for how the sides stand to each other. */
function pairCost(sides: Bilingual<Column>, pair: Pair): number {
  const ends = languages.map((language) => ({ galley: sides[language].places.galley, at: sides[language].places.breaks[pair[language]]! }))
  return weights.overhang * pair.overhang ** 2
    + (ends.some(({ galley, at }) => isInPassage(galley, at)) ? weights.brokenPassage : 0)
    + (!pair.isTied && ends.some(({ at }) => isCut(at)) ? weights.brokenSegment : 0)
}

function dueOfBoth(sides: Bilingual<Column>, from: Bilingual<number>, to: Bilingual<number>, due: BothDue): BothDue {
  const after = bilingual((language) => dueAfter(sides[language], from[language], to[language], due[language]))
  return after.en === nothingDue && after.ar === nothingDue ? bothNothing : after
}

/** What is due on each of the openings that hold only notes, after a section's text. */
function tailOf(sides: Bilingual<Column>, last: Pair, due: BothDue): BothDue[] {
  const tail: BothDue[] = []
  for (let left = due; isDue(left.en) || isDue(left.ar); left = dueOfBoth(sides, last, last, left)) tail.push(left)
  return tail
}

function tailCost(sides: Bilingual<Column>, last: Pair, due: BothDue): number {
  return tailOf(sides, last, due).reduce((sum, left) => sum + weights.page
    + pageCost(sides.en, last.en, last.en, left.en, true) + pageCost(sides.ar, last.ar, last.ar, left.ar, true), 0)
}

function openingsOf(sides: Bilingual<Column>, ties: readonly Tie[], section: number): Opening[] {
  const pairs = pairsOf({ en: sides.en.places, ar: sides.ar.places }, ties)
  const last = pairs.at(-1)!
  const { stops } = cheapestPath(openingSteps(sides, pairs))
  const tail = tailOf(sides, last, stops.at(-1)!.state)
  const openings = stops.slice(1).map(({ at }, index): Opening => {
    const { at: from, state } = stops[index]!
    return openingOf(sides, pairs[from]!, pairs[at]!, state, section, pairs[at] === last && tail.length > 0 ? 'notes' : undefined)
  })
  const notePages = tail.map((due, index) => openingOf(sides, last, last, due, section, index + 1 < tail.length ? 'notes' : 'section'))
  return [...openings, ...notePages]
}

/** `ends` where it is not to be told from the text. */
function openingOf(sides: Bilingual<Column>, from: Pair, to: Pair, due: BothDue, section: number, ends: BreakKind | undefined): Opening {
  const page = bilingual((language) => {
    const { galley, breaks } = sides[language].places
    const kind = ends ?? breakKind(galley, breaks[to[language]]!, to.isTied)
    return setPage(sides[language], from[language], to[language], due[language], { section, ends: kind }).page
  })
  return { ...page, overhang: to.overhang }
}
