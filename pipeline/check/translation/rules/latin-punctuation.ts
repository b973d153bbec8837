/** A Latin comma, semicolon or question mark in Arabic. */

import { isCode, markOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Behind an Arabic letter or what closes after one, or between digits of the Arabic family; Latin words keep their own signs. */
const misplaced = /(?<=[\u0621-\u064A\u064B-\u0652\u0660-\u0669»”)\]]\s?)[,;?](?![A-Za-z])/g

const arabicSigns: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' }

export const latinPunctuation: BeadRule = {
  name: 'latin-punctuation', severity: 'warning', sees: 'bead',
  check: ({ ar }) => ar.filter((reading) => !isCode(reading) && /[,;?]/.test(reading.segment.text)).flatMap((reading) =>
    Array.from(reading.segment.text.matchAll(misplaced), ({ 0: sign, index }) => {
      const isNumber = sign === ',' && /[\u0660-\u0669]/.test(reading.segment.text[index - 1] ?? '') && /[\u0660-\u0669]/.test(reading.segment.text[index + 1] ?? '')
      return { marks: [markOf(reading, { from: index, to: index + 1 })], values: { sign, arabic: isNumber ? '٬' : arabicSigns[sign] ?? '' }, habit: isNumber ? '٬' : sign }
    })),
}
