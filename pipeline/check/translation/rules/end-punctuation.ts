/** A question on one side alone, or a sentence without its end. */

import type { Language } from '../../../model/language.ts'
import { endOf } from '../ends.ts'
import { hasBothSides, markOf, type BeadReading, type BookReading, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const endPunctuation: BeadRule = {
  name: 'end-punctuation', severity: 'warning', sees: 'bead',
  check: (bead, book) => {
    const [en, ar] = [bead.en.at(-1), bead.ar.at(-1)]
    if (!hasBothSides(bead) || !en || !ar || en.segment.kind !== ar.segment.kind || en.segment.kind === 'code' || !differ(en, ar, bead, book)) return []
    return [{ marks: [lastOf(en), lastOf(ar)], values: { en: signOf(en), ar: signOf(ar) } }]
  },
}

function differ(en: SegmentReading, ar: SegmentReading, bead: BeadReading, book: BookReading): boolean {
  const ends = { en: endOf(en.segment.text), ar: endOf(ar.segment.text) }
  if ((ends.en === 'question') !== (ends.ar === 'question')) return !hasQuestion(bead, ends.en === 'question' ? 'ar' : 'en')
  return isUnended('en', ends.en, ends.ar, en, book) || isUnended('ar', ends.ar, ends.en, ar, book)
}

/** A question inside the other side's sentence is that question. */
const hasQuestion = (bead: BeadReading, language: Language): boolean => bead[language].some(({ segment }) => /[?؟]/.test(segment.text))

/** Share of sentences with a mark at their end above which one without it stands out. */
const usualShare = 0.9

const isUnended = (language: Language, own: string, other: string, { segment }: SegmentReading, { norms }: BookReading): boolean =>
  own === 'none' && (other === 'stop' || other === 'exclamation') && segment.kind === 'paragraph' && norms.stops[language] > usualShare

const lastOf = (reading: SegmentReading) => markOf(reading, { from: reading.segment.text.search(/\S+$/), to: reading.segment.text.length })

/** The last mark as it is written, or a dash. */
const signOf = ({ segment: { text } }: SegmentReading): string => /[^\p{L}\p{N}\p{M}\s]+$/u.exec(text)?.[0] ?? '—'
