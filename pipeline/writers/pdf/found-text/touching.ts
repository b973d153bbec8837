/** Words of two tags with nothing between them, as a number behind its prefix. */

import type { Piece } from './clusters.ts'

interface Placed {
  /** Operands of `Tm`. */
  readonly matrix: string
  /** From left to right, at least one. */
  readonly pieces: readonly Piece[]
}

/** Of the size; cells of a table stand further apart. */
const leastGap = 0.1

/** Whether what stands on the right begins where what stands on the left ends, on one base line and without a space between them. */
export function touches(left: Placed, right: Placed): boolean {
  const last = left.pieces.at(-1)
  const [first] = right.pieces
  if (!last || !first || last.shape.isSpace || first.shape.isSpace) return false
  const glyph = last.shape.clusters.at(-1)?.glyphs.at(-1)
  if (!glyph) return false
  const end = last.x + glyph.x + glyph.font.face.widthOf(glyph.code) * glyph.size / 1000
  const [scale, from] = leftOf(left.matrix)
  const gap = leftOf(right.matrix)[1] + scale * first.x - (from + scale * end)
  return Math.abs(gap) < leastGap * glyph.size * scale
}

/** How wide the text is drawn, and where it begins. */
function leftOf(matrix: string): readonly [number, number] {
  const [scale = 1, , , , left = 0] = matrix.split(' ').map(Number)
  return [scale, left]
}
