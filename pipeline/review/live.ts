/** Windows that are open on the book: each is told of every edit as it happens, and of what the checks find afterwards. */

import type { Checked, Patch } from '../model/desk.ts'

/** Without a patch the window reads the whole state again. */
export interface Change {
  /** The version that the patch changes. */
  readonly from: string
  readonly version: string
  readonly patch?: Patch
}

export interface Listening {
  change(change: Change): void
  checked(checked: Checked): void
}

export class Live {
  readonly #windows = new Set<Listening>()
  #version = ''

  /** The book's version as it was told last. */
  get version(): string {
    return this.#version
  }

  /** What is known to be the book's version; told where it is new. */
  tell(version: string, patch?: Patch): void {
    if (version === this.#version) return
    const change = { from: this.#version, version, ...(patch && { patch }) }
    this.#version = version
    for (const window of this.#windows) window.change(change)
  }

  checked(checked: Checked): void {
    for (const window of this.#windows) window.checked(checked)
  }

  /** Returns what ends it. */
  listen(window: Listening): () => void {
    this.#windows.add(window)
    return () => void this.#windows.delete(window)
  }
}
