/** LZW as PDF and TIFF have it (ISO 32000-1, 7.4.4). */

import { FilterFault, Unpacked } from './unpacked.ts'

const clear = 256
const end = 257
const mostCodes = 4096

/** `early` is 1 where codes grow longer one entry too soon, as most programs write them. Throws a `FilterFault`. */
export function unlzw(bytes: Uint8Array, early: number, limit: number): Uint8Array {
  const out = new Unpacked(limit)
  // An entry is the run before with the byte behind it: a piece of what was written.
  const starts = new Uint32Array(mostCodes)
  const lengths = new Uint32Array(mostCodes)
  let [next, last] = [258, 0]
  for (const code of codesIn(bytes, () => widthFor(next + early))) {
    if (code === end) break
    if (code === clear) {
      ;[next, last] = [258, 0]
      continue
    }
    if (last > 0 && next < mostCodes) {
      starts[next] = out.length - last
      lengths[next++] = last + 1
    }
    if (code >= next) throw new FilterFault('broken')
    const length = code < clear ? 1 : lengths[code]!
    if (code < clear) out.push(code)
    else out.repeat(starts[code]!, length)
    last = length
  }
  return out.bytes
}

const widthFor = (codes: number): number => (codes >= 2048 ? 12 : codes >= 1024 ? 11 : codes >= 512 ? 10 : 9)

/** The width of each is asked for as it comes. */
function* codesIn(bytes: Uint8Array, width: () => number): Generator<number> {
  let [held, bits] = [0, 0]
  for (const byte of bytes) {
    held = (held << 8 | byte) & 0xFFFFFF
    bits += 8
    const wanted = width()
    if (bits < wanted) continue
    bits -= wanted
    yield held >> bits & (1 << wanted) - 1
  }
}
