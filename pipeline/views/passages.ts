/** Passages: the smallest runs of beads that begin and end between units (blocks, or notes) on both sides. */

import type { Bead, Span } from '../model/alignment.ts'
import type { Bilingual } from '../model/language.ts'
import type { Passage } from '../model/passage.ts'

/** Anything that holds segments; a unit without any (a bare image, a break) keeps its place among the others. */
interface Unit {
  readonly segments: readonly unknown[]
}

/**
 * Passages over the units of both sides, in order; every unit of a side stands in exactly one passage.
 *
 * `beads` cover the segments of `units`, counted from the first of them. Linear in units and beads.
 */
export function passages(units: Bilingual<readonly Unit[]>, beads: readonly Bilingual<Span>[]): Passage[] {
  const sides = { en: unitEnds(units.en), ar: unitEnds(units.ar) }
  const result: Passage[] = []
  let start = { en: 0, ar: 0 }
  for (const bead of beads) {
    const en = unitAt(sides.en, start.en, bead.en.to)
    const ar = unitAt(sides.ar, start.ar, bead.ar.to)
    if (en === undefined || ar === undefined || (en === start.en && ar === start.ar)) continue
    result.push({ en: { from: start.en, to: en }, ar: { from: start.ar, to: ar } })
    start = { en, ar }
  }
  return withRest(result, start, { en: units.en.length, ar: units.ar.length })
}

/** Beads of one stream, renumbered so that its first segment on each side is 0. */
export function beadsWithin(beads: readonly Bead[], stream: Bilingual<Span>): Bead[] {
  const shifted = (span: Span, by: number): Span => ({ from: span.from - by, to: span.to - by })
  return beads
    .filter((bead) => isWithin(bead.en, stream.en) && isWithin(bead.ar, stream.ar))
    .map((bead) => ({ ...bead, en: shifted(bead.en, stream.en.from), ar: shifted(bead.ar, stream.ar.from) }))
}

const isWithin = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to

/** For each unit, the number of segments up to its end. */
function unitEnds(units: readonly Unit[]): number[] {
  let total = 0
  return units.map((unit) => (total += unit.segments.length))
}

/** Index after the last unit that ends at `segment`, from `start` on; undefined when a unit is cut there. */
function unitAt(ends: readonly number[], start: number, segment: number): number | undefined {
  let index = start
  while (index < ends.length && (ends[index] ?? 0) <= segment) index++
  const reached = index === 0 ? 0 : ends[index - 1]
  return reached === segment ? index : undefined
}

/** Units after the last bead, which hold no segment, join the last passage. */
function withRest(result: Passage[], start: Bilingual<number>, total: Bilingual<number>): Passage[] {
  if (start.en === total.en && start.ar === total.ar) return result
  const last = result.pop()
  const from: Bilingual<number> = last ? { en: last.en.from, ar: last.ar.from } : { en: 0, ar: 0 }
  return [...result, { en: { from: from.en, to: total.en }, ar: { from: from.ar, to: total.ar } }]
}

