/** Where text stands: the matrices of lines and glyphs, and how far strings reach. */

import { boxUnder, combined, identity, type Box, type Matrix } from './box.ts'
import type { Font } from './fonts.ts'
import { PdfString, type PdfObject } from './objects.ts'
import type { TextState } from './states.ts'

export class Pen {
  private line: Matrix = identity
  private place: Matrix = identity

  begin(): void {
    this.place = this.line = identity
  }

  moveTo(matrix: Matrix): void {
    this.place = this.line = matrix
  }

  nextLine(x: number, y: number): void {
    this.place = this.line = combined([1, 0, 0, 1, x, y], this.line)
  }

  /** Strings and, in thousandths of the size, the gaps between them. Yields where they stand on the page, and moves on. */
  show(parts: readonly PdfObject[], font: Font, text: TextState, page: Matrix): { box: Box; matrix: Matrix } {
    const { size, rise, stretch } = text
    let advance = 0
    for (const part of parts) {
      if (typeof part === 'number') advance -= part / 1000 * size
      else if (part instanceof PdfString) advance += advanceOf(part.value, font, text)
    }
    const matrix = combined(this.place, page)
    const across = advance * stretch
    const [a, b, c, d, e, f] = this.place
    this.place = [a, b, c, d, a * across + e, b * across + f]
    // Letters reach about so far above and below the line; our own choice, for fonts say too much of themselves.
    return { matrix, box: boxUnder([Math.min(0, across), rise - 0.25 * size, Math.max(0, across), rise + 0.75 * size], matrix) }
  }
}

/** Notes the codes as used. */
function advanceOf(codes: string, font: Font, { size, characterSpace, wordSpace }: TextState): number {
  const step = font.isComposite ? 2 : 1
  let units = 0
  let advance = 0
  for (let at = 0; at + step <= codes.length; at += step) {
    const code = step === 2 ? codes.charCodeAt(at) << 8 | codes.charCodeAt(at + 1) : codes.charCodeAt(at)
    font.codes.add(code)
    units += font.widthOf(code)
    advance += characterSpace + (step === 1 && code === 32 ? wordSpace : 0)
  }
  return units / 1000 * size + advance
}
