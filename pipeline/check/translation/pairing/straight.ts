/** Straight quotation marks, which open and close alike: they are counted. */

import { longest } from './alone.ts'
import type { Counterpart } from './counterpart.ts'
import type { Sign } from './signs.ts'

/** A paragraph with an odd number of marks. */
interface Odd {
  readonly paragraph: number
  readonly signs: readonly Sign[]
}

/** The mark that is too many in each paragraph of an odd number, by the sentence that is closed on the other side, or the last. */
export function loneStraight(paragraphs: readonly (readonly Sign[])[], there: Pick<Counterpart, 'isClosed' | 'isOutsideBetween'>): Sign[] {
  const marks = paragraphs.map(withoutInches)
  const odd = marks.flatMap((signs, paragraph): Odd[] => (signs.length % 2 === 0 || goesOn(signs, marks[paragraph + 1], there.isClosed) ? [] : [{ paragraph, signs }]))
  const lone: Sign[] = []
  for (let at = 0; at < odd.length; at++) {
    if (isSpeech(odd[at]!, odd[at + 1], there)) at++
    else lone.push(loneIn(odd[at]!, there.isClosed))
  }
  return lone
}

function loneIn({ signs }: Odd, isClosed: Counterpart['isClosed']): Sign {
  const odd = signs.filter(({ bead }) => signs.filter((other) => other.bead === bead).length % 2 === 1)
  return odd.findLast(isClosed) ?? odd.at(-1)!
}

/** Behind a digit the sign may stand for inches: such signs are marks where the number comes out even with them. */
const withoutInches = (signs: readonly Sign[]): readonly Sign[] =>
  (signs.length % 2 === 0 ? signs : signs.filter(({ from, at }) => !/\d/.test(at.segment.text.charAt(from - 1))))

const isOpening = ({ at, from }: Sign): boolean => /^$|[\s([:،]/.test(at.segment.text.charAt(from - 1))

/** A speech of several paragraphs opens with a mark in each of them, and is closed in the last. */
function goesOn(signs: readonly Sign[], next: readonly Sign[] | undefined, isClosed: Counterpart['isClosed']): boolean {
  const last = signs.at(-1)
  return last !== undefined && isOpening(last) && next?.[0]?.begins === 'paragraph' && !isClosed(last)
}

/** Or it opens in the first of them alone, unless the other side has closed it there and goes on without. */
function isSpeech(first: Odd, last: Odd | undefined, { isClosed, isOutsideBetween }: Pick<Counterpart, 'isClosed' | 'isOutsideBetween'>): boolean {
  if (!last || last.paragraph - first.paragraph > longest) return false
  const [opening, closing] = [first.signs.at(-1)!, last.signs[0]!]
  return isOpening(opening) && !isOpening(closing) && !(isOutsideBetween(opening, closing) && (isClosed(opening) || isClosed(closing)))
}
