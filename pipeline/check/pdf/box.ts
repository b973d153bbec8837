/** Boxes and matrices, in points of default user space, the origin at the foot on the left. */

/** From the lower left corner to the upper right one. */
export type Box = readonly [left: number, bottom: number, right: number, top: number]

export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const combined = (inner: Matrix, outer: Matrix): Matrix => [
  inner[0] * outer[0] + inner[1] * outer[2], inner[0] * outer[1] + inner[1] * outer[3],
  inner[2] * outer[0] + inner[3] * outer[2], inner[2] * outer[1] + inner[3] * outer[3],
  inner[4] * outer[0] + inner[5] * outer[2] + outer[4], inner[4] * outer[1] + inner[5] * outer[3] + outer[5],
]

/** The place of a point after a matrix. */
export const moved = (x: number, y: number, [a, b, c, d, e, f]: Matrix): readonly [number, number] => [a * x + c * y + e, b * x + d * y + f]

/** The box around a box's picture under a matrix. */
export function boxUnder([left, bottom, right, top]: Box, matrix: Matrix): Box {
  const [a, b, c, d, e, f] = matrix
  // Upright text and pictures are nearly all there is.
  if (b === 0 && c === 0 && a > 0 && d > 0) return [a * left + e, d * bottom + f, a * right + e, d * top + f]
  const [x1, x2, y1, y2] = [Math.min(a * left, a * right), Math.max(a * left, a * right), Math.min(c * bottom, c * top), Math.max(c * bottom, c * top)]
  const [u1, u2, v1, v2] = [Math.min(b * left, b * right), Math.max(b * left, b * right), Math.min(d * bottom, d * top), Math.max(d * bottom, d * top)]
  return [x1 + y1 + e, u1 + v1 + f, x2 + y2 + e, u2 + v2 + f]
}

/** How much a matrix enlarges, the shape of what it draws apart. */
export const scaleOf = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c))

/** In the units of the box. */
export const width = ([left, , right]: Box): number => right - left
export const height = ([, bottom, , top]: Box): number => top - bottom

/** What two boxes share; undefined where that is nothing. Lines have boxes without area. */
export function shared(one: Box, other: Box): Box | undefined {
  const box: Box = [Math.max(one[0], other[0]), Math.max(one[1], other[1]), Math.min(one[2], other[2]), Math.min(one[3], other[3])]
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined
}

/** Whether the second holds the first, but for so many points. */
export const isInside = (inner: Box, outer: Box, tolerance = 0.01): boolean =>
  inner[0] >= outer[0] - tolerance && inner[1] >= outer[1] - tolerance && inner[2] <= outer[2] + tolerance && inner[3] <= outer[3] + tolerance

/** The least box that holds both. */
export const around = (one: Box, other: Box): Box =>
  [Math.min(one[0], other[0]), Math.min(one[1], other[1]), Math.max(one[2], other[2]), Math.max(one[3], other[3])]

/** With corners in order, however they were written; undefined unless four numbers. */
export function boxOf(numbers: readonly number[]): Box | undefined {
  const [a = NaN, b = NaN, c = NaN, d = NaN] = numbers
  if (![a, b, c, d].every(Number.isFinite)) return undefined
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
}

/** Of points, to the hundredth. */
export const millimetres = (points: number): number => Math.round(points / 72 * 25.4 * 100) / 100
