/**
 * The browser's own prints, from bytes to objects. A book has some hundred thousand of them, so what the library's reader (2.11)
 * does for each is done once, or without a detour: numbers without a text of them, names and references kept by what they are made of,
 * no promise for each object. Whatever the browser does not write is left to the library.
 */

import { PDFDocument, PDFName, PDFNumber, PDFParser, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

/** Linear in the bytes. Throws for what cannot be read. */
export async function opened(bytes: Uint8Array): Promise<PDFDocument> {
  const context = await new PrintReader(bytes).parseDocument()
  // As the library makes one of what it has read: in no cipher, with the metadata that it has.
  return Reflect.construct(PDFDocument, [context, false, false]) as PDFDocument
}

interface Bytes {
  offset(): number
  moveTo(offset: number): void
  peekAt(offset: number): number | undefined
  done(): boolean
}

/** The library's reader, with what its types do not tell. */
interface Reader {
  readonly bytes: Bytes
  readonly context: PDFContext
  parseDocument(): Promise<PDFContext>
  parseName(): PDFName
  parseRawNumber(): number
  parseNumberOrRef(): PDFObject
  parseObject(reference: PDFRef): PDFObject
  parseIndirectObjectHeader(): PDFRef
  parseIndirectObject(): Promise<PDFRef>
  parseIndirectObjects(): Promise<void>
  tryToParseInvalidIndirectObject(): void
  skipWhitespaceAndComments(): void
  skipJibberish(): void
  matchKeyword(keyword: Uint8Array): boolean
}

const LibraryReader = PDFParser as unknown as new (bytes: Uint8Array) => Reader

class PrintReader extends LibraryReader {
  override parseRawNumber(): number {
    return wholeNumber(this.bytes) ?? super.parseRawNumber()
  }

  override parseNumberOrRef(): PDFObject {
    const { bytes } = this
    const from = bytes.offset()
    const first = wholeNumber(bytes)
    const behind = afterSpace(bytes, bytes.offset())
    if (first === undefined || bytes.peekAt(behind) === percent) {
      bytes.moveTo(from)
      return super.parseNumberOrRef()
    }
    bytes.moveTo(behind)
    return this.#referenceTo(first) ?? PDFNumber.of(first)
  }

  /** Undefined, and nothing read, where no generation and no R follows. */
  #referenceTo(object: number): PDFRef | undefined {
    const { bytes } = this
    const from = bytes.offset()
    const generation = wholeNumber(bytes)
    const at = afterSpace(bytes, bytes.offset())
    const isReference = generation !== undefined && bytes.peekAt(at) === letterR
    bytes.moveTo(isReference ? at + 1 : from)
    return isReference ? reference(object, generation) : undefined
  }

  override parseName(): PDFName {
    const { bytes } = this
    const from = bytes.offset()
    let name = ''
    let at = from + 1
    for (let code = bytes.peekAt(at); code !== undefined && kinds[code] !== space && kinds[code] !== limit; code = bytes.peekAt(++at)) {
      if (code === hash) return super.parseName()
      name += String.fromCharCode(code)
    }
    if (bytes.peekAt(from) !== slash) return super.parseName()
    bytes.moveTo(at)
    return nameOf(name)
  }

  override skipWhitespaceAndComments(): void {
    const { bytes } = this
    bytes.moveTo(afterSpace(bytes, bytes.offset()))
    if (bytes.peekAt(bytes.offset()) === percent) super.skipWhitespaceAndComments()
  }

  /** Where an object begins there is none. */
  override skipJibberish(): void {
    const { bytes } = this
    const from = afterSpace(bytes, bytes.offset())
    bytes.moveTo(from)
    if (!headAt(bytes, from)) super.skipJibberish()
  }

  override parseIndirectObjectHeader(): PDFRef {
    const { bytes } = this
    const head = headAt(bytes, afterSpace(bytes, bytes.offset()))
    if (!head) return super.parseIndirectObjectHeader()
    bytes.moveTo(head.to)
    return reference(head.object, head.generation)
  }

  /** One after the other without a promise for each. */
  override async parseIndirectObjects(): Promise<void> {
    const { bytes } = this
    this.skipWhitespaceAndComments()
    while (!bytes.done() && kindAt(bytes, bytes.offset()) === digit) {
      const from = bytes.offset()
      try {
        if (!this.#isTaken()) await this.parseIndirectObject()
      } catch {
        bytes.moveTo(from)
        this.tryToParseInvalidIndirectObject()
      }
      this.skipWhitespaceAndComments()
      this.skipJibberish()
    }
  }

  /** An object; false for a stream that holds others, which is left to the library. */
  #isTaken(): boolean {
    const from = this.bytes.offset()
    const own = this.parseIndirectObjectHeader()
    this.skipWhitespaceAndComments()
    const object = this.parseObject(own)
    const type = object instanceof PDFRawStream ? object.dict.lookup(nameOf('Type')) : undefined
    if (type === nameOf('ObjStm') || type === nameOf('XRef')) {
      this.bytes.moveTo(from)
      return false
    }
    this.skipWhitespaceAndComments()
    this.matchKeyword(end)
    this.context.assign(own, object)
    return true
  }
}

const names = new Map<string, PDFName>()

/** The library keeps names too, but looks for escapes in each before. */
function nameOf(name: string): PDFName {
  const known = names.get(name)
  if (known) return known
  const made = PDFName.of(name)
  names.set(name, made)
  return made
}

const references: (PDFRef | undefined)[] = []
const mostReferences = 2 ** 20

/** The library writes the text of a reference to find it among those that it keeps. */
export const reference = (object: number, generation: number): PDFRef =>
  (generation === 0 && object < mostReferences ? references[object] ??= PDFRef.of(object) : PDFRef.of(object, generation))

/** What a byte is; `limit` ends a name or a number, `more` is what a number may go on with. */
const [space, digit, limit, more] = [1, 2, 3, 4]
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = space
for (const code of Buffer.from('0123456789')) kinds[code] = digit
for (const code of Buffer.from('()<>[]{}/%')) kinds[code] = limit
for (const code of Buffer.from('+-.')) kinds[code] = more

const [slash, percent, hash, letterR] = [0x2F, 0x25, 0x23, 0x52]

const kindAt = (bytes: Bytes, at: number): number | undefined => kinds[bytes.peekAt(at) ?? 0x100]

function afterSpace(bytes: Bytes, from: number): number {
  let at = from
  while (kindAt(bytes, at) === space) at++
  return at
}

function afterDigits(bytes: Bytes, from: number): number {
  let at = from
  while (kindAt(bytes, at) === digit) at++
  return at
}

/** More digits than a whole number can have exactly. */
const tooLong = 16

/** Undefined, and nothing read, for anything else. */
function wholeNumber(bytes: Bytes): number | undefined {
  const from = bytes.offset()
  const to = afterDigits(bytes, from)
  if (to === from || to - from >= tooLong || kindAt(bytes, to) === more) return undefined
  bytes.moveTo(to)
  return numberIn(bytes, from, to)
}

function numberIn(bytes: Bytes, from: number, to: number): number {
  let whole = 0
  for (let at = from; at < to; at++) whole = whole * 10 + bytes.peekAt(at)! - 0x30
  return whole
}

interface Head {
  readonly object: number
  readonly generation: number
  /** Behind it. */
  readonly to: number
}

/** Of an object, `12 0 obj`; undefined where none begins. */
function headAt(bytes: Bytes, from: number): Head | undefined {
  const number = afterDigits(bytes, from)
  const second = afterSpace(bytes, number)
  const generation = afterDigits(bytes, second)
  const at = afterSpace(bytes, generation)
  const isHead = number > from && second > number && generation > second && generation - from < tooLong && begin.every((code, index) => bytes.peekAt(at + index) === code)
  return isHead ? { object: numberIn(bytes, from, number), generation: numberIn(bytes, second, generation), to: at + begin.length } : undefined
}

const [begin, end] = [Buffer.from('obj'), Buffer.from('endobj')]
