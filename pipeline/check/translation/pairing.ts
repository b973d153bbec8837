/** Signs that stand in pairs, quotation marks and brackets, over a paragraph. */

import type { Language } from '../../model/language.ts'
import { markOf, type BookReading, type SegmentReading } from './reading.ts'
import type { Seen } from './rule.ts'

/** A sign with its place. */
export interface Sign {
  readonly sign: string
  readonly from: number
  readonly at: SegmentReading
  readonly bead: number
}

export interface Paragraph {
  readonly readings: readonly SegmentReading[]
  readonly beads: readonly number[]
}

/** Segments of one language by the paragraph that they stand in. */
export function paragraphsOf(book: BookReading, language: Language): Paragraph[] {
  const paragraphs: { number: number; readings: SegmentReading[]; beads: number[] }[] = []
  book.beads.forEach((_, bead) => {
    for (const reading of book.bead(bead)[language]) {
      const last = paragraphs.at(-1)
      const number = reading.segment.paragraph
      if (last?.number === number) {
        last.readings.push(reading)
        last.beads.push(bead)
      } else paragraphs.push({ number, readings: [reading], beads: [bead] })
    }
  })
  return paragraphs
}

/** Every match of the pattern in the paragraph. */
export function signsIn({ readings, beads }: Paragraph, pattern: RegExp): Sign[] {
  return readings.flatMap((at, index) => (at.segment.kind === 'code' ? [] : Array.from(at.segment.text.matchAll(pattern), (match) =>
    ({ sign: match[0], from: match.index, at, bead: beads[index] ?? 0 }))))
}

export const seenSign = ({ sign, from, at, bead }: Sign): Seen => ({ bead, marks: [markOf(at, { from, to: from + sign.length })], values: { sign } })

/** Signs without their partner; `partner` tells what closes what opens. A sign that closes nothing is alone as well. */
export function alone(signs: readonly Sign[], partner: ReadonlyMap<string, string>): { opened: Sign[]; closed: Sign[] } {
  const opened: Sign[] = []
  const closed: Sign[] = []
  for (const sign of signs) {
    if (partner.has(sign.sign)) opened.push(sign)
    else if (partner.get(opened.at(-1)?.sign ?? '') === sign.sign) opened.pop()
    else closed.push(sign)
  }
  return { opened, closed }
}
