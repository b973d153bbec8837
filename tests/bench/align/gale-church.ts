/** Gale & Church 1993: lengths alone, beads to 2:2. What every aligner is measured against. */

import type { BeadPair } from './score.ts'

/** Shares of bead shapes, and variance of lengths for each letter, as the paper has them for European languages. */
const shapes: readonly (readonly [number, number, number])[] = [[1, 1, 0.89], [1, 0, 0.00495], [0, 1, 0.00495], [2, 1, 0.0445], [1, 2, 0.0445], [2, 2, 0.011]]
const variance = 6.8

export function galeChurch(en: readonly string[], ar: readonly string[]): BeadPair[] {
  const lengths = { en: sums(en), ar: sums(ar) }
  const ratio = lengths.ar.at(-1)! / Math.max(1, lengths.en.at(-1)!)
  const width = ar.length + 1
  const costs = new Float64Array((en.length + 1) * width).fill(Infinity)
  const chosen = new Int8Array(costs.length)
  costs[0] = 0
  for (let x = 0; x <= en.length; x++) {
    for (let y = 0; y <= ar.length; y++) {
      shapes.forEach(([n, m, share], shape) => {
        if (n > x || m > y) return
        const cost = costs[(x - n) * width + y - m]! - Math.log(share)
          + lengthCost(lengths.en[x]! - lengths.en[x - n]!, lengths.ar[y]! - lengths.ar[y - m]!, ratio)
        if (cost < costs[x * width + y]!) {
          costs[x * width + y] = cost
          chosen[x * width + y] = shape
        }
      })
    }
  }
  return traced(en.length, ar.length, chosen, width)
}

function traced(en: number, ar: number, chosen: Int8Array, width: number): BeadPair[] {
  const beads: BeadPair[] = []
  for (let [x, y] = [en, ar]; x > 0 || y > 0;) {
    const [n, m] = shapes[chosen[x * width + y]!]!
    beads.push([range(x - n, n), range(y - m, m)])
    x -= n
    y -= m
  }
  return beads.reverse()
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index)

function sums(sentences: readonly string[]): Float64Array {
  const result = new Float64Array(sentences.length + 1)
  sentences.forEach((sentence, index) => { result[index + 1] = result[index]! + sentence.replaceAll(/[\s\u064B-\u0652\u0640]/g, '').length })
  return result
}

/** Minus twice-sided log probability of a deviation at least as large. */
function lengthCost(en: number, ar: number, ratio: number): number {
  if (en === 0 && ar === 0) return 0
  const mean = (en + ar / ratio) / 2
  const deviation = Math.abs((ar - en * ratio) / Math.sqrt(mean * variance))
  return -Math.log(Math.max(1e-30, 2 * (1 - normal(deviation))))
}

/** Cumulative normal distribution, Abramowitz & Stegun 26.2.17. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return 1 - Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) * tail
}
