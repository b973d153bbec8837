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

  /** Bytes that were written before. */
  addBytes(bytes: Uint8Array): void {
    const needed = this.#end + bytes.length
    if (needed > this.#space.length) this.#grow(needed)
    this.#space.set(bytes, this.#end)
    this.#end = needed
  }

  /** How many were added since the last time that they were taken. */
  get length(): number {
    return this.#end
  }

  /** A copy of what was added behind so many. */
  copied(from: number): Buffer {
    return Buffer.from(this.#space.subarray(from, this.#end))
  }

  /** A copy of what was added since the last time. */
  taken(): Buffer {
    const bytes = this.copied(0)
    this.#end = 0
    return bytes
  }

  #grow(needed: number): void {
    const space = Buffer.allocUnsafe(Math.max(needed, 2 * this.#space.length))
    this.#space.copy(space, 0, 0, this.#end)
    this.#space = space
  }
}
