/** Windows that are open on the book: each is told of every edit as it happens, and of what the checks find afterwards. */

import { isDeepStrictEqual } from 'node:util'
import type { Checked, Patch } from '../model/desk.ts'
import type { Told } from './guards.ts'

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
  /** The book can't be read as it is on the disk, so that nothing is saved; undefined when it can again. */
  faulty(fault: Told | undefined): void
}

export class Live {
  readonly #windows = new Set<Listening>()
  #version = ''
  #fault: Told | undefined

  /** The book's version as it was told last. */
  get version(): string {
    return this.#version
  }

  /** What is wrong with the book as it was told last. */
  get fault(): Told | undefined {
    return this.#fault
  }

  /** What is known to be the version of the book, which can be read; told where it is new. */
  tell(version: string, patch?: Patch): void {
    this.faulty(undefined)
    if (version === this.#version) return
    const change = { from: this.#version, version, ...(patch && { patch }) }
    this.#version = version
    for (const window of this.#windows) window.change(change)
  }

  faulty(fault: Told | undefined): void {
    if (isDeepStrictEqual(fault, this.#fault)) return
    this.#fault = fault
    for (const window of this.#windows) window.faulty(fault)
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
