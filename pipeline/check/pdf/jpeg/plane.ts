/** From coefficients to samples: the inverse cosine transform (T.81, A.3.3). */

import type { Component } from './segments.ts'

/** Cosines of the transform, `x * 8 + u`, with the factor of each frequency. */
const basis = Float32Array.from({ length: 64 }, (_, at) => {
  const [x, u] = [at >> 3, at & 7]
  return Math.cos((2 * x + 1) * u * Math.PI / 16) * (u === 0 ? Math.SQRT1_2 : 1) / 2
})

/** All blocks of a component, in rows of whole blocks. */
export function planeOf({ columns, rows, coefficients }: Component, table: Uint16Array): Uint8Array {
  const plane = new Uint8Array(columns * rows * 64)
  const [values, between] = [new Float32Array(64), new Float32Array(64)]
  for (let block = 0; block < columns * rows; block++) {
    const to = Math.floor(block / columns) * columns * 64 + block % columns * 8
    let isFlat = true
    for (let at = 0; at < 64; at++) {
      const value = coefficients[block * 64 + at]!
      values[at] = value * table[at]!
      if (at > 0 && value !== 0) isFlat = false
    }
    if (isFlat) fillFlat(plane, to, columns * 8, values[0]! / 8)
    else transform(values, between, plane, to, columns * 8)
  }
  return plane
}

const sample = (value: number): number => Math.max(0, Math.min(255, Math.round(value + 128)))

function fillFlat(plane: Uint8Array, to: number, stride: number, value: number): void {
  for (let row = 0; row < 8; row++) plane.fill(sample(value), to + row * stride, to + row * stride + 8)
}

/** Rows first, then columns. */
function transform(values: Float32Array, between: Float32Array, plane: Uint8Array, to: number, stride: number): void {
  for (let row = 0; row < 64; row += 8) {
    for (let x = 0; x < 8; x++) {
      let sum = 0
      for (let u = 0; u < 8; u++) sum += values[row + u]! * basis[x * 8 + u]!
      between[row + x] = sum
    }
  }
  for (let y = 0; y < 8; y++) {
    for (let x = 0; x < 8; x++) {
      let sum = 0
      for (let v = 0; v < 64; v += 8) sum += between[v + x]! * basis[y * 8 + (v >> 3)]!
      plane[to + y * stride + x] = sample(sum)
    }
  }
}
