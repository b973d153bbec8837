/** Signs without their partner on one side of the book. */

import { counterpartOf, languages, type Bilingual } from '../../../model/language.ts'
import type { Counterpart } from './counterpart.ts'
import type { Sign } from './signs.ts'

/** How signs pair, and what the other side says about them. */
export interface Pairing extends Counterpart {
  readonly opens: (sign: Sign) => boolean
  readonly closes: (closing: Sign, opening: Sign) => boolean
  /** Whether a sign that closes may do so for a speech and for the one around it: two guillemets that would stand together are written once. */
  readonly closesTwo?: (closing: Sign, around: Sign) => boolean
}

interface Opened {
  readonly sign: Sign
  readonly paragraph: number
  /** Whether a later sentence opens with the sign again: each sentence of a long speech may, and it is closed once. */
  isResumed: boolean
}

/** A speech or an aside goes on over no more paragraphs than these: our own choice. */
export const longest = 10

/** What opens in one paragraph may close in a later one, unless the other side closes it at once and goes on without. Linear. */
export function alone(paragraphs: readonly (readonly Sign[])[], pairing: Pairing): Sign[] {
  const walk = new Walk(pairing)
  paragraphs.forEach((signs, paragraph) => walk.paragraph(signs, paragraph))
  return walk.end().sort((one, other) => one.bead - other.bead)
}

class Walk {
  readonly #pairing: Pairing
  readonly #open: Opened[] = []
  readonly #lost: Sign[] = []

  constructor(pairing: Pairing) {
    this.#pairing = pairing
  }

  paragraph(signs: readonly Sign[], paragraph: number): void {
    this.#leaveOld(paragraph)
    for (const sign of signs) {
      if (this.#pairing.opens(sign)) this.#begin(sign, paragraph)
      else this.#close(sign)
    }
  }

  end(): Sign[] {
    this.#open.forEach((one) => this.#leave(one))
    return this.#lost
  }

  /** A speech that is as long on the other side may be closed further on. */
  #leaveOld(paragraph: number): void {
    const { isClosed, isOutsideAfter } = this.#pairing
    const old = this.#open.filter((one) => paragraph - one.paragraph > longest && (isClosed(one.sign) || isOutsideAfter(one.sign, longest)))
    for (const one of old) {
      this.#open.splice(this.#open.indexOf(one), 1)
      this.#leave(one)
    }
  }

  /** What a later sentence took up again need not be closed, unless the other side closes it. */
  #leave(one: Opened | undefined): void {
    if (one && (!one.isResumed || this.#isClosedThere(one.sign))) this.#lost.push(one.sign)
  }

  /** A speech that begins its sentence has its counterpart where the other side begins too: what is quoted later inside it is another. */
  #isClosedThere(sign: Sign): boolean {
    const { isClosed, beginsToo } = this.#pairing
    return isClosed(sign) && (sign.begins === undefined || beginsToo(sign))
  }

  #begin(sign: Sign, paragraph: number): void {
    const last = this.#open.at(-1)
    if (sign.begins) for (const one of this.#open) if (one.sign.sign === sign.sign) one.isResumed = true
    if (sign.begins === 'paragraph' && last?.sign.sign === sign.sign && last.paragraph < paragraph) this.#leave(this.#open.pop())
    this.#open.push({ sign, paragraph, isResumed: false })
  }

  #close(sign: Sign): void {
    const { closes, closesTwo, isClosed } = this.#pairing
    for (let last = this.#open.at(-1); last && this.#isParted(last.sign, sign); last = this.#open.at(-1)) {
      if (!isClosed(last.sign)) return void this.#lost.push(sign)
      this.#leave(this.#open.pop())
    }
    const last = this.#open.at(-1)
    if (!last || !closes(sign, last.sign)) return void this.#lost.push(sign)
    this.#open.pop()
    const around = this.#open.at(-1)
    if (around && closes(sign, around.sign) && closesTwo?.(sign, around.sign)) this.#open.pop()
  }

  /** Two signs of different beads are no pair where the other side has a whole speech in the bead of the second, and is outside between them. */
  #isParted(opening: Sign, closing: Sign): boolean {
    const { isClosed, isOutsideBetween } = this.#pairing
    return isOutsideBetween(opening, closing) && isClosed(closing)
  }
}

/** A sign that is without its partner on both sides of a bead is so in the original: a speech that others take up, or a torn page. */
export function onOneSide(lost: Bilingual<readonly Sign[]>): Sign[] {
  return languages.flatMap((language) => {
    const there = new Set(lost[counterpartOf(language)].map(({ bead }) => bead))
    return lost[language].filter(({ bead }) => !there.has(bead))
  })
}
