/** A font of the browser's as far as its text goes: what its codes say, how wide they are, and codes that are added to it. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext } from '@cantoo/pdf-lib'
import { decoded, packed, textOf } from '../stream.ts'
import { blankGlyph } from './blank.ts'
import { textsIn, utf16Digits, utf16Text } from './cmap.ts'

/** Widths are thousandths of the size. */
export interface Face {
  /** Whether any of its codes is an Arabic letter. */
  readonly isArabic: boolean
  /** Undefined for a glyph that no text leads to alone. */
  readonly textOf: (code: number) => string | undefined
  readonly widthOf: (code: number) => number
  /** A code that draws what `code` draws, or nothing where that is undefined, and says `text`; `code` itself where it does so already. */
  readonly saying: (code: number | undefined, text: string, width: number) => number
}

export interface EmbeddedFace extends Face {
  /** Writes the added codes into the font: which glyph each draws, how wide it is, what it says. */
  readonly finish: () => void
}

/** Beyond all glyphs of a face of the browser's. */
const firstAdded = 0x2000

interface Added {
  readonly glyph: number
  readonly text: string
  readonly width: number
}

/** Undefined for a font that isn't as the browser writes fonts, or has no empty glyph to say what nothing draws. */
export function faceOf(context: PDFContext, reference: PDFRef): EmbeddedFace | undefined {
  const font = context.lookup(reference, PDFDict)
  const mapReference = font.get(PDFName.of('ToUnicode'))
  const map = mapReference instanceof PDFRef ? context.lookup(mapReference) : undefined
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict)
  if (!(mapReference instanceof PDFRef) || !(map instanceof PDFRawStream) || descendant?.get(PDFName.of('CIDToGIDMap')) !== PDFName.of('Identity')) return undefined
  const texts: (string | undefined)[] = []
  for (const [code, digits] of textsIn(textOf(map))) texts[parseInt(code, 16)] = utf16Text(digits)
  const program = descendant.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)?.lookup(PDFName.of('FontFile2'))
  const blank = program instanceof PDFRawStream ? blankGlyph(decoded(program)) : undefined
  const widths = widthsOf(descendant)
  if (blank === undefined || texts.length > firstAdded || widths.known.length > firstAdded) return undefined
  const added: Added[] = []
  const codes = new Map<string, number>()
  const textOfCode = (code: number): string | undefined => (code < firstAdded ? texts[code] : added[code - firstAdded]?.text)
  const widthOf = (code: number): number => (code < firstAdded ? widths.known[code] : added[code - firstAdded]?.width) ?? widths.usual
  return {
    isArabic: texts.some((text) => text !== undefined && /\p{Script=Arabic}/u.test(text)),
    textOf: textOfCode, widthOf,
    saying(code, text, width) {
      if (code !== undefined && textOfCode(code) === text && widthOf(code) === width) return code
      const glyph = code === undefined ? blank : added[code - firstAdded]?.glyph ?? code
      const key = `${glyph} ${width} ${text}`
      const known = codes.get(key)
      if (known !== undefined) return known
      const fresh = firstAdded + added.length
      codes.set(key, fresh)
      added.push({ glyph, text, width })
      return fresh
    },
    finish() {
      if (added.length === 0) return
      context.assign(mapReference, packed(context, Buffer.from(textOf(map).replace(/\bendcmap\b/, `${sectionsOf(added)}endcmap`), 'latin1')))
      descendant.set(PDFName.of('CIDToGIDMap'), context.register(packed(context, glyphsOf(added))))
      const all = descendant.lookupMaybe(PDFName.of('W'), PDFArray) ?? PDFArray.withContext(context)
      descendant.set(PDFName.of('W'), all)
      all.push(PDFNumber.of(firstAdded))
      all.push(context.obj(added.map(({ width }) => width)))
    },
  }
}

/** As codes stand in a content stream. */
export const hex = (code: number): string => code.toString(16).padStart(4, '0')

/** `first [w …]` or `first last w`, after the specification of composite fonts. */
function widthsOf(descendant: PDFDict): { readonly known: readonly (number | undefined)[]; readonly usual: number } {
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
