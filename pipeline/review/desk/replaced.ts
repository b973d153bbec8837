/** A book after some of its decisions gave way to others: everything else stays where it is. */

import { languages } from '../../model/language.ts'
import { decisionText } from '../../decisions/write.ts'
import type { Kept, Matched } from '../../decisions/match.ts'
import type { Decision, Decisions } from '../../model/decisions.ts'
import type { Span } from '../../model/alignment.ts'
import type { Placed, Replacement } from './edits.ts'
import { standing, type Standing } from './standing.ts'

/** Decisions that go and come, by what they say: so that a step can be taken back, whatever was read again in between. */
export interface Exchange {
  readonly gone: readonly Placed[]
  readonly come: readonly Placed[]
  readonly accepted?: { readonly before: Decisions['accepted']; readonly after: Decisions['accepted'] }
}

export const reversed = ({ gone, come, accepted }: Exchange): Exchange =>
  ({ gone: come, come: gone, ...(accepted && { accepted: { before: accepted.after, after: accepted.before } }) })

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
  return change && standing(before, change.decisions, matchedAfter(before, change.gone, change.at, exchange.come))
}

/** The same of the decisions alone, for texts that are not those in which they stood. */
export function exchangedDecisions(before: Standing, exchange: Exchange): Decisions | undefined {
  return exchangeIn(before, exchange)?.decisions
}

function exchangeIn(before: Standing, { gone: going, come, accepted }: Exchange) {
  const { decisions } = before
  const indices = going.map(({ decision }) => indexOf(decisions.beads, decision))
  if (indices.includes(-1)) return undefined
  const gone = new Set(indices)
  const at = indices.length > 0 ? Math.min(...indices) : placeFor(before, come[0])
  const beads = decisions.beads.filter((_, index) => !gone.has(index))
  beads.splice(at, 0, ...come.map(({ decision }) => decision))
  return { decisions: { ...decisions, beads, accepted: accepted?.after ?? decisions.accepted }, gone, at }
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

/** Where every decision stands, counted anew. */
function matchedAfter({ matched, segments }: Standing, gone: ReadonlySet<number>, at: number, come: readonly Placed[]): Matched {
  const sorted = [...gone].sort((one, other) => one - other)
  const numbered = (index: number): number => {
    let before = 0
    while (before < sorted.length && (sorted[before] as number) < index) before++
    return index - before + (index - before >= at ? come.length : 0)
  }
  const stay = <T extends { readonly decision: number }>(list: readonly T[]) =>
    list.filter(({ decision }) => !gone.has(decision)).map((one) => ({ ...one, decision: numbered(one.decision) }))
  const isAsWritten = ({ decision, at: place }: Placed) => languages.every((language) =>
    decision.texts[language].length === place[language].to - place[language].from &&
    decision.texts[language].every((text, index) => segments[language][place[language].from + index]?.text === text))
  const arrived = come.map((one, index) => ({ decision: at + index, at: one.at, isAsWritten: isAsWritten(one) }))
  return {
    kept: [...stay(matched.kept), ...arrived.filter((one) => one.isAsWritten).map(({ decision, at: place }): Kept => ({ decision, at: place }))].sort(inOrder),
    again: [...stay(matched.again), ...arrived.filter((one) => !one.isAsWritten).map(({ decision, at: place }) => ({ decision, at: place, isCrossed: false }))],
    lost: matched.lost.filter((index) => !gone.has(index)).map(numbered),
  }
}

const inOrder = (one: Kept, other: Kept): number => one.at.en.from - other.at.en.from || one.at.ar.from - other.at.ar.from
