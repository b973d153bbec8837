/** A real print for printers: the same pages as for screens, in ink, with every font in it. */

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { finishPdf, pagesIn, pressPdf, printFor } from '../../pipeline/writers/pdf/index.ts'
import { contentsOf, textOf } from '../../pipeline/writers/pdf/stream.ts'
import { book, chapter, edition, heading, paragraph, prose } from '../support/edition.ts'
import { runsOf } from '../support/pdf.ts'

let browser: PrintBrowser
jest.setTimeout(60_000)

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

const own = edition('ar', ...[1, 2, 3].map((number) => chapter(`c${number}`, { ar: prose('ar', 2, number) }, heading('ar', prose('ar', 2, number)),
  ...[4, 5, 6].map((seed) => paragraph('ar', prose('ar', 190, seed * number))))))

/** A printer with a gutter that is wider than the book's from the third page on. */
const narrow = { ...profileNamed('ingram'), pages: { least: 4, most: 400, multiple: 2 }, gutter: [{ pages: 2, inner: 10 }, { pages: 400, inner: 27 }] }

test('a book that grew is set again for its gutter, and its printer’s file has the pages of its screen’s in reverse', async () => {
  const printed = await printFor([own], { name: 'kiln.pdf', book, browser }, [narrow])
  expect(printed.book.page.margin.inner).toBe(27)
  const [screen, press] = [await finishPdf(printed, profileNamed('screen')), await pressPdf(printed, narrow)]
  expect(screen.messages.concat(press.messages).filter(({ severity }) => severity !== 'note')).toEqual([])
  expect(press.artifact?.name).toBe('kiln.ingram.pdf')
  const pages = pagesIn(printed.set)
  const [onScreen, onPress] = [await runsOf(screen.artifacts[0].bytes), await runsOf(press.artifact!.bytes)]
  expect(onScreen).toHaveLength(pages)
  expect(onPress).toHaveLength(pages + pages % 2)
  const words = (runs: readonly { text: string }[]) => runs.map(({ text }) => text).join(' ')
  expect(onPress.toReversed().slice(0, pages).map(words)).toEqual(onScreen.map(words))
  // Right-bound: rectos are left-hand pages with their binding on the right, 27 mm from the trim.
  const rectos = onPress.toReversed().filter((_, index) => index % 2 === 0)
  expect(Math.max(...rectos.flat().map(({ right }) => right))).toBeCloseTo(3.175 + 140 - 27, 0)
})

test('nothing but black ink is in it, every font is embedded, and heads of the file for screens are artifacts', async () => {
  const printed = await printFor([own], { name: 'kiln.pdf', book, browser }, [narrow])
  const press = await PDFDocument.load((await pressPdf(printed, narrow)).artifact!.bytes)
  const contents = press.getPages().map(({ node }) => contentsOf(press.context, node.get(PDFName.of('Contents'))).map(textOf).join('\n')).join('\n')
  expect([...new Set(contents.match(/^.* (?:rg|RG|g|G|k|K)\b.*$/gm))].filter((line) => !/^0 0 0 1 K(?: \/TwOn gs)? 0 0 0 1 k(?: \/TwOn gs)?$/.test(line))).toEqual([])
  const descriptors = press.context.enumerateIndirectObjects().flatMap(([, object]) => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('FontDescriptor') ? [object] : [])
  expect(descriptors.length).toBeGreaterThan(1)
  for (const descriptor of descriptors) expect(descriptor.has(PDFName.of('FontFile2'))).toBe(true)
  const screen = await PDFDocument.load((await finishPdf(printed, profileNamed('screen'))).artifacts[0].bytes)
  const page = screen.getPages().at(-1)!
  expect(contentsOf(screen.context, page.node.get(PDFName.of('Contents'))).map(textOf).join('\n')).toMatch(/\/Subtype \/Header>> BDC[^]*\/Subtype \/Footer>> BDC/)
})

test('an office printer gets sheets of four pages, bound on the right for Arabic', async () => {
  const office = profileNamed('office')
  const printed = await printFor([own], { name: 'kiln.pdf', book, browser }, [office])
  const made = await pressPdf(printed, office)
  expect(made.messages).toEqual([])
  const pdf = await PDFDocument.load(made.artifact!.bytes)
  expect(pdf.getPages().map((page) => [Math.round(page.getWidth() / 72 * 25.4), Math.round(page.getHeight() / 72 * 25.4)])).toEqual(
    Array.from({ length: 2 * Math.ceil(pagesIn(printed.set) / 4) }, () => [297, 210]))
  // The half title, the book's first page, is on the left of the first sheet's front: what is folded to the right of it is the fourth.
  const [front] = await runsOf(made.artifact!.bytes)
  const title = front!.find(({ text }) => /ن/.test(text))
  expect(title!.left).toBeLessThan(297 / 2)
})
