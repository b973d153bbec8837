/** Faults that pages have alike, told once. */

import type { Fault, PageRange } from '../../model/preflight.ts'

/** In the order in which they were first found; those of the same values at the same place are one, with all their pages. Linear. */
export function gathered(faults: readonly Fault[]): Fault[] {
  const alike = new Map<string, { fault: Fault; pages: number[] }>()
  for (const fault of faults) {
    const key = fault.page === undefined ? `file ${alike.size}` : keyOf(fault)
    const there = alike.get(key)
    if (there && fault.page !== undefined) there.pages.push(fault.page)
    else alike.set(key, { fault, pages: fault.page === undefined ? [] : [fault.page] })
  }
  return [...alike.values()].map(({ fault, pages }) => (pages.length > 1 ? { ...fault, pages: rangesOf(pages) } : fault))
}

/** Points are alike within a tenth. */
const keyOf = ({ place, object, values }: Fault): string => JSON.stringify([place?.map((value) => Math.round(value * 10)), object, values])

/** `[1, 2, 3, 7]` is `[[1, 3], [7, 7]]`; pages rise. */
function rangesOf(pages: readonly number[]): PageRange[] {
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page <= last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges
}
