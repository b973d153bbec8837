/** `tawazi impose`: what is laid on sheets, what is said of it, and what cannot be. */

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { saidIn } from './said.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-impose-'))

/** Right-bound, its last page first, as some printers want it. */
async function reversed(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  for (let page = 0; page < 6; page++) pdf.addPage([300, 400]).drawRectangle({ x: 9, y: 9, width: 9, height: 9 })
  pdf.catalog.set(PDFName.of('ViewerPreferences'), pdf.context.obj({ Direction: 'R2L' }))
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: Array.from({ length: 6 }, (_, at) => [at, { S: 'D', St: 6 - at }]).flat() as never }))
  return pdf.save()
}

beforeAll(async () => {
  writeFileSync(join(folder, 'book.pdf'), await reversed())
  writeFileSync(join(folder, 'text.pdf'), 'no PDF')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const impose = (...more: string[]) => saidIn(folder, ['impose', ...more])

test('a reversed file is laid in the order of reading, and that is said', async () => {
  const { code, out } = await impose('book.pdf', '--signature', '8')
  expect([code, out]).toEqual([0, 'The file begins with the book’s last page; its pages are laid in the order of reading.\nbook.8.pdf: 1 sheet, 2 blank pages, pages at 100 %\n'])
  const pages = (await PDFDocument.load(readFileSync(join(folder, 'book.8.pdf')))).getPages()
  expect(pages.map((page) => [page.getWidth(), page.getHeight()])).toEqual([[600, 800], [600, 800]])
})

test('in Arabic as well, and an order that is given holds', async () => {
  const { out } = await impose('book.pdf', '--signature', '8', '--order', 'reading', '--language', 'ar')
  expect(out).toBe('book.8.pdf: فرخ واحد، صفحتان بيضاوان، والصفحات بنسبة ١٠٠٪\n')
})

test('marks and bleed make the sheet larger', async () => {
  expect((await impose('book.pdf', '--marks', '--bleed', '3mm', '--out', 'marked')).code).toBe(0)
  const [page] = (await PDFDocument.load(readFileSync(join(folder, 'marked', 'book.booklet.pdf')))).getPages()
  expect(page!.getWidth()).toBeCloseTo(600 + (2 * 3 + 16) * 72 / 25.4, 1)
})

test.each([
  [['text.pdf'], 'text.pdf could not be laid on sheets'],
  [['missing.pdf'], 'missing.pdf could not be laid on sheets'],
  [['book.pdf', '--signature', '12'], 'folded to “12”'],
  [['book.pdf', '--creep', 'much'], '“much”'],
  [['book.pdf', '--bleed', '-1'], '“-1” is no bleed'],
  [['book.pdf', '--order', 'random'], '“random” is no order'],
  [['book.pdf', '--binding', 'top'], '“top”'],
  [['book.pdf', '--sheet', 'A9'], '“A9”'],
])('%j is refused with what to do, and nothing is written', async (argv, said) => {
  const { code, err } = await impose(...argv, '--out', 'refused')
  expect([code, err]).toEqual([2, expect.stringContaining(said)])
  expect(existsSync(join(folder, 'refused'))).toBe(false)
})
