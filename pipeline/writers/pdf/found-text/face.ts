/** A font of the browser's as far as its text goes: what its codes say, how wide they are, and codes that are added to it. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { decoded, packed, textOf } from '../stream.ts'
import { Blanks, type Blank } from './blank.ts'
import { textsIn, utf16Digits, utf16Text } from '../../../print/cmap.ts'

/** Widths are thousandths of the size. */
export interface Face {
  /** Whether any of its codes is an Arabic letter. */
  readonly isArabic: boolean
  /** Undefined for a glyph that no text leads to alone. */
  readonly textOf: (code: number) => string | undefined
  readonly widthOf: (code: number) => number
  /** A code that draws what `code` draws, as wide as that, and says `text`; `code` itself where it does so already. */
  readonly saying: (code: number, text: string) => number
  /** A code that draws nothing and says `text`, of that width to the font's unit. */
  readonly blank: (text: string, width: number) => number
}

/** Beyond all glyphs of a face of the browser's. */
const firstAdded = 0x2000

interface Added {
  readonly glyph: number
  readonly text: string
  readonly width: number
}

/** What of a font's objects is read and written. */
interface Parts {
  readonly context: PDFContext
  readonly descendant: PDFDict
  readonly map: Referred
  readonly program: Referred
}

interface Referred {
  readonly reference: PDFRef
  readonly stream: PDFRawStream
}

function referred(context: PDFContext, object: PDFObject | undefined): Referred | undefined {
  const stream = object && context.lookup(object)
  return object instanceof PDFRef && stream instanceof PDFRawStream ? { reference: object, stream } : undefined
}

/** Undefined for a font that isn't as the browser writes fonts, or has no empty glyph to say what nothing draws. */
export function faceOf(context: PDFContext, reference: PDFRef): EmbeddedFace | undefined {
  const font = context.lookup(reference, PDFDict)
  const map = referred(context, font.get(PDFName.of('ToUnicode')))
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict)
  const program = referred(context, descendant?.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)?.get(PDFName.of('FontFile2')))
  if (!map || !program || descendant?.get(PDFName.of('CIDToGIDMap')) !== PDFName.of('Identity')) return undefined
  const face = new EmbeddedFace({ context, descendant, map, program })
  return face.isFit ? face : undefined
}

export class EmbeddedFace implements Face {
  readonly isArabic: boolean
  /** Whether codes can be added. */
  readonly isFit: boolean
  readonly #parts: Parts
  readonly #map: string
  readonly #texts: readonly (string | undefined)[]
  readonly #widths: Widths
  readonly #blanks: Blanks
  readonly #nothing: Blank
  readonly #added: Added[] = []
  /** Of each glyph, by what they say. */
  readonly #codes: Map<string, number>[] = []

  constructor(parts: Parts) {
    const { descendant, map, program } = parts
    this.#parts = parts
    this.#map = textOf(map.stream)
    const texts: (string | undefined)[] = []
    for (const [code, digits] of textsIn(this.#map)) texts[parseInt(code, 16)] = utf16Text(digits)
    const widths = widthsOf(descendant)
    this.#texts = texts
    this.#widths = widths
    this.#blanks = new Blanks(decoded(program.stream), (glyph) => texts[glyph] !== undefined || widths.known[glyph] !== undefined)
    const nothing = this.#blanks.of(0)
    this.#nothing = nothing ?? { glyph: 0, width: 0 }
    this.isFit = nothing !== undefined && texts.length <= firstAdded && widths.known.length <= firstAdded
    this.isArabic = texts.some((text) => text !== undefined && /\p{Script=Arabic}/u.test(text))
  }

  textOf(code: number): string | undefined {
    return code < firstAdded ? this.#texts[code] : this.#added[code - firstAdded]?.text
  }

  widthOf(code: number): number {
    return (code < firstAdded ? this.#widths.known[code] : this.#added[code - firstAdded]?.width) ?? this.#widths.usual
  }

  saying(code: number, text: string): number {
    return this.textOf(code) === text ? code : this.#add({ glyph: this.#added[code - firstAdded]?.glyph ?? code, text, width: this.widthOf(code) })
  }

  blank(text: string, width: number): number {
    return this.#add({ ...this.#blanks.of(width) ?? this.#nothing, text })
  }

  #add(one: Added): number {
    const codes = (this.#codes[one.glyph] ??= new Map<string, number>())
    const known = codes.get(one.text)
    if (known !== undefined) return known
    const code = firstAdded + this.#added.length
    codes.set(one.text, code)
    this.#added.push(one)
    return code
  }

  /** Writes the added codes into the font: which glyph each draws, how wide it is, what it says. */
  finish(): void {
    const added = this.#added
    if (added.length === 0) return
    const { context, descendant, map, program } = this.#parts
    const font = this.#blanks.font
    if (font) context.assign(program.reference, packed(context, font, { Length1: PDFNumber.of(font.length) }))
    context.assign(map.reference, packed(context, Buffer.from(this.#map.replace(/\bendcmap\b/, `${sectionsOf(added)}endcmap`), 'latin1')))
    descendant.set(PDFName.of('CIDToGIDMap'), context.register(packed(context, glyphsOf(added))))
    const all = descendant.lookupMaybe(PDFName.of('W'), PDFArray) ?? PDFArray.withContext(context)
    descendant.set(PDFName.of('W'), all)
    all.push(PDFNumber.of(firstAdded))
    all.push(context.obj(added.map(({ width }) => width)))
  }
}

/** As codes stand in a content stream. */
export const hex = (code: number): string => code.toString(16).padStart(4, '0')

interface Widths {
  readonly known: readonly (number | undefined)[]
  readonly usual: number
}

/** `first [w …]` or `first last w`, after the specification of composite fonts. */
function widthsOf(descendant: PDFDict): Widths {
  const known: (number | undefined)[] = []
  const widths = descendant.lookupMaybe(PDFName.of('W'), PDFArray)
  const number = (at: number): number => widths?.lookup(at, PDFNumber).asNumber() ?? 0
  for (let at = 0; widths && at < widths.size();) {
    const next = widths.lookup(at + 1)
    if (next instanceof PDFArray) {
      for (let index = 0; index < next.size(); index++) known[number(at) + index] = next.lookup(index, PDFNumber).asNumber()
      at += 2
    } else {
      for (let code = number(at); code <= number(at + 1); code++) known[code] = number(at + 2)
      at += 3
    }
  }
  return { known, usual: descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000 }
}

/** A section of a map holds a hundred lines at most. */
function sectionsOf(added: readonly Added[]): string {
  const lines = added.map(({ text }, index) => `<${hex(firstAdded + index)}> <${utf16Digits(text)}>`)
  return Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(100 * at, 100 * at + 100))
    .map((some) => `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar\n`).join('')
}

/** Two bytes for each code: its glyph, which is the code itself but for those added. */
function glyphsOf(added: readonly Added[]): Buffer {
  const glyphs = Buffer.alloc(2 * (firstAdded + added.length))
  for (let code = 0; code < firstAdded; code++) glyphs.writeUInt16BE(code, 2 * code)
  added.forEach(({ glyph }, index) => glyphs.writeUInt16BE(glyph, 2 * (firstAdded + index)))
  return glyphs
}
