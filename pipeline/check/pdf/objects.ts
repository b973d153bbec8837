/** What a PDF is made of: names, strings, references, dictionaries, streams, as this checker reads them. */

export class Name {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
}

/** One character for each byte. */
export class PdfString {
  readonly value: string
  readonly isHex: boolean
  constructor(value: string, isHex: boolean) {
    this.value = value
    this.isHex = isHex
  }
}

export class Ref {
  readonly number: number
  readonly generation: number
  constructor(number: number, generation: number) {
    this.number = number
    this.generation = generation
  }
}

/** A word of the syntax that is no object: `obj`, `endstream`, an operator. */
export class Keyword {
  readonly value: string
  constructor(value: string) {
    this.value = value
  }
}

export type Dict = ReadonlyMap<string, PdfObject>

/** Bytes as they stand in the file, still filtered. */
export class Stream {
  readonly dict: Dict
  readonly raw: Uint8Array
  constructor(dict: Dict, raw: Uint8Array) {
    this.dict = dict
    this.raw = raw
  }
}

export type PdfObject = null | boolean | number | Name | PdfString | Ref | Stream | Dict | readonly PdfObject[]

export const isDict = (object: PdfObject | undefined): object is Dict => object instanceof Map

export const nameOf = (object: PdfObject | undefined): string | undefined => (object instanceof Name ? object.value : undefined)

export const numberOf = (object: PdfObject | undefined): number | undefined => (typeof object === 'number' ? object : undefined)

/** Text of a string: UTF-16 or UTF-8 by its mark, else Latin, which PDFDocEncoding is for what we compare. */
export function textOf(object: PdfObject | undefined): string | undefined {
  if (!(object instanceof PdfString)) return undefined
  const { value } = object
  if (value.startsWith('\xFE\xFF')) return utf16(value.slice(2))
  if (value.startsWith('\xEF\xBB\xBF')) return Buffer.from(value.slice(3), 'latin1').toString('utf8')
  return value
}

/** From big-endian bytes; a last odd byte says nothing. */
export const utf16 = (bytes: string): string => Buffer.from(bytes.slice(0, bytes.length & ~1), 'latin1').swap16().toString('utf16le')
