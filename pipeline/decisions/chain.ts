/** The heaviest chain: of pairs of runs, those that stand in one order on both sides. */

import type { Span } from '../model/alignment.ts'
import type { Bilingual } from '../model/language.ts'

export interface Link extends Bilingual<Span> {
  readonly weight: number
}

/**
 * Indices into `links`, in order, of a chain of the greatest weight; no run of a link may overlap another's on either side.
 *
 * A heaviest increasing subsequence over a tree of prefix maxima: n log n.
 */
export function heaviestChain(links: readonly Link[]): number[] {
  const order = links.map((_, index) => index).sort((one, other) => startOf(links, one, 'en') - startOf(links, other, 'en'))
  const ranks = new Map([...new Set(links.map(({ ar }) => ar.from))].sort((one, other) => one - other).map((from, rank) => [from, rank + 1]))
  const best = new PrefixMaxima(ranks.size)
  const before: (number | undefined)[] = []
  const weights: number[] = []
  for (const index of order) {
    const rank = ranks.get(startOf(links, index, 'ar')) ?? 1
    const last = best.upTo(rank - 1)
    before[index] = last
    weights[index] = (links[index]?.weight ?? 0) + (last === undefined ? 0 : weights[last] ?? 0)
    best.put(rank, index, weights)
  }
  const chain: number[] = []
  for (let at = best.upTo(ranks.size); at !== undefined; at = before[at]) chain.push(at)
  return chain.reverse()
}

const startOf = (links: readonly Link[], index: number, language: 'en' | 'ar'): number => links[index]?.[language].from ?? 0

/** A Fenwick tree that gives, of all that were put at ranks up to one, the index of the heaviest. */
class PrefixMaxima {
  readonly #tree: (number | undefined)[]
  #weights: readonly number[] = []

  constructor(size: number) {
    this.#tree = new Array<number | undefined>(size + 1)
  }

  put(rank: number, index: number, weights: readonly number[]): void {
    this.#weights = weights
    for (let at = rank; at < this.#tree.length; at += at & -at) if (this.#isHeavier(index, this.#tree[at])) this.#tree[at] = index
  }

  upTo(rank: number): number | undefined {
    let best: number | undefined
    for (let at = rank; at > 0; at -= at & -at) if (this.#isHeavier(this.#tree[at], best)) best = this.#tree[at]
    return best
  }

  #isHeavier(one: number | undefined, other: number | undefined): boolean {
    return one !== undefined && (other === undefined || (this.#weights[one] ?? 0) > (this.#weights[other] ?? 0))
  }
}
