/** Two spaces or more between words. */

import { languages } from '../../../model/language.ts'
import { isCode, markOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

export const doubleSpace: BeadRule = {
  name: 'double-space', severity: 'note', sees: 'bead',
  check: (bead) => languages.flatMap((language) => bead[language].filter((reading) => /[ \u00A0]{2}/.test(reading.segment.text) && !isCode(reading)).flatMap((reading) =>
    Array.from(reading.segment.text.matchAll(/(?<=\S)[ \u00A0]{2,}(?=\S)/g), ({ 0: spaces, index }) =>
      ({ marks: [markOf(reading, { from: index, to: index + spaces.length })], values: { count: spaces.length }, habit: language })))),
}
