/** Emphasis on one side with nothing on the other that stands for it. */

import { counterpartOf, languages, type Language } from '../../../model/language.ts'
import { hasBothSides, wholeOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Arabic sets titles and foreign words in quotation marks, in brackets or in Latin letters where English slants them. */
export const emphasisMissing: BeadRule = {
  name: 'emphasis-missing', severity: 'note', sees: 'bead',
  check: (bead) => (hasBothSides(bead) ? languages.flatMap((language) => {
    const here = emphasisIn(bead[language])
    const stands = here > 0 && (standsFor(bead[counterpartOf(language)], counterpartOf(language)) || hasForeign(bead[language], language))
    return here > 0 && !stands ? [{ marks: bead[language].filter(({ inline }) => inline.emphasis > 0).map(wholeOf), values: { context: counterpartOf(language) }, habit: language }] : []
  }) : []),
}

const emphasisIn = (readings: readonly SegmentReading[]): number => readings.reduce((sum, { inline }) => sum + inline.emphasis, 0)

const standsFor = (readings: readonly SegmentReading[], language: Language): boolean => emphasisIn(readings) > 0 ||
  readings.some(({ segment: { text } }) => /[«»“”"„(]/.test(text) || (language === 'ar' && /\p{Script=Latin}{2}/u.test(text)))

/** A foreign word that is slanted for being foreign, such as *waraq*, is at home on the other side. */
const hasForeign = (readings: readonly SegmentReading[], language: Language): boolean =>
  language === 'en' && readings.some(({ segment: { text } }) => /[ʿʾāīūḥṣḍṭẓ]/i.test(text))
