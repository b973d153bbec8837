/** A sentence without its stop, where the other side ends and most sentences of this side do. */

import { languages, type Language } from '../../../model/language.ts'
import { endOf } from '../ends.ts'
import { endsOf, type Ends } from '../last.ts'
import type { BookReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Share of sentences with a mark at their end above which one without it stands out: our own choice. */
const usualShare = 0.9

export const sentenceUnended: BeadRule = {
  name: 'sentence-unended', severity: 'note', sees: 'bead',
  check: (bead, book) => {
    const ends = endsOf(bead)
    const language = ends && languages.find((one) => isUnended(one, ends, book))
    return ends && language ? [{ marks: ends.marks, values: { ...ends.signs, context: language }, habit: language }] : []
  },
}

function isUnended(language: Language, { last }: Ends, { norms }: BookReading): boolean {
  const [own, other] = [endOf(last[language].segment.text), endOf(last[language === 'en' ? 'ar' : 'en'].segment.text)]
  return own === 'none' && other !== 'none' && other !== 'colon' && other !== 'comma' && last[language].segment.kind === 'paragraph' && norms.stops[language] > usualShare
}
