/** Marks beside the pages of a sheet: where it is cut, where it is folded, and in which order signatures lie. */

import { fill, lineTo, moveTo, popGraphicsState, pushGraphicsState, rectangle, setDashPattern, setFillingGrayscaleColor, setLineWidth, setStrokingGrayscaleColor, stroke, type PDFOperator } from '@cantoo/pdf-lib'

/** Of a sheet's side, in points from its lower left corner. */
export interface Lines {
  readonly cuts: { readonly x: readonly number[]; readonly y: readonly number[] }
  readonly folds: { readonly x: readonly number[]; readonly y: readonly number[] }
}

export interface Block {
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

const point = 72 / 25.4

/** Room for marks on each side of the pages, and what is left free of it on either end. */
export const marksRoom = 8 * point
const gap = 1.5 * point

/** Cuts are drawn out, folds dashed; all in black alone. */
export function marks({ cuts, folds }: Lines, block: Block): PDFOperator[] {
  return [
    pushGraphicsState(), setStrokingGrayscaleColor(0), setLineWidth(0.25), ...linesAt(cuts, block),
    setDashPattern([3, 2], 0), ...linesAt(folds, block), popGraphicsState(),
  ]
}

function linesAt({ x, y }: Lines['cuts'], { left, bottom, width, height }: Block): PDFOperator[] {
  const line = (fromX: number, fromY: number, toX: number, toY: number) => [moveTo(fromX, fromY), lineTo(toX, toY), stroke()]
  const [near, far] = [gap, marksRoom - gap]
  return [
    ...x.flatMap((at) => [...line(at, bottom - near, at, bottom - far), ...line(at, bottom + height + near, at, bottom + height + far)]),
    ...y.flatMap((at) => [...line(left - near, at, left - far, at), ...line(left + width + near, at, left + width + far, at)]),
  ]
}

/** A bar across the fold of the spine, lower with each signature, so that a pile of them shows a stair; it begins anew at the foot. */
export function collationMark(signature: number, spine: number, top: number, height: number): PDFOperator[] {
  const [wide, tall, margin] = [2 * point, 4 * point, 12 * point]
  const steps = Math.max(1, Math.floor((height - 2 * margin) / tall))
  return [
    pushGraphicsState(), setFillingGrayscaleColor(0), rectangle(spine - wide / 2, top - margin - (signature % steps + 1) * tall, wide, tall), fill(), popGraphicsState(),
  ]
}
