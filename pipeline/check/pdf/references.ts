/** Tables of references: where each object of a file stands (ISO 32000-1, 7.5.4 and 7.5.8). */

import type { PdfFile } from './file.ts'
import { Lexer, SyntaxFault } from './lexer.ts'
import { isDict, Keyword, nameOf, numberOf, Stream, type Dict, type PdfObject } from './objects.ts'
import { latin1 } from './strings.ts'

/** Reads the tables of references from the last to the first, for what stands in a later one holds; yields how many there are. */
export function readReferences(file: PdfFile): number {
  const tail = latin1(file.bytes, Math.max(0, file.bytes.length - 2048), file.bytes.length)
  const start = /startxref\s+(\d+)(?![^]*startxref)/.exec(tail)?.[1]
  const seen = new Set<number>()
  const waiting = start === undefined ? [] : [Number(start)]
  if (start === undefined) file.rebuild()
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || seen.size > 1000) continue
    seen.add(offset)
    const trailer = tableAt(file, offset)
    if (!trailer) {
      file.rebuild()
      break
    }
    if (file.trailer.size === 0) file.trailer = trailer
    for (const key of ['XRefStm', 'Prev']) {
      const next = numberOf(trailer.get(key))
      if (next !== undefined) waiting.push(next)
    }
  }
  return seen.size
}

function tableAt(file: PdfFile, offset: number): Dict | undefined {
  try {
    const lexer = new Lexer(file.bytes, offset)
    const first = lexer.next()
    return first instanceof Keyword && first.value === 'xref' ? plainTable(file, lexer) : streamTable(file, offset)
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}

function plainTable(file: PdfFile, lexer: Lexer): Dict | undefined {
  for (let first = lexer.next(); ; first = lexer.next()) {
    if (first instanceof Keyword && first.value === 'trailer') {
      const trailer = lexer.next()
      return isDict(trailer as PdfObject) ? trailer as Dict : undefined
    }
    const count = lexer.next()
    if (typeof first !== 'number' || typeof count !== 'number') return undefined
    for (let number = first; number < first + count; number++) {
      const [offset, , kind] = [lexer.next(), lexer.next(), lexer.next()]
      if (typeof offset !== 'number' || !(kind instanceof Keyword)) return undefined
      if (kind.value === 'n' && offset > 0 && !file.entries.has(number)) file.place(number, { offset })
    }
  }
}

function streamTable(file: PdfFile, offset: number): Dict | undefined {
  const lexer = new Lexer(file.bytes, offset)
  const [number, , word, dict] = [lexer.next(), lexer.next(), lexer.next(), lexer.next()]
  if (typeof number !== 'number' || !(word instanceof Keyword) || word.value !== 'obj' || !isDict(dict as PdfObject)) return undefined
  const stream = file.streamAfter(lexer, dict as Dict, number)
  if (!(stream instanceof Stream) || nameOf(stream.dict.get('Type')) !== 'XRef') return undefined
  const bytes = file.decoded(stream)
  const widths = file.numbersIn(stream.dict.get('W'))
  if (!bytes || widths.length < 3 || !widths.every((width) => width >= 0 && width <= 8)) return undefined
  const index = file.numbersIn(stream.dict.get('Index'))
  readFields(file, bytes, widths, index.length > 1 ? index : [0, file.number(stream.dict.get('Size')) ?? 0])
  return stream.dict
}

function readFields(file: PdfFile, bytes: Uint8Array, [kindWidth = 0, firstWidth = 0, lastWidth = 0]: readonly number[], index: readonly number[]): void {
  let at = 0
  const field = (width: number) => {
    let value = 0
    for (const end = at + width; at < end; at++) value = value * 256 + (bytes[at] ?? 0)
    return value
  }
  for (let part = 0; part + 1 < index.length; part += 2) {
    for (let number = index[part] ?? 0, end = number + (index[part + 1] ?? 0); number < end && at < bytes.length; number++) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth)
      const first = field(firstWidth)
      field(lastWidth)
      if (file.entries.has(number)) continue
      if (kind === 1) file.place(number, { offset: first })
      if (kind === 2) file.place(number, { holder: first })
    }
  }
}
