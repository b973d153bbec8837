/** Signs that stand in pairs, quotation marks and brackets, over the paragraphs of a side. */

import { counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import { isCode, markOf, type BookReading, type SegmentReading } from './reading.ts'
import type { Seen } from './rule.ts'
import { eachInSteps, type Steps } from './steps.ts'

/** A sign with its place. */
export interface Sign {
  readonly sign: string
  readonly from: number
  readonly at: SegmentReading
  readonly bead: number
  /** Whether it is the first character of its paragraph. */
  readonly opens: boolean
}

interface Paragraph {
  readonly readings: readonly SegmentReading[]
  readonly beads: readonly number[]
}

/** Segments of one language by the paragraph that they stand in. */
function* paragraphsOf(book: BookReading, language: Language): Steps<readonly Paragraph[]> {
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

/** For each paragraph of a language every match of the pattern. */
export function* signsOf(book: BookReading, language: Language, pattern: RegExp): Steps<Sign[][]> {
  const signs: Sign[][] = []
  yield* eachInSteps(yield* paragraphsOf(book, language), (paragraph) => signs.push(signsIn(paragraph, pattern)))
  return signs
}

function signsIn({ readings, beads }: Paragraph, pattern: RegExp): Sign[] {
  return readings.flatMap((at, index) => (isCode(at) ? [] : Array.from(at.segment.text.matchAll(pattern), (match) =>
    ({ sign: match[0], from: match.index, at, bead: beads[index] ?? 0, opens: index === 0 && match.index === 0 }))))
}

export const seenSign = ({ sign, from, at, bead }: Sign): Seen => ({ bead, marks: [markOf(at, { from, to: from + sign.length })], values: { sign } })

/** A speech or an aside goes on over no more paragraphs than these: our own choice. */
const longest = 10

/**
 * Signs without their partner; `partner` tells what closes what opens.
 *
 * What opens in one paragraph may close in a later one. Each paragraph of a long speech may open with the sign again, and
 * then it is closed once.
 */
export function alone(paragraphs: readonly (readonly Sign[])[], partner: ReadonlyMap<string, string>): Sign[] {
  const open: { sign: Sign; paragraph: number }[] = []
  const lost: Sign[] = []
  paragraphs.forEach((signs, paragraph) => {
    while (open[0] && paragraph - open[0].paragraph > longest) lost.push(open.shift()!.sign)
    for (const sign of signs) {
      const last = open.at(-1)
      if (partner.has(sign.sign)) {
        if (sign.opens && last?.sign.sign === sign.sign && last.paragraph < paragraph) open.pop()
        open.push({ sign, paragraph })
      } else if (last && partner.get(last.sign.sign) === sign.sign) open.pop()
      else lost.push(sign)
    }
  })
  return [...lost, ...open.map(({ sign }) => sign)].sort((one, other) => one.bead - other.bead)
}

/** A sign that is without its partner on both sides of a bead is so in the original: a speech that others take up, or a torn page. */
export function onOneSide(lost: Bilingual<readonly Sign[]>): Sign[] {
  return languages.flatMap((language) => {
    const there = new Set(lost[counterpartOf(language)].map(({ bead }) => bead))
    return lost[language].filter(({ bead }) => !there.has(bead))
  })
}
