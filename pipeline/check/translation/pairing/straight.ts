/** Straight quotation marks, which open and close alike: they are counted. */

import type { Sign } from './signs.ts'

/** The mark that is too many in each paragraph of an odd number, by the sentence that is closed on the other side, or the last. */
export function loneStraight(paragraphs: readonly (readonly Sign[])[], isClosed: (sign: Sign) => boolean): Sign[] {
  const marks = paragraphs.map(withoutInches)
  return marks.flatMap((signs, index) => {
    if (signs.length % 2 === 0 || goesOn(signs, marks[index + 1], isClosed)) return []
    const odd = signs.filter(({ bead }) => signs.filter((other) => other.bead === bead).length % 2 === 1)
    const lone = odd.findLast(isClosed) ?? odd.at(-1)
    return lone ? [lone] : []
  })
}

/** Behind a digit the sign may stand for inches: such signs are marks where the number comes out even with them. */
const withoutInches = (signs: readonly Sign[]): readonly Sign[] =>
  (signs.length % 2 === 0 ? signs : signs.filter(({ from, at }) => !/\d/.test(at.segment.text.charAt(from - 1))))

/** A speech of several paragraphs opens with a mark in each of them, and is closed in the last. */
function goesOn(signs: readonly Sign[], next: readonly Sign[] | undefined, isClosed: (sign: Sign) => boolean): boolean {
  const last = signs.at(-1)
  const isOpening = last !== undefined && /^$|[\s([:،]/.test(last.at.segment.text.charAt(last.from - 1))
  return isOpening && next?.[0]?.begins === 'paragraph' && !isClosed(last)
}
