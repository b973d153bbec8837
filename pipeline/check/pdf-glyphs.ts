/** What the glyphs of a PDF say: the text that a search finds, read from its content streams as this browser writes them. */

import { inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, type PDFPage } from '@cantoo/pdf-lib'

/** How the strings of a font are read: hexadecimal digits for each glyph, and from its number to its text. */
interface Face {
  readonly digits: 2 | 4
  readonly meanings: ReadonlyMap<number, string>
}

/**
 * Text of all pages in the order of drawing, one line for each. Where the page gives a text in the place of its glyphs
 * (`ActualText`), that counts and they do not. Composite fonts without a table of meanings say nothing. Linear in the file.
 */
export async function textOfPages(bytes: Uint8Array): Promise<string> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Infinity })
  const known = new Map<string, Face>()
  return pdf.getPages().map((page) => textOf(contentOf(page), fontsOf(page, known))).join('\n')
}

function contentOf(page: PDFPage): string {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((part) => page.doc.context.lookup(part)) : [contents]
  return streams.map((stream) => (stream instanceof PDFRawStream ? decoded(stream) : '')).join('\n')
}

/** One character for each byte. */
function decoded(stream: PDFRawStream): string {
  const isDeflated = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
  return Buffer.from(isDeflated ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode()).toString('latin1')
}

/** Fonts of a page by the names that its content calls them. */
function fontsOf(page: PDFPage, known: Map<string, Face>): Map<string, Face> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict)
  return new Map((fonts?.entries() ?? []).map(([name, value]) => {
    const key = value.toString()
    const face = known.get(key) ?? faceOf(page.doc.context.lookupMaybe(value, PDFDict))
    known.set(key, face)
    return [name.decodeText().replace(/^\//, ''), face]
  }))
}

const pair = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g
const range = /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])/g

/** A simple font without a table shows characters by their codes. */
function faceOf(font: PDFDict | undefined): Face {
  const isComposite = font?.get(PDFName.of('Subtype')) === PDFName.of('Type0')
  const meanings = meaningsOf(font)
  const isPlain = !isComposite && meanings.size === 0
  return { digits: isComposite ? 4 : 2, meanings: isPlain ? latin1 : meanings }
}

const latin1: Face['meanings'] = new Map(Array.from({ length: 256 }, (_, code) => [code, String.fromCharCode(code)]))

/** The `ToUnicode` table: single glyphs, and runs of them that stand for consecutive characters or for a list. */
function meaningsOf(font: PDFDict | undefined): Face['meanings'] {
  const table = font?.lookup(PDFName.of('ToUnicode'))
  const meanings = new Map<number, string>()
  if (!(table instanceof PDFRawStream)) return meanings
  const text = decoded(table)
  for (const [, body = ''] of text.matchAll(/beginbfchar([^]*?)endbfchar/g)) {
    for (const [, glyph = '', meaning = ''] of body.matchAll(pair)) meanings.set(parseInt(glyph, 16), utf16(meaning))
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, first = '', last = '', start, list] of body.matchAll(range)) {
      const listed = list === undefined ? undefined : [...list.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, meaning = '']) => utf16(meaning))
      for (let glyph = parseInt(first, 16); glyph <= parseInt(last, 16); glyph++) {
        meanings.set(glyph, listed ? listed[glyph - parseInt(first, 16)] ?? '' : following(utf16(start ?? ''), glyph - parseInt(first, 16)))
      }
    }
  }
  return meanings
}

const utf16 = (digits: string): string => Buffer.from(digits.padStart(Math.ceil(digits.length / 4) * 4, '0'), 'hex').swap16().toString('utf16le')

/** The text whose last character is so many further on. */
const following = (text: string, by: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)

/** A font is chosen, marked content begins (perhaps with a text of its own) or ends, glyphs are shown. */
const operation = /\/(\S+)\s+[-\d.]+\s+Tf\b|\/\S+\s*(?:<<([^]*?)>>|\/\S+)\s*(?:BDC)\b|\b(BMC|EMC)\b|<([0-9A-Fa-f\s]*)>\s*Tj|\[([^\]]*)\]\s*TJ/g

function textOf(content: string, fonts: ReadonlyMap<string, Face>): string {
  let font: Face = { digits: 4, meanings: new Map() }
  let text = ''
  // One for each level of marked content: whether a text stands in the place of its glyphs.
  const replaced: boolean[] = []
  for (const [whole, name, properties, mark, string, array] of content.matchAll(operation)) {
    if (name !== undefined) font = fonts.get(name) ?? { digits: 4, meanings: new Map() }
    else if (mark === 'EMC') replaced.pop()
    else if (mark === 'BMC' || whole.endsWith('BDC')) {
      const own = /\/ActualText\s*<FEFF([0-9A-Fa-f]*)>/.exec(properties ?? '')?.[1]
      if (own !== undefined) text += utf16(own)
      replaced.push(own !== undefined)
    } else if (!replaced.includes(true)) {
      for (const [, digits = ''] of (string === undefined ? array ?? '' : `<${string}>`).matchAll(/<([0-9A-Fa-f\s]*)>/g)) text += shown(digits.replaceAll(/\s/g, ''), font)
    }
  }
  return text
}

function shown(digits: string, { digits: each, meanings }: Face): string {
  let text = ''
  for (let at = 0; at + each <= digits.length; at += each) text += meanings.get(parseInt(digits.slice(at, at + each), 16)) ?? ''
  return text
}
