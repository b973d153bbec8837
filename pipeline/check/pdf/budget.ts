/** What may be spent on something whose size a file decides. */

/** Counts steps, bytes, or things kept, in whatever unit it was given. */
export class Budget {
  private left: number
  constructor(most: number) {
    this.left = most
  }

  /** Whether so much more may be spent; from the first refusal on, nothing may. */
  takes(cost = 1): boolean {
    this.left -= cost
    return this.left >= 0
  }
}

/** In each unit what a file may cost, all its pages together. */
export interface Budgets {
  /** Bytes of syntax, outside of streams. */
  readonly parsing: Budget
  /** Entries of lists that are walked, which can be one list that a million objects share. */
  readonly steps: Budget
  /** Bytes that streams of syntax, fonts and tables become. */
  readonly streams: Budget
  /** Bytes that pictures become. */
  readonly pictures: Budget
  /** Operators of content. */
  readonly operators: Budget
  /** Things painted, each of which is kept. */
  readonly things: Budget
}

const mega = 2 ** 20

/**
 * What a file of so many bytes may cost: something that any file has, and more by its size, so that a small one is never long.
 *
 * Our own choice, some ten times what books have: those of 300 to 700 pages were seen to take, for each byte of the file, 0.07 of parsing, 0.03 steps,
 * 7 bytes unpacked, 0.5 operators and 0.04 things. Objects stand beside each other, and are read twice at the most.
 */
export const budgetsFor = (bytes: number): Budgets => ({
  parsing: new Budget(mega + 4 * bytes),
  steps: new Budget(Math.min(5 * mega, mega / 2 + bytes / 4)),
  streams: new Budget(Math.min(1024 * mega, 128 * mega + 32 * bytes)),
  pictures: new Budget(Math.min(4096 * mega, 512 * mega + 32 * bytes)),
  operators: new Budget(Math.min(40 * mega, 3 * mega + 4 * bytes)),
  things: new Budget(Math.min(mega, mega / 4 + bytes / 4)),
})
