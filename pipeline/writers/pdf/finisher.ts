/** Who finishes prints: this thread, or one beside it, so that the browser is served meanwhile. */

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Profile } from '../../model/profile.ts'
import { finished, type Finished } from './finish.ts'
import type { Order } from './order.ts'
import { Retouching } from './retouch.ts'
import { FinishingThread } from './thread.ts'

export interface Finisher {
  /** A file for that profile; work on its prints begins as they come. */
  begin(profile: Profile): Finishing
  close(): Promise<void>
}

export interface Finishing {
  /** `part` is counted through the file; parts come in any order. */
  take(print: Uint8Array, part: number): void
  /** Once all parts were taken. */
  finish(order: Order): Promise<Finished>
  /** Nobody will ask for it any more. */
  drop(): void
}

/** In the thread that asks. */
export const finisherHere: Finisher = {
  begin: (profile) => {
    const retouching = new Retouching(profile)
    return {
      take: (print, part) => retouching.take(print, part),
      finish: async (order) => finished(order, await retouching.parts()),
      drop: () => undefined,
    }
  },
  close: () => Promise.resolve(),
}

/** Beside the thread that asks, if the program is compiled and so has a module for it; it starts with the first print. */
export function finisherBeside(): Finisher {
  const program = join(import.meta.dirname, 'finishing-thread.mjs')
  return existsSync(program) ? new FinishingThread(program) : finisherHere
}
