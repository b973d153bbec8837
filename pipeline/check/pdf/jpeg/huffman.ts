/** Bits of a scan, and the codes that they spell (T.81, annexes C and F). */

/** By a code's length, 1 to 16: the first code that is longer, and where symbols of this length begin less their first code. */
export interface HuffmanTable {
  readonly ends: Int32Array
  readonly offsets: Int32Array
  readonly symbols: Uint8Array
  /** Length and symbol of what begins with 8 bits, as `length << 8 | symbol`; 0 where the code is longer. */
  readonly short: Uint16Array
}

/** `counts` are numbers of codes of 1 to 16 bits, `symbols` what they stand for, in order (ITU-T T.81, annex C). */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const [ends, offsets, short] = [new Int32Array(17), new Int32Array(17), new Uint16Array(256)]
  let [code, index] = [0, 0]
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0
    offsets[length] = index - code
    for (let own = 0; own < count && length <= 8; own++) {
      short.fill(length << 8 | (symbols[index + own] ?? 0), code + own << 8 - length, code + own + 1 << 8 - length)
    }
    code += count
    index += count
    ends[length] = code
    code <<= 1
  }
  return { ends, offsets, symbols, short }
}

/** Reads bits up to the next marker; behind it there are zeros. */
export class Bits {
  private readonly bytes: Uint8Array
  private held = 0
  private count = 0
  at: number

  constructor(bytes: Uint8Array, at: number) {
    this.bytes = bytes
    this.at = at
  }

  private fill(): void {
    while (this.count <= 16) {
      let byte = this.bytes[this.at] ?? 0
      if (byte !== 0xFF) this.at++
      else if (this.bytes[this.at + 1] === 0) this.at += 2
      else byte = 0
      this.held = (this.held << 8 | byte) & 0xFFFFFF
      this.count += 8
    }
  }

  bits(length: number): number {
    if (length === 0) return 0
    if (this.count < length) this.fill()
    this.count -= length
    return this.held >> this.count & (1 << length) - 1
  }

  /** A number of so many bits, of which the lower half are negative (T.81, F.2.2.1). */
  signed(length: number): number {
    const value = this.bits(length)
    return length > 0 && value < 1 << length - 1 ? value - (1 << length) + 1 : value
  }

  symbol(table: HuffmanTable): number {
    if (this.count < 16) this.fill()
    const known = table.short[this.held >> this.count - 8 & 255]!
    if (known !== 0) {
      this.count -= known >> 8
      return known & 255
    }
    for (let length = 9; length <= 16; length++) {
      const code = this.held >> this.count - length & (1 << length) - 1
      if (code >= table.ends[length]!) continue
      this.count -= length
      return table.symbols[code + table.offsets[length]!] ?? 0
    }
    this.count -= 16
    return 0
  }

  /** Goes on behind the next marker of restart, where there is one. */
  restart(): void {
    this.held = 0
    this.count = 0
    const { bytes } = this
    while (this.at + 1 < bytes.length && !(bytes[this.at] === 0xFF && bytes[this.at + 1] !== 0 && bytes[this.at + 1] !== 0xFF)) this.at++
    const code = bytes[this.at + 1] ?? 0
    if (code >= 0xD0 && code <= 0xD7) this.at += 2
  }
}
