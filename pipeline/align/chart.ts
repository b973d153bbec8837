/** All alignments within a band at once: the weight of every bead, and its probability (forward–backward in log space). */

import { gridOf, type Band } from './band.ts'
import { at, readFeatures, type Evidence } from './features.ts'
import { nullAr, nullEn, shapes } from './shapes.ts'
import { logAdd } from './sums.ts'

/** What stands before a boundary: a bead of both sides, an English segment alone, an Arabic one alone. */
const states = 3

export interface Chart {
  readonly band: Band
  /** Cell of (`x`, `y`) is `grid[x] + y - band.from[x]`. */
  readonly grid: Int32Array
  /** Weight, in nats, of the bead of each shape that ends at a cell: `cell * shapes.length + shape`; -Infinity where there is none. */
  readonly scores: Float32Array
  /** Log weight of all paths from the start to a cell in a state, and from there to the end: `cell * states + state`. */
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** Log weight of all paths from the start to a cell, whatever its state. */
  readonly reached: Float64Array
  /** Log weight of all paths. */
  readonly total: number
  /** What a segment alone pays or gains for what stood before it: `state * states + stateAfter`. */
  readonly turns: Float64Array
}

/** Segments of each side in a bead, by shape. */
export const sizes = { en: Int8Array.from(shapes, ({ en }) => en), ar: Int8Array.from(shapes, ({ ar }) => ar) }
const stateAfter = Int8Array.from(shapes, (_, shape) => (shape === nullEn ? 1 : shape === nullAr ? 2 : 0))

/** Time and memory grow with the cells of the band. */
export function chartOf(band: Band, evidence: Evidence, weights: Float64Array): Chart {
  const grid = gridOf(band)
  const cells = grid.at(-1)!
  const [again, turn] = [weights[at['alone again']]!, weights[at['alone turns']]!]
  const turns = Float64Array.of(0, 0, 0, 0, again, turn, 0, turn, again)
  const scores = new Float32Array(cells * shapes.length).fill(-Infinity)
  const [forward, backward] = [new Float64Array(cells * states).fill(-Infinity), new Float64Array(cells * states).fill(-Infinity)]
  const reached = new Float64Array(cells).fill(-Infinity)
  const empty = { band, grid, scores, forward, backward, reached, turns }
  fillForward(empty, evidence, weights)
  fillBackward(empty)
  return { ...empty, total: backward[0]! }
}

/** A chart whose numbers are still to be filled in, forward first. */
type EmptyChart = Omit<Chart, 'total'>

function fillForward(chart: EmptyChart, evidence: Evidence, weights: Float64Array): void {
  const { band: { from, to }, grid, scores, forward, reached } = chart
  const features = new Float64Array(weights.length)
  forward[0] = 0
  for (let x = 0; x < from.length; x++) {
    for (let y = from[x]!; y <= to[x]!; y++) {
      const cell = grid[x]! + y - from[x]!
      for (let shape = 0; shape < shapes.length; shape++) {
        const px = x - sizes.en[shape]!
        const py = y - sizes.ar[shape]!
        if (px < 0 || py < from[px]! || py > to[px]!) continue
        const before = grid[px]! + py - from[px]!
        if (reached[before] === -Infinity) continue
        const cost = readFeatures(evidence, shape, x, y, features)
        if (cost === undefined) continue
        let score = -cost
        for (let index = 0; index < features.length; index++) score += features[index]! * weights[index]!
        scores[cell * shapes.length + shape] = score
        const own = cell * states + stateAfter[shape]!
        forward[own] = logAdd(forward[own]!, weightBefore(chart, before, shape) + score)
      }
      reached[cell] = logAdd(forward[cell * states]!, logAdd(forward[cell * states + 1]!, forward[cell * states + 2]!))
    }
  }
}

/** Log weight of all paths to a cell and on into a bead of this shape: what stood before matters only to a segment alone. */
function weightBefore({ forward, reached, turns }: EmptyChart, cell: number, shape: number): number {
  const state = stateAfter[shape]!
  if (state === 0) return reached[cell]!
  const after = logAdd(forward[cell * states + 1]! + turns[states + state]!, forward[cell * states + 2]! + turns[2 * states + state]!)
  return logAdd(forward[cell * states]! + turns[state]!, after)
}

function fillBackward({ band: { from, to }, grid, scores, backward, turns }: EmptyChart): void {
  const last = from.length - 1
  const after = new Float64Array(states)
  backward.fill(0, backward.length - states)
  for (let x = last; x >= 0; x--) {
    for (let y = to[x]!; y >= from[x]!; y--) {
      const cell = grid[x]! + y - from[x]!
      if (x === last && y === to[last]) continue
      after.fill(-Infinity)
      for (let shape = 0; shape < shapes.length; shape++) {
        const nx = x + sizes.en[shape]!
        const ny = y + sizes.ar[shape]!
        if (nx > last || ny < from[nx]! || ny > to[nx]!) continue
        const next = grid[nx]! + ny - from[nx]!
        const score = scores[next * shapes.length + shape]!
        const state = stateAfter[shape]!
        if (score > -Infinity) after[state] = logAdd(after[state]!, score + backward[next * states + state]!)
      }
      for (let state = 0; state < states; state++) {
        let weight = -Infinity
        for (let next = 0; next < states; next++) weight = logAdd(weight, after[next]! + turns[state * states + next]!)
        backward[cell * states + state] = weight
      }
    }
  }
}

/** Probability, 0 to 1, of the bead of this shape that ends at (`x`, `y`). */
export function probabilityOf(chart: Chart, shape: number, x: number, y: number): number {
  const { band: { from, to }, grid, scores, backward, total } = chart
  const px = x - sizes.en[shape]!
  const py = y - sizes.ar[shape]!
  if (px < 0 || py < from[px]! || py > to[px]!) return 0
  const cell = grid[x]! + y - from[x]!
  const score = scores[cell * shapes.length + shape]!
  if (score === -Infinity) return 0
  const weight = weightBefore(chart, grid[px]! + py - from[px]!, shape)
  return Math.exp(Math.min(0, weight + score + backward[cell * states + stateAfter[shape]!]! - total))
}

/** Probability that a segment alone follows another one of its side, and of the other: sums over the chart. */
export function turnsOf({ band: { from, to }, grid, scores, forward, backward, turns, total }: Chart): { again: number; turn: number } {
  let [again, turn] = [0, 0]
  for (let x = 0; x < from.length; x++) {
    for (let y = from[x]!; y <= to[x]!; y++) {
      const cell = grid[x]! + y - from[x]!
      for (const shape of [nullEn, nullAr]) {
        const score = scores[cell * shapes.length + shape]!
        if (score === -Infinity) continue
        const [px, py] = [x - sizes.en[shape]!, y - sizes.ar[shape]!]
        const before = (grid[px]! + py - from[px]!) * states
        const state = stateAfter[shape]!
        const end = score + backward[cell * states + state]! - total
        again += Math.exp(forward[before + state]! + turns[state * states + state]! + end)
        turn += Math.exp(forward[before + 3 - state]! + turns[(3 - state) * states + state]! + end)
      }
    }
  }
  return { again, turn }
}
