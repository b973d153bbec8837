/** A document's bytes as it is written, piece by piece: a text that is added up of so many is put together again letter by letter. */

export class Bytes {
  #space = Buffer.allocUnsafe(1 << 18)
  #end = 0

  add(text: string): void {
    // A code unit takes three bytes at most.
    const needed = this.#end + 3 * text.length
    if (needed > this.#space.length) this.#grow(needed)
    this.#end += this.#space.write(text, this.#end)
  }

  /** A copy of what was added since the last time. */
  taken(): Buffer {
    const bytes = Buffer.from(this.#space.subarray(0, this.#end))
    this.#end = 0
    return bytes
  }

  #grow(needed: number): void {
    const space = Buffer.allocUnsafe(Math.max(needed, 2 * this.#space.length))
    this.#space.copy(space, 0, 0, this.#end)
    this.#space = space
  }
}
