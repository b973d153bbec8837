/** The band of the search: where along the Arabic side each English segment's counterpart is looked for. */

import type { Evidence } from './costs.ts'

/** For each English boundary `i`, the Arabic boundaries from `from[i]` up to and with `to[i]`. */
export interface Band {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** Half the width of the band, in segments, and what it grows by for each segment between two anchors: our own choice. */
const halfWidth = 60
const growth = 0.35

/** Runs through anchors, features that stand once on each side and in one order; never along the mere diagonal. */
export function bandOf(evidence: Evidence): Band {
  const { en, ar } = { en: evidence.segments.en.length, ar: evidence.segments.ar.length }
  const from = new Int32Array(en + 1)
  const to = new Int32Array(en + 1)
  const posts = [[0, 0] as const, ...anchors(evidence), [en, ar] as const]
  for (let post = 0; post + 1 < posts.length; post++) {
    const [x0, y0] = posts[post] ?? [0, 0]
    const [x1, y1] = posts[post + 1] ?? [en, ar]
    const slack = halfWidth + growth * Math.max(x1 - x0, y1 - y0)
    for (let x = x0; x <= x1; x++) {
      const y = x1 === x0 ? y0 : y0 + ((x - x0) * (y1 - y0)) / (x1 - x0)
      from[x] = Math.max(0, Math.floor(Math.min(y, x === x1 ? y1 : y) - slack))
      to[x] = Math.min(ar, Math.ceil(y + slack))
    }
  }
  from[0] = 0
  to[en] = ar
  return { from, to }
}

/** Pairs of segments that alone share a feature, in the longest chain that rises on both sides. */
function anchors({ features, worth }: Evidence): (readonly [number, number])[] {
  const places = new Map<string, number>()
  features.ar.forEach((set, index) => {
    for (const feature of set) if (worth.has(feature)) places.set(feature, places.has(feature) ? -1 : index)
  })
  const counts = new Map<string, number>()
  for (const set of features.en) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const pairs: [number, number][] = []
  features.en.forEach((set, index) => {
    for (const feature of set) {
      const place = places.get(feature)
      if (counts.get(feature) === 1 && place !== undefined && place >= 0) pairs.push([index, place])
    }
  })
  return chain(pairs)
}

/** The longest strictly rising chain, by patience sorting; n log n. */
function chain(pairs: readonly [number, number][]): [number, number][] {
  const ordered = [...pairs].sort(([a, b], [c, d]) => a - c || d - b)
  const tails: number[] = []
  const before: number[] = []
  ordered.forEach(([, y], index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ordered[tails[middle] ?? 0]?.[1] ?? 0) < y) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? tails[low - 1] ?? -1 : -1
    tails[low] = index
  })
  const result: [number, number][] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = ordered[at]
    if (pair) result.push(pair)
  }
  return result.reverse().filter(([x], index, all) => x !== all[index - 1]?.[0])
}
