/** How near two spans are in meaning, by vectors of their segments: a cosine, less what spans of this book have in common anyway. */

import { bilingual, languages, type Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import { mostMembers } from './odds.ts'
import type { TextVectors } from './settings.ts'
import type { Windows } from './support.ts'

/** Vectors of all segments, row by row; a row of zeros where nothing is known. */
export interface SideVectors extends Bilingual<Float32Array> {
  readonly dimensions: number
  /**
   * Mean cosine of two random spans, by their numbers of members: `(en - 1) * mostMembers + ar - 1`.
   * It is above 0 with most models, and grows with the members, for the mean of many vectors is near everything.
   */
  readonly averages: Float32Array
}

/** Spans of the windows, so that any bead is read in a few steps. */
export interface Meaning {
  readonly windows: Windows
  readonly averages: Float32Array
  /** Row of English segment `i`: products with the first `n` segments of its window added up, at `starts[i] + n`. */
  readonly starts: Int32Array
  readonly sums: Float32Array
  /** Length of the sum of the vectors from a segment on, by members: `segment * mostMembers + members - 1`. */
  readonly lengths: Bilingual<Float32Array>
}

/** `undefined` where a side has no vectors. */
export function sideVectors(segments: Bilingual<readonly Segment[]>, texts: TextVectors | undefined): SideVectors | undefined {
  const known = bilingual((language) => segments[language].map(({ text }) => texts?.get(text)))
  const dimensions = known.en.find((vector) => vector !== undefined)?.length ?? 0
  if (dimensions === 0 || known.ar.every((vector) => vector === undefined)) return undefined
  const rows = bilingual((language) => {
    const flat = new Float32Array(known[language].length * dimensions)
    known[language].forEach((vector, index) => { if (vector?.length === dimensions) flat.set(vector, index * dimensions) })
    return flat
  })
  return { ...rows, dimensions, averages: averagesOf(rows, dimensions) }
}

/**
 * The mean over all pairs of segments is the product of the two sides' mean vectors.
 * The sum of `n` vectors, of which two have the cosine `c` on average, has a length of about the root of `n + n(n - 1)c`.
 */
function averagesOf(rows: Bilingual<Float32Array>, dimensions: number): Float32Array {
  const [en, ar] = languages.map((language) => meanOf(rows[language], dimensions))
  const across = product(en!.mean, 0, ar!.mean, 0, dimensions)
  const averages = new Float32Array(mostMembers * mostMembers)
  for (let one = 1; one <= mostMembers; one++) {
    for (let other = 1; other <= mostMembers; other++) {
      const length = Math.sqrt((one + one * (one - 1) * en!.within) * (other + other * (other - 1) * ar!.within))
      averages[(one - 1) * mostMembers + other - 1] = Math.min(0.95, (one * other * across) / length)
    }
  }
  return averages
}

/** The mean of a side's known vectors, and the mean cosine of two different ones. */
function meanOf(rows: Float32Array, dimensions: number): { mean: Float32Array; within: number } {
  const mean = new Float32Array(dimensions)
  let count = 0
  for (let at = 0; at < rows.length; at += dimensions) {
    count += Number(rows.subarray(at, at + dimensions).some((value) => value !== 0))
    for (let place = 0; place < dimensions; place++) mean[place]! += rows[at + place]!
  }
  for (let place = 0; place < dimensions; place++) mean[place]! /= Math.max(1, count)
  const all = product(mean, 0, mean, 0, dimensions)
  return { mean, within: count > 1 ? Math.max(0, (count * all - 1) / (count - 1)) : 0 }
}

/** Time grows with the cells of the windows times the dimensions, memory with the cells. */
export function meaningOf(vectors: SideVectors, windows: Windows): Meaning {
  const { en, ar, dimensions, averages } = vectors
  const size = windows.from.length
  const starts = new Int32Array(size + 1)
  for (let row = 0; row < size; row++) starts[row + 1] = starts[row]! + windows.to[row]! - windows.from[row]! + 1
  const sums = new Float32Array(starts[size]!)
  for (let row = 0; row < size; row++) {
    let sum = 0
    for (let across = windows.from[row]!, at = starts[row]!; across < windows.to[row]!; across++) {
      sum += product(en, row * dimensions, ar, across * dimensions, dimensions)
      sums[++at] = sum
    }
  }
  return { windows, averages, starts, sums, lengths: { en: lengthsOf(en, dimensions), ar: lengthsOf(ar, dimensions) } }
}

function lengthsOf(rows: Float32Array, dimensions: number): Float32Array {
  const size = rows.length / dimensions
  const lengths = new Float32Array(size * mostMembers)
  const sum = new Float32Array(dimensions)
  for (let first = 0; first < size; first++) {
    sum.fill(0)
    for (let members = 0; members < mostMembers && first + members < size; members++) {
      for (let place = 0; place < dimensions; place++) sum[place]! += rows[(first + members) * dimensions + place]!
      lengths[first * mostMembers + members] = Math.sqrt(product(sum, 0, sum, 0, dimensions))
    }
  }
  return lengths
}

/** 1 for the same meaning, about 0 for spans that have no more in common than any two of the book; 0 where nothing is known. */
export function nearness({ windows, averages, starts, sums, lengths }: Meaning, enFrom: number, en: number, arFrom: number, ar: number): number {
  const length = lengths.en[enFrom * mostMembers + en - 1]! * lengths.ar[arFrom * mostMembers + ar - 1]!
  if (length === 0) return 0
  let sum = 0
  for (let row = enFrom; row < enFrom + en; row++) {
    const at = starts[row]! + arFrom - windows.from[row]!
    sum += sums[at + ar]! - sums[at]!
  }
  return beyond(sum / length, averages[(en - 1) * mostMembers + ar - 1]!)
}

/** The same of two single segments, without tables. */
export function segmentNearness({ en, ar, dimensions, averages }: SideVectors, one: number, other: number): number {
  const cosine = product(en, one * dimensions, ar, other * dimensions, dimensions)
  return cosine === 0 ? 0 : beyond(cosine, averages[0]!)
}

/** Models differ in what two unrelated texts score; the rest up to 1 is their scale. */
const beyond = (cosine: number, average: number): number => Math.max(-1, (cosine - average) / (1 - average))

function product(one: Float32Array, oneAt: number, other: Float32Array, otherAt: number, dimensions: number): number {
  let sum = 0
  for (let place = 0; place < dimensions; place++) sum += one[oneAt + place]! * other[otherAt + place]!
  return sum
}
