/** Straight quotation marks, which open and close alike: they are counted. */

import { longest } from './alone.ts'
import type { Counterpart } from './counterpart.ts'
import type { Sign } from './signs.ts'

/** A paragraph with an odd number of marks. */
interface Odd {
  readonly paragraph: number
  readonly signs: readonly Sign[]
}

type There = Pick<Counterpart, 'isClosed' | 'isOutsideBetween'>

/** The mark that is too many in each paragraph of an odd number, by the sentence that is closed on the other side, or the last. */
export function loneStraight(paragraphs: readonly (readonly Sign[])[], there: There): Sign[] {
  const marks = paragraphs.map((signs) => withoutResumed(withoutInches(signs), there.isClosed))
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

/** Each sentence of a speech may open it again, and it is closed once: where the number comes out odd, such marks are none. */
function withoutResumed(signs: readonly Sign[], isClosed: Counterpart['isClosed']): readonly Sign[] {
  if (signs.length % 2 === 0) return signs
  return signs.filter((sign, at) => {
    const before = signs[at - 1]
    return !(before && sign.begins && isOpening(before) && !isClosed(before))
  })
}

const isOpening = ({ at, from }: Sign): boolean => /^$|[\s([:،]/.test(at.segment.text.charAt(from - 1))

/** A speech of several paragraphs opens with a mark in each of them, and is closed in the last. */
function goesOn(signs: readonly Sign[], next: readonly Sign[] | undefined, isClosed: Counterpart['isClosed']): boolean {
  const last = signs.at(-1)
  return last !== undefined && isOpening(last) && next?.[0]?.begins === 'paragraph' && !isClosed(last)
}

/** Or it opens in the first of them alone, with others inside it on either end, unless the other side has a whole speech where that ends, and is outside between the two. */
function isSpeech(first: Odd, last: Odd | undefined, { isClosed, isOutsideBetween }: There): boolean {
  if (!last || last.paragraph - first.paragraph > longest) return false
  const [opening, closing] = [unmatched(first.signs).open, unmatched(last.signs).closed]
  return opening !== undefined && closing !== undefined && !(isOutsideBetween(opening, closing) && isClosed(closing))
}

/** By what stands before each mark: the last that is open behind them all, and the first that closes what none of them opened. */
function unmatched(signs: readonly Sign[]): { readonly open: Sign | undefined; readonly closed: Sign | undefined } {
  const open: Sign[] = []
  let closed: Sign | undefined
  for (const sign of signs) {
    if (isOpening(sign)) open.push(sign)
    else if (!open.pop()) closed ??= sign
  }
  return { open: open.at(-1), closed }
}
