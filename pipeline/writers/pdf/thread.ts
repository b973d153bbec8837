/** A thread that finishes prints, as seen by the thread that asks. */

import { Worker } from 'node:worker_threads'
import { SurroundingsError } from '../../model/message.ts'
import type { Profile } from '../../model/profile.ts'
import type { Finished } from './finish.ts'
import type { Finisher, Finishing } from './finisher.ts'
import type { Order } from './order.ts'

/** What the thread is asked, for a file of that number. */
export type Asked = { readonly file: number } & (
  | { readonly kind: 'begin'; readonly profile: Profile }
  | { readonly kind: 'take'; readonly print: Uint8Array; readonly part: number }
  | { readonly kind: 'finish'; readonly order: Order }
  | { readonly kind: 'drop' })

export type Told = { readonly file: number; readonly finished: Finished } | { readonly file: number; readonly fault: unknown }

/** A fault of the surroundings as it goes from thread to thread, which would take its class away. */
interface SentFault {
  readonly surroundings: Pick<SurroundingsError, 'rule' | 'values'>
}

export const sent = (fault: unknown): unknown =>
  (fault instanceof SurroundingsError ? { surroundings: { rule: fault.rule, values: fault.values } } satisfies SentFault : fault)

function received(fault: unknown): unknown {
  const { surroundings } = (typeof fault === 'object' && fault !== null ? fault : {}) as Partial<SentFault>
  return surroundings ? new SurroundingsError(surroundings.rule, surroundings.values) : fault
}

interface Waiting {
  readonly resolve: (finished: Finished) => void
  readonly reject: (fault: unknown) => void
}

/** Megabytes of new objects in the thread, half of what is usual: fifty less in use for a book, at no cost in time. */
const mostYoung = 24

export class FinishingThread implements Finisher {
  readonly #program: string
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  /** Why the thread is no more. */
  #end: { readonly fault: unknown } | undefined
  #files = 0

  /** `program` is the path of the module that the thread runs. */
  constructor(program: string) {
    this.#program = program
  }

  begin(profile: Profile): Finishing {
    const file = this.#files++
    const worker = (this.#worker ??= this.#started())
    const ask = (asked: Asked): void => worker.postMessage(asked)
    ask({ kind: 'begin', file, profile })
    return {
      take: (print, part) => ask({ kind: 'take', file, print, part }),
      finish: (order) => new Promise((resolve, reject) => {
        if (this.#end) return reject(this.#end.fault)
        this.#waiting.set(file, { resolve, reject })
        ask({ kind: 'finish', file, order })
      }),
      drop: () => ask({ kind: 'drop', file }),
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate()
  }

  #started(): Worker {
    const worker = new Worker(this.#program, { resourceLimits: { maxYoungGenerationSizeMb: mostYoung } })
    worker.on('message', (told: Told) => {
      const waiting = this.#waiting.get(told.file)
      this.#waiting.delete(told.file)
      if ('finished' in told) waiting?.resolve(told.finished)
      else waiting?.reject(received(told.fault))
    })
    worker.on('error', (fault) => this.#fail(fault))
    worker.on('exit', (code) => this.#fail(new Error(`The thread that finishes prints ended with ${code}`)))
    return worker
  }

  /** A thread that is no more answers nobody, now or later; of its error and its exit the first says why. */
  #fail(fault: unknown): void {
    this.#end ??= { fault }
    for (const { reject } of this.#waiting.values()) reject(fault)
    this.#waiting.clear()
  }
}
