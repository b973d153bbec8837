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

/** A file of two pages by hand, with these boxes, or as `change` makes it. */
const byHand = (first: string, second: string, change = (text: string) => text): string => change(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox ${first}/Resources<<>>>> endobj
4 0 obj <</Type/Page/Parent 2 0 R/MediaBox ${second}/Resources<<>>>> endobj
trailer <</Root 1 0 R/Size 5>>
startxref
0
%%EOF
`)

const [large, small] = ['[0 0 400 600]', '[0 0 300 500]']

const byHandFiles = {
  'unlike.pdf': byHand(large, small),
  'flat.pdf': byHand('[0 0 0 0]', large),
  'boxless.pdf': byHand(large, 'null'),
  'locked.pdf': byHand(large, large, (text) => text.replace('/Size 5', '/Size 5/Encrypt <</Filter/Standard>>')),
  'round.pdf': byHand(large, large, (text) => text.replace('[3 0 R', '[2 0 R')),
  'number.pdf': byHand(large, large, (text) => text.replace('[3 0 R 4 0 R]', '7')),
  'none.pdf': byHand(large, large, (text) => text.replace('3 0 R 4 0 R', '').replace('Count 2', 'Count 0')),
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(byHandFiles)) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'cut.pdf'), (await reversed()).subarray(0, 700))
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

test('blank pages without content are laid like others, and pages of another size are told', async () => {
  const { code, out, err } = await impose('unlike.pdf', '--out', 'unlike')
  expect([code, out, err]).toEqual([0, expect.stringContaining('1 sheet'), '1 page is not as large as the first; what is beyond the first page’s edges is cut off.\n'])
})

test.each([
  ['text.pdf', 'it is no PDF', 'ليس ملف PDF'],
  ['cut.pdf', 'it is damaged', 'بنيته تالفة'],
  ['round.pdf', 'it is damaged', 'بنيته تالفة'],
  ['boxless.pdf', 'it is damaged', 'بنيته تالفة'],
  ['number.pdf', 'it is damaged', 'بنيته تالفة'],
  ['none.pdf', 'it has no pages', 'لا صفحات فيه'],
  ['locked.pdf', 'it is encrypted', 'هو مشفّر'],
  ['flat.pdf', 'a page of it has no size', 'فيه صفحة بلا مقاس'],
  ['.', 'it is a folder', 'هو مجلد لا ملف'],
])('%s is refused in the words of either language', async (name, en, ar) => {
  const said = async (language: string) => (await impose(name, '--language', language, '--out', 'refused')).err
  expect([await said('en'), await said('ar')]).toEqual([
    `${name} could not be laid on sheets: ${en}\n    Give a PDF of single pages that is whole and not encrypted.\n`,
    `تعذّر ترتيب ${name} على فروخ: ${ar}\n    اذكر ملف PDF سليمًا غير مشفّر صفحاته مفردة.\n`,
  ])
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
