/** For each decision the place where its texts stand, one of all where they do. */

import type { Span } from '../model/alignment.ts'
import type { Decision } from '../model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import { expectation } from './expected.ts'
import type { Occurrences } from './occurrences.ts'

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

/** At most one for each decision, no segment in two of them; they may cross. `isPossible` leaves out places that others have. */
export function candidates(
  beads: readonly Decision[], sides: Bilingual<Occurrences>, streams: Streams, isPossible: (candidate: Candidate) => boolean = () => true,
): Candidate[] {
  const guess = guesses(beads, sides)
  const scored = beads.flatMap((bead, decision) => scoredPlaces(bead, decision, sides, streams, guess)).filter(({ candidate }) => isPossible(candidate))
  scored.sort((one, other) => other.score - one.score || one.candidate.decision - other.candidate.decision)
  const used = bilingual((): Set<number> => new Set())
  const chosen = new Map<number, Candidate>()
  for (const { candidate } of scored) {
    if (chosen.has(candidate.decision) || languages.some((language) => indices(candidate[language]).some((index) => used[language].has(index)))) continue
    chosen.set(candidate.decision, candidate)
    for (const language of languages) for (const index of indices(candidate[language])) used[language].add(index)
  }
  const all = [...chosen.values()]
  return [...all.filter(({ isRepeated }) => !isRepeated), ...inTurn(beads, all.filter(({ isRepeated }) => isRepeated))]
}

export const indices = (span: Span | undefined): number[] =>
  (span ? Array.from({ length: span.to - span.from }, (_, index) => span.from + index) : [])

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

function scoredPlaces(bead: Decision, decision: number, sides: Bilingual<Occurrences>, streams: Streams, guess: Guess): Scored[] {
  const expected = bilingual((language) => guess[language]?.(decision))
  const runs = bilingual((language) => runsOf(bead, language, sides[language], expected[language]))
  const isRepeated = languages.some((language) => runs[language].length > 1)
  return runs.en.flatMap((en) => runs.ar.flatMap((ar): Scored[] => {
    if (!en && !ar || !isInOneStream(streams, en, ar)) return []
    const off = en && ar && guess.across ? Math.abs(ar.from - guess.across(en.from)) : 0
    const each = hitsOf(bead, sides, { en, ar })
    if (isRepeated && off > astray && each.includes(0)) return []
    const hits = each.reduce((sum, count) => sum + count, 0)
    const nearness = closeness(en?.from, expected.en) + closeness(ar?.from, expected.ar) + 2 * closeness(off, 0)
    return [{ candidate: { decision, en, ar, hits, isRepeated, isSupported: each.every((support) => support >= 1) }, score: hits * 4 + nearness }]
  }))
}

/** A side without texts has one run, which is nowhere. */
function runsOf({ texts, around }: Decision, language: Language, side: Occurrences, expected: number | undefined): (Span | undefined)[] {
  const own = texts[language]
  return own.length === 0 ? [undefined] : side.runs(own, around[language], expected).map((from) => ({ from, to: from + own.length }))
}

/** Support of each side that has texts. */
const hitsOf = ({ around }: Decision, sides: Bilingual<Occurrences>, runs: Bilingual<Span | undefined>): number[] =>
  languages.flatMap((language) => {
    const run = runs[language]
    return run ? [sides[language].support(run, around[language])] : []
  })

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
