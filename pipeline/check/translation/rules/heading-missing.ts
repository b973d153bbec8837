/** Headings without a heading on the other side. */

import { counterpartOf, languages } from '../../../model/language.ts'
import { excerpt, wholeOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const headingMissing: BeadRule = {
  name: 'heading-missing', severity: 'warning', sees: 'bead',
  check: (bead, { isMeant }) => (isMeant(bead.index) ? [] : languages.flatMap((language) => {
    const [here, there] = [bead[language].filter(isHeading), bead[counterpartOf(language)].filter(isHeading)]
    return here.length > 0 && there.length === 0 ? [{ marks: here.map(wholeOf), values: { text: excerpt(here), context: counterpartOf(language) } }] : []
  })),
}

const isHeading = ({ segment }: SegmentReading): boolean => segment.kind === 'heading'
