/** A translation much longer or shorter than those of this book are. */

import { fewestLetters, lengthOf } from '../norms.ts'
import { excerpt, hasBothSides, isCode, wholeOf, type SegmentReading } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/**
 * Robust deviations from the book's middle, and a factor of length, that must both be passed; short texts scatter more, so
 * that the bound widens by this many letters' worth. Our own choice, so that hardly a bead in a thousand of sound books is told.
 */
const bound = { deviations: 4, factor: 1.9, short: 40 }
/** A book of fewer beads tells nothing of what is usual; then this is taken for usual. */
const fewestBeads = 20
const usual = { middle: -0.15, spread: 0.2 }

export const lengthOutOfProportion: BeadRule = {
  name: 'length-out-of-proportion', severity: 'warning', sees: 'bead',
  check: (bead, { norms, original, translation }) => {
    if (!hasBothSides(bead) || bead.en.some(isCode)) return []
    const letters = { en: lettersOf(bead.en), ar: lettersOf(bead.ar) }
    if (Math.max(letters.en, letters.ar) < fewestLetters * 2) return []
    const { middle, spread } = norms.length.size >= fewestBeads ? norms.length : usual
    const away = Math.log((letters.ar + 1) / (letters.en + 1)) - middle
    const allowed = Math.max(bound.deviations * Math.max(spread, 0.08), Math.log(bound.factor)) * (1 + bound.short / Math.max(letters.en, letters.ar))
    if (Math.abs(away) <= allowed) return []
    const isLong = (away > 0) === (translation === 'ar')
    const times = Math.exp(Math.abs(away))
    return [{ marks: bead[translation].map(wholeOf), values: { context: isLong ? 'long' : 'short', times: Math.round(times * 10) / 10, text: excerpt(bead[original]) } }]
  },
}

const lettersOf = (readings: readonly SegmentReading[]): number => readings.reduce((sum, { segment }) => sum + lengthOf(segment.text), 0)
