/** Bytes to objects: one tokenizer for files and for content streams, written for speed. */

import { Keyword, Name, PdfString, Ref, type Dict, type PdfObject } from './objects.ts'
import { latin1, unescaped, unhex } from './strings.ts'

/** Arrays and dictionaries inside each other; deeper ones are made to harm. */
const deepest = 64

/** Entries of one object, with those of all brackets in it. Our own choice: the largest lists of books have some hundreds of thousands. */
const mostEntries = 2_000_000
/** What a bracket costs, in entries: its memory is so much more. */
const bracketCost = 8
/** Digits that are read one by one; longer strings are read by the machine. */
const shortHex = 1000

/** 1 white space, 2 delimiter, 0 the rest. */
const kinds = new Uint8Array(256)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1
for (const code of Buffer.from('()<>[]{}/%', 'latin1')) kinds[code] = 2

/** Values of hexadecimal digits; 255 the rest. */
const digits = Uint8Array.from({ length: 256 }, (_, code) => {
  const at = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase())
  return at < 0 ? 255 : at
})

const names = new Map<string, Name>()
const keywords = new Map<string, Keyword>()
const shortWords = new Map<number, Keyword>()

/** Interned, for a page says the same few thousands of times; a file of many names does not fill the memory of a long process. */
function interned<T>(known: Map<string, T>, value: string, make: (value: string) => T): T {
  const there = known.get(value)
  if (there) return there
  if (known.size > 20_000) known.clear()
  const made = make(value)
  known.set(value, made)
  return made
}

/** Brackets lie too deep in each other, one pair holds too many entries, or too much stands before one operator. */
export class SyntaxFault extends Error {
  readonly reason: 'nesting' | 'entries' | 'operands'
  constructor(reason: SyntaxFault['reason']) {
    super(reason)
    this.reason = reason
  }
}

export class Lexer {
  readonly bytes: Uint8Array
  /** The next byte to read. */
  at: number
  private readonly end: number
  /** Whether `12 0 R` is a reference; in content it is not. */
  private readonly hasRefs: boolean
  /** Of the outermost brackets that are open. */
  private entries = 0

  constructor(bytes: Uint8Array, at = 0, hasRefs = true) {
    this.bytes = bytes
    this.at = at
    this.end = bytes.length
    this.hasRefs = hasRefs
  }

  skipSpace(): void {
    const { bytes, end } = this
    while (this.at < end) {
      const code = bytes[this.at] ?? 0
      if (code === 0x25) while (this.at < end && bytes[this.at] !== 10 && bytes[this.at] !== 13) this.at++
      else if (kinds[code] === 1) this.at++
      else return
    }
  }

  /** The next object or keyword; undefined at the end. Throws a `SyntaxFault` where brackets lie too deep, or hold too much. */
  next(depth = 0): PdfObject | Keyword | undefined {
    this.skipSpace()
    if (this.at >= this.end) return undefined
    const code = this.bytes[this.at] ?? 0
    if ((code >= 0x30 && code <= 0x39) || code === 0x2D || code === 0x2B || code === 0x2E) return this.number()
    switch (code) {
      case 0x2F: return this.name()
      case 0x28: return this.literal()
      case 0x3C: return this.bytes[this.at + 1] === 0x3C ? this.dictionary(depth) : this.hex()
      case 0x5B: return this.array(depth)
      case 0x5D: case 0x7B: case 0x7D: case 0x29:
        this.at++
        return interned(keywords, String.fromCharCode(code), (value) => new Keyword(value))
      case 0x3E:
        this.at += this.bytes[this.at + 1] === 0x3E ? 2 : 1
        return interned(keywords, '>>', (value) => new Keyword(value))
      default: return this.word()
    }
  }

  private number(): PdfObject | Keyword {
    const { bytes } = this
    const start = this.at
    let [sign, whole, scale, isReal] = [1, 0, 1, false]
    let code = bytes[this.at] ?? 0
    if (code === 0x2D || code === 0x2B) {
      if (code === 0x2D) sign = -1
      code = bytes[++this.at] ?? 0
    }
    for (;; code = bytes[++this.at] ?? 0) {
      if (code >= 0x30 && code <= 0x39 && this.at < this.end) {
        whole = whole * 10 + code - 0x30
        if (isReal) scale *= 10
      } else if (code === 0x2E && !isReal) isReal = true
      else break
    }
    // What goes on in letters is a word of the syntax, however it began.
    if (this.at < this.end && kinds[code] === 0) {
      this.at = start
      return this.word()
    }
    const value = sign * whole / scale
    return this.hasRefs && !isReal && sign > 0 ? this.reference(value) : value
  }

  private reference(number: number): PdfObject {
    const { bytes } = this
    let at = this.at
    while (kinds[bytes[at] ?? 0] === 1 && at < this.end) at++
    const first = at
    let generation = 0
    for (; (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39 && at - first < 6; at++) generation = generation * 10 + (bytes[at] ?? 0) - 0x30
    if (at === first) return number
    const afterDigits = at
    while (kinds[bytes[at] ?? 0] === 1 && at < this.end) at++
    if (at === afterDigits || bytes[at] !== 0x52 || (at + 1 < this.end && kinds[bytes[at + 1] ?? 0] === 0)) return number
    this.at = at + 1
    return new Ref(number, generation)
  }

  private name(): Name {
    const { bytes } = this
    const start = ++this.at
    let isEscaped = false
    while (this.at < this.end && kinds[bytes[this.at] ?? 0] === 0) if (bytes[this.at++] === 0x23) isEscaped = true
    const plain = latin1(bytes, start, this.at)
    const value = isEscaped ? plain.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16))) : plain
    return interned(names, value, (text) => new Name(text))
  }

  private word(): PdfObject | Keyword {
    const start = this.at
    while (this.at < this.end && kinds[this.bytes[this.at] ?? 0] === 0) this.at++
    if (this.at === start) this.at++
    const length = this.at - start
    if (length <= 3) return this.shortWord(start, length)
    const value = latin1(this.bytes, start, this.at)
    if (value === 'true') return true
    if (value === 'false') return false
    return value === 'null' ? null : interned(keywords, value, (text) => new Keyword(text))
  }

  /** Operators, found by their bytes without a string being made of them. */
  private shortWord(start: number, length: number): Keyword {
    const { bytes } = this
    const key = (bytes[start] ?? 0) | (length > 1 ? bytes[start + 1] ?? 0 : 0) << 8 | (length > 2 ? bytes[start + 2] ?? 0 : 0) << 16
    const there = shortWords.get(key)
    if (there) return there
    const made = new Keyword(latin1(bytes, start, start + length))
    if (shortWords.size < 20_000) shortWords.set(key, made)
    return made
  }

  private literal(): PdfString {
    const { bytes } = this
    const start = ++this.at
    let depth = 1
    let isPlain = true
    for (; this.at < this.end; this.at++) {
      const code = bytes[this.at]
      if (code === 0x5C) {
        isPlain = false
        this.at++
      } else if (code === 0x28) depth++
      else if (code === 0x29 && --depth === 0) break
      else if (code === 13) isPlain = false
    }
    const end = Math.min(this.at, this.end)
    this.at++
    return new PdfString(isPlain ? latin1(bytes, start, end) : unescaped(bytes, start, end), false)
  }

  private hex(): PdfString {
    const { bytes, end } = this
    const close = bytes.indexOf(0x3E, this.at)
    const last = close < 0 ? end : close
    if (last - this.at > shortHex) {
      const value = unhex(bytes, this.at + 1, last)
      this.at = last + 1
      return new PdfString(value, true)
    }
    let value = ''
    // The first digit of a pair, until its second is there; a last one alone stands before a 0.
    let first = -1
    for (this.at++; this.at < end && bytes[this.at] !== 0x3E; this.at++) {
      const digit = digits[bytes[this.at] ?? 0] ?? 255
      if (digit > 15) continue
      if (first < 0) first = digit
      else {
        value += String.fromCharCode(first << 4 | digit)
        first = -1
      }
    }
    this.at++
    return new PdfString(first < 0 ? value : value + String.fromCharCode(first << 4), true)
  }

  private open(depth: number): void {
    if (depth > deepest) throw new SyntaxFault('nesting')
    this.entries = depth === 0 ? 0 : this.entries + bracketCost
  }

  private count(): void {
    if (++this.entries > mostEntries) throw new SyntaxFault('entries')
  }

  private array(depth: number): readonly PdfObject[] {
    this.open(depth)
    this.at++
    const items: PdfObject[] = []
    for (let item = this.next(depth + 1); item !== undefined; item = this.next(depth + 1)) {
      this.count()
      if (!(item instanceof Keyword)) items.push(item)
      else if (item.value === ']') return items
      else if (item.value === 'endobj' || item.value === 'stream') break
    }
    return items
  }

  private dictionary(depth: number): Dict {
    this.open(depth)
    this.at += 2
    const entries = new Map<string, PdfObject>()
    for (let key = this.next(depth + 1); key !== undefined; key = this.next(depth + 1)) {
      this.count()
      if (key instanceof Keyword && (key.value === '>>' || key.value === 'endobj' || key.value === 'stream')) return entries
      if (!(key instanceof Name)) continue
      const value = this.next(depth + 1)
      if (value instanceof Keyword) return entries
      if (value !== undefined) entries.set(key.value, value)
    }
    return entries
  }
}
