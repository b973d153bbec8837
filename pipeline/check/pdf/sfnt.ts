/** What rules need of a TrueType or OpenType program: whether it is whole, its permissions and the widths of its glyphs. */

import { latin1 } from './strings.ts'

export interface Sfnt {
  /** Whether the tables that glyphs are drawn with are there, and end inside the program. */
  readonly isWhole: boolean
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
  const [head, hhea, maxp, os2] = ['head', 'hhea', 'maxp', 'OS/2'].map((name) => tables.get(name)?.start)
  const short = (at: number | undefined) => (at !== undefined && at + 2 <= bytes.length ? view.getUint16(at) : undefined)
  const metrics = (hhea === undefined ? undefined : short(hhea + 34)) ?? 0
  const hmtx = tables.get('hmtx')?.start
  const glyphs = (maxp === undefined ? undefined : short(maxp + 4)) ?? 0
  const needed = tag === 'OTTO' ? ['CFF '] : ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']
  return {
    isWhole: needed.every((name) => (tables.get(name)?.end ?? Infinity) <= bytes.length),
    permissions: os2 === undefined ? undefined : short(os2 + 8),
    unitsPerEm: (head === undefined ? undefined : short(head + 18)) ?? 1000,
    glyphs,
    advanceOf: (glyph) => (hmtx === undefined || metrics === 0 || glyph >= glyphs ? undefined : short(hmtx + 4 * Math.min(glyph, metrics - 1))),
  }
}

interface Table {
  readonly start: number
  readonly end: number
}

function tablesOf(bytes: Uint8Array, view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>()
  for (let index = 0, count = view.getUint16(4); index < count && 28 + index * 16 <= bytes.length; index++) {
    const at = 12 + index * 16
    const start = view.getUint32(at + 8)
    tables.set(latin1(bytes, at, at + 4), { start, end: start + view.getUint32(at + 12) })
  }
  return tables
}
