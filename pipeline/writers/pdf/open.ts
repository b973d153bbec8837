/** From bytes to objects. A book's print has some hundred thousand, so what the library (2.11) does for each is done once, or without a detour. */

import { PDFDocument, PDFName, PDFParser, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

/** Linear in the bytes. Throws for what cannot be read. */
export const opened = (bytes: Uint8Array): Promise<PDFDocument> => PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })

const nameOf = PDFName.of
const names = new Map<string, PDFName>()

/** The library keeps names too, but looks for escapes in each before. */
PDFName.of = (name) => {
  const known = names.get(name)
  if (known) return known
  const made = nameOf(name)
  names.set(name, made)
  return made
}

const referenceOf = PDFRef.of
const references: (PDFRef | undefined)[] = []
const mostReferences = 2 ** 20

/** The library writes the text of a reference to find it among those that it keeps. */
PDFRef.of = (object, generation = 0) =>
  (generation === 0 && object >= 0 && object < mostReferences && Number.isInteger(object) ? references[object] ??= referenceOf(object) : referenceOf(object, generation))

interface Bytes {
  offset(): number
  moveTo(offset: number): void
  peekAt(offset: number): number | undefined
  done(): boolean
}

/** What of the library's reader its types do not tell. */
interface Reader {
  readonly bytes: Bytes
  readonly context: PDFContext
  readonly objectsPerTick: number
  parseName(): PDFName
  parseRawNumber(): number
  parseRawInt(): number
  parseObject(reference: PDFRef): PDFObject
  parseIndirectObjectHeader(): PDFRef
  parseIndirectObject(): Promise<PDFRef>
  parseIndirectObjects(): Promise<void>
  tryToParseInvalidIndirectObject(): void
  skipWhitespaceAndComments(): void
  skipJibberish(): void
  matchKeyword(keyword: Uint8Array): boolean
}

// The prototype has these methods; each is called with the reader that it belongs to.
const { parseName, parseRawNumber, parseRawInt, parseIndirectObjects, skipWhitespaceAndComments, skipJibberish } = PDFParser.prototype as unknown as Reader

/** 1 white space, 2 a digit, 3 what ends a name, 4 what a whole number or a name may go on with otherwise; 0 else. */
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1
for (const code of Buffer.from('0123456789')) kinds[code] = 2
for (const code of Buffer.from('()<>[]{}/%')) kinds[code] = 3
for (const code of Buffer.from('+-.#')) kinds[code] = 4

const [slash, percent, hash] = [0x2F, 0x25, 0x23]

const kindAt = (bytes: Bytes, at: number): number | undefined => kinds[bytes.peekAt(at) ?? 0x100]

function afterSpace(bytes: Bytes, from: number): number {
  let at = from
  while (kindAt(bytes, at) === 1) at++
  return at
}

function afterDigits(bytes: Bytes, from: number): number {
  let at = from
  while (kindAt(bytes, at) === 2) at++
  return at
}

/** More digits than a whole number can have exactly. */
const tooLong = 16

/** Without a text of it; undefined for anything but a whole number. */
function wholeNumber(bytes: Bytes): number | undefined {
  const from = bytes.offset()
  const to = afterDigits(bytes, from)
  if (to === from || to - from >= tooLong || kindAt(bytes, to) === 4) return undefined
  let whole = 0
  for (let at = from; at < to; at++) whole = whole * 10 + bytes.peekAt(at)! - 0x30
  bytes.moveTo(to)
  return whole
}

const fast: Partial<Reader> & ThisType<Reader> = {
  parseRawNumber() {
    return wholeNumber(this.bytes) ?? parseRawNumber.call(this)
  },

  parseRawInt() {
    return wholeNumber(this.bytes) ?? parseRawInt.call(this)
  },

  parseName() {
    const { bytes } = this
    const from = bytes.offset()
    let name = ''
    let at = from + 1
    for (let code = bytes.peekAt(at); code !== undefined && kinds[code] !== 1 && kinds[code] !== 3; code = bytes.peekAt(++at)) {
      if (code === hash) return parseName.call(this)
      name += String.fromCharCode(code)
    }
    if (bytes.peekAt(from) !== slash) return parseName.call(this)
    bytes.moveTo(at)
    return PDFName.of(name)
  },

  skipWhitespaceAndComments() {
    const { bytes } = this
    bytes.moveTo(afterSpace(bytes, bytes.offset()))
    if (bytes.peekAt(bytes.offset()) === percent) skipWhitespaceAndComments.call(this)
  },

  /** Where an object begins there is none. */
  skipJibberish() {
    const { bytes } = this
    const from = afterSpace(bytes, bytes.offset())
    bytes.moveTo(from)
    if (!isHeader(bytes, from)) skipJibberish.call(this)
  },

  /** One after the other without a promise for each. */
  async parseIndirectObjects() {
    if (this.objectsPerTick !== Infinity) return parseIndirectObjects.call(this)
    this.skipWhitespaceAndComments()
    while (!this.bytes.done() && kindAt(this.bytes, this.bytes.offset()) === 2) {
      const from = this.bytes.offset()
      try {
        if (!isTaken(this)) await this.parseIndirectObject()
      } catch {
        this.bytes.moveTo(from)
        this.tryToParseInvalidIndirectObject()
      }
      this.skipWhitespaceAndComments()
      this.skipJibberish()
    }
  },
}

Object.assign(PDFParser.prototype, fast)

/** `12 0 obj`. */
function isHeader(bytes: Bytes, from: number): boolean {
  const number = afterDigits(bytes, from)
  const space = afterSpace(bytes, number)
  const generation = afterDigits(bytes, space)
  const at = afterSpace(bytes, generation)
  return number > from && space > number && generation > space && begin.every((code, index) => bytes.peekAt(at + index) === code)
}

const [begin, end] = [Buffer.from('obj'), Buffer.from('endobj')]

/** An object; false for a stream that holds others, which is left to the library. */
function isTaken(reader: Reader): boolean {
  const from = reader.bytes.offset()
  const reference = reader.parseIndirectObjectHeader()
  reader.skipWhitespaceAndComments()
  const object = reader.parseObject(reference)
  const type = object instanceof PDFRawStream ? object.dict.lookup(PDFName.of('Type')) : undefined
  if (type === PDFName.of('ObjStm') || type === PDFName.of('XRef')) {
    reader.bytes.moveTo(from)
    return false
  }
  reader.skipWhitespaceAndComments()
  reader.matchKeyword(end)
  reader.context.assign(reference, object)
  return true
}
