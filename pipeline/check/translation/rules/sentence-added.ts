/** Sentences of the translation that the original lacks; a translator's own notes are meant to be. */

import { counterpartOf } from '../../../model/language.ts'
import { excerpt, wholeOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const sentenceAdded: BeadRule = {
  name: 'sentence-added', severity: 'warning', sees: 'bead',
  check: (bead, { isMeant, translation, isTranslators }) => {
    const there = bead[translation].filter(({ segment }) => segment.kind !== 'heading' && !isTranslators(segment.id))
    if (isMeant(bead.index) || there.length === 0 || bead[counterpartOf(translation)].length > 0) return []
    return [{ marks: there.map(wholeOf), values: { text: excerpt(there) } }]
  },
}
