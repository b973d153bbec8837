/** Runs of one thing, again and again, and what they come to. */

import { quantile } from './pages.ts'
import type { Watched } from './watch.ts'

export type Run = Pick<Watched, 'seconds' | 'processor' | 'peak' | 'proportional' | 'greatest'>

/** So many runs, one after the other, or why there is none. */
export async function repeated(times: number, run: () => Promise<Run>): Promise<readonly Run[] | string> {
  try {
    const all: Run[] = []
    while (all.length < times) all.push(await run())
    return all
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Throws with the end of what the program said where it failed. */
export function succeeded(watched: Watched, what: string): Watched {
  if (watched.code !== 0) throw new Error(`${what} ended with ${watched.code ?? 'a signal'}: ${watched.output.trim().slice(-300).replaceAll(/\s+/g, ' ')}`)
  return watched
}

export interface Figures {
  /** Least and median, as `4.1 / 4.4`. */
  readonly seconds: string
  /** The same for so many things made in that time. */
  readonly perSecond: (count: number) => string
  /** The median. */
  readonly processor: number
  /** The worst; of all processes with shared pages counted for each, and once. */
  readonly peak: string
  readonly greatest: string
}

export function figures(all: readonly Run[]): Figures {
  const seconds = all.map((run) => run.seconds).sort((one, other) => one - other)
  const [least = NaN, middle] = [seconds[0], quantile(seconds, 0.5)]
  const worst = (of: (run: Run) => number) => Math.max(...all.map(of)).toFixed(0)
  return {
    seconds: `${least.toFixed(1)} / ${middle.toFixed(1)}`,
    perSecond: (count) => `${(count / least).toFixed(0)} / ${(count / middle).toFixed(0)}`,
    processor: quantile(all.map(({ processor }) => processor).sort((one, other) => one - other), 0.5),
    peak: `${worst(({ peak }) => peak)} / ${worst(({ proportional }) => proportional)}`,
    greatest: worst(({ greatest }) => greatest),
  }
}
