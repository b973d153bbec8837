/** Signs without their partner on one side of the book. */

import { counterpartOf, languages, type Bilingual, type Language } from '../../../model/language.ts'
import type { BookReading } from '../reading.ts'
import type { Sign } from './signs.ts'

/** How signs pair, and what the other side says about them. */
export interface Pairing {
  readonly opens: (sign: Sign) => boolean
  readonly closes: (closing: Sign, opening: Sign) => boolean
  /** Whether the other side has such signs in the bead of this one, and all of them in pairs: then nothing goes on from that bead. */
  readonly isClosed: (sign: Sign) => boolean
}

interface Opened {
  readonly sign: Sign
  readonly paragraph: number
  /** Whether a later sentence opens with the sign again: each sentence of a long speech may, and it is closed once. */
  isResumed: boolean
}

/** A speech or an aside goes on over no more paragraphs than these: our own choice. */
const longest = 10

/** So near, one side may close an aside at once that the other carries on, within so many beads: our own choice. */
const near = 2

/** What opens in one paragraph may close in a later one, unless the other side closes it at once. Linear. */
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
    while (this.#open[0] && paragraph - this.#open[0].paragraph > longest) this.#leave(this.#open.shift())
    for (const sign of signs) {
      if (this.#pairing.opens(sign)) this.#begin(sign, paragraph)
      else this.#close(sign)
    }
  }

  end(): Sign[] {
    this.#open.forEach((one) => this.#leave(one))
    return this.#lost
  }

  /** What a later sentence took up again need not be closed. */
  #leave(one: Opened | undefined): void {
    if (one && (!one.isResumed || this.#pairing.isClosed(one.sign))) this.#lost.push(one.sign)
  }

  #begin(sign: Sign, paragraph: number): void {
    const last = this.#open.at(-1)
    if (last && sign.begins && last.sign.sign === sign.sign) {
      last.isResumed = true
      if (sign.begins === 'paragraph' && last.paragraph < paragraph) this.#leave(this.#open.pop())
    }
    this.#open.push({ sign, paragraph, isResumed: false })
  }

  #close(sign: Sign): void {
    const { closes, isClosed } = this.#pairing
    for (let last = this.#open.at(-1); last && this.#isParted(last.sign, sign); last = this.#open.at(-1)) {
      if (!isClosed(last.sign)) return void this.#lost.push(sign)
      this.#leave(this.#open.pop())
    }
    const last = this.#open.at(-1)
    if (last && closes(sign, last.sign)) this.#open.pop()
    else this.#lost.push(sign)
  }

  /** Whether two signs of different beads are no pair, for the other side closes in one of these beads, or in both of near ones. */
  #isParted(opening: Sign, closing: Sign): boolean {
    const { isClosed } = this.#pairing
    const closed = opening.bead === closing.bead ? 0 : [opening, closing].filter(isClosed).length
    return closed === 2 || (closed === 1 && closing.bead - opening.bead > near)
  }
}

/** A sign that is without its partner on both sides of a bead is so in the original: a speech that others take up, or a torn page. */
export function onOneSide(lost: Bilingual<readonly Sign[]>): Sign[] {
  return languages.flatMap((language) => {
    const there = new Set(lost[counterpartOf(language)].map(({ bead }) => bead))
    return lost[language].filter(({ bead }) => !there.has(bead))
  })
}

/** `isClosed` of a pairing: whether the other side of a sign's bead has signs of its `kinds`, and as many that open as close of each. */
export function closedIn(book: BookReading, language: Language, kindsOf: (sign: Sign) => readonly Kind[]): (sign: Sign) => boolean {
  return (sign) => {
    const text = book.bead(sign.bead)[counterpartOf(language)].map(({ segment }) => segment.text).join('\n')
    const counts = kindsOf(sign).map((kind) => kind.map((pattern) => text.match(pattern)?.length ?? 0))
    return counts.some(([opening]) => opening !== 0) && counts.every(([opening, closing]) => opening === closing)
  }
}

/** What matches the signs of a kind that open, and those that close. */
export type Kind = readonly [opening: RegExp, closing: RegExp]
