/** Sentences of the original that the translation lacks. */

import { counterpartOf } from '../../../model/language.ts'
import { excerpt, wholeOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const sentenceOmitted: BeadRule = {
  name: 'sentence-omitted', severity: 'warning', sees: 'bead',
  check: (bead, { isMeant, original }) => {
    const there = bead[original].filter(({ segment }) => segment.kind !== 'heading')
    if (isMeant(bead.index) || there.length === 0 || bead[counterpartOf(original)].length > 0) return []
    return [{ marks: there.map(wholeOf), values: { text: excerpt(there) } }]
  },
}
