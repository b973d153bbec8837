/** The head of an ICC profile, as ICC.1:2010 7.2 lays it out. */

import { latin1 } from './strings.ts'

export interface Icc {
  /** `scnr`, `mntr`, `prtr`, `spac`; others are links, abstract or named colours. */
  readonly deviceClass: string
  /** `RGB`, `CMYK`, `GRAY`, `Lab`. */
  readonly space: string
  readonly components: number
  /** Major and minor, such as `2.4`. */
  readonly version: string
  readonly description: string
}

const components: Readonly<Record<string, number>> = { 'GRAY': 1, 'RGB': 3, 'Lab': 3, 'XYZ': 3, 'CMYK': 4 }

/** Undefined where the bytes are no profile, or are cut short. */
export function readProfile(bytes: Uint8Array): Icc | undefined {
  if (bytes.length < 132 || latin1(bytes, 36, 40) !== 'acsp' || word(bytes, 0) > bytes.length) return undefined
  const space = latin1(bytes, 16, 20).trim()
  return {
    deviceClass: latin1(bytes, 12, 16), space, components: (Object.hasOwn(components, space) ? components[space] : undefined) ?? (parseInt(/^(\w)CLR$/.exec(space)?.[1] ?? '0', 16)),
    version: `${bytes[8] ?? 0}.${(bytes[9] ?? 0) >> 4}`, description: descriptionOf(bytes),
  }
}

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) * 2 ** 24) + ((bytes[at + 1] ?? 0) << 16) + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0)

/** Version 2 holds it as ASCII, version 4 as UTF-16. */
function descriptionOf(bytes: Uint8Array): string {
  for (let tag = 0; tag < Math.min(word(bytes, 128), 100); tag++) {
    const at = 132 + tag * 12
    if (latin1(bytes, at, at + 4) !== 'desc') continue
    const start = word(bytes, at + 4)
    if (latin1(bytes, start, start + 4) === 'desc') return latin1(bytes, start + 12, start + 12 + Math.min(word(bytes, start + 8), 200)).replace(/\0.*$/, '')
    const [length, offset] = [Math.min(word(bytes, start + 20), 400), word(bytes, start + 24)]
    return Buffer.from(bytes.subarray(start + offset, start + offset + (length & ~1))).swap16().toString('utf16le')
  }
  return ''
}
