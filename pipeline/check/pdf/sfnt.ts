/** What rules need of a TrueType or OpenType program: its permissions and the widths of its glyphs. */

import { latin1 } from './lexer.ts'

export interface Sfnt {
  /** Bits of OS/2 `fsType`; undefined where the table was left out of the subset. */
  readonly permissions: number | undefined
  readonly unitsPerEm: number
  readonly glyphs: number
  /** In units of the em; undefined for a glyph that is not there. */
  advanceOf(glyph: number): number | undefined
}

/** Undefined for anything else, such as a bare CFF. */
export function readSfnt(bytes: Uint8Array): Sfnt | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tag = latin1(bytes, 0, 4)
  if (bytes.length < 12 || !['\0\x01\0\0', 'true', 'OTTO'].includes(tag)) return undefined
  const tables = tablesOf(bytes, view)
  const [head, hhea, maxp, os2] = ['head', 'hhea', 'maxp', 'OS/2'].map((name) => tables.get(name))
  const short = (at: number | undefined) => (at !== undefined && at + 2 <= bytes.length ? view.getUint16(at) : undefined)
  const metrics = (hhea === undefined ? undefined : short(hhea + 34)) ?? 0
  const hmtx = tables.get('hmtx')
  const glyphs = (maxp === undefined ? undefined : short(maxp + 4)) ?? 0
  return {
    permissions: os2 === undefined ? undefined : short(os2 + 8),
    unitsPerEm: (head === undefined ? undefined : short(head + 18)) ?? 1000,
    glyphs,
    advanceOf: (glyph) => (hmtx === undefined || metrics === 0 || glyph >= glyphs ? undefined : short(hmtx + 4 * Math.min(glyph, metrics - 1))),
  }
}

function tablesOf(bytes: Uint8Array, view: DataView): Map<string, number> {
  const tables = new Map<string, number>()
  for (let index = 0, count = view.getUint16(4); index < count && 28 + index * 16 <= bytes.length; index++) {
    const at = 12 + index * 16
    tables.set(latin1(bytes, at, at + 4), view.getUint32(at + 8))
  }
  return tables
}
