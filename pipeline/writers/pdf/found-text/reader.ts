/** A text object operator by operator, a few hundred thousand glyphs to a book. */

import { utf16Text } from '../../../print/cmap.ts'
import type { PageFace } from './clusters.ts'
import { GlyphLine, type Shapes } from './glyph-line.ts'
import type { TextObject } from './text-objects.ts'

/** Marked content within a text object: with a text of its own, its glyphs are one cluster. */
interface Mark {
  readonly text: string | undefined
  /** Whether a cluster stands for it. */
  isBegun: boolean
}

/** 1 white space, 2 begins or ends an operand, 0 else. */
const kinds = new Uint8Array(128)
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = 1
for (const code of Buffer.from('()<>[]{}/%', 'latin1')) kinds[code] = 2

const isRegular = (code: number): boolean => code >= 128 || kinds[code] === 0

/** Reads the text objects of one content stream; `fonts` by their names in it. */
export class Reader {
  private readonly content: string
  private readonly fonts: ReadonlyMap<string, PageFace>
  private at = 0
  private readonly line: GlyphLine
  private readonly marks: Mark[] = []
  /** Operands: the first numbers, and names and strings. */
  private first = 0
  private second = 0
  private numbers = 0
  private readonly words: string[] = []
  private operandsFrom = -1
  private font: PageFace | undefined
  private size = 0
  private x = 0
  private y = 0
  private matrix: string | undefined
  private isKnown = true

  constructor(content: string, fonts: ReadonlyMap<string, PageFace>, shapes: Shapes) {
    this.content = content
    this.fonts = fonts
    this.line = new GlyphLine(shapes)
  }

  /** `from` is where `BT` stands. */
  object(from: number): TextObject {
    this.clear()
    this.at = from + 2
    while (this.isKnown && this.next()) { /* the work is in the condition */ }
    if (!this.isKnown) this.skip()
    const isWhole = this.isKnown && this.matrix !== undefined && this.marks.length === 0
    return { from, to: this.at, matrix: this.matrix ?? '', pieces: isWhole ? this.line.pieces() : undefined }
  }

  private clear(): void {
    this.line.clear()
    this.marks.length = 0
    this.forget()
    this.font = this.matrix = undefined
    this.size = this.x = this.y = 0
    this.isKnown = true
  }

  private forget(): void {
    if (this.words.length > 0) this.words.length = 0
    this.first = this.second = this.numbers = 0
    this.operandsFrom = -1
  }

  /** To the end of an object that isn't understood. */
  private skip(): void {
    const end = /\((?:\\[^]|[^\\()])*\)|\bET\b/g
    end.lastIndex = this.at
    for (let match = end.exec(this.content); match; match = end.exec(this.content)) if (match[0] === 'ET') return void (this.at = end.lastIndex)
    this.at = this.content.length
  }

  /** Reads an operand or an operator; false behind the end of the object. */
  private next(): boolean {
    const { content } = this
    let code = content.charCodeAt(this.at)
    while (kinds[code] === 1) code = content.charCodeAt(++this.at)
    if (Number.isNaN(code)) return this.isKnown = false
    const from = this.at
    if (this.operandsFrom < 0) this.operandsFrom = from
    if (code === 0x3C) return this.readHex(from)
    if (code === 0x3E) this.at += 2
    else if (code === 0x2F) this.words.push(this.regular(from + 1))
    else if ((code >= 0x30 && code <= 0x39) || code === 0x2D || code === 0x2E || code === 0x2B) this.takeNumber(this.readNumber(from))
    else if (isRegular(code)) return this.operate(this.regular(from))
    else this.isKnown = false
    return true
  }

  private takeNumber(value: number): void {
    if (this.numbers === 0) this.first = value
    else if (this.numbers === 1) this.second = value
    this.numbers++
  }

  private regular(from: number): string {
    let at = from
    while (at < this.content.length && isRegular(this.content.charCodeAt(at))) at++
    this.at = at
    return this.content.slice(from, at)
  }

  /** As `Number` does: of so few digits, the quotient of two whole numbers is rounded once. */
  private readNumber(from: number): number {
    const { content } = this
    let at = content.charCodeAt(from) === 0x2D ? from + 1 : from
    let whole = 0
    let scale = 0
    for (;; at++) {
      const code = content.charCodeAt(at)
      if (code >= 0x30 && code <= 0x39) {
        whole = whole * 10 + code - 0x30
        scale *= 10
      } else if (code === 0x2E && scale === 0) scale = 1
      else break
    }
    this.at = at
    const value = at - from > 15 ? Number(content.slice(from, at)) : scale > 1 ? whole / scale : whole
    return content.charCodeAt(from) === 0x2D && at - from <= 15 ? -value : value
  }

  /** `<<` of properties, or a string of digits. */
  private readHex(from: number): boolean {
    if (this.content.charCodeAt(from + 1) === 0x3C) {
      this.at = from + 2
      return true
    }
    const end = this.content.indexOf('>', from)
    if (end < 0) return this.isKnown = false
    this.words.push(this.content.slice(from + 1, end))
    this.at = end + 1
    return true
  }

  private operate(operator: string): boolean {
    switch (operator) {
      case 'ET': return false
      case 'Tj': this.show(this.words[0] ?? ''); break
      case 'Td': this.x += this.first; this.y += this.second; break
      case 'Tf': this.choose(this.first); break
      case 'Tm': this.place(this.content.slice(this.operandsFrom, this.at - 2).trim()); break
      case 'BMC': this.marks.push({ text: undefined, isBegun: false }); break
      case 'BDC': this.marks.push({ text: actualText(this.words), isBegun: false }); break
      case 'EMC': if (!this.marks.pop()) this.isKnown = false; break
      default: this.isKnown = false
    }
    this.forget()
    return true
  }

  private choose(size: number): void {
    this.font = this.fonts.get(this.words[0] ?? '')
    this.size = size
    if (!this.font) this.isKnown = false
  }

  private place(matrix: string): void {
    if (this.matrix !== undefined && this.matrix !== matrix) this.isKnown = false
    this.matrix = matrix
    this.x = this.y = 0
  }

  private show(digits: string): void {
    const { font, size } = this
    if (!font || digits.length === 0 || digits.length % 4 !== 0) return void (this.isKnown = false)
    let pen = this.x
    for (let at = 0; at < digits.length; at += 4) {
      const code = parseInt(digits.length === 4 ? digits : digits.slice(at, at + 4), 16)
      this.begin(font.face.textOf(code) ?? '')
      this.line.add(code, font, size, pen, this.y)
      pen += font.face.widthOf(code) * size / 1000
    }
  }

  /** A cluster, unless the next glyph belongs to one that stands for marked content. */
  private begin(text: string): void {
    const own = this.marks.length > 0 ? this.marks.findLast((mark) => mark.text !== undefined) : undefined
    if (own?.isBegun) return
    if (own) own.isBegun = true
    this.line.begin(own?.text ?? text, own !== undefined)
  }
}

/** `<</ActualText <feff…> >>`; undefined where the properties have none. */
function actualText(operands: readonly string[]): string | undefined {
  const at = operands.indexOf('ActualText')
  const digits = at < 0 ? undefined : operands[at + 1]?.toLowerCase()
  if (digits === undefined) return undefined
  return digits.startsWith('feff') ? utf16Text(digits.slice(4)) : Buffer.from(digits, 'hex').toString('latin1')
}
