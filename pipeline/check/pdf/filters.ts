/** Undoes the filters of streams, within limits: a few bytes can stand for gigabytes. */

import { inflateSync } from 'node:zlib'
import { unlzw } from './lzw.ts'
import { FilterFault, Unpacked } from './unpacked.ts'

/** What a filter's parameters say, resolved to numbers. */
export interface Parameters {
  readonly predictor: number
  readonly colours: number
  readonly bits: number
  readonly columns: number
  readonly earlyChange: number
}

/** Filters that hold pictures; what they yield is for the rule that asks. */
export const pictureFilters = new Set(['DCTDecode', 'DCT', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode', 'CCF'])

/** Throws a `FilterFault`; what comes out is at most `limit` bytes long. */
export function unfiltered(bytes: Uint8Array, filter: string, parameters: Parameters, limit: number): Uint8Array {
  switch (filter) {
    case 'FlateDecode': case 'Fl': return unpredicted(inflated(bytes, limit), parameters)
    case 'LZWDecode': case 'LZW': return unpredicted(unlzw(bytes, parameters.earlyChange, limit), parameters)
    case 'ASCIIHexDecode': case 'AHx': return unhex(bytes)
    case 'ASCII85Decode': case 'A85': return un85(bytes, limit)
    case 'RunLengthDecode': case 'RL': return unrun(bytes, limit)
    default: throw new FilterFault('unknown-filter')
  }
}

function inflated(bytes: Uint8Array, limit: number): Uint8Array {
  // Programs write blank pages so.
  if (bytes.length === 0) return bytes
  try {
    return inflateSync(bytes, { maxOutputLength: limit })
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new FilterFault('too-large', cause)
    throw new FilterFault('broken', cause)
  }
}

/** PNG's predictors row by row, TIFF's for whole bytes. */
function unpredicted(bytes: Uint8Array, { predictor, colours, bits, columns }: Parameters): Uint8Array {
  if (predictor < 2) return bytes
  const step = Math.max(1, colours * bits >> 3)
  const width = Math.ceil(colours * bits * columns / 8)
  if (predictor === 2) return untiff(bytes, width, step, bits)
  const rows = Math.ceil(bytes.length / (width + 1))
  const out = new Uint8Array(rows * width)
  for (let row = 0; row < rows; row++) unpredictRow(bytes, row * (width + 1), out, row * width, width, step)
  return out
}

function unpredictRow(from: Uint8Array, start: number, out: Uint8Array, to: number, width: number, step: number): void {
  const kind = from[start]
  for (let at = 0; at < width; at++) {
    const raw = from[start + 1 + at] ?? 0
    const left = at >= step ? out[to + at - step] ?? 0 : 0
    const above = to >= width ? out[to + at - width] ?? 0 : 0
    const corner = at >= step && to >= width ? out[to + at - width - step] ?? 0 : 0
    out[to + at] = raw + guess(kind, left, above, corner)
  }
}

function guess(kind: number | undefined, left: number, above: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return above
  if (kind === 3) return left + above >> 1
  if (kind !== 4) return 0
  const estimate = left + above - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? above : corner
}

function untiff(bytes: Uint8Array, width: number, step: number, bits: number): Uint8Array {
  if (bits !== 8) return bytes
  const out = Uint8Array.from(bytes)
  for (let start = 0; start < out.length; start += width) {
    for (let at = start + step; at < Math.min(start + width, out.length); at++) out[at] = (out[at] ?? 0) + (out[at - step] ?? 0)
  }
  return out
}

const unhex = (bytes: Uint8Array): Uint8Array =>
  Buffer.from((Buffer.from(bytes).toString('latin1').split('>')[0] ?? '').replace(/[^0-9A-Fa-f]/g, ''), 'hex')

function un85(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Unpacked(limit)
  let [value, count] = [0, 0]
  for (const code of bytes) {
    if (code === 0x7E) break
    if (code === 0x7A && count === 0) out.fill(0, 4)
    if (code < 0x21 || code > 0x75) continue
    value = value * 85 + code - 33
    if (++count < 5) continue
    for (const shift of [24, 16, 8, 0]) out.push(value >>> shift & 255)
    ;[value, count] = [0, 0]
  }
  if (count > 1) {
    for (let at = count; at < 5; at++) value = value * 85 + 84
    for (let at = 0; at < count - 1; at++) out.push(Math.floor(value / 2 ** (24 - 8 * at)) & 255)
  }
  return out.bytes
}

function unrun(bytes: Uint8Array, limit: number): Uint8Array {
  const out = new Unpacked(limit)
  for (let at = 0; at < bytes.length;) {
    const length = bytes[at++] ?? 128
    if (length === 128) break
    if (length > 128) out.fill(bytes[at++] ?? 0, 257 - length)
    else {
      out.append(bytes.subarray(at, at + length + 1))
      at += length + 1
    }
  }
  return out.bytes
}
