/** How far the tokens of a segment are explained by stretches of the other side: tables that beads add up. */

import { Likes } from './likes.ts'
import { mostMembers, type Odds } from './odds.ts'
import type { Partners } from './partners.ts'
import type { SideTokens } from './tokens.ts'

/**
 * For each own segment, the segments of the other side that it is weighed against, `from` up to but not with `to`,
 * and among these where stretches of several begin, `severalFrom` up to but not with `severalTo`: large beads are large on one side only.
 */
export interface Windows {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly severalFrom: Int32Array
  readonly severalTo: Int32Array
}

/**
 * Nats for each own segment and each stretch across: what tokens that find their like there gain (`found`),
 * and what they take back of `allMissed` (`redeemed`). `placeOf` says where in the two tables.
 */
export interface Support {
  readonly windows: Windows
  /** Where an own segment's stretches of one begin in the tables, and behind all of these its stretches of several. */
  readonly starts: Int32Array
  readonly severalStarts: Int32Array
  readonly found: Float32Array
  readonly redeemed: Float32Array
  /** Of each own segment, if nothing of it were found though the other side has it somewhere; by segment and number of members across. */
  readonly allMissed: Float32Array
  /** Of each own segment, from tokens that the other side has nowhere. */
  readonly absent: Float32Array
}

/** Stretches of two and more, by their number of members. */
const several = mostMembers - 1

/** Place in the tables of the stretch of `members` segments that begins at `across`. */
export function placeOf({ windows, starts, severalStarts }: Support, own: number, across: number, members: number): number {
  return members === 1
    ? starts[own]! + across - windows.from[own]!
    : severalStarts[own]! + (across - windows.severalFrom[own]!) * several + members - 2
}

/** Time grows with the tokens that find their like inside the windows, memory with the windows. */
export function supportOf(own: SideTokens, across: SideTokens, partners: Partners, odds: Odds, windows: Windows): Support {
  const starts = new Int32Array(own.size + 1)
  const severalStarts = new Int32Array(own.size + 1)
  for (let row = 0; row < own.size; row++) starts[row + 1] = starts[row]! + windows.to[row]! - windows.from[row]!
  severalStarts[0] = starts[own.size]!
  for (let row = 0; row < own.size; row++) severalStarts[row + 1] = severalStarts[row]! + (windows.severalTo[row]! - windows.severalFrom[row]!) * several
  const places = severalStarts[own.size]!
  const support: Support = {
    windows, starts, severalStarts,
    found: new Float32Array(places),
    redeemed: new Float32Array(places),
    allMissed: new Float32Array(own.size * mostMembers),
    absent: new Float32Array(own.size),
  }
  const likes = new Likes(across, partners)
  for (let segment = 0; segment < own.size; segment++) fillRow(support, likes, own, odds, segment)
  return support
}

function fillRow(support: Support, likes: Likes, own: SideTokens, odds: Odds, segment: number): void {
  const { windows, allMissed, absent } = support
  likes.open(windows.from[segment]!, windows.to[segment]!)
  for (let at = own.starts[segment]!; at < own.starts[segment + 1]!; at++) {
    const type = own.tokens[at]!
    absent[segment]! += odds.absent[type]!
    for (let members = 0; members < mostMembers; members++) allMissed[segment * mostMembers + members]! += odds.missed[type * mostMembers + members]!
    if (!likes.find(type)) continue
    spreadOne(support, segment, likes, odds, type * mostMembers)
    spreadSeveral(support, segment, likes, odds, type * mostMembers)
  }
}

/** Adds a token's nats to every single segment that holds a like. */
function spreadOne({ starts, found, redeemed }: Support, segment: number, { missing, first, last }: Likes, odds: Odds, oddsRow: number): void {
  for (let index = first; index <= last; index++) {
    const hit = 1 - missing[index]!
    if (hit === 0) continue
    found[starts[segment]! + index]! += hit * odds.found[oddsRow]!
    redeemed[starts[segment]! + index]! -= hit * odds.missed[oddsRow]!
  }
}

/** Adds a token's nats to every stretch of two and more that holds a like. */
function spreadSeveral({ windows, severalStarts, found, redeemed }: Support, segment: number, { missing, first, last, width }: Likes, odds: Odds, oddsRow: number): void {
  const shift = windows.severalFrom[segment]! - windows.from[segment]!
  const end = Math.min(last, windows.severalTo[segment]! - windows.from[segment]! - 1)
  for (let index = Math.max(shift, first - mostMembers + 1); index <= end; index++) {
    const most = Math.min(mostMembers, width - index)
    const place = severalStarts[segment]! + (index - shift) * several - 1
    let miss = missing[index]!
    for (let members = 1; members < most; members++) {
      miss *= missing[index + members]!
      if (miss === 1) continue
      found[place + members]! += (1 - miss) * odds.found[oddsRow + members]!
      redeemed[place + members]! -= (1 - miss) * odds.missed[oddsRow + members]!
    }
  }
}
