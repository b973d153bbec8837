/** A quotation that opens with one kind of mark and closes with another: neither mark has its partner, and it is one fault. */

import { markOf } from '../reading.ts'
import type { Seen } from '../rule.ts'
import { seenSign, type Sign } from './signs.ts'

/** Lone signs of one language as they are told: two of a sentence that follow each other and are of two kinds as one. */
export function toldOnce(lone: readonly Sign[]): Seen[] {
  const signs = [...lone].sort((one, other) => one.at.index - other.at.index || one.from - other.from)
  const told: Seen[] = []
  for (let at = 0; at < signs.length; at++) {
    const [sign, next] = [signs[at]!, signs[at + 1]]
    if (next && areOne(sign, next)) at++
    told.push(next && areOne(sign, next) ? together(sign, next) : seenSign(sign))
  }
  return told
}

const isStraight = ({ sign }: Sign): boolean => sign === '"'
const areOne = (sign: Sign, next: Sign): boolean => sign.at === next.at && isStraight(sign) !== isStraight(next)

const together = (opening: Sign, closing: Sign): Seen => ({
  bead: opening.bead,
  marks: [opening, closing].map(({ sign, from, at }) => markOf(at, { from, to: from + sign.length })),
  values: { sign: opening.sign, other: closing.sign, context: 'kinds' },
})
