/** Links that one side has more of. */

import { counterpartOf, languages } from '../../../model/language.ts'
import { hasBothSides, wholeOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Addresses may differ, for many sites have a page for each language; a link without any counterpart is missing. */
export const linkMissing: BeadRule = {
  name: 'link-missing', severity: 'error', sees: 'bead',
  check: (bead) => (hasBothSides(bead) ? languages.flatMap((language) => {
    const [here, there] = [linksOf(bead[language]), linksOf(bead[counterpartOf(language)])]
    const extra = here.filter(({ link }) => !there.some((other) => other.link === link)).slice(0, Math.max(0, here.length - there.length))
    return extra.map(({ link, reading }) => ({ marks: [wholeOf(reading)], values: { link, context: counterpartOf(language) } }))
  }) : []),
}

const linksOf = (readings: readonly SegmentReading[]): { link: string; reading: SegmentReading }[] =>
  readings.flatMap((reading) => reading.segment.links.map((link) => ({ link, reading })))
