/** The one dynamic program: the cheapest path of beads over both sides, and how sure each bead is. */

import type { Bead } from '../model/alignment.ts'
import type { Band } from './band.ts'

/** Sizes of beads that are weighed, `[en, ar]`. */
export const beadSizes: readonly (readonly [number, number])[] = [
  [1, 1], [1, 0], [0, 1], [1, 2], [2, 1], [2, 2], [1, 3], [3, 1], [2, 3], [3, 2], [1, 4], [4, 1], [3, 3], [1, 5], [5, 1], [1, 6], [6, 1], [1, 7], [7, 1], [1, 8], [8, 1],
]

/** Cost, in nats, of the bead that ends before (`en`, `ar`) and has `size`. */
export type CostAt = (enFrom: number, enTo: number, arFrom: number, arTo: number) => number

/**
 * Beads that cover both sides in order at the least cost. Each carries its probability under the same costs:
 * the share, by weight, of all paths in the band that hold it (forward–backward in log space).
 *
 * Time and memory grow with the area of the band.
 */
export function cheapestPath(en: number, ar: number, band: Band, costAt: CostAt): Bead[] {
  if (en === 0 && ar === 0) return []
  const grid = new Grid(en, ar, band)
  const edges = new Float64Array(grid.size * beadSizes.length).fill(Infinity)
  const best = new Float64Array(grid.size).fill(Infinity)
  const chosen = new Int8Array(grid.size).fill(-1)
  const forward = new Float64Array(grid.size).fill(-Infinity)
  best[grid.at(0, 0)] = 0
  forward[grid.at(0, 0)] = 0
  grid.each((x, y, cell) => {
    beadSizes.forEach(([a, b], size) => {
      const before = grid.at(x - a, y - b)
      if (before < 0 || best[before] === Infinity) return
      const cost = costAt(x - a, x, y - b, y)
      edges[cell * beadSizes.length + size] = cost
      forward[cell] = logAdd(forward[cell] ?? -Infinity, (forward[before] ?? -Infinity) - cost)
      if ((best[before] ?? Infinity) + cost < (best[cell] ?? Infinity)) {
        best[cell] = (best[before] ?? Infinity) + cost
        chosen[cell] = size
      }
    })
  })
  return traced(en, ar, grid, chosen, edges, forward, backward(en, ar, grid, edges))
}

/** Log weight of all paths from each cell to the end. */
function backward(en: number, ar: number, grid: Grid, edges: Float64Array): Float64Array {
  const weights = new Float64Array(grid.size).fill(-Infinity)
  weights[grid.at(en, ar)] = 0
  grid.eachBack((x, y, cell) => {
    const own = weights[cell] ?? -Infinity
    if (own === -Infinity) return
    beadSizes.forEach(([a, b], size) => {
      const before = grid.at(x - a, y - b)
      const cost = edges[cell * beadSizes.length + size] ?? Infinity
      if (before >= 0 && cost < Infinity) weights[before] = logAdd(weights[before] ?? -Infinity, own - cost)
    })
  })
  return weights
}

function traced(
  en: number, ar: number, grid: Grid, chosen: Int8Array, edges: Float64Array, forward: Float64Array, back: Float64Array,
): Bead[] {
  const total = forward[grid.at(en, ar)] ?? 0
  const beads: Bead[] = []
  let [x, y] = [en, ar]
  while (x > 0 || y > 0) {
    const cell = grid.at(x, y)
    const size = chosen[cell] ?? -1
    const [a, b] = beadSizes[size] ?? [0, 0]
    if (a + b === 0) throw new Error(`No path leads to (${x}, ${y})`)
    const weight = (forward[grid.at(x - a, y - b)] ?? 0) - (edges[cell * beadSizes.length + size] ?? 0) + (back[cell] ?? 0) - total
    beads.push({ en: { from: x - a, to: x }, ar: { from: y - b, to: y }, score: Math.min(1, Math.max(0, Math.exp(weight))) })
    x -= a
    y -= b
  }
  return beads.reverse()
}

function logAdd(one: number, other: number): number {
  if (one === -Infinity) return other
  if (other === -Infinity) return one
  const high = Math.max(one, other)
  return high + Math.log1p(Math.exp(Math.min(one, other) - high))
}

/** Cells of the band, numbered row by row. */
class Grid {
  readonly size: number
  readonly #band: Band
  readonly #offsets: Int32Array
  readonly #en: number
  readonly #ar: number

  constructor(en: number, ar: number, band: Band) {
    this.#band = band
    this.#en = en
    this.#ar = ar
    this.#offsets = new Int32Array(en + 2)
    for (let x = 0; x <= en; x++) this.#offsets[x + 1] = (this.#offsets[x] ?? 0) + (band.to[x] ?? 0) - (band.from[x] ?? 0) + 1
    this.size = this.#offsets[en + 1] ?? 0
  }

  /** -1 outside the band. */
  at(x: number, y: number): number {
    if (x < 0 || y < 0 || x > this.#en || y > this.#ar) return -1
    const from = this.#band.from[x] ?? 0
    return y < from || y > (this.#band.to[x] ?? 0) ? -1 : (this.#offsets[x] ?? 0) + y - from
  }

  each(visit: (x: number, y: number, cell: number) => void): void {
    for (let x = 0; x <= this.#en; x++) {
      for (let y = this.#band.from[x] ?? 0, cell = this.#offsets[x] ?? 0; y <= (this.#band.to[x] ?? 0); y++, cell++) visit(x, y, cell)
    }
  }

  eachBack(visit: (x: number, y: number, cell: number) => void): void {
    for (let x = this.#en; x >= 0; x--) {
      for (let y = this.#band.to[x] ?? 0; y >= (this.#band.from[x] ?? 0); y--) visit(x, y, (this.#offsets[x] ?? 0) + y - (this.#band.from[x] ?? 0))
    }
  }
}
