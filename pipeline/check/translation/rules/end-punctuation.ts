/** A question on one side alone. */

import { askedAlone } from '../asked.ts'
import { endsTold, lastOf } from '../last.ts'
import type { BeadRule } from '../rule.ts'

export const endPunctuation: BeadRule = {
  name: 'end-punctuation', severity: 'warning', sees: 'bead',
  check: (bead, book) => {
    const last = lastOf(bead)
    return last && askedAlone(bead, last, book) ? [endsTold(last)] : []
  },
}
