/**
 * Samples of a JPEG picture as its file has them, so that inks stay inks.
 *
 * Libraries at hand give light alone: `jpeg-js` mixes black into the other three, pdfium too, and refuses inks without Adobe's marker.
 * Sequential and progressive Huffman pictures of 8 bits are read, which is all that PDF 1.3 to 1.7 ask for.
 */

import { decodeScan } from './scan.ts'
import { JpegFault, Segments, type Component, type Frame } from './segments.ts'
import { planeOf } from './plane.ts'

export interface Samples {
  readonly width: number
  readonly height: number
  readonly components: number
  /** Component by component of each pixel. */
  readonly bytes: Uint8Array
}

/** Scans of a picture; files made to harm have thousands, each of which costs a picture. Encoders write some ten. */
const mostScans = 100

/** `transform` is the filter's own word where Adobe's marker says nothing; undefined where a picture cannot be read. */
export function jpegSamples(bytes: Uint8Array, transform?: number): Samples | undefined {
  try {
    return decoded(bytes, transform)
  } catch (error) {
    if (error instanceof JpegFault) return undefined
    throw error
  }
}

function decoded(bytes: Uint8Array, transform: number | undefined): Samples | undefined {
  const segments = new Segments(bytes)
  let scans = 0
  for (let scan = segments.nextScan(2); scan; scan = segments.nextScan(decodeScan(bytes, scan, segments.frame!))) if (++scans > mostScans) throw new JpegFault('too many scans')
  const { frame } = segments
  if (!frame || scans === 0) return undefined
  const { width, height, components: { length } } = frame
  const samples = interleaved(frame, segments.quantizations)
  const isTurned = segments.transform ?? transform ?? (length === 3 ? 1 : 0)
  if (isTurned !== 0 && length >= 3) turnBack(samples, length)
  return { width, height, components: length, bytes: samples }
}

function interleaved(frame: Frame, quantizations: ReadonlyMap<number, Uint16Array>): Uint8Array {
  const { width, height, components, unitColumns, unitRows } = frame
  const out = new Uint8Array(width * height * components.length)
  const scale = ({ columns, rows }: Component) => [columns / (unitColumns * 8), rows / (unitRows * 8)] as const
  const most = [Math.max(...components.map((one) => scale(one)[0])), Math.max(...components.map((one) => scale(one)[1]))] as const
  for (const [index, component] of components.entries()) {
    const table = quantizations.get(component.quantization)
    if (!table) throw new JpegFault('no table')
    const plane = planeOf(component, table)
    const [across, down] = [scale(component)[0] / most[0], scale(component)[1] / most[1]]
    for (let y = 0, to = index; y < height; y++) {
      const row = Math.floor(y * down) * component.columns * 8
      for (let x = 0; x < width; x++, to += components.length) out[to] = plane[row + Math.floor(x * across)]!
    }
  }
  return out
}

/** YCbCr to RGB; of four components the first three are inks, which are what light is not (T.871, 7; the fourth stays). */
function turnBack(samples: Uint8Array, components: number): void {
  const clamped = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))
  for (let at = 0; at + 2 < samples.length; at += components) {
    const [light, blue, red] = [samples[at]!, samples[at + 1]! - 128, samples[at + 2]! - 128]
    const rgb = [clamped(light + 1.402 * red), clamped(light - 0.344136 * blue - 0.714136 * red), clamped(light + 1.772 * blue)] as const
    for (let index = 0; index < 3; index++) samples[at + index] = components === 4 ? 255 - rgb[index]! : rgb[index]!
  }
}
