/** A question on one side alone. */

import { endOf } from '../ends.ts'
import { endsTold, lastOf } from '../last.ts'
import type { BeadRule } from '../rule.ts'

/** Where the other side puts the question inside its sentence, that is the question. */
export const endPunctuation: BeadRule = {
  name: 'end-punctuation', severity: 'warning', sees: 'bead',
  check: (bead) => {
    const last = lastOf(bead)
    if (!last) return []
    const [en, ar] = [endOf(last.en.segment.text) === 'question', endOf(last.ar.segment.text) === 'question']
    const hasQuestion = bead[en ? 'ar' : 'en'].some(({ segment }) => /[?؟]/.test(segment.text))
    return en === ar || hasQuestion ? [] : [endsTold(last)]
  },
}
