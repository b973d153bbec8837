/** Pictures that stand in the content itself. */

import type { Lexer } from './lexer.ts'
import { Keyword, Name, Stream, type PdfObject } from './objects.ts'

/** Reads on from `BI` to behind `EI`. */
export function readInlineImage(lexer: Lexer): Stream {
  const dict = new Map<string, PdfObject>()
  for (let key = lexer.next(); key !== undefined; key = lexer.next()) {
    if (key instanceof Keyword) break
    const value = lexer.next()
    if (key instanceof Name && value !== undefined && !(value instanceof Keyword)) dict.set(key.value, value)
  }
  const start = lexer.at + 1
  const end = endOfImage(lexer.bytes, start)
  lexer.at = end + 3
  return new Stream(dict, lexer.bytes.subarray(start, end))
}

/** `EI` between white space, behind which syntax goes on. */
function endOfImage(bytes: Uint8Array, start: number): number {
  for (let at = start; at + 2 < bytes.length; at++) {
    if (bytes[at + 1] !== 0x45 || bytes[at + 2] !== 0x49 || !isSpace(bytes[at])) continue
    const after = bytes[at + 3]
    if ((after === undefined || isSpace(after)) && bytes.subarray(at + 3, at + 13).every((code) => code < 127 && (code >= 32 || isSpace(code)))) return at
  }
  return bytes.length
}

const isSpace = (code: number | undefined): boolean => code === 32 || code === 10 || code === 13 || code === 9 || code === 0
