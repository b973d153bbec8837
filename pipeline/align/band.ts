/** The band of the search: which Arabic boundaries are weighed at each English one. Found from words, never from the diagonal. */

import { anchors, type Sides } from './anchors.ts'
import { Likes } from './likes.ts'
import { segmentNearness } from './meaning.ts'
import { mostMembers } from './odds.ts'
import { logAdd } from './sums.ts'

/** For each English boundary `x`, the Arabic boundaries from `from[x]` up to and with `to[x]`; both rise. */
export interface Band {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Up to this many cells the whole rectangle is searched. */
const smallRectangle = 160_000

/** Half the cells of a stripe, so that texts of any size that share nothing need bounded memory. */
const largestStripe = 2_500_000

/** Boundaries to either side of an anchor that remain in the search. */
const slack = 24

/** Band that is certain to hold the alignment unless the two texts share next to nothing. */
export function wideBand(sides: Sides): Band {
  const [en, ar] = [sides.tokens.en.size, sides.tokens.ar.size]
  const posts = en * ar <= smallRectangle ? [[0, 0] as const, [en, ar] as const] : [[0, 0] as const, ...anchors(sides), [en, ar] as const]
  const band: Band = { from: new Int32Array(en + 1).fill(ar), to: new Int32Array(en + 1) }
  for (let post = 0; post + 1 < posts.length; post++) widen(band, posts[post]!, posts[post + 1]!, ar)
  return rising(band)
}

/** Between two posts the whole rectangle, and where that is huge, a stripe along its diagonal. */
function widen({ from, to }: Band, [x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number], ar: number): void {
  const [width, height] = [x1 - x0, y1 - y0]
  const isHuge = width * height > smallRectangle * 4
  const reach = isHuge ? slack + Math.min(0.3 * Math.max(height, smallRectangle / width), largestStripe / width) : slack
  for (let x = x0; x <= x1; x++) {
    const [low, high] = isHuge ? [y0 + (height * (x - x0)) / width, y0 + (height * (x - x0)) / width] : [y0, y1]
    from[x] = Math.max(0, Math.min(from[x]!, Math.floor(low - reach)))
    to[x] = Math.min(ar, Math.max(to[x]!, Math.ceil(high + reach)))
  }
}

/** Both edges made to rise, both ends joined, and each row to touch the next, so that a path exists. */
function rising(band: Band): Band {
  const { from, to } = band
  const last = from.length - 1
  from[0] = 0
  for (let x = 1; x <= last; x++) to[x] = Math.max(to[x]!, to[x - 1]!)
  to[last] = Math.max(to[last]!, to[last - 1] ?? 0)
  for (let x = last - 1; x >= 0; x--) from[x] = Math.min(from[x]!, from[x + 1]!)
  for (let x = 1; x <= last; x++) from[x] = Math.min(from[x]!, to[x - 1]!)
  return band
}

/** Nats that a coarse step pays: for a segment left alone, and for one more member of a bead. */
const skipCost = 2
const mergeCost = 1.2
/** Log probabilities under which a boundary is given up, the most patient first; the impatient are for texts that share next to nothing. */
const patience = [-25, -14, -8, -5, -3] as const
/** Boundaries across that a narrow band may have for each segment, on average. */
const mostWidth = 40
const margin = 1

/**
 * The boundaries of a band through which a coarse alignment may pass.
 *
 * The coarse program knows single pairs of segments only, joined or skipped, and takes time by the area of the band.
 */
export function narrowBand(sides: Sides, band: Band): Band {
  const grid = gridOf(band)
  const gains = coarseGains(sides, band, grid)
  const chances = coarseForward(band, grid, gains)
  const total = chances.at(-1)!
  coarseBackward(band, grid, gains).forEach((weight, cell) => { chances[cell]! += weight - total })
  const room = mostWidth * (band.from.length + band.to.at(-1)!)
  let narrow = band
  for (const unlikely of patience) {
    narrow = likelyPart(band, grid, chances, unlikely)
    if (gridOf(narrow).at(-1)! <= room) break
  }
  return narrow
}

/** In each row, from the first boundary that is likely to the last; where none is, the likeliest alone. */
function likelyPart(band: Band, grid: Int32Array, chances: Float64Array, unlikely: number): Band {
  const last = band.to.at(-1)!
  const narrow: Band = { from: new Int32Array(band.from.length), to: new Int32Array(band.from.length) }
  for (let x = 0; x < band.from.length; x++) {
    const row = chances.subarray(grid[x]!, grid[x + 1]!)
    const least = Math.min(unlikely, row.reduce((most, chance) => Math.max(most, chance), -Infinity))
    narrow.from[x] = Math.max(0, band.from[x]! + row.findIndex((chance) => chance >= least) - margin)
    narrow.to[x] = Math.min(last, band.from[x]! + row.findLastIndex((chance) => chance >= least) + margin)
  }
  narrow.to[narrow.to.length - 1] = last
  return rising(narrow)
}

/** Cell of (`x`, `y`) is `grid[x] + y - from[x]`. */
export function gridOf({ from, to }: Band): Int32Array {
  const grid = new Int32Array(from.length + 1)
  for (let x = 0; x < from.length; x++) grid[x + 1] = grid[x]! + to[x]! - from[x]! + 1
  return grid
}

/** Nats, set by hand, for a pair of segments whose vectors are the same. */
const nearGain = 6

/** For the cell of (`x`, `y`), what pairing the segments before these boundaries gains. */
function coarseGains({ tokens: { en, ar }, partners, odds, vectors }: Sides, { from, to }: Band, grid: Int32Array): Float32Array {
  const gains = new Float32Array(grid.at(-1)!)
  const likes = new Likes(ar, partners.en)
  for (let x = 1; x <= en.size; x++) {
    const low = Math.max(1, from[x]!)
    likes.open(low - 1, to[x]!)
    const start = grid[x]! + low - from[x]!
    let expected = 0
    for (let at = en.starts[x - 1]!; at < en.starts[x]!; at++) {
      const type = en.tokens[at]!
      const worth = odds.en.found[type * mostMembers]!
      expected += worth * partners.en.shares[type]!
      if (!likes.find(type)) continue
      for (let index = likes.first; index <= likes.last; index++) gains[start + index]! += worth * (1 - likes.missing[index]!)
    }
    for (let cell = start; cell < grid[x + 1]!; cell++) gains[cell] = Math.min(8, 0.7 * gains[cell]! - 0.25 * Math.min(12, expected))
    if (vectors) for (let cell = start; cell < grid[x + 1]!; cell++) gains[cell]! += nearGain * segmentNearness(vectors, x - 1, low - 1 + cell - start)
  }
  return gains
}

function coarseForward({ from, to }: Band, grid: Int32Array, gains: Float32Array): Float64Array {
  const weights = new Float64Array(gains.length).fill(-Infinity)
  weights[0] = 0
  for (let x = 0; x < from.length; x++) {
    for (let y = from[x]!; y <= to[x]!; y++) {
      const cell = grid[x]! + y - from[x]!
      const gain = gains[cell]!
      const step = stepWeight(gain)
      let weight = weights[cell]!
      if (x > 0 && y > from[x - 1]! && y - 1 <= to[x - 1]!) weight = logAdd(weight, weights[grid[x - 1]! + y - 1 - from[x - 1]!]! + gain)
      if (x > 0 && y >= from[x - 1]! && y <= to[x - 1]!) weight = logAdd(weight, weights[grid[x - 1]! + y - from[x - 1]!]! + step)
      if (y > from[x]!) weight = logAdd(weight, weights[cell - 1]! + step)
      weights[cell] = weight
    }
  }
  return weights
}

function coarseBackward({ from, to }: Band, grid: Int32Array, gains: Float32Array): Float64Array {
  const weights = new Float64Array(gains.length).fill(-Infinity)
  weights[gains.length - 1] = 0
  for (let x = from.length - 1; x >= 0; x--) {
    for (let y = to[x]!; y >= from[x]!; y--) {
      const cell = grid[x]! + y - from[x]!
      const isInside = x + 1 < from.length
      let weight = weights[cell]!
      if (isInside && y + 1 >= from[x + 1]! && y < to[x + 1]!) {
        const next = grid[x + 1]! + y + 1 - from[x + 1]!
        weight = logAdd(weight, weights[next]! + gains[next]!)
      }
      if (isInside && y >= from[x + 1]! && y <= to[x + 1]!) {
        const next = grid[x + 1]! + y - from[x + 1]!
        weight = logAdd(weight, weights[next]! + stepWeight(gains[next]!))
      }
      if (y < to[x]!) weight = logAdd(weight, weights[cell + 1]! + stepWeight(gains[cell + 1]!))
      weights[cell] = weight
    }
  }
  return weights
}

/** One more segment on one side alone: left out, or joined to the bead before. */
const stepWeight = (gain: number): number => Math.max(-skipCost, gain - mergeCost)
