/** What both versions of XLIFF share. */

import type { Unit } from '../../exchange/unit.ts'

/** Runs of neighbours with the same key. */
export function runsWith<T>(items: readonly T[], keyOf: (item: T) => unknown): (readonly [T, ...T[]])[] {
  const runs: [T, ...T[]][] = []
  for (const item of items) {
    const run = runs.at(-1)
    if (run && keyOf(run[0]) === keyOf(item)) run.push(item)
    else runs.push([item])
  }
  return runs
}

/** Whether somebody has looked at it and it still stands. */
export const isDecided = ({ status }: Unit): boolean => status === 'confirmed' || status === 'corrected' || status === 'omission'
