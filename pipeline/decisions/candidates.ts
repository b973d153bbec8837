/** For each decision the place where its texts stand, one of all where they do. */

import type { Span } from '../model/alignment.ts'
import type { Decision } from '../model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import { expectation } from './expected.ts'
import type { Occurrences } from './occurrences.ts'
import { Taken } from './taken.ts'

/** Runs of the texts; undefined on a side that has none. */
export interface Candidate extends Bilingual<Span | undefined> {
  readonly decision: number
  /** For the texts around that stand there too, 0 to 4.5. */
  readonly hits: number
  /** Whether a text around it stands there on each side that it has. */
  readonly isSupported: boolean
  /** Whether its texts stand in other places too. */
  readonly isRepeated: boolean
}

type Streams = readonly Bilingual<Span>[]

/** How far, in segments, repeated sentences may lie off the line between sure ones when nothing around them agrees. Own choice. */
const astray = 40

/** What leaves out decisions, and places that others have. */
export interface Sought {
  isSought(decision: number): boolean
  isPossible(candidate: Candidate): boolean
}

/**
 * At most one for each decision, no segment in two of them; they may cross.
 *
 * Those around which everything stands as it did come first, so that the many places of a repeated text are weighed only where something changed.
 */
export function candidates(beads: readonly Decision[], sides: Bilingual<Occurrences>, streams: Streams, sought?: Sought): Candidate[] {
  const guess = guesses(beads, sides)
  const sites = beads.flatMap((bead, decision) => (sought?.isSought(decision) === false ? [] : [siteOf(bead, decision, sides, guess)]))
  const choice = new Choice()
  const scoredOf = (site: Site, isWhole: boolean) => scoredPlaces(site, streams, guess, isWhole).filter(({ candidate }) => sought?.isPossible(candidate) ?? true)
  choice.take(sites.flatMap((site) => scoredOf(site, true)))
  choice.take(sites.flatMap((site) => (choice.has(site.decision) ? [] : scoredOf(site, false))))
  const all = choice.chosen()
  return [...all.filter(({ isRepeated }) => !isRepeated), ...inTurn(beads, all.filter(({ isRepeated }) => isRepeated))]
}

/** The best first, as long as their segments are free. */
class Choice {
  readonly #chosen = new Map<number, Candidate>()
  readonly #taken = bilingual(() => new Taken())

  take(scored: Scored[]): void {
    scored.sort((one, other) => other.score - one.score || one.candidate.decision - other.candidate.decision)
    for (const { candidate } of scored) {
      if (this.has(candidate.decision) || languages.some((language) => this.#taken[language].holds(candidate[language]))) continue
      this.#chosen.set(candidate.decision, candidate)
      for (const language of languages) this.#taken[language].add(candidate[language])
    }
  }

  has(decision: number): boolean {
    return this.#chosen.has(decision)
  }

  chosen(): Candidate[] {
    return [...this.#chosen.values()]
  }
}

interface Guess extends Bilingual<((decision: number) => number) | undefined> {
  /** From an English place to the Arabic one across from it. */
  readonly across: ((at: number) => number) | undefined
}

/** From decisions whose texts stand in one place only. */
function guesses(beads: readonly Decision[], sides: Bilingual<Occurrences>): Guess {
  const only = bilingual((language) => beads.map(({ texts }) => {
    const found = texts[language].length > 0 ? sides[language].of(texts[language][0] ?? '') : []
    return found.length === 1 ? found[0] : undefined
  }))
  const known = (language: Language) => only[language].flatMap((at, decision) => (at === undefined ? [] : [[decision, at] as const]))
  const pairs = beads.flatMap((_, decision) => {
    const [en, ar] = [only.en[decision], only.ar[decision]]
    return en === undefined || ar === undefined ? [] : [[en, ar] as const]
  }).sort(([one], [other]) => one - other)
  return { en: expectation(known('en')), ar: expectation(known('ar')), across: expectation(pairs) }
}

interface Scored {
  readonly candidate: Candidate
  readonly score: number
}

/** A run of a decision's texts, nowhere on a side without texts. */
interface Run {
  readonly span: Span | undefined
  readonly support: number
  /** Whether both texts around stand there, or it has no texts. */
  readonly isWhole: boolean
}

/** Where a decision's texts stand. */
interface Site extends Bilingual<readonly Run[]> {
  readonly decision: number
  readonly expected: Bilingual<number | undefined>
}

function siteOf(bead: Decision, decision: number, sides: Bilingual<Occurrences>, guess: Guess): Site {
  const expected = bilingual((language) => guess[language]?.(decision))
  return { decision, expected, ...bilingual((language) => runsOf(bead, language, sides[language], expected[language])) }
}

const nowhere: readonly Run[] = [{ span: undefined, support: 0, isWhole: true }]

function runsOf({ texts, around }: Decision, language: Language, side: Occurrences, expected: number | undefined): readonly Run[] {
  const own = texts[language]
  if (own.length === 0) return nowhere
  return side.runs(own, around[language], expected).map((from) => {
    const span = { from, to: from + own.length }
    return { span, support: side.support(span, around[language]), isWhole: side.hits(span, around[language]) === 2 }
  })
}

/** Pairs of runs, either those around which everything stands or the others. */
function scoredPlaces(site: Site, streams: Streams, guess: Guess, isWhole: boolean): Scored[] {
  const isRepeated = site.en.length > 1 || site.ar.length > 1
  const scored: Scored[] = []
  for (const en of site.en) {
    for (const ar of site.ar) {
      if ((en.isWhole && ar.isWhole) !== isWhole || (!en.span && !ar.span) || !isInOneStream(streams, en.span, ar.span)) continue
      const one = scoredPlace(site, { en, ar }, guess, isRepeated)
      if (one) scored.push(one)
    }
  }
  return scored
}

function scoredPlace({ decision, expected }: Site, { en, ar }: Bilingual<Run>, guess: Guess, isRepeated: boolean): Scored | undefined {
  const off = en.span && ar.span && guess.across ? Math.abs(ar.span.from - guess.across(en.span.from)) : 0
  const isBare = (run: Run) => run.span !== undefined && run.support === 0
  if (isRepeated && off > astray && (isBare(en) || isBare(ar))) return undefined
  const isSupported = [en, ar].every(({ span, support }) => !span || support >= 1)
  const hits = en.support + ar.support
  const nearness = closeness(en.span?.from, expected.en) + closeness(ar.span?.from, expected.ar) + 2 * closeness(off, 0)
  return { candidate: { decision, en: en.span, ar: ar.span, hits, isRepeated, isSupported }, score: hits * 4 + nearness }
}

/** 1 where it is expected, halved some eight segments away. */
const closeness = (at: number | undefined, expected: number | undefined): number =>
  (at === undefined || expected === undefined ? 0 : 1 / (1 + Math.abs(at - expected) / 8))

/** Runs that lie in the running text of one part, or in its notes, both in the same. */
const isInOneStream = (streams: Streams, en: Span | undefined, ar: Span | undefined): boolean =>
  streams.some((stream) => isInside(en, stream.en) && isInside(ar, stream.ar))

const isInside = (run: Span | undefined, { from, to }: Span): boolean => run === undefined || (run.from >= from && run.to <= to)

/** Decisions that nothing tells apart stand in the order in which they were kept. */
function inTurn(beads: readonly Decision[], chosen: readonly Candidate[]): Candidate[] {
  const alike = new Map<string, Candidate[]>()
  for (const candidate of chosen) {
    const bead = beads[candidate.decision]
    const key = JSON.stringify([bead?.texts, bead?.around])
    const group = alike.get(key)
    if (group) group.push(candidate)
    else alike.set(key, [candidate])
  }
  return [...alike.values()].flatMap((group) => {
    const decisions = group.map(({ decision }) => decision).sort((one, other) => one - other)
    const places = group.toSorted((one, other) => startOf(one) - startOf(other))
    return places.map((place, index) => ({ ...place, decision: decisions[index] ?? place.decision }))
  })
}

const startOf = ({ en, ar }: Candidate): number => en?.from ?? ar?.from ?? 0
