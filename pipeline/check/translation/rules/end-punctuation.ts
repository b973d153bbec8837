/** A question on one side alone. */

import { bilingual, counterpartOf, languages } from '../../../model/language.ts'
import { endOf, type End } from '../ends.ts'
import { endsTold, lastOf } from '../last.ts'
import type { BeadRule } from '../rule.ts'

/** A question that wants no answer may be an exclamation; a sentence that goes on behind a comma asks, if at all, at its end. */
const mayAsk: ReadonlySet<End> = new Set<End>(['exclamation', 'comma'])

/** Where the other side puts the question inside its sentence, that is the question. */
export const endPunctuation: BeadRule = {
  name: 'end-punctuation', severity: 'warning', sees: 'bead',
  check: (bead) => {
    const last = lastOf(bead)
    if (!last) return []
    const ends = bilingual((language) => endOf(last[language].segment.text))
    const [asking, ...both] = languages.filter((language) => ends[language] === 'question')
    if (!asking || both.length > 0) return []
    const other = counterpartOf(asking)
    const hasQuestion = bead[other].some(({ segment }) => /[?؟]/.test(segment.text))
    return hasQuestion || mayAsk.has(ends[other]) ? [] : [endsTold(last)]
  },
}
