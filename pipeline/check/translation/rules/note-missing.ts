/** Calls of the author's notes that one side has more of. */

import { counterpartOf, languages } from '../../../model/language.ts'
import { hasBothSides, wholeOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const noteMissing: BeadRule = {
  name: 'note-missing', severity: 'error', sees: 'bead',
  check: (bead) => (hasBothSides(bead) ? languages.flatMap((language) => {
    const missing = callsIn(bead[language]) - callsIn(bead[counterpartOf(language)])
    return missing > 0 ? [{ marks: bead[language].filter(({ inline }) => inline.notes > 0).map(wholeOf), values: { context: counterpartOf(language) } }] : []
  }) : []),
}

const callsIn = (readings: readonly SegmentReading[]): number => readings.reduce((sum, { inline }) => sum + inline.notes, 0)
