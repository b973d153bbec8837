/** Which characters a font file can draw: the character map of a plain or a WOFF2 file, read without unpacking its outlines. */

import { brotliDecompressSync, constants } from 'node:zlib'

/** Table tags by their number in the directory, as far as the character map. WOFF2, section 4.1. */
const knownTags = ['cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post', 'cvt ', 'fpgm', 'glyf', 'loca']
const characterMap = 0
const glyphs = knownTags.indexOf('glyf')
const locations = knownTags.indexOf('loca')
const ownTag = 63

/** Code points that the font maps to a glyph. */
export function coverageOf(file: Uint8Array): ReadonlySet<number> {
  const bytes = Buffer.from(file)
  return charactersOf(bytes.toString('latin1', 0, 4) === 'wOF2' ? packedMap(file) : plainMap(bytes))
}

/** OpenType, "Organization of an OpenType Font": sixteen bytes for each table. */
function plainMap(file: Buffer): Buffer {
  for (let at = 12; at < 12 + 16 * file.readUInt16BE(4); at += 16) {
    if (file.toString('latin1', at, at + 4) === 'cmap') return file.subarray(file.readUInt32BE(at + 8), file.readUInt32BE(at + 8) + file.readUInt32BE(at + 12))
  }
  throw new Error('A font without a character map')
}

function packedMap(woff2: Uint8Array): Buffer {
  const { offset, length, tables } = cmapPlace(Buffer.from(woff2))
  // Outlines come after it in most files, and take ten times as long.
  const begun = brotliDecompressSync(woff2.subarray(tables, tables + firstBytes), { finishFlush: constants.BROTLI_OPERATION_FLUSH })
  const unpacked = begun.length >= offset + length ? begun : brotliDecompressSync(woff2.subarray(tables))
  return unpacked.subarray(offset, offset + length)
}

/** Packed bytes in which a character map mostly is. */
const firstBytes = 16_384

/** Where the map lies among the unpacked tables, and where the packed tables begin in the file. */
function cmapPlace(file: Buffer): { offset: number; length: number; tables: number } {
  let at = 48
  let offset = 0
  let found: { offset: number; length: number } | undefined
  const variable = () => {
    let value = 0
    for (;;) {
      const byte = file.readUInt8(at++)
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  for (let table = file.readUInt16BE(12); table > 0; table--) {
    const flags = file.readUInt8(at++)
    const tag = flags & 63
    const version = flags >> 6
    if (tag === ownTag) at += 4
    const length = variable()
    // Outlines are rewritten unless they say that they are not, all other tables only where they say so.
    const isOutline = tag === glyphs || tag === locations
    const stored = (isOutline ? version !== 3 : version !== 0) ? variable() : length
    if (tag === characterMap) found = { offset, length: stored }
    offset += stored
  }
  if (!found) throw new Error('A font without a character map')
  return { ...found, tables: at }
}

function charactersOf(cmap: Buffer): Set<number> {
  const characters = new Set<number>()
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const at = cmap.readUInt32BE(8 + 8 * table)
    const format = cmap.readUInt16BE(at)
    if (format === 4) addSegments(cmap.subarray(at), characters)
    if (format === 12) addGroups(cmap.subarray(at), characters)
  }
  return characters
}

/** Format 4: four rows of 16-bit numbers, one column for each stretch of characters; glyph 0 is the box. */
function addSegments(map: Buffer, characters: Set<number>): void {
  const columns = map.readUInt16BE(6) / 2
  const row = (number: number, column: number) => 14 + 2 * (number * columns + column) + (number > 0 ? 2 : 0)
  for (let column = 0; column < columns; column++) {
    const [end, start, delta, range] = [0, 1, 2, 3].map((number) => map.readUInt16BE(row(number, column))) as [number, number, number, number]
    for (let character = start; character <= end && character < 0xffff; character++) {
      const glyph = range === 0 ? character + delta : map.readUInt16BE(row(3, column) + range + 2 * (character - start))
      if ((glyph & 0xffff) !== 0) characters.add(character)
    }
  }
}

/** Format 12: first and last character and first glyph of each stretch. */
function addGroups(map: Buffer, characters: Set<number>): void {
  for (let group = 0; group < map.readUInt32BE(12); group++) {
    const at = 16 + 12 * group
    const last = map.readUInt32BE(at + 4)
    for (let character = map.readUInt32BE(at); character <= last; character++) characters.add(character)
  }
}
