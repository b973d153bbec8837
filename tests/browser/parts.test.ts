/** A book too long for one document of the browser: its parts joined into a file that is whole. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef, decodePDFRawStream, type PDFObject } from '@cantoo/pdf-lib'
import { bilingual, type Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import type { Pdf } from '../../pipeline/writers/pdf/index.ts'
import { paragraph, withKiln } from '../support/kiln.ts'

const chapters = 8

/** Long chapters, each with a section, notes, a word of the index and a link to the chapter after the next, the last two to the first. */
const text = (language: Language): string => Array.from({ length: chapters }, (_, chapter) => {
  const long = (seed: number) => Array.from({ length: 12 }, (_, at) => paragraph(language, 9, 14, 100 * chapter + 12 * seed + at)).join('\n\n')
  const term = { en: 'kiln', ar: 'أتون' }[language]
  const other = (chapter + 2) % chapters
  return `# ${{ en: 'Chapter', ar: 'فصل' }[language]} ${paragraph(language, 1, 2, chapter)} {#chapter-${chapter}}

:index[${term}] ${paragraph(language, 2, 9, chapter)}[^note${chapter}] [${paragraph(language, 1, 3, chapter)}](#chapter-${other})

${long(1)}

## ${paragraph(language, 1, 3, 50 + chapter)}

${long(2)}

[^note${chapter}]: ${paragraph(language, 2, 8, 70 + chapter)}`
}).join('\n\n')

let browser: PrintBrowser
let made: Pdf
let again: Pdf
let pdf: PDFDocument

beforeAll(async () => {
  browser = await openBrowser()
  const page = { width: 152, height: 229, margin: { inner: 19, outer: 16, top: 19, bottom: 21 } }
  await withKiln(bilingual(text), async (kiln) => {
    made = await kiln.write(browser, 'facing-en')
    again = await kiln.write(browser, 'facing-en')
  }, { page })
  pdf = await PDFDocument.load(made.artifacts[0].bytes, { updateMetadata: false })
}, 180_000)

afterAll(() => browser?.close())

const name = (text: string): PDFName => PDFName.of(text)
const text8 = (object: PDFObject | undefined): string => (object && 'decodeText' in object ? (object as PDFName).decodeText() : '')

interface ToldPage { readonly folio: number; readonly front: boolean; readonly role: string; readonly section: number; readonly opens?: boolean; readonly ends: string }
const told = (): readonly ToldPage[] => (JSON.parse(Buffer.from(made.artifacts[1].bytes).toString()) as { pages: ToldPage[] }).pages

const destinations = (): Map<string, PDFRef> =>
  new Map(pdf.catalog.lookup(name('Dests'), PDFDict).entries().map(([key, place]) => [key.decodeText(), (pdf.context.lookup(place, PDFArray)).get(0) as PDFRef]))

const linksOn = (page: number): PDFDict[] => (pdf.getPage(page).node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []).map((link) => pdf.context.lookup(link, PDFDict))

test('the book was cut, and every page is told of', () => {
  // Each part has a face of its own for the same letters.
  const faces = new Set(pdf.getPages().flatMap(({ node }) => node.Resources()?.lookupMaybe(name('Font'), PDFDict)?.entries().map(([, font]) => String(font)) ?? []))
  expect(faces.size).toBeGreaterThan(8)
  expect(made.pages).toBe(pdf.getPageCount())
  expect(told()).toHaveLength(made.pages)
  expect(made.messages).toEqual([])
})

test('folios count through the parts, and chapters begin on versos', () => {
  const text = told().filter(({ front }) => !front)
  expect(text.map(({ folio }) => folio)).toEqual(text.map((_, index) => index + 2))
  const openings = told().flatMap(({ role, opens }, index) => (role === 'chapter' && opens ? [index] : []))
  expect(openings).toHaveLength(2 * chapters)
  expect(openings.filter((_, at) => at % 2 === 0).every((index) => index % 2 === 1)).toBe(true)
})

test('every link leads to a place in the file', () => {
  const places = destinations()
  const links = pdf.getPages().flatMap((_, page) => linksOn(page))
  expect(links.length).toBeGreaterThan(4 * chapters)
  for (const link of links) {
    expect(link.has(name('A'))).toBe(false)
    expect([text8(link.get(name('Dest'))), places.has(text8(link.get(name('Dest'))))]).toEqual([text8(link.get(name('Dest'))), true])
  }
})

test('a link to another chapter says on which page that begins', () => {
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [String(ref), index]))
  const places = destinations()
  const said = [...made.html.matchAll(/<span class="page-reference"[^>]*>[^<]*<span class="folio" data-for="([^"]*)" lang="(en|ar)"[^>]*>([^<]*)</g)]
  expect(said).toHaveLength(2 * chapters)
  for (const [, id = '', language, number] of said) {
    const folio = told()[pages.get(String(places.get(id))) ?? -1]?.folio ?? NaN
    expect([id, number]).toEqual([id, language === 'ar' ? folio.toLocaleString('ar-EG', { useGrouping: false }) : String(folio)])
  }
})

test('the contents lead to the pages on which the chapters open', () => {
  const pages = new Map(pdf.getPages().map(({ ref }, index) => [String(ref), index]))
  const contents = told().flatMap(({ role }, index) => (role === 'contents' ? [index] : []))
  const places = destinations()
  const led = new Set(contents.flatMap(linksOn).map((link) => pages.get(String(places.get(text8(link.get(name('Dest'))))))))
  const openings = told().flatMap(({ role, opens }, index) => (role === 'chapter' && opens ? [index] : []))
  for (const opening of openings.filter((_, at) => at % 2 === 0)) expect(led.has(opening)).toBe(true)
})

test('the index of the whole book names a page of every chapter', () => {
  const index = told().flatMap(({ role }, at) => (role === 'index' ? [at] : []))
  const places = destinations()
  const pages = new Map(pdf.getPages().map(({ ref }, at) => [String(ref), at]))
  const led = index.flatMap(linksOn).map((link) => told()[pages.get(String(places.get(text8(link.get(name('Dest'))))))!]!.section)
  expect(new Set(led).size).toBe(chapters)
})

test('the outline has every chapter and section, in order', () => {
  const titles: string[] = []
  const walk = (parent: PDFDict): void => {
    for (let item = parent.lookupMaybe(name('First'), PDFDict); item; item = item.lookupMaybe(name('Next'), PDFDict)) {
      titles.push(text8(item.get(name('Title'))))
      walk(item)
    }
  }
  walk(pdf.catalog.lookup(name('Outlines'), PDFDict))
  expect(titles.filter((title) => title.startsWith('Chapter'))).toHaveLength(chapters)
  expect(titles.filter((title) => / · /.test(title)).length).toBeGreaterThanOrEqual(2 * chapters)
})

test('every stretch of a page is in the tree of tags, once, and knows its element', () => {
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const nums = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray).asArray()
  const parents = new Map(Array.from({ length: nums.length / 2 }, (_, at) => [(nums[2 * at] as PDFNumber).asNumber(), pdf.context.lookup(nums[2 * at + 1])]))
  expect(parents.size).toBe(nums.length / 2)
  const keys = pdf.getPages().map(({ node }) => node.lookup(name('StructParents'), PDFNumber).asNumber())
  expect(new Set(keys).size).toBe(keys.length)
  pdf.getPages().forEach(({ node }, page) => {
    const elements = parents.get(keys[page]!)
    const contents = pdf.context.lookup(node.get(name('Contents'))) as PDFRawStream
    const marked = [...Buffer.from(decodePDFRawStream(contents).decode()).toString('latin1').matchAll(/\/MCID (\d+)/g)].map(([, id]) => Number(id))
    if (!(elements instanceof PDFArray)) throw new Error(`Page ${page} has no elements`)
    for (const id of marked) expect(pdf.context.lookup(elements.get(id))).toBeInstanceOf(PDFDict)
  })
})

test('every element hangs under the one above it, up to the root', () => {
  const root = pdf.catalog.lookup(name('StructTreeRoot'), PDFDict)
  const reached = new Set<PDFDict>()
  const walk = (element: PDFDict): void => {
    reached.add(element)
    const kids = element.lookup(name('K'))
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [element.get(name('K'))]) {
      const inner = kid && pdf.context.lookup(kid)
      if (!(inner instanceof PDFDict) || !inner.has(name('S'))) continue
      expect(pdf.context.lookup(inner.get(name('P')))).toBe(element)
      walk(inner)
    }
  }
  walk(root)
  const elements = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict && object.lookupMaybe(name('Type'), PDFName) === name('StructElem') ? [object] : []))
  expect(elements.length).toBeGreaterThan(1000)
  expect(elements.filter((element) => !reached.has(element))).toEqual([])
})

test('the same book gives the same bytes, whichever part was ready first', () => {
  expect(Buffer.compare(Buffer.from(made.artifacts[0].bytes), Buffer.from(again.artifacts[0].bytes))).toBe(0)
  expect(made.html).toBe(again.html)
})
