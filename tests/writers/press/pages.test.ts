/** Boxes, blanks, order, margins: pages as drawings and lists. */

import { expect, test } from '@jest/globals'
import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import type { Language } from '../../../pipeline/model/language.ts'
import { arrange, label, type Run } from '../../../pipeline/writers/pdf/press/arrange.ts'
import { box, boxesOf } from '../../../pipeline/writers/pdf/press/boxes.ts'
import { countRefusal, pageFor, refusalOf } from '../../../pipeline/writers/pdf/press/margins.ts'
import { book } from '../../support/edition.ts'

const trim = { width: 152.4, height: 228.6 }

test('bleed is on the open sides alone, the binding on the left of a right-hand page', () => {
  const right = boxesOf(trim, profileNamed('kdp'), true)
  const left = boxesOf(trim, profileNamed('kdp'), false)
  // 6 × 9 inches and an eighth of an inch beyond: 432 + 9 by 648 + 18 points.
  expect(right).toEqual({ media: [0, 0, 441, 666], bleed: [0, 0, 441, 666], trim: [0, 9, 432, 657] })
  expect(left).toEqual({ media: [0, 0, 441, 666], bleed: [0, 0, 441, 666], trim: [9, 9, 441, 657] })
})

test('marks have room outside the bleed', () => {
  const { media, bleed, trim: cut } = boxesOf(trim, profileNamed('offset-x4'), true)
  const millimetres = (points: number) => Math.round(points * 254 / 72) / 10
  expect([millimetres(cut[0] - bleed[0]), millimetres(cut[0]), millimetres(media[2] - cut[2])]).toEqual([3, 9, 9])
})

test('a gradient of the page moves with what is drawn on it, on each page by that page’s own shift', async () => {
  const pdf = await PDFDocument.create()
  const gradient = pdf.context.register(pdf.context.obj({ PatternType: 2, Matrix: [1, 0, 0, 1, 100, 200] }))
  const placed = [true, false].map((isRight) => {
    const page = pdf.addPage([432, 648])
    page.node.set(PDFName.of('Resources'), pdf.context.obj({ Pattern: { P1: gradient } }))
    return { page, isRight, folio: undefined }
  })
  box(pdf, placed, trim, profileNamed('kdp'))
  const matrixOn = (page: PDFPage) => page.node.Resources()!.lookup(PDFName.of('Pattern'), PDFDict).lookup(PDFName.of('P1'), PDFDict).get(PDFName.of('Matrix'))
  expect(placed.map(({ page }) => String(matrixOn(page)))).toEqual(['[ 1 0 0 1 100 209 ]', '[ 1 0 0 1 109 209 ]'])
})

const half = (language: Language, pages: number): Run => ({
  language, folios: Array.from({ length: pages }, (_, index) => ({ isFront: index < 2, number: index < 2 ? index + 1 : index - 1 })),
})

/** Pages of the file by their numbers as printed, `-` for a blank, each with the side on which it lies. */
async function arranged(profile: string, ...halves: Run[]): Promise<string> {
  const pdf = await PDFDocument.create()
  const count = halves.reduce((sum, { folios }) => sum + folios.length, 0)
  const printed = Array.from({ length: count }, (_, index) => { const page = pdf.addPage([100, 100]); page.node.set(PDFName.of('Printed'), pdf.context.obj(index + 1)); return page })
  const placed = arrange(pdf, halves, profileNamed(profile))
  label(pdf, placed)
  expect(pdf.catalog.Pages().lookup(PDFName.of('Kids'), PDFArray).asArray()).toEqual(placed.map(({ page }) => page.ref))
  return placed.map(({ page, isRight }) => `${printed.includes(page) ? String(page.node.get(PDFName.of('Printed'))) : '-'}${isRight ? 'R' : 'L'}`).join(' ')
}

test('a book fills its last sheet with blanks behind the text', async () => {
  expect(await arranged('offset-x4', half('en', 6))).toBe('1R 2L 3R 4L 5R 6L -R -L')
  expect(await arranged('screen', half('en', 3))).toBe('1R 2L 3R')
})

test('where the printer wants it, a book that is bound on the right has its last page first', async () => {
  expect(await arranged('ingram', half('ar', 5))).toBe('-R 5L 4R 3L 2R 1L')
  expect(await arranged('ingram', half('en', 5))).toBe('1R 2L 3R 4L 5R -L')
})

test('a book with two covers has its blanks in the middle', async () => {
  expect(await arranged('offset-x4', half('en', 3), half('ar', 2))).toBe('1R 2L 3R -L -R -L 5R 4L')
})

test('labels follow the pages into any order', async () => {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < 5; page++) pdf.addPage()
  label(pdf, arrange(pdf, [half('ar', 5)], profileNamed('ingram')))
  const labels = pdf.catalog.lookup(PDFName.of('PageLabels'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  expect(String(labels).replaceAll(/\s+/g, ' ')).toBe('[ 0 << >> 1 << /S /D /St 3 >> 2 << /S /D /St 2 >> 3 << /S /D /St 1 >> 4 << /S /r /St 2 >> 5 << /S /r /St 1 >> ]')
})

test('the gutter grows with the book, and margins keep heads and folios where nothing is cut off', () => {
  const page = { width: 140, height: 216, margin: { inner: 10, outer: 8, top: 15, bottom: 15 } }
  const inner = (pages: number) => pageFor(page, [profileNamed('kdp')], pages).margin.inner
  expect([inner(150), inner(151), inner(301), inner(699), inner(702)]).toEqual([10, 12.7, 15.875, 19.05, 22.225].map((value) => expect.closeTo(value, 5)))
  // Lulu keeps half an inch free, and the head stands in the middle of its margin; a folio hangs a millimetre below its line.
  const { margin } = pageFor(page, [profileNamed('lulu')], 40)
  expect([margin.outer, margin.top * 0.5, margin.bottom * 0.42].map((value) => Math.round(value * 10) / 10)).toEqual([12.7, 12.7, 13.7])
})

test('what a printer would refuse is told before the file is made', () => {
  const rule = (profile: string, pages: number) => countRefusal(profileNamed(profile), pages, 'en.pdf')?.rule
  expect([rule('kdp', 22), rule('kdp', 23), rule('kdp', 828), rule('kdp', 829), rule('screen', 1)])
    .toEqual(['press/too-few-pages', undefined, undefined, 'press/too-many-pages', undefined])
  expect(refusalOf(profileNamed('lulu'), { ...book.page, width: 90, height: 120 }, 'en.lulu.pdf')?.rule).toBe('press/no-type-area')
  expect(refusalOf(profileNamed('lulu'), book.page, 'en.lulu.pdf')).toBeUndefined()
  const office = { ...profileNamed('office'), trim: undefined }
  expect(refusalOf(office, { ...book.page, width: 160, height: 210 }, 'en.office.pdf')?.rule).toBe('press/sheet-too-small')
  expect(refusalOf(office, { ...book.page, width: 148.5, height: 210 }, 'en.office.pdf')).toBeUndefined()
})
