/** Controls of direction that are opened and never closed, or closed and never opened. */

import { languages } from '../../../model/language.ts'
import { markOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

const controls = /[\u202A-\u202E\u2066-\u2069]/g

export const bidiUnbalanced: BeadRule = {
  name: 'bidi-unbalanced', severity: 'error', sees: 'bead',
  check: (bead) => languages.flatMap((language) => bead[language].flatMap((reading) => unbalanced(reading)
    .map((index) => ({ marks: [markOf(reading, { from: index, to: index + 1 })], values: { control: codeOf(reading.segment.text, index) } })))),
}

/** Places of those without a partner. PDF closes embeddings and overrides, PDI isolates; an isolate closes what was opened inside it. */
function unbalanced({ segment: { text } }: SegmentReading): number[] {
  const open: { index: number; isolate: boolean }[] = []
  const alone: number[] = []
  for (const { 0: control, index } of text.matchAll(controls)) {
    if (control === '\u202C' || control === '\u2069') {
      const isolate = control === '\u2069'
      if (open.at(-1)?.isolate === isolate) open.pop()
      else alone.push(index)
    } else open.push({ index, isolate: control >= '\u2066' })
  }
  return [...alone, ...open.map(({ index }) => index)].sort((one, other) => one - other)
}

const codeOf = (text: string, index: number): string => `U+${text.charCodeAt(index).toString(16).toUpperCase()}`
