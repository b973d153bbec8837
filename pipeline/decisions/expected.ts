/** Where something is expected: between the nearest things whose places are known. */

import { lowerBound } from './occurrences.ts'

/** A known pair: a number of the one order, such as a decision's, and its place in the other. */
export type Known = readonly [from: number, to: number]

/**
 * A function from the one order to the other, straight between what is known; undefined where nothing is.
 *
 * `known` must ascend in the first number; what does not ascend in the second is left out.
 */
export function expectation(known: readonly Known[]): ((at: number) => number) | undefined {
  const steps = ascending(known)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return undefined
  const starts = steps.map(([from]) => from)
  return (at) => {
    if (at <= first[0]) return first[1] + at - first[0]
    if (at >= last[0]) return last[1] + at - last[0]
    const next = lowerBound(starts, at)
    const [one, other] = [steps[Math.max(0, next - 1)] ?? first, steps[next] ?? last]
    return other[0] === one[0] ? one[1] : one[1] + ((at - one[0]) * (other[1] - one[1])) / (other[0] - one[0])
  }
}

/** The longest ascending subsequence of the second numbers, by patience. */
function ascending(known: readonly Known[]): Known[] {
  const tops: number[] = []
  const topIndices: number[] = []
  const before = known.map(([, to], index) => {
    const pile = lowerBound(tops, to)
    tops[pile] = to
    topIndices[pile] = index
    return topIndices[pile - 1]
  })
  const steps: Known[] = []
  for (let at = topIndices.at(-1); at !== undefined; at = before[at]) steps.push(known[at] as Known)
  return steps.reverse()
}
