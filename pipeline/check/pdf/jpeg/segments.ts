/** The markers of a JPEG file: its frame, its tables and where its scans begin (ITU-T T.81, annex B). */

import { huffmanTable, type HuffmanTable } from './huffman.ts'

/** Thrown where bytes are no JPEG that is read here; what it would have shown is then not known. */
export class JpegFault extends Error {}

export interface Component {
  readonly id: number
  /** Blocks of it in a unit, across and down. */
  readonly across: number
  readonly down: number
  /** Blocks in whole units. */
  readonly columns: number
  readonly rows: number
  /** Blocks that hold pixels; a scan of this component alone has no others. */
  readonly ownColumns: number
  readonly ownRows: number
  readonly quantization: number
  /** 64 of each block, in the order of rows. */
  readonly coefficients: Int16Array
}

export interface Frame {
  readonly width: number
  readonly height: number
  readonly isProgressive: boolean
  readonly unitColumns: number
  readonly unitRows: number
  readonly components: readonly Component[]
}

export interface Scan {
  readonly parts: readonly { readonly component: Component; readonly dc: HuffmanTable | undefined; readonly ac: HuffmanTable | undefined }[]
  readonly first: number
  readonly last: number
  /** Bits that an earlier scan gave, and that this one leaves to a later. */
  readonly high: number
  readonly low: number
  /** Units between restarts; 0 is none. */
  readonly restart: number
  /** Where its bits begin. */
  readonly start: number
}

/** Pixels of all components together, beyond which a picture is not looked at. Our own choice: twice a page of 300 pixels to the inch in four inks. */
const mostSamples = 160_000_000

/** Order in which coefficients of a block are written (T.81, figure A.6). */
export const zigzag = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
])

/** Reads markers one after another; whoever asks for a scan decodes it before the next is asked for. */
export class Segments {
  frame: Frame | undefined
  readonly quantizations = new Map<number, Uint16Array>()
  /** Of Adobe's marker: 0 as it is, 1 YCbCr, 2 YCCK; undefined without one. */
  transform: number | undefined
  private readonly tables = new Map<number, HuffmanTable>()
  private readonly bytes: Uint8Array
  private restart = 0
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    if (this.word(0) !== 0xFFD8) throw new JpegFault('no JPEG')
  }

  /** The next scan, read on from `from`; undefined at the end of the picture. */
  nextScan(from: number): Scan | undefined {
    this.at = from
    while (this.at + 4 <= this.bytes.length) {
      const marker = this.nextMarker()
      if (marker === undefined || marker === 0xD9) return undefined
      const [start, end] = [this.at + 2, this.at + this.word(this.at)]
      if (end < start || end > this.bytes.length) throw new JpegFault('a segment is cut short')
      if (marker === 0xDA) return this.scan(start, end)
      this.segment(marker, start, end)
      this.at = end
    }
    return undefined
  }

  /** Bits of scans and what fills up are passed over. */
  private nextMarker(): number | undefined {
    for (; this.at + 1 < this.bytes.length; this.at++) {
      const code = this.bytes[this.at + 1]!
      if (this.bytes[this.at] !== 0xFF || code === 0 || code === 0xFF || (code >= 0xD0 && code <= 0xD8) || code === 1) continue
      this.at += 2
      return code
    }
    return undefined
  }

  private segment(marker: number, start: number, end: number): void {
    switch (marker) {
      case 0xC0: case 0xC1: case 0xC2: return void (this.frame = this.frameOf(start, marker === 0xC2))
      case 0xC4: return this.huffman(start, end)
      case 0xDB: return this.quantization(start, end)
      case 0xDD: return void (this.restart = this.word(start))
      case 0xEE: return void (this.transform = Buffer.from(this.bytes.subarray(start, start + 5)).toString('latin1') === 'Adobe' ? this.bytes[start + 11] : this.transform)
      // Lossless, hierarchical and arithmetic pictures.
      case 0xC3: case 0xC5: case 0xC6: case 0xC7: case 0xC9: case 0xCA: case 0xCB: case 0xCD: case 0xCE: case 0xCF: throw new JpegFault('another kind of JPEG')
    }
  }

  private frameOf(start: number, isProgressive: boolean): Frame {
    const { bytes } = this
    const [height, width, count] = [this.word(start + 1), this.word(start + 3), bytes[start + 5] ?? 0]
    if (bytes[start] !== 8 || width === 0 || height === 0 || count < 1 || count > 4) throw new JpegFault('another kind of frame')
    if (width * height * count > mostSamples) throw new JpegFault('too large')
    const told = Array.from({ length: count }, (_, index) => {
      const at = start + 6 + 3 * index
      return { id: bytes[at] ?? 0, across: (bytes[at + 1] ?? 0) >> 4, down: (bytes[at + 1] ?? 0) & 15, quantization: bytes[at + 2] ?? 0 }
    })
    if (told.some(({ across, down }) => across < 1 || across > 4 || down < 1 || down > 4)) throw new JpegFault('a component of no size')
    const [mostAcross, mostDown] = [Math.max(...told.map(({ across }) => across)), Math.max(...told.map(({ down }) => down))]
    const [unitColumns, unitRows] = [Math.ceil(width / 8 / mostAcross), Math.ceil(height / 8 / mostDown)]
    // Each block costs a bit at least: what says that it has more was made to harm.
    if (unitColumns * unitRows * told.reduce((sum, { across, down }) => sum + across * down, 0) > bytes.length * 8) throw new JpegFault('too large for its bytes')
    const components = told.map((one): Component => {
      const [columns, rows] = [unitColumns * one.across, unitRows * one.down]
      const ownColumns = Math.ceil(Math.ceil(width * one.across / mostAcross) / 8)
      const ownRows = Math.ceil(Math.ceil(height * one.down / mostDown) / 8)
      return { ...one, columns, rows, ownColumns, ownRows, coefficients: new Int16Array(columns * rows * 64) }
    })
    return { width, height, isProgressive, unitColumns, unitRows, components }
  }

  private huffman(start: number, end: number): void {
    for (let at = start; at + 17 <= end;) {
      const counts = this.bytes.subarray(at + 1, at + 17)
      const total = counts.reduce((sum, count) => sum + count, 0)
      this.tables.set(this.bytes[at]!, huffmanTable(counts, this.bytes.subarray(at + 17, at + 17 + total)))
      at += 17 + total
    }
  }

  private quantization(start: number, end: number): void {
    for (let at = start; at < end;) {
      const isWide = this.bytes[at]! >> 4 !== 0
      const table = new Uint16Array(64)
      for (let index = 0; index < 64; index++) table[zigzag[index]!] = isWide ? this.word(at + 1 + 2 * index) : this.bytes[at + 1 + index] ?? 0
      this.quantizations.set(this.bytes[at]! & 15, table)
      at += isWide ? 129 : 65
    }
  }

  private scan(start: number, end: number): Scan {
    const { bytes, frame } = this
    if (!frame) throw new JpegFault('a scan without a frame')
    const count = bytes[start] ?? 0
    const parts = Array.from({ length: count }, (_, index) => {
      const [id, tables] = [bytes[start + 1 + 2 * index], bytes[start + 2 + 2 * index] ?? 0]
      const component = frame.components.find((one) => one.id === id)
      if (!component) throw new JpegFault('a scan of no component')
      return { component, dc: this.tables.get(tables >> 4), ac: this.tables.get(16 | tables & 15) }
    })
    const [first, last, bits] = [bytes[start + 1 + 2 * count] ?? 0, bytes[start + 2 + 2 * count] ?? 63, bytes[start + 3 + 2 * count] ?? 0]
    if (count < 1 || count > 4 || first > last || last > 63) throw new JpegFault('a scan of nothing')
    return { parts, first, last, high: bits >> 4, low: bits & 15, restart: this.restart, start: end }
  }

  private word(at: number): number {
    return ((this.bytes[at] ?? 0) << 8) + (this.bytes[at + 1] ?? 0)
  }
}
