/** Where in a window of the other side a token finds its likes. */

import type { Partners } from './partners.ts'
import type { SideTokens } from './tokens.ts'

/** One window at a time, one token at a time; nothing is allocated between. */
export class Likes {
  /** Chance that the segment at this place of the window does not explain the token; 1 outside `first … last`. */
  missing = new Float32Array(64)
  width = 0
  first = 0
  last = -1
  #from = 0
  readonly #across: SideTokens
  readonly #partners: Partners

  constructor(across: SideTokens, partners: Partners) {
    this.#across = across
    this.#partners = partners
  }

  /** Segments `from` up to but not with `to` of the other side. */
  open(from: number, to: number): void {
    this.#clear()
    this.#from = from
    this.width = to - from
    if (this.missing.length < this.width) this.missing = new Float32Array(this.width * 2)
    this.missing.fill(1)
  }

  /** Whether the window holds a like of the type; forgets the token before. */
  find(type: number): boolean {
    this.#clear()
    const { starts, others, beliefs } = this.#partners
    const { holderStarts, holders } = this.#across
    for (let at = starts[type]!; at < starts[type + 1]!; at++) {
      const end = holderStarts[others[at]! + 1]!
      for (let place = firstFrom(holders, holderStarts[others[at]!]!, end, this.#from); place < end; place++) {
        const index = holders[place]! - this.#from
        if (index >= this.width) break
        this.missing[index]! *= 1 - beliefs[at]!
        if (index < this.first) this.first = index
        if (index > this.last) this.last = index
      }
    }
    return this.last >= 0
  }

  #clear(): void {
    if (this.last >= 0) this.missing.fill(1, this.first, this.last + 1)
    this.first = this.missing.length
    this.last = -1
  }
}

/** First place from `low` up to `high` whose value is at least `least`; `high` if there is none. */
function firstFrom(values: Int32Array, low: number, high: number, least: number): number {
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}
