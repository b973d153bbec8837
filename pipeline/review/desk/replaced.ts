/** A book after some of its decisions gave way to others: everything else stays where it is. */

import { lowerBound } from '../../decisions/occurrences.ts'
import { languages, type Language } from '../../model/language.ts'
import { decisionText } from '../../decisions/write.ts'
import type { Again, Kept, Matched } from '../../decisions/match.ts'
import type { Decision, Decisions } from '../../model/decisions.ts'
import type { Span } from '../../model/alignment.ts'
import type { Acceptance } from '../../model/finding.ts'
import type { Placed, Replacement } from './edits.ts'
import { listAfter, turned, type ListChange } from './lists.ts'
import { standing, type Standing } from './standing.ts'

/** Decisions that go and come, by what they say, with their places before and after: so that a step can be taken back, whatever was read again in between. */
export interface Exchange {
  readonly gone: readonly Placed[]
  readonly come: readonly Placed[]
  readonly accepted?: ListChange<Acceptance>
}

export const reversed = ({ gone, come, accepted }: Exchange): Exchange =>
  ({ gone: come, come: gone, ...(accepted && { accepted: turned(accepted) }) })

/** The same as an exchange. */
export function exchangeOf(before: Standing, { rows, placed, accepted }: Replacement): Exchange {
  const places = new Map([...before.matched.kept, ...before.matched.again].map(({ decision, at }) => [decision, at]))
  const gone = indicesIn(before, rows).flatMap((index): Placed[] => {
    const [decision, at] = [before.decisions.beads[index], places.get(index)]
    return decision && at ? [{ decision, at }] : []
  })
  return { gone, come: placed, ...(accepted && { accepted: { before: before.decisions.accepted, after: accepted } }) }
}

/** Indices of the decisions about the beads of some rows. */
function indicesIn({ decided }: Standing, { from, to }: Span): number[] {
  const indices: number[] = []
  for (let row = from; row < to; row++) indices.push(...decided.beads.get(row)?.from ?? [])
  return indices
}

/** Undefined where what should go is not there any more. */
export function exchanged(before: Standing, exchange: Exchange): Standing | undefined {
  const change = exchangeIn(before, exchange)
  return change && standing(before, change.decisions, matchedAfter(before.matched, before.segments, change.gone, change.at, exchange.come))
}

function exchangeIn(before: Standing, { gone: going, come, accepted }: Exchange) {
  const { decisions } = before
  const indices = going.map(({ decision }) => indexOf(decisions.beads, decision))
  if (indices.includes(-1)) return undefined
  const gone = new Set(indices)
  const at = indices.length > 0 ? Math.min(...indices) : placeFor(before, come[0])
  const beads = decisions.beads.filter((_, index) => !gone.has(index))
  beads.splice(at, 0, ...come.map(({ decision }) => decision))
  return { decisions: { ...decisions, beads, accepted: listAfter(decisions.accepted, accepted) }, gone, at }
}

function indexOf(beads: readonly Decision[], decision: Decision): number {
  const index = beads.indexOf(decision)
  if (index >= 0) return index
  const text = decisionText(decision)
  return beads.findIndex((one) => decisionText(one) === text)
}

/** Before the first decision that is further on in the book. */
function placeFor({ decisions, matched }: Standing, come: Placed | undefined): number {
  const after = come && matched.kept.find(({ at }) => at.en.from >= come.at.en.to && at.ar.from >= come.at.ar.to)
  return after ? after.decision : decisions.beads.length
}

/** Where every decision stands after an exchange, counted anew. */
function matchedAfter(matched: Matched, segments: Standing['segments'], gone: ReadonlySet<number>, at: number, come: readonly Placed[]): Matched {
  const sorted = [...gone].sort((one, other) => one - other)
  const numbered = (index: number): number => {
    const left = index - lowerBound(sorted, index)
    return left + (left >= at ? come.length : 0)
  }
  const stay = <T extends { readonly decision: number }>(list: readonly T[]) =>
    list.filter(({ decision }) => !gone.has(decision)).map((one) => {
      const decision = numbered(one.decision)
      return decision === one.decision ? one : { ...one, decision }
    })
  const arrived = come.map((one, index) => ({ decision: at + index, at: one.at, isWritten: isWritten(one, segments) }))
  return {
    kept: [...stay(matched.kept), ...arrived.flatMap(({ isWritten: stands, decision, at: place }): Kept[] => (stands ? [{ decision, at: place }] : []))].sort(inOrder),
    again: [...stay(matched.again), ...arrived.flatMap(({ isWritten: stands, decision, at: place }) => (stands ? [] : [{ decision, at: place, isCrossed: false }]))],
    lost: matched.lost.filter((index) => !gone.has(index)).map(numbered),
  }
}

/** Whether the texts of a decision are those that stand in its place. */
const isWritten = ({ decision: { texts }, at }: Placed, segments: Standing['segments']): boolean => languages.every((language) =>
  texts[language].length === at[language].to - at[language].from &&
  texts[language].every((text, index) => segments[language][at[language].from + index]?.text === text))

/**
 * The same where a run of one side's segments has changed: `from` to `to` of the old are as many more as `grown` now.
 *
 * Undefined where a decision reaches into the run, or one that comes does not stand where it should: then all must be sought.
 */
export function exchangedOver(before: Standing, exchange: Exchange, segments: Standing['segments'], language: Language, { from, to, grown }: Run): { readonly decisions: Decisions; readonly matched?: Matched } | undefined {
  const change = exchangeIn(before, exchange)
  if (!change) return undefined
  const { decisions, gone, at } = change
  if (exchange.come.some((one) => !isWritten(one, segments))) return { decisions }
  const moved = (one: Again | Kept) => {
    const { at: place } = one
    if (place[language].to <= from) return one
    const [start, end] = [place[language].from, place[language].to].map((index) => (index <= from ? index : index >= to ? index + grown : undefined))
    return start === undefined || end === undefined ? undefined : { ...one, at: { ...place, [language]: { from: start, to: end } } }
  }
  const stay = <T extends Again | Kept>(list: readonly T[]) => list.map((one) => (gone.has(one.decision) ? one : moved(one) as T | undefined))
  const [kept, again] = [stay(before.matched.kept), stay(before.matched.again)]
  if ([...kept, ...again].includes(undefined)) return { decisions }
  return { decisions, matched: matchedAfter({ ...before.matched, kept: kept as Kept[], again: again as Again[] }, segments, gone, at, exchange.come) }
}

/** Segments that are otherwise than they were. */
interface Run extends Span {
  /** How many more there are now. */
  readonly grown: number
}

const inOrder = (one: Kept, other: Kept): number => one.at.en.from - other.at.en.from || one.at.ar.from - other.at.ar.from
