/** Keeps strokes that draw words out from the text of a PDF, so that searches, copies and readers aloud find the words as they are written. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFContext } from '@cantoo/pdf-lib'
import type { TextLayer } from './press/page-streams.ts'
import { packed, textOf } from './stream.ts'

/** How one font writes, as far as strokes are concerned. Codes are four hexadecimal digits; widths thousandths of the size. */
export interface FontCodes {
  /** UTF-16, big-endian, hexadecimal. */
  readonly texts: ReadonlyMap<string, string>
  readonly widthOf: (code: string) => number
  /** Codes that are added: the code whose glyph each draws, its text and its width. */
  readonly added: Map<string, { readonly glyph: string; readonly text: string; readonly width: number }>
}

/** A mark of joining, which readers leave out. */
const joiner = '200d'

/**
 * A stroke between two letters of a word goes to the end of its word, under a code without text; the letter before the
 * gap, on the left, gets a code that is as much wider, so that no reader takes the gap for a space. All is drawn where it was.
 * A stroke at the end of a word, as in هـ, is the manuscript's and stays.
 */
export function tatweelSilencer(context: PDFContext): TextLayer {
  const known = new Map<PDFRef, FontCodes | undefined>()
  return {
    page(content, fonts) {
      const codes = new Map<string, FontCodes>()
      for (const [name, reference] of fonts) {
        if (!known.has(reference)) known.set(reference, codesOf(context, reference))
        const own = known.get(reference)
        if (own) codes.set(name, own)
      }
      return codes.size > 0 ? silenced(content, codes) : content
    },
    finish() {
      for (const [reference, codes] of known) if (codes && codes.added.size > 0) extend(context, reference, codes)
    },
  }
}

/** The content of a page in which every such stroke is silent; `fonts` by their names in it. Adds codes to the fonts. */
export function silenced(content: string, fonts: ReadonlyMap<string, FontCodes>): string {
  return content.replaceAll(/\bBT\b[^]*?\bET\b/g, (text) => {
    const codes = fonts.get(/\/(\S+) [\d.]+ Tf/.exec(text)?.[1] ?? '')
    return codes && /> Tj/.test(text) ? silencedWord(text, codes) : text
  })
}

const shown = /(?:(?<x>-?[\d.]+) (?<y>-?[\d.]+) Td )?<(?<code>[0-9a-fA-F]{4})> Tj/g

interface Glyph {
  readonly from: number
  readonly to: number
  readonly code: string
  /** Move of the pen before it. */
  readonly move: Pen
}

const isStroke = (code: string, { texts }: FontCodes): boolean => /^(?:0640)+$/.test(texts.get(code) ?? '')

/** Each glyph of a word is shown at a place of its own, counted from the one before it. */
function silencedWord(text: string, codes: FontCodes): string {
  const glyphs = [...text.matchAll(shown)].map((match): Glyph => {
    const { x = '0', y = '0', code = '' } = match.groups ?? {}
    return { from: match.index, to: match.index + match[0].length, code: code.toLowerCase(), move: [Number(x), Number(y)] }
  })
  const from = glyphs.findIndex(({ code }) => !isStroke(code, codes))
  const to = glyphs.findLastIndex(({ code }) => !isStroke(code, codes))
  if (from < 0 || !glyphs.slice(from, to).some(({ code }) => isStroke(code, codes))) return text
  return written(text, glyphs, (index) => index > from && index < to && isStroke(glyphs[index]!.code, codes), codes)
}

/** Room beyond a glyph's width, in thousandths of the size, that readers may take for a space. */
const leastGap = 60

function written(text: string, glyphs: readonly Glyph[], isMoved: (index: number) => boolean, codes: FontCodes): string {
  const size = Number(/ ([\d.]+) Tf/.exec(text)?.[1] ?? 1)
  const pens = pensOf(glyphs)
  const [moved, kept] = [true, false].map((is) => [...glyphs.keys()].filter((index) => isMoved(index) === is)) as [number[], number[]]
  let content = ''
  let done = 0
  glyphs.forEach(({ from, to }, index) => {
    content += text.slice(done, from)
    done = to
    const at = kept.indexOf(index)
    if (at < 0) return
    const next = kept[at + 1]
    const gap = next === undefined ? 0 : Math.round((pens[next]![0] - pens[index]![0]) * 1000 / size - codes.widthOf(glyphs[index]!.code))
    content += shownAt(pens[index]!, pens[kept[at - 1] ?? -1], gap > leastGap ? widened(glyphs[index]!.code, gap, codes) : glyphs[index]!.code)
  })
  const strokes = moved.map((index, at) =>
    `/Span<</ActualText ()>> BDC\n${shownAt(pens[index]!, pens[moved[at - 1] ?? kept.at(-1)!], silent(glyphs[index]!.code, codes))}\nEMC\n`)
  return content + text.slice(done).replace(/\bET\b/, `${strokes.join('')}ET`)
}

type Pen = readonly [x: number, y: number]

/** Where each glyph is drawn, from the beginning of the word. */
function pensOf(glyphs: readonly Glyph[]): Pen[] {
  let [x, y] = [0, 0]
  return glyphs.map(({ move }) => [x += move[0], y += move[1]])
}

const shownAt = (pen: Pen, before: Pen | undefined, code: string): string =>
  `${number(pen[0] - (before?.[0] ?? 0))} ${number(pen[1] - (before?.[1] ?? 0))} Td <${code}> Tj`

const number = (value: number): string => String(Math.round(value * 1e6) / 1e6)

const silent = (code: string, codes: FontCodes): string => added(code, joiner, codes.widthOf(code), codes)

/** Without a text of its own the glyph is part of another, and stays. */
function widened(code: string, by: number, codes: FontCodes): string {
  const text = codes.texts.get(code)
  return text ? added(code, text, codes.widthOf(code) + by, codes) : code
}

/** Beyond all glyphs of the font. */
const firstAdded = 0x2000

function added(glyph: string, text: string, width: number, codes: FontCodes): string {
  for (const [code, one] of codes.added) if (one.glyph === glyph && one.text === text && one.width === width) return code
  const code = hex(firstAdded + codes.added.size)
  codes.added.set(code, { glyph, text, width })
  return code
}

const hex = (code: number): string => code.toString(16).padStart(4, '0')

/** Undefined for a font that has no stroke, or isn't as the browser writes fonts. */
function codesOf(context: PDFContext, reference: PDFRef): FontCodes | undefined {
  const { map, descendant } = partsOf(context, reference)
  if (!map || descendant?.get(PDFName.of('CIDToGIDMap')) !== PDFName.of('Identity')) return undefined
  const texts = textsIn(textOf(map))
  const widths = descendant.lookupMaybe(PDFName.of('W'), PDFArray)
  const usual = descendant.lookupMaybe(PDFName.of('DW'), PDFNumber)?.asNumber() ?? 1000
  const hasStroke = [...texts.values()].some((text) => text === '0640')
  if (!hasStroke || [...texts.keys()].some((code) => parseInt(code, 16) >= firstAdded)) return undefined
  return { texts, added: new Map(), widthOf: (code) => (widths && widthIn(widths, parseInt(code, 16))) ?? usual }
}

function partsOf(context: PDFContext, reference: PDFRef) {
  const font = context.lookup(reference, PDFDict)
  const mapReference = font.get(PDFName.of('ToUnicode'))
  const map = mapReference instanceof PDFRef ? context.lookup(mapReference) : undefined
  return { mapReference, map: map instanceof PDFRawStream ? map : undefined, descendant: font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict) }
}

/** Code to text, of the single codes and the ranges of a map. */
export function textsIn(cmap: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi)) texts.set(code.toLowerCase(), text.toLowerCase())
  }
  for (const [, lines = ''] of cmap.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from = '', to = '', text = ''] of lines.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]{4})>/gi)) {
      for (let code = parseInt(from, 16); code <= parseInt(to, 16); code++) texts.set(hex(code), hex(parseInt(text, 16) + code - parseInt(from, 16)))
    }
  }
  return texts
}

/** `first [w …]` or `first last w`, after the specification of composite fonts. */
function widthIn(widths: PDFArray, code: number): number | undefined {
  for (let at = 0; at < widths.size();) {
    const first = widths.lookup(at, PDFNumber).asNumber()
    const next = widths.lookup(at + 1)
    if (next instanceof PDFArray) {
      if (code >= first && code < first + next.size()) return next.lookup(code - first, PDFNumber).asNumber()
      at += 2
    } else {
      if (next instanceof PDFNumber && code >= first && code <= next.asNumber()) return widths.lookup(at + 2, PDFNumber).asNumber()
      at += 3
    }
  }
  return undefined
}

/** Writes the added codes into the font: which glyph each draws, how wide it is, what it says. */
function extend(context: PDFContext, reference: PDFRef, { added: codes }: FontCodes): void {
  const { mapReference, map, descendant } = partsOf(context, reference)
  if (!(mapReference instanceof PDFRef) || !map || !descendant) return
  const lines = [...codes].map(([code, { text }]) => `<${code}> <${text}>`)
  // A section of a map holds a hundred lines at most.
  const sections = Array.from({ length: Math.ceil(lines.length / 100) }, (_, at) => lines.slice(100 * at, 100 * at + 100))
    .map((some) => `${some.length} beginbfchar\n${some.join('\n')}\nendbfchar\n`)
  context.assign(mapReference, packed(context, Buffer.from(textOf(map).replace(/\bendcmap\b/, `${sections.join('')}endcmap`), 'latin1')))
  descendant.set(PDFName.of('CIDToGIDMap'), context.register(packed(context, glyphsOf(codes))))
  const widths = descendant.lookupMaybe(PDFName.of('W'), PDFArray)
  widths?.push(PDFNumber.of(firstAdded))
  widths?.push(context.obj([...codes.values()].map(({ width }) => width)))
}

/** Two bytes for each code: its glyph, which is the code itself but for those added. */
function glyphsOf(codes: FontCodes['added']): Buffer {
  const glyphs = Buffer.alloc(2 * (firstAdded + codes.size))
  for (let code = 0; code < firstAdded; code++) glyphs.writeUInt16BE(code, 2 * code)
  for (const [code, { glyph }] of codes) glyphs.writeUInt16BE(parseInt(glyph, 16), 2 * parseInt(code, 16))
  return glyphs
}
