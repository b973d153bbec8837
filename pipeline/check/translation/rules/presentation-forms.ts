/** Letters stored in the shapes of old fonts, which no search finds. */

import { isCode, markOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** All of both blocks but ornate brackets (FD3E, FD3F), formulas that are written as one sign (FD40–FD4F, FDFA–FDFD) and the mark of byte order. */
const forms = /[\uFB50-\uFD3D\uFD50-\uFDF9\uFE70-\uFEFC]+/g

export const presentationForms: BeadRule = {
  name: 'presentation-forms', severity: 'error', sees: 'bead',
  check: ({ ar }) => ar.filter((reading) => !isCode(reading)).flatMap((reading) =>
    Array.from(reading.segment.text.matchAll(forms), ({ 0: run, index }) =>
      ({ marks: [markOf(reading, { from: index, to: index + run.length })], values: { found: run, letters: run.normalize('NFKC') } }))),
}
