/** Beads that came back from a translator's tool, among the decisions of the book. */

import type { Alignment, Span } from '../model/alignment.ts'
import type { DecidedBook, Decision, Decisions, Event, Status } from '../model/decisions.ts'
import { languages, type Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import { standing } from './around.ts'
import { byTime } from './decided.ts'

export interface Incoming extends Bilingual<Span> {
  readonly status: Status
}

/** Whose correction it is, and when: `YYYY-MM-DDTHH:MM:SSZ`. */
export interface Author {
  readonly by: string
  readonly at: string
}

/**
 * The decisions with these beads among them, in the order of the book.
 *
 * A decision about any of their segments gives way; what was said and done about it goes to the first bead that takes its place.
 */
export function withImported(
  { decisions, beads: decided }: DecidedBook, { beads }: Alignment, segments: Bilingual<readonly Segment[]>, incoming: readonly Incoming[], { by, at }: Author,
): Decisions {
  const gone = new Set<number>()
  const placed: { readonly row: number; readonly decision: Decision }[] = []
  for (const bead of incoming) {
    const rows = rowsOf(bead, beads)
    const before = rows.flatMap((row) => decided.get(row)?.from ?? []).filter((index) => !gone.has(index))
    for (const index of before) gone.add(index)
    const own = before.flatMap((index) => decisions.beads[index] ?? [])
    const event: Event = { at, by, what: 'import' }
    placed.push({ row: rows[0] ?? 0, decision: {
      ...standing(segments, bead), status: bead.status,
      comments: own.flatMap(({ comments }) => comments).toSorted(byTime), history: [...own.flatMap(({ history }) => history).toSorted(byTime), event],
    } })
  }
  const rows = new Map([...decided].flatMap(([row, { from }]) => from.map((index) => [index, row] as const)))
  let last = 0
  const kept = decisions.beads.map((decision, index) => ({ row: last = rows.get(index) ?? last, decision, index })).filter(({ index }) => !gone.has(index))
  return { ...decisions, beads: [...kept, ...placed].toSorted((one, other) => one.row - other.row).map(({ decision }) => decision) }
}

/** Indices of the beads that share a segment with this one. */
function rowsOf(bead: Bilingual<Span>, beads: Alignment['beads']): number[] {
  const rows: number[] = []
  for (const language of languages) {
    const { from, to } = bead[language]
    for (let row = firstEndingAfter(beads, language, from); from < to && row < beads.length && (beads[row]?.[language].from ?? to) < to; row++) {
      const own = beads[row]?.[language]
      if (own && own.to > own.from && !rows.includes(row)) rows.push(row)
    }
  }
  return rows.sort((one, other) => one - other)
}

/** Binary search: beads are in order on both sides. */
function firstEndingAfter(beads: Alignment['beads'], language: 'en' | 'ar', at: number): number {
  let [low, high] = [0, beads.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((beads[middle]?.[language].to ?? Infinity) > at) high = middle
    else low = middle + 1
  }
  return low
}
