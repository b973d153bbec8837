/** Costs of a bead, in nats; they add, and the cheapest path over both sides is the alignment. */

import { beadType, lengthOf, type Span } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import type { Segment, SegmentKind } from '../model/manuscript.ts'
import { featuresOf } from './features.ts'

/** What the costs look at, worked out once for a pair of sides. */
export interface Evidence {
  readonly segments: Bilingual<readonly Segment[]>
  readonly features: Bilingual<readonly ReadonlySet<string>[]>
  /** Worth, in nats, of a feature that both sides of a bead have. */
  readonly worth: ReadonlyMap<string, number>
  /** Letters up to each segment: `letters.en[i]` is the length of the first `i`. */
  readonly letters: Bilingual<Float64Array>
  /** Arabic letters for each English one, over the whole. */
  readonly ratio: number
}

export function evidenceOf(segments: Bilingual<readonly Segment[]>): Evidence {
  const features = bilingual((language) => segments[language].map((segment) => featuresOf(segment, language)))
  const letters = bilingual((language) => sums(segments[language].map(({ text }) => text.replaceAll(/[\s\u064B-\u0652\u0640]/g, '').length)))
  const total = bilingual((language) => letters[language].at(-1) ?? 0)
  const ratio = total.en > 0 && total.ar > 0 ? Math.min(2, Math.max(0.4, total.ar / total.en)) : 0.85
  return { segments, features, worth: worthOf(features), letters, ratio }
}

function sums(lengths: readonly number[]): Float64Array {
  const result = new Float64Array(lengths.length + 1)
  lengths.forEach((length, index) => { result[index + 1] = (result[index] ?? 0) + length })
  return result
}

/** The rarer a shared feature, the more it says; skeletons of names may agree by chance, and say half. */
function worthOf(features: Evidence['features']): Map<string, number> {
  const counts = bilingual((language) => countsOf(features[language]))
  const size = Math.max(features.en.length, features.ar.length, 2)
  const worth = new Map<string, number>()
  for (const [feature, en] of counts.en) {
    const ar = counts.ar.get(feature)
    if (ar === undefined) continue
    const rarity = Math.log(size / Math.sqrt(en * ar)) + 0.5
    worth.set(feature, Math.max(0.1, rarity * (feature.startsWith('~') ? 0.6 : 1)))
  }
  return worth
}

function countsOf(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const set of sets) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  return counts
}

export type Cost = (en: Span, ar: Span, evidence: Evidence) => number

/** The table of costs. */
export const costs: Readonly<Record<string, Cost>> = { prior, length, shared, kind, paragraphs }

/** Sum of all costs of a bead. Small beads cost little to weigh; the work grows with their members. */
export function costOf(en: Span, ar: Span, evidence: Evidence): number {
  return prior(en, ar) + length(en, ar, evidence) + shared(en, ar, evidence) + kind(en, ar, evidence) + paragraphs(en, ar, evidence)
}

/** Shares of bead types in translated prose; those not listed fall off with every further member. Own choice, after what aligners report. */
const shares: Readonly<Record<string, number>> = {
  '1:1': 0.82, '1:0': 0.012, '0:1': 0.012, '1:2': 0.05, '2:1': 0.06, '2:2': 0.01, '1:3': 0.008, '3:1': 0.012,
}

function prior(en: Span, ar: Span): number {
  const type = beadType({ en, ar })
  const extra = Math.max(0, lengthOf(en) + lengthOf(ar) - 4)
  return -Math.log(shares[type] ?? 0.006 * 0.55 ** extra)
}

/** Spread of lengths, in letters of variance for each letter; wider than Gale & Church found for European pairs. */
const spread = 7

/** Most that lengths alone may cost: a free translation is still one. */
const lengthCap = 9

/** Cost of pairing stretches of these lengths, after Gale & Church 1993; what stands alone pays for its length. */
function length(en: Span, ar: Span, { letters, ratio }: Evidence): number {
  const own = bilingualLengths(en, ar, letters)
  if (own.en === 0 || own.ar === 0) return 2.2 + Math.min(2.5, (own.en * ratio + own.ar) / 120)
  const mean = (own.en + own.ar / ratio) / 2
  const delta = Math.abs(own.ar - own.en * ratio) / Math.sqrt(mean * spread * ratio)
  return Math.min(lengthCap, delta * delta * 0.5)
}

const bilingualLengths = (en: Span, ar: Span, letters: Bilingual<Float64Array>) => ({
  en: (letters.en[en.to] ?? 0) - (letters.en[en.from] ?? 0),
  ar: (letters.ar[ar.to] ?? 0) - (letters.ar[ar.from] ?? 0),
})

/** What a bead's sides share speaks for it; a member of a large bead that shares nothing speaks a little against. */
function shared(en: Span, ar: Span, { features, worth }: Evidence): number {
  if (lengthOf(en) === 0 || lengthOf(ar) === 0) return 0
  const theirs = new Set<string>()
  for (let index = ar.from; index < ar.to; index++) for (const feature of features.ar[index] ?? []) theirs.add(feature)
  let gain = 0
  let idle = 0
  const counted = new Set<string>()
  for (let index = en.from; index < en.to; index++) {
    const before = gain
    for (const feature of features.en[index] ?? []) {
      if (!theirs.has(feature) || counted.has(feature)) continue
      counted.add(feature)
      gain += worth.get(feature) ?? 0
    }
    if (gain === before && lengthOf(en) > 1) idle++
  }
  return -Math.min(14, gain) + (lengthOf(en) + lengthOf(ar) > 3 ? idle * 0.4 : 0)
}

/** A heading belongs to a heading, a cell to a cell; kinds that prose passes into one another cost less. */
function kind(en: Span, ar: Span, { segments }: Evidence): number {
  if (lengthOf(en) === 0 || lengthOf(ar) === 0) return 0
  const kinds = { en: kindsIn(segments.en, en), ar: kindsIn(segments.ar, ar) }
  const mixed = languages.reduce((cost, language) => cost + (kinds[language].size - 1) * 6, 0)
  const [one] = kinds.en
  const [other] = kinds.ar
  if (one === other) return mixed
  const running: readonly (SegmentKind | undefined)[] = ['paragraph', 'quote', 'item', 'note']
  return mixed + (running.includes(one) && running.includes(other) ? 1.5 : 7)
}

function kindsIn(segments: readonly Segment[], span: Span): Set<SegmentKind> {
  const kinds = new Set<SegmentKind>()
  for (let index = span.from; index < span.to; index++) {
    const segment = segments[index]
    if (segment) kinds.add(segment.kind)
  }
  return kinds
}

/** Paragraphs tend to begin together, and a bead seldom runs over the end of one. */
function paragraphs(en: Span, ar: Span, { segments }: Evidence): number {
  const over = crossings(segments.en, en) + crossings(segments.ar, ar)
  if (lengthOf(en) === 0 || lengthOf(ar) === 0) return over * 2
  const starts = { en: isStart(segments.en, en.from), ar: isStart(segments.ar, ar.from) }
  const agreement = starts.en && starts.ar ? -1.2 : starts.en || starts.ar ? 1 : 0
  return over * 2 + agreement
}

const isStart = (segments: readonly Segment[], index: number): boolean =>
  index === 0 || segments[index]?.paragraph !== segments[index - 1]?.paragraph

function crossings(segments: readonly Segment[], span: Span): number {
  let count = 0
  for (let index = span.from + 1; index < span.to; index++) if (isStart(segments, index)) count++
  return count
}
