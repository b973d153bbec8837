/** Windows that are open on the book: each is told of every edit as it happens. */

import type { Patch } from '../model/desk.ts'

/** Without a patch the window reads the whole state again. */
export interface Change {
  /** The version that the patch changes. */
  readonly from: string
  readonly version: string
  readonly patch?: Patch
}

export class Live {
  readonly #windows = new Set<(change: Change) => void>()
  #version = ''

  /** What is known to be the book's version; told where it is new. */
  tell(version: string, patch?: Patch): void {
    if (version === this.#version) return
    const change = { from: this.#version, version, ...(patch && { patch }) }
    this.#version = version
    for (const window of this.#windows) window(change)
  }

  /** Returns what ends it. */
  listen(window: (change: Change) => void): () => void {
    this.#windows.add(window)
    return () => void this.#windows.delete(window)
  }
}
