/** Which segments belong together: beads, in order, that cover both sides. */

import type { Bilingual } from './language.ts'

/** Half-open run of indices, `from` ≤ `to`; empty where the side has nothing. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A run of segments on each side that say the same; at most one side is empty. */
export interface Bead extends Bilingual<Span> {
  /** Probability, 0 to 1, that the bead is exactly right. */
  readonly score: number
}

/**
 * A bead fixed by hand, which stands as it is, of any size.
 * With both sides empty it fixes a boundary alone: no bead reaches across, on either side.
 */
export type Pin = Bilingual<Span>

/** Beads in order; on each side they cover every index of `segmentsOf` once. */
export interface Alignment {
  readonly beads: readonly Bead[]
}

export const lengthOf = (span: Span): number => span.to - span.from

/** The bead's type as the field writes it, `1:2`. */
export const beadType = (bead: Bilingual<Span>): string => `${lengthOf(bead.en)}:${lengthOf(bead.ar)}`
