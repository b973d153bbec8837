/** What the other side says about a sign that stands alone in its sentence: whether something goes on there too. */

import { counterpartOf, type Language } from '../../../model/language.ts'
import type { BookReading } from '../reading.ts'
import { eachInSteps, type Steps } from '../steps.ts'
import type { Sign } from './signs.ts'

export interface Counterpart {
  /** Whether the other side has such signs in the bead of this one, and all of them in pairs: what ends a speech there and begins another is none. */
  readonly isClosed: (sign: Sign) => boolean
  /** Whether the other side ends two speeches at once in this bead, as in ’”. */
  readonly endsTwo: (sign: Sign) => boolean
  /** Whether the other side too begins with such a sign in this bead. */
  readonly beginsToo: (sign: Sign) => boolean
  /** Whether the other side stands outside of all such signs in a bead between these two. */
  readonly isOutsideBetween: (opening: Sign, closing: Sign) => boolean
  /** Whether it does so in one of so many beads behind this sign; at the end of the book it may. */
  readonly isOutsideAfter: (sign: Sign, beads: number) => boolean
}

/** What matches the signs of a kind that open, and those that close. */
export type Kind = readonly [opening: RegExp, closing: RegExp]

export interface Kinds {
  /** Those that a sign may have for its counterpart. */
  readonly of: (sign: Sign) => readonly Kind[]
  /** Matches every sign of all kinds. */
  readonly all: RegExp
  readonly opens: (sign: string) => boolean
}

export function* counterpart(book: BookReading, language: Language, kinds: Kinds): Steps<Counterpart> {
  const textOf = (bead: number) => book.bead(bead)[counterpartOf(language)].map(({ segment }) => segment.text).join('\n')
  const outside = yield* outsideBefore(book, textOf, kinds)
  return {
    isClosed: (sign) => {
      const text = textOf(sign.bead)
      const counts = kinds.of(sign).map((kind) => kind.map((pattern) => text.match(pattern)?.length ?? 0))
      return counts.some(([opening]) => opening !== 0) && counts.every(([opening, closing]) => opening === closing) && isWhole(text, kinds.all)
    },
    endsTwo: ({ bead }) => /[’'»”"][\s\u00A0\u202F]?[’'»”"]/.test(textOf(bead)),
    beginsToo: ({ bead }) => textOf(bead).search(kinds.all) === 0,
    isOutsideBetween: (opening, closing) => closing.bead > opening.bead + 1 && outside[closing.bead]! > outside[opening.bead + 1]!,
    isOutsideAfter: ({ bead }, beads) => bead + beads >= outside.length || outside[bead + beads]! > outside[bead + 1]!,
  }
}

/** Whether the first sign of a text does not close, nor the last one open, by what stands beside them. */
function isWhole(text: string, all: RegExp): boolean {
  const signs = Array.from(text.matchAll(all), ({ index }) => index)
  const [first, last] = [signs[0], signs.at(-1)]
  return first !== undefined && last !== undefined && !isBehind(text, first) && !isBefore(text, last)
}

const isBehind = (text: string, at: number): boolean => /[^\s([«“:،؛—-]/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))
const isBefore = (text: string, at: number): boolean => /^$|[\s([«“:،؛—-]/.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at + 1))

/** For each bead, how many before it are outside of all signs. A straight mark both opens and closes. */
function* outsideBefore(book: BookReading, textOf: (bead: number) => string, { all, opens }: Kinds): Steps<number[]> {
  const outside: number[] = []
  let [count, isInside] = [0, false]
  yield* eachInSteps(book.beads, (_, bead) => {
    outside.push(count)
    const signs = textOf(bead).match(all) ?? []
    for (const sign of signs) isInside = sign === '"' ? !isInside : opens(sign)
    if (signs.length === 0 && !isInside) count++
  })
  return outside
}
