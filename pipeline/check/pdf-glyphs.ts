/** What the glyphs of a PDF say: the letters that a search finds, counted from its content streams as this browser writes them. */

import { Letters } from './letters.ts'
import { PdfFile } from './pdf/file.ts'
import { isDict, type Dict, type PdfObject } from './pdf/objects.ts'
import { contentOf, pageDicts } from './pdf/pages.ts'
import { meaningsOf } from './pdf/tounicode.ts'

/** How the strings of a font are read: hexadecimal digits for each glyph, from its number to its text, and how often each was shown. */
interface Face {
  readonly digits: 2 | 4
  readonly meanings: ReadonlyMap<number, string>
  readonly shown: Uint32Array
}

/**
 * Letters of all pages, in no order. Where the page gives a text in the place of its glyphs (`ActualText`), that counts and they
 * do not. Composite fonts without a table of meanings say nothing. Linear in the pages' content; other objects are not read.
 */
export function lettersOfPages(bytes: Uint8Array): Letters {
  const file = new PdfFile(bytes)
  const letters = new Letters()
  const known = new Map<Dict, Face>()
  for (const { dict, all } of pageDicts(file.dict(file.trailer.get('Root')) ?? new Map(), file)) {
    count(Buffer.from(contentOf(dict, file)).toString('latin1'), fontsOf(all, file, known), letters)
  }
  for (const { meanings, shown } of known.values()) shown.forEach((times, code) => { if (times > 0) letters.add(meanings.get(code) ?? '', times) })
  return letters
}

/** Fonts of a page by the names that its content calls them. */
function fontsOf(page: Dict, file: PdfFile, known: Map<Dict, Face>): Map<string, Face> {
  const fonts = file.dict(file.dict(page.get('Resources'))?.get('Font')) ?? new Map<string, PdfObject>()
  return new Map([...fonts].flatMap(([name, value]) => {
    const font = file.get(value)
    if (!isDict(font)) return []
    const face = known.get(font) ?? faceOf(font, file)
    known.set(font, face)
    return [[name, face] as const]
  }))
}

const latin1: Face['meanings'] = new Map(Array.from({ length: 256 }, (_, code) => [code, String.fromCharCode(code)]))

/** A simple font without a table shows characters by their codes. */
function faceOf(font: Dict, file: PdfFile): Face {
  const isComposite = file.name(font.get('Subtype')) === 'Type0'
  const table = file.stream(font.get('ToUnicode'))
  const meanings = meaningsOf((table && file.decoded(table)) ?? new Uint8Array(), file)
  const isPlain = !isComposite && meanings.size === 0
  return { digits: isComposite ? 4 : 2, meanings: isPlain ? latin1 : meanings, shown: new Uint32Array(isComposite ? 65_536 : 256) }
}

/** A font is chosen, marked content begins (perhaps with a text of its own) or ends, glyphs are shown. */
const operation = /\/(\S+)\s+[-\d.]+\s+Tf\b|\/\S+\s*(?:<<([^]*?)>>|\/\S+)\s*(?:BDC)\b|\b(BMC|EMC)\b|(<[0-9A-Fa-f\s]*>)\s*Tj|\[([^\]]*)\]\s*TJ/g

function count(content: string, fonts: ReadonlyMap<string, Face>, letters: Letters): void {
  let font: Face | undefined
  // One for each level of marked content: whether a text stands in the place of its glyphs.
  const replaced: boolean[] = []
  operation.lastIndex = 0
  for (let match = operation.exec(content); match; match = operation.exec(content)) {
    const [whole, name, properties, mark, string, array] = match
    if (name !== undefined) font = fonts.get(name)
    else if (mark === 'EMC') replaced.pop()
    else if (mark === 'BMC' || whole.endsWith('BDC')) {
      const own = properties?.includes('/ActualText') ? /\/ActualText\s*(?:<FEFF([0-9A-Fa-f]*)>|\(\))/i.exec(properties) : undefined
      if (own) letters.add(utf16(own[1] ?? ''), 1)
      replaced.push(own !== undefined && own !== null)
    } else if (font && !replaced.includes(true)) countShown(string ?? array ?? '', font)
  }
}

const utf16 = (digits: string): string => Buffer.from(digits.padStart(Math.ceil(digits.length / 4) * 4, '0'), 'hex').swap16().toString('utf16le')

/** Strings of digits, with numbers between them. */
function countShown(strings: string, { digits, shown }: Face): void {
  let code = 0
  let read = 0
  let isOpen = false
  for (let at = 0; at < strings.length; at++) {
    const character = strings.charCodeAt(at)
    if (character === 0x3C) [isOpen, read, code] = [true, 0, 0]
    else if (character === 0x3E) isOpen = false
    else if (isOpen && character > 0x20) {
      // Capital and small letters end alike: A and a are 1 more than a multiple of 16.
      code = code * 16 + (character <= 0x39 ? character - 0x30 : (character & 0xF) + 9)
      if (++read === digits) {
        shown[code]!++
        read = code = 0
      }
    }
  }
}
