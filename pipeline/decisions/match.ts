/** Decisions found again in texts that have changed: those that stand, those to look at again, and those whose texts are gone. */

import type { Pin, Span } from '../model/alignment.ts'
import type { Decision } from '../model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import { candidates, type Candidate } from './candidates.ts'
import { heaviestChain, type Link } from './chain.ts'
import { Gaps } from './gaps.ts'
import { lowerBound, Occurrences } from './occurrences.ts'
import { expectedPlaces, Successors } from './successors.ts'
import { Taken } from './taken.ts'
import { unsureOf } from './unsure.ts'

export interface Kept {
  /** Index into the decisions. */
  readonly decision: number
  readonly at: Pin
}

/** A side is empty where nothing like its texts was found. */
export interface Again {
  readonly decision: number
  readonly at: Bilingual<Span>
  /** Its texts stand, but kept where they stand it would cross others. */
  readonly isCrossed: boolean
  /** Its texts stand there, but elsewhere too, and what stood around it does not tell which is meant. */
  readonly isUnsure?: true
}

/** Every decision is in one of the three. */
export interface Matched {
  /** In order; no two share a segment, none crosses another. */
  readonly kept: readonly Kept[]
  readonly again: readonly Again[]
  readonly lost: readonly number[]
}

/**
 * Finds each decision by its exact texts; equal ones are told apart by what stood around them and by their order.
 *
 * `streams` are the runs of segments that beads never leave: each part's running text, and its notes.
 * Of decisions that cross, as many are kept as can be. Time is n log n.
 */
export function match(beads: readonly Decision[], segments: Bilingual<readonly Pick<Segment, 'text'>[]>, streams: readonly Bilingual<Span>[]): Matched {
  if (beads.length === 0) return { kept: [], again: [], lost: [] }
  const sides = bilingual((language) => new Occurrences(segments[language].map(({ text }) => text)))
  const found = candidates(beads, sides, streams)
  const kept = keptOf(beads, found, sides, streams)
  const { again, lost } = changed(beads, found, kept, sides)
  const unsure = unsureOf(beads, kept, sides)
  return { kept: kept.filter((one) => !unsure.has(one)), again: [...again, ...[...unsure].map((one): Again => ({ ...one, isCrossed: false, isUnsure: true }))], lost }
}

function keptOf(beads: readonly Decision[], found: readonly Candidate[], sides: Bilingual<Occurrences>, streams: readonly Bilingual<Span>[]): Kept[] {
  const chain = chained(beads, found, sides, streams)
  const gaps = new Gaps(chain.map(({ en, ar }): Pin => ({ en, ar })), sides, streams)
  const decisions = new Map(gaps.pins.map((pin, index) => [pin, chain[index]?.decision ?? 0]))
  const oneSided = found.filter(({ en, ar }) => !en !== !ar).sort((one, other) => one.decision - other.decision)
  for (const { decision, en, ar } of oneSided) {
    const bead = beads[decision]
    const run = en ?? ar
    const pin = bead && run && gaps.place(run, en ? 'en' : 'ar', bead)
    if (pin) decisions.set(pin, decision)
  }
  return gaps.pins.map((at) => ({ decision: decisions.get(at) ?? 0, at }))
}

interface DecidedLink extends Link {
  readonly decision: number
}

const linksOf = (found: readonly Candidate[]): DecidedLink[] =>
  found.flatMap(({ decision, en, ar, hits }) => (en && ar ? [{ decision, en, ar, weight: 4 + hits }] : []))

const chainOf = (links: readonly DecidedLink[]): DecidedLink[] => heaviestChain(links).flatMap((index) => links[index] ?? [])

/** Decisions with both sides, in order. One whose place crosses gets another, where equal texts stand free and beside what stood beside it. */
function chained(beads: readonly Decision[], found: readonly Candidate[], sides: Bilingual<Occurrences>, streams: readonly Bilingual<Span>[]): DecidedLink[] {
  const first = chainOf(linksOf(found))
  const isKept = new Set(first.map(({ decision }) => decision))
  const isLeft = (decision: number) => !isKept.has(decision) && languages.every((language) => (beads[decision]?.texts[language].length ?? 0) > 0)
  if (!beads.some((_, decision) => isLeft(decision))) return first
  const fits = betweenLinks(first)
  const isPossible = ({ en, ar, isSupported }: Candidate) => isSupported && en !== undefined && ar !== undefined && fits({ en, ar })
  const second = candidates(beads, sides, streams, { isSought: isLeft, isPossible })
  return second.length === 0 ? first : chainOf([...first, ...linksOf(second)])
}

/** Whether a pair of runs lies between the same two of these links on both sides. */
function betweenLinks(links: readonly DecidedLink[]): (pair: Bilingual<Span>) => boolean {
  const ends = bilingual((language) => links.map((link) => link[language].to))
  return (pair) => {
    const [en, ar] = languages.map((language) => lowerBound(ends[language], pair[language].from + 1))
    return en !== undefined && en === ar && languages.every((language) => pair[language].to <= (links[en]?.[language].from ?? Infinity))
  }
}

function changed(beads: readonly Decision[], found: readonly Candidate[], kept: readonly Kept[], sides: Bilingual<Occurrences>): Pick<Matched, 'again' | 'lost'> {
  const isKept = new Set(kept.map(({ decision }) => decision))
  if (isKept.size === beads.length) return { again: [], lost: [] }
  const taken = bilingual((language) => new Taken(kept.map(({ at }) => at[language])))
  const successors = bilingual((language) => new Successors(sides[language], (index) => !taken[language].has(index)))
  const expected = expectedPlaces(beads.length, kept)
  const crossed = new Map(found.map((candidate) => [candidate.decision, candidate]))
  const again: Again[] = []
  const lost: number[] = []
  for (const [decision, bead] of beads.entries()) {
    if (isKept.has(decision)) continue
    const stood = crossed.get(decision)
    const at = bilingual((language: Language): Span =>
      stood?.[language] ?? successors[language].of(bead, language, expected[language][decision] ?? 0) ?? { from: 0, to: 0 })
    if (languages.some((language) => at[language].to > at[language].from)) again.push({ decision, at, isCrossed: stood !== undefined })
    else lost.push(decision)
  }
  return { again, lost }
}
