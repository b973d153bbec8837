/** A page as viewers show it: a scan may lie on its side, with an order to turn it. */

import type { PDFPage, TransformationMatrix } from '@cantoo/pdf-lib'

/** Lengths in points. */
export interface Upright {
  /** What is kept, in the page's own units. */
  readonly box: { readonly left: number; readonly bottom: number; readonly right: number; readonly top: number }
  /** From there to a page that stands upright with its lower left corner at the origin. */
  readonly matrix: TransformationMatrix
  /** Of the trim as it is shown. */
  readonly width: number
  readonly height: number
}

/** The trim, and so much around it. Turns that are no quarters are left out, as viewers do. */
export function upright(page: PDFPage, around: number): Upright {
  const { x, y, width, height } = page.getTrimBox()
  const box = { left: x - around, bottom: y - around, right: x + width + around, top: y + height + around }
  const { left, bottom, right, top } = box
  switch ((page.getRotation().angle % 360 + 360) % 360) {
    case 90: return { box, matrix: [0, -1, 1, 0, -bottom, right], width: height, height: width }
    case 180: return { box, matrix: [-1, 0, 0, -1, right, top], width, height }
    case 270: return { box, matrix: [0, 1, -1, 0, top, -left], width: height, height: width }
    default: return { box, matrix: [1, 0, 0, 1, -left, -bottom], width, height }
  }
}
