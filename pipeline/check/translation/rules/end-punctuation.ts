/** A question on one side alone. */

import { counterpartOf } from '../../../model/language.ts'
import { endOf } from '../ends.ts'
import { endsOf } from '../last.ts'
import type { BeadRule } from '../rule.ts'

/** Where the other side puts the question inside its sentence, that is the question. */
export const endPunctuation: BeadRule = {
  name: 'end-punctuation', severity: 'warning', sees: 'bead',
  check: (bead) => {
    const ends = endsOf(bead)
    if (!ends) return []
    const [en, ar] = [endOf(ends.last.en.segment.text) === 'question', endOf(ends.last.ar.segment.text) === 'question']
    const hasQuestion = bead[counterpartOf(en ? 'en' : 'ar')].some(({ segment }) => /[?؟]/.test(segment.text))
    return en === ar || hasQuestion ? [] : [{ marks: ends.marks, values: { ...ends.signs } }]
  },
}
