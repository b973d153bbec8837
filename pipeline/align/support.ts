/** How far the tokens of a segment are explained by stretches of the other side: tables that beads add up. */

import { Likes } from './likes.ts'
import { mostMembers, type Odds } from './odds.ts'
import type { Partners } from './partners.ts'
import type { SideTokens } from './tokens.ts'

/** Segments of the other side, `from` up to but not with `to`, that each own segment is weighed against. */
export interface Windows {
  readonly from: Int32Array
  readonly to: Int32Array
}

/**
 * Nats for each own segment and each stretch across.
 * The stretch of `members` segments that begins at `across` stands at `(starts[own] + across - from[own]) * mostMembers + members - 1`.
 */
export interface Support {
  readonly windows: Windows
  readonly starts: Int32Array
  /** From tokens that find their like. */
  readonly found: Float32Array
  /** From tokens that do not, though the other side has it somewhere. */
  readonly missed: Float32Array
  /** Of each own segment, if nothing of it were found; by segment and number of members across. */
  readonly allMissed: Float32Array
  /** Of each own segment, from tokens that the other side has nowhere. */
  readonly absent: Float32Array
}

/** Time grows with the tokens that find their like inside the windows, memory with the windows. */
export function supportOf(own: SideTokens, across: SideTokens, partners: Partners, odds: Odds, windows: Windows): Support {
  const starts = new Int32Array(own.size + 1)
  for (let row = 0; row < own.size; row++) starts[row + 1] = starts[row]! + windows.to[row]! - windows.from[row]!
  const cells = starts[own.size]! * mostMembers
  const support: Support = {
    windows, starts,
    found: new Float32Array(cells),
    missed: new Float32Array(cells),
    allMissed: new Float32Array(own.size * mostMembers),
    absent: new Float32Array(own.size),
  }
  const likes = new Likes(across, partners)
  for (let segment = 0; segment < own.size; segment++) fillRow(support, likes, own, odds, segment)
  return support
}

function fillRow(support: Support, likes: Likes, own: SideTokens, odds: Odds, segment: number): void {
  const { windows, starts, allMissed, absent } = support
  likes.open(windows.from[segment]!, windows.to[segment]!)
  for (let at = own.starts[segment]!; at < own.starts[segment + 1]!; at++) {
    const type = own.tokens[at]!
    absent[segment]! += odds.absent[type]!
    for (let members = 0; members < mostMembers; members++) allMissed[segment * mostMembers + members]! += odds.missed[type * mostMembers + members]!
    if (likes.find(type)) spread(support, starts[segment]!, likes, odds, type * mostMembers)
  }
  const end = starts[segment + 1]! * mostMembers
  for (let cell = starts[segment]! * mostMembers, member = 0; cell < end; cell++, member = member + 1 === mostMembers ? 0 : member + 1) {
    support.missed[cell]! += allMissed[segment * mostMembers + member]!
  }
}

/** Adds a token's nats to every stretch that holds a like. */
function spread({ found, missed }: Support, start: number, { missing, first, last, width }: Likes, odds: Odds, oddsRow: number): void {
  for (let index = Math.max(0, first - mostMembers + 1); index <= last; index++) {
    const most = Math.min(mostMembers, width - index)
    const cell = (start + index) * mostMembers
    let miss = 1
    for (let members = 0; members < most; members++) {
      miss *= missing[index + members]!
      if (miss === 1) continue
      found[cell + members]! += (1 - miss) * odds.found[oddsRow + members]!
      missed[cell + members]! -= (1 - miss) * odds.missed[oddsRow + members]!
    }
  }
}
