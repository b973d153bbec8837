/** The checks of the whole book, made again when nobody has edited for a moment, in the pauses of everything else. */

import { checkInSteps, type CheckedOnce } from '../../check/translation/index.ts'
import type { Alignment } from '../../model/alignment.ts'
import { languages } from '../../model/language.ts'
import type { Difference } from './patch.ts'
import type { Standing } from './standing.ts'

/** Milliseconds: without an edit before the book is looked at, and of looking before others have their turn. Own choices. */
const times = { calm: 600, turn: 8 }

export class Rechecking {
  readonly #free: () => Promise<unknown>
  readonly #settle: (checked: CheckedOnce, version: string) => void
  #timer: NodeJS.Timeout | undefined
  #run = 0

  /** `free` ends when no request is being answered; `settle` gets what was found in a version, unless there is a newer to look at. */
  constructor(free: () => Promise<unknown>, settle: (checked: CheckedOnce, version: string) => void) {
    this.#free = free
    this.#settle = settle
  }

  /** The book is to be looked at as it stands now; `version` names that. */
  due(standing: Standing, version: string): void {
    this.stop()
    const run = this.#run
    this.#timer = setTimeout(() => void this.#look(standing, version, run), times.calm).unref()
  }

  stop(): void {
    this.#run++
    clearTimeout(this.#timer)
  }

  async #look(standing: Standing, version: string, run: number): Promise<void> {
    const steps = checkInSteps(standing, standing.decisions.accepted)
    while (run === this.#run) {
      const made = until(performance.now() + times.turn, steps)
      if (made) return this.#settle(made, version)
      await new Promise((resolve) => { setImmediate(resolve) })
      await this.#free()
    }
  }
}

/** What the steps make, where they come to an end before that moment. */
function until(end: number, steps: ReturnType<typeof checkInSteps>): CheckedOnce | undefined {
  do {
    const { done, value } = steps.next()
    if (done) return value
  } while (performance.now() < end)
  return undefined
}

/** Whether rules that see the whole book may tell something else now: a sentence changed, or its bead did. */
export function isOtherwise(before: Standing, after: Standing, { from, to, end }: Difference): boolean {
  return before.segments !== after.segments || to !== end || !haveSameSpans(before.alignment, after.alignment, from, to)
}

const haveSameSpans = ({ beads: before }: Alignment, { beads: after }: Alignment, from: number, to: number): boolean =>
  before.slice(from, to).every((bead, index) => languages.every((language) =>
    bead[language].from === after[from + index]?.[language].from && bead[language].to === after[from + index]?.[language].to))
