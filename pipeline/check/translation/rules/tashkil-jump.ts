/** A sentence vocalised quite otherwise than those of the book. */

import { densityOf } from '../density.ts'
import { isCode, wholeOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** Marks to a letter: how far from the book's middle, and in how many of its spreads, a sentence stands out. Our own choice. */
const bound = { away: 0.3, spreads: 6 }
const fewestSegments = 8

export const tashkilJump: BeadRule = {
  name: 'tashkil-jump', severity: 'note', sees: 'bead',
  check: ({ ar }, { norms: { tashkil } }) => (tashkil.size < fewestSegments ? [] : ar.filter(isProse).flatMap((reading) => {
    const density = densityOf(reading.segment.text)
    if (density === undefined || Math.abs(density - tashkil.middle) <= Math.max(bound.away, bound.spreads * tashkil.spread)) return []
    return [{ marks: [wholeOf(reading)], values: { context: density > tashkil.middle ? 'more' : 'less' } }]
  })),
}

/** Verse is vocalised for its metre, quotations and what stands in brackets of the Qur'an for reverence. */
const isProse = (reading: SegmentReading): boolean => !isCode(reading) && reading.segment.kind !== 'verse' && reading.segment.kind !== 'quote' && !/[﴿﴾]/.test(reading.segment.text)
