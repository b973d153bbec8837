/** Signs that stand in pairs, quotation marks and brackets, over the paragraphs of a side. */

import type { Bilingual, Language } from '../../../model/language.ts'
import { isCode, markOf, type BookReading, type SegmentReading } from '../reading.ts'
import type { Seen } from '../rule.ts'
import { eachInSteps, type Steps } from '../steps.ts'

/** A sign with its place. */
export interface Sign {
  readonly sign: string
  readonly from: number
  readonly at: SegmentReading
  readonly bead: number
  /** Whether it is the first character of its sentence, or even of its paragraph. */
  readonly begins: 'paragraph' | 'sentence' | undefined
}

interface Paragraph {
  readonly readings: readonly SegmentReading[]
  readonly beads: readonly number[]
}

const known = new WeakMap<BookReading, Partial<Bilingual<readonly Paragraph[]>>>()

/** Segments of one language by the paragraph that they stand in; gathered once, for each kind of sign asks. */
function* paragraphsOf(book: BookReading, language: Language): Steps<readonly Paragraph[]> {
  const gathered = known.get(book)
  const paragraphs = gathered?.[language] ?? (yield* paragraphsIn(book, language))
  known.set(book, { ...gathered, [language]: paragraphs })
  return paragraphs
}

function* paragraphsIn(book: BookReading, language: Language): Steps<readonly Paragraph[]> {
  const paragraphs: { number: number; readings: SegmentReading[]; beads: number[] }[] = []
  yield* eachInSteps(book.beads, (_, bead) => {
    for (const reading of book.bead(bead)[language]) {
      const { paragraph: number } = reading.segment
      if (paragraphs.at(-1)?.number !== number) paragraphs.push({ number, readings: [], beads: [] })
      paragraphs.at(-1)?.readings.push(reading)
      paragraphs.at(-1)?.beads.push(bead)
    }
  })
  return paragraphs
}

/** For each paragraph of a language every match of the pattern, but for code. */
export function* signsOf(book: BookReading, language: Language, pattern: RegExp): Steps<Sign[][]> {
  const signs: Sign[][] = []
  yield* eachInSteps(yield* paragraphsOf(book, language), (paragraph) => signs.push(signsIn(paragraph, pattern)))
  return signs
}

function signsIn({ readings, beads }: Paragraph, pattern: RegExp): Sign[] {
  return readings.flatMap((at, index) => (isCode(at) ? [] : Array.from(at.segment.text.matchAll(pattern), ({ 0: sign, index: from }): Sign =>
    ({ sign, from, at, bead: beads[index] ?? 0, begins: from > 0 ? undefined : index === 0 ? 'paragraph' : 'sentence' }))))
}

export const seenSign = ({ sign, from, at, bead }: Sign): Seen => ({ bead, marks: [markOf(at, { from, to: from + sign.length })], values: { sign } })
