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
