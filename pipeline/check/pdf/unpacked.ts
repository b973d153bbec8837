/** Bytes that a filter yields, up to a limit: a few bytes can stand for gigabytes. */

export type Refusal = 'broken' | 'too-large' | 'unknown-filter'

export class FilterFault extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal, { cause })
    this.refusal = refusal
  }
}

/** Grows while it is written, in steps of its own size; throws a `FilterFault` beyond the limit. */
export class Unpacked {
  private room = new Uint8Array(4096)
  private readonly limit: number
  length = 0

  constructor(limit: number) {
    this.limit = limit
  }

  push(value: number): void {
    this.makeRoom(1)
    this.room[this.length++] = value
  }

  fill(value: number, count: number): void {
    this.makeRoom(count)
    this.room.fill(value, this.length, this.length += count)
  }

  append(bytes: Uint8Array): void {
    this.makeRoom(bytes.length)
    this.room.set(bytes, this.length)
    this.length += bytes.length
  }

  /** Again what it has from `start` on, which may run into what is being written. */
  repeat(start: number, count: number): void {
    this.makeRoom(count)
    for (let at = 0; at < count; at++) this.room[this.length++] = this.room[start + at]!
  }

  get bytes(): Uint8Array {
    return this.room.subarray(0, this.length)
  }

  private makeRoom(count: number): void {
    const wanted = this.length + count
    if (wanted > this.limit) throw new FilterFault('too-large')
    if (wanted <= this.room.length) return
    const larger = new Uint8Array(Math.max(wanted, this.room.length * 2))
    larger.set(this.bytes)
    this.room = larger
  }
}
