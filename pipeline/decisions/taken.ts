/** Segments of one side that are somebody's. */

import type { Span } from '../model/alignment.ts'

export class Taken {
  readonly #taken: boolean[] = []

  constructor(spans: readonly Span[] = []) {
    for (const span of spans) this.add(span)
  }

  add(span: Span | undefined): void {
    for (let index = span?.from ?? 0; index < (span?.to ?? 0); index++) this.#taken[index] = true
  }

  has(index: number): boolean {
    return this.#taken[index] === true
  }

  /** Whether any segment of the run is taken. */
  holds(span: Span | undefined): boolean {
    for (let index = span?.from ?? 0; index < (span?.to ?? 0); index++) if (this.#taken[index]) return true
    return false
  }
}
