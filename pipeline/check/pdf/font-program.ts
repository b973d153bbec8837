/** Whether an embedded font program is one, and all of it is there: what is broken off draws other letters, or none. */

import type { Dict } from './objects.ts'
import type { PdfFile } from './file.ts'
import { readSfnt } from './sfnt.ts'

/** `key` says in what form it is (`FontFile`, `FontFile2`, `FontFile3`), `dict` belongs to its stream. */
export function isWholeProgram(key: string, dict: Dict, bytes: Uint8Array, file: PdfFile): boolean {
  switch (key) {
    case 'FontFile': return isType1(bytes) && bytes.length >= (file.number(dict.get('Length1')) ?? 0) + (file.number(dict.get('Length2')) ?? 0)
    case 'FontFile2': return readSfnt(bytes)?.isWhole ?? false
    default: return file.name(dict.get('Subtype')) === 'OpenType' ? readSfnt(bytes)?.isWhole ?? false : isWholeCff(bytes)
  }
}

/** `%!`, or the head of a segment as PC programs write it. */
const isType1 = (bytes: Uint8Array): boolean => (bytes[0] === 0x25 && bytes[1] === 0x21) || (bytes[0] === 0x80 && bytes[1] === 1)

/** Adobe's Technical Note 5176: a head, four indexes, and the glyphs, where the first dictionary says that they stand. */
function isWholeCff(bytes: Uint8Array): boolean {
  if (bytes[0] !== 1 || (bytes[2] ?? 0) < 4) return false
  const names = indexAt(bytes, bytes[2]!)
  const dictionaries = names && indexAt(bytes, names.end)
  const strings = dictionaries && indexAt(bytes, dictionaries.end)
  if (!dictionaries || !strings || !indexAt(bytes, strings.end)) return false
  const glyphs = charStringsOf(bytes.subarray(dictionaries.start, dictionaries.end))
  return glyphs !== undefined && glyphs > 0 && indexAt(bytes, glyphs) !== undefined
}

/** Where the objects of an index begin and end; undefined where it is broken off. */
function indexAt(bytes: Uint8Array, at: number): { start: number; end: number } | undefined {
  const number = (from: number, size: number): number => bytes.subarray(from, from + size).reduce((value, byte) => value * 256 + byte, 0)
  if (at + 2 > bytes.length) return undefined
  const count = number(at, 2)
  if (count === 0) return { start: at + 2, end: at + 2 }
  const size = bytes[at + 2] ?? 0
  const start = at + 3 + (count + 1) * size
  const end = start - 1 + number(at + 3 + count * size, size)
  return size >= 1 && size <= 4 && end >= start && end <= bytes.length ? { start, end } : undefined
}

/** A real number ends with the half byte 15. */
function behindReal(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at]! & 15) !== 15 && bytes[at]! >> 4 !== 15) at++
  return at + 1
}

/** Operand of operator 17 of a dictionary; undefined without one. */
function charStringsOf(bytes: Uint8Array): number | undefined {
  let operand = 0
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at++]!
    if (first === 17) return operand
    if (first === 12) at++
    else if (first === 28) [operand, at] = [((bytes[at] ?? 0) << 8) + (bytes[at + 1] ?? 0), at + 2]
    else if (first === 29) [operand, at] = [(bytes[at] ?? 0) * 2 ** 24 + ((bytes[at + 1] ?? 0) << 16) + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0), at + 4]
    else if (first === 30) at = behindReal(bytes, at)
    else if (first >= 32 && first <= 246) operand = first - 139
    else if (first >= 247 && first <= 250) operand = (first - 247) * 256 + (bytes[at++] ?? 0) + 108
    else if (first >= 251 && first <= 254) operand = -(first - 251) * 256 - (bytes[at++] ?? 0) - 108
  }
  return undefined
}
