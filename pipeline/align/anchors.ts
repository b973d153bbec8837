/** Anchors of the search: pairs of segments that share rare words, in the heaviest chain that rises on both sides. */

import type { Bilingual } from '../model/language.ts'
import type { SideVectors } from './meaning.ts'
import { mostMembers, type Odds } from './odds.ts'
import type { Partners } from './partners.ts'
import { holdersOf, type SideTokens } from './tokens.ts'

/** What the words of both sides tell. */
export interface Sides {
  readonly tokens: Bilingual<SideTokens>
  readonly partners: Bilingual<Partners>
  readonly odds: Bilingual<Odds>
  /** Where an embedding model has its say. */
  readonly vectors: SideVectors | undefined
}

/** Types on more segments than this anchor nothing. */
const rare = 40
const leastAnchor = 3
const mostAnchor = 12
const candidatesEach = 4

/** Pairs of segments in the heaviest chain that rises on both sides; the weight is that of the rare words they share. */
export function anchors(sides: Sides): [number, number][] {
  const { en, ar } = sides.tokens
  const weights = new Float32Array(ar.size)
  const pairs: Candidate[] = []
  for (let x = 0; x < en.size; x++) {
    const touched = weigh(sides, x, weights)
    const best = touched.filter((y) => weights[y]! >= leastAnchor).sort((one, other) => weights[other]! - weights[one]! || one - other)
    for (const y of best.slice(0, candidatesEach)) pairs.push({ x, y, weight: Math.min(mostAnchor, weights[y]!) })
    for (const y of touched) weights[y] = 0
  }
  return heaviestChain(pairs, ar.size)
}

function weigh({ tokens: { en, ar }, partners, odds }: Sides, x: number, weights: Float32Array): number[] {
  const touched: number[] = []
  for (let at = en.starts[x]!; at < en.starts[x + 1]!; at++) {
    const type = en.tokens[at]!
    if (holdersOf(en, type) > rare) continue
    for (let link = partners.en.starts[type]!; link < partners.en.starts[type + 1]!; link++) {
      const other = partners.en.others[link]!
      if (holdersOf(ar, other) > rare) continue
      const worth = partners.en.beliefs[link]! * odds.en.found[type * mostMembers]!
      for (let place = ar.holderStarts[other]!; place < ar.holderStarts[other + 1]!; place++) {
        const y = ar.holders[place]!
        if (weights[y] === 0) touched.push(y)
        weights[y]! += worth
      }
    }
  }
  return touched
}

interface Candidate {
  readonly x: number
  readonly y: number
  readonly weight: number
}

/** n log n, by a Fenwick tree of the heaviest chain that ends at or before each `y`. */
function heaviestChain(pairs: readonly Candidate[], size: number): [number, number][] {
  const ordered = [...pairs].sort((one, other) => one.x - other.x || other.y - one.y)
  const totals = new Float64Array(ordered.length)
  const before = new Int32Array(ordered.length).fill(-1)
  const tree = new Int32Array(size + 1).fill(-1)
  ordered.forEach(({ y, weight }, index) => {
    let best = -1
    for (let at = y; at > 0; at -= at & -at) if (tree[at]! >= 0 && (best < 0 || totals[tree[at]!]! > totals[best]!)) best = tree[at]!
    before[index] = best
    totals[index] = weight + (best < 0 ? 0 : totals[best]!)
    for (let at = y + 1; at <= size; at += at & -at) if (tree[at]! < 0 || totals[tree[at]!]! < totals[index]!) tree[at] = index
  })
  const chain: [number, number][] = []
  const last = totals.reduce((best, total, index) => (best < 0 || total > totals[best]! ? index : best), -1)
  for (let at = last; at >= 0; at = before[at]!) chain.push([ordered[at]!.x, ordered[at]!.y])
  return chain.reverse()
}
