/** Decodes a scan to coefficients: sequential (T.81, annex F) and progressive (annex G). */

import { Bits } from './huffman.ts'
import { JpegFault, zigzag, type Component, type Frame, type Scan } from './segments.ts'

type Part = Scan['parts'][number]
type BlockReader = (part: Part, block: number) => void

/** Yields where its bits end. Time grows with the picture, whatever the bits say. */
export function decodeScan(bytes: Uint8Array, scan: Scan, frame: Frame): number {
  const bits = new Bits(bytes, scan.start)
  const reader = new Blocks(bits, scan, frame.isProgressive)
  const { parts, restart } = scan
  const single = parts.length === 1 ? parts[0]!.component : undefined
  const units = single ? single.ownColumns * single.ownRows : frame.unitColumns * frame.unitRows
  for (let unit = 0; unit < units; unit++) {
    if (restart > 0 && unit > 0 && unit % restart === 0) reader.restart()
    if (single) reader.read(parts[0]!, Math.floor(unit / single.ownColumns) * single.columns + unit % single.ownColumns)
    else readUnit(parts, unit, frame, reader.read)
  }
  return bits.at
}

function readUnit(parts: readonly Part[], unit: number, { unitColumns }: Frame, read: BlockReader): void {
  const [row, column] = [Math.floor(unit / unitColumns), unit % unitColumns]
  for (const part of parts) {
    const { across, down, columns } = part.component
    for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) read(part, (row * down + y) * columns + column * across + x)
  }
}

/** The blocks of a scan one after another, with what they leave to the next. */
class Blocks {
  readonly read: BlockReader
  private readonly bits: Bits
  private readonly scan: Scan
  private readonly last = new Map<Component, number>()
  /** Blocks to come in which nothing is new. */
  private run = 0

  constructor(bits: Bits, scan: Scan, isProgressive: boolean) {
    this.bits = bits
    this.scan = scan
    if (!isProgressive) this.read = (part, block) => this.sequential(part, block)
    else if (scan.first === 0) this.read = scan.high === 0 ? (part, block) => this.dcFirst(part, block) : ({ component }, block) => this.dcAgain(component, block)
    else this.read = scan.high === 0 ? (part, block) => this.acFirst(part, block) : (part, block) => this.acAgain(part, block)
  }

  restart(): void {
    this.bits.restart()
    this.last.clear()
    this.run = 0
  }

  private difference({ component, dc }: Part): number {
    if (!dc) throw new JpegFault('no table')
    const value = (this.last.get(component) ?? 0) + this.bits.signed(this.bits.symbol(dc) & 15)
    this.last.set(component, value)
    return value
  }

  private sequential(part: Part, block: number): void {
    const { component: { coefficients }, ac } = part
    if (!ac) throw new JpegFault('no table')
    coefficients[block * 64] = this.difference(part)
    for (let at = 1; at < 64; at++) {
      const symbol = this.bits.symbol(ac)
      const [zeros, length] = [symbol >> 4, symbol & 15]
      if (length === 0 && zeros < 15) return
      at += zeros
      if (at < 64 && length > 0) coefficients[block * 64 + zigzag[at]!] = this.bits.signed(length)
    }
  }

  private dcFirst(part: Part, block: number): void {
    part.component.coefficients[block * 64] = this.difference(part) * (1 << this.scan.low)
  }

  private dcAgain({ coefficients }: Component, block: number): void {
    if (this.bits.bits(1) === 1) coefficients[block * 64]! |= 1 << this.scan.low
  }

  private acFirst({ component: { coefficients }, ac }: Part, block: number): void {
    if (this.run > 0) return void this.run--
    if (!ac) throw new JpegFault('no table')
    for (let at = this.scan.first; at <= this.scan.last; at++) {
      const symbol = this.bits.symbol(ac)
      const [zeros, length] = [symbol >> 4, symbol & 15]
      if (length === 0 && zeros < 15) return void (this.run = (1 << zeros) - 1 + this.bits.bits(zeros))
      at += zeros
      if (at < 64 && length > 0) coefficients[block * 64 + zigzag[at]!] = this.bits.signed(length) * (1 << this.scan.low)
    }
  }

  /** One bit more of what is there, and what was too small to be there so far (T.81, G.1.2.3). */
  private acAgain({ component: { coefficients }, ac }: Part, block: number): void {
    if (!ac) throw new JpegFault('no table')
    const [start, step] = [block * 64, 1 << this.scan.low]
    let at = this.scan.first
    while (this.run === 0 && at <= this.scan.last) {
      const symbol = this.bits.symbol(ac)
      const [zeros, length] = [symbol >> 4, symbol & 15]
      if (length === 0 && zeros < 15) {
        this.run = (1 << zeros) + this.bits.bits(zeros)
        break
      }
      const value = length === 0 ? 0 : this.bits.bits(1) === 1 ? step : -step
      at = this.refine(coefficients, start, at, zeros)
      if (value !== 0 && at < 64) coefficients[start + zigzag[at]!] = value
      at++
    }
    if (this.run === 0) return
    this.refine(coefficients, start, at, 64)
    this.run--
  }

  /** Past so many zeros; yields where the next stands. */
  private refine(coefficients: Int16Array, start: number, from: number, zeros: number): number {
    const step = 1 << this.scan.low
    let [at, left] = [from, zeros]
    for (; at <= this.scan.last; at++) {
      const place = start + zigzag[at]!
      const value = coefficients[place]!
      if (value === 0) {
        if (left-- === 0) return at
      } else if (this.bits.bits(1) === 1 && (value & step) === 0) coefficients[place] = value + (value > 0 ? step : -step)
    }
    return at
  }
}
