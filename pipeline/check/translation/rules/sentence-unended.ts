/** A sentence without its stop, where the other side ends and most sentences of this side do. */

import { counterpartOf, languages, type Bilingual, type Language } from '../../../model/language.ts'
import { askedAlone } from '../asked.ts'
import { endOf } from '../ends.ts'
import { endsTold, lastOf } from '../last.ts'
import type { BookReading, SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Share of sentences with a mark at their end above which one without it stands out: our own choice. */
const usualShare = 0.9

/** A question that lost its mark is told of by `end-punctuation` alone. */
export const sentenceUnended: BeadRule = {
  name: 'sentence-unended', severity: 'note', sees: 'bead',
  check: (bead, book) => {
    const last = lastOf(bead)
    const language = last && languages.find((one) => isUnended(one, last, book))
    if (!last || !language || askedAlone(bead, last, book) === counterpartOf(language)) return []
    const { marks, values } = endsTold(last)
    return [{ marks, values: { ...values, context: language }, habit: language }]
  },
}

function isUnended(language: Language, last: Bilingual<SegmentReading>, { norms }: BookReading): boolean {
  if (last[language].segment.kind !== 'paragraph' || norms.stops[language] <= usualShare) return false
  return endOf(last[language].segment.text) === 'none' && ['stop', 'exclamation', 'question'].includes(endOf(last[counterpartOf(language)].segment.text))
}
