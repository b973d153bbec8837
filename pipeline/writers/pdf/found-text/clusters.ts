/** Text objects of a content stream, read as the browser writes them: clusters of glyphs with the text that each stands for. */

import { utf16Text } from './cmap.ts'
import type { Face } from './face.ts'

/** A font and its name on the page. */
export interface PageFace {
  readonly name: string
  readonly face: Face
}

export interface Glyph {
  readonly font: PageFace
  readonly size: number
  readonly code: string
  /** Where it is drawn, from the origin of its text object. */
  readonly x: number
  readonly y: number
}

/** Glyphs from left to right, and what they say together. */
export interface Cluster {
  readonly text: string
  readonly glyphs: readonly Glyph[]
}

export interface TextObject {
  /** Its place in the content, from `BT` to `ET`. */
  readonly from: number
  readonly to: number
  /** Operands of `Tm`. */
  readonly matrix: string
  /** Undefined for one that is written otherwise than the browser writes Arabic. */
  readonly clusters: readonly Cluster[] | undefined
}

const token = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|\[|\]|\/[^\s()<>[\]/]*|[^\s()<>[\]/]+/g

/** In order; `fonts` by their names on the page. Linear. */
export function textObjects(content: string, fonts: ReadonlyMap<string, PageFace>): TextObject[] {
  const objects: TextObject[] = []
  let reader: Reader | undefined
  token.lastIndex = 0
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [word] = match
    if (word === 'BT') reader = new Reader(match.index, fonts)
    else if (word === 'ET' && reader) {
      objects.push(reader.object(token.lastIndex))
      reader = undefined
    } else reader?.read(word)
  }
  return objects
}

/** Marked content within a text object: with a text of its own, its glyphs are one cluster. */
interface Mark {
  readonly text: string | undefined
  glyphs: Glyph[] | undefined
}

class Reader {
  private readonly clusters: Cluster[] = []
  private readonly marks: Mark[] = []
  private operands: string[] = []
  private font: PageFace | undefined
  private size = 0
  private x = 0
  private y = 0
  private matrix: string | undefined
  private isKnown = true
  private readonly from: number
  private readonly fonts: ReadonlyMap<string, PageFace>

  constructor(from: number, fonts: ReadonlyMap<string, PageFace>) {
    this.from = from
    this.fonts = fonts
  }

  object(to: number): TextObject {
    const isWhole = this.isKnown && this.matrix !== undefined && this.marks.length === 0
    return { from: this.from, to, matrix: this.matrix ?? '', clusters: isWhole ? this.clusters : undefined }
  }

  read(word: string): void {
    if (!this.isKnown) return
    const operands = this.operands
    switch (word) {
      case 'Tf': this.choose(operands); break
      case 'Tm': this.place(operands.join(' ')); break
      case 'Td': [this.x, this.y] = [this.x + Number(operands[0]), this.y + Number(operands[1])]; break
      case 'Tj': this.show(bytesOf(operands[0] ?? '')); break
      case 'BMC': this.marks.push({ text: undefined, glyphs: undefined }); break
      case 'BDC': this.marks.push({ text: actualText(operands), glyphs: undefined }); break
      case 'EMC': if (!this.marks.pop()) this.isKnown = false; break
      default:
        // A name of an operator that isn't known begins with a letter; operands do not.
        if (/^[A-Za-z'"]/.test(word)) this.isKnown = false
        else operands.push(word)
        return
    }
    this.operands = []
  }

  private choose([name = '', size]: readonly string[]): void {
    this.font = this.fonts.get(name.slice(1))
    this.size = Number(size)
    if (!this.font) this.isKnown = false
  }

  private place(matrix: string): void {
    if (this.matrix !== undefined && this.matrix !== matrix) this.isKnown = false
    this.matrix = matrix
    this.x = this.y = 0
  }

  private show(digits: string): void {
    const { font, size } = this
    if (!font || digits.length % 4 !== 0) return void (this.isKnown = false)
    let pen = this.x
    for (let at = 0; at < digits.length; at += 4) {
      const code = digits.slice(at, at + 4)
      this.add({ font, size, code, x: pen, y: this.y })
      pen += font.face.widthOf(code) * size / 1000
    }
  }

  private add(glyph: Glyph): void {
    const own = this.marks.findLast(({ text }) => text !== undefined)
    if (own?.glyphs) return void own.glyphs.push(glyph)
    const glyphs = [glyph]
    if (own) own.glyphs = glyphs
    this.clusters.push({ text: own?.text ?? glyph.font.face.textOf(glyph.code) ?? '', glyphs })
  }
}

/** `<</ActualText <feff…> >>`; undefined where the properties have none. */
function actualText(operands: readonly string[]): string | undefined {
  const digits = operands[operands.indexOf('/ActualText') + 1]
  if (!operands.includes('/ActualText') || digits === undefined) return undefined
  const bytes = bytesOf(digits)
  return bytes.startsWith('feff') ? utf16Text(bytes.slice(4)) : Buffer.from(bytes, 'hex').toString('latin1')
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The bytes of a string as digits, two each. */
function bytesOf(string: string): string {
  if (string.startsWith('<')) return string.slice(1, -1).replaceAll(/\s/g, '').toLowerCase()
  const text = string.slice(1, -1).replaceAll(/\\([0-7]{1,3}|[^])/g, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(parseInt(escaped, 8)) : escapes[escaped] ?? escaped)
  return Buffer.from(text, 'latin1').toString('hex')
}
