/** Page numbers are written into lists whose lines are measured already: no number may wrap a title anew. */

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { directionOf } from '../../pipeline/model/language.ts'
import type { FilledFolio, Gauged } from '../../pipeline/paginate/sheet.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { printAssets } from '../../pipeline/print/signs.ts'
import { withMatter } from '../../pipeline/views/matter/index.ts'
import { typesetterScript } from '../../pipeline/writers/pdf/bundle.ts'
import { deskOf } from '../../pipeline/writers/pdf/desk.ts'
import { waitingIn } from '../../pipeline/writers/pdf/fill.ts'
import { bodyClasses, galleyNames, galleysOf, htmlOf } from '../../pipeline/writers/pdf/galleys.ts'
import { partsOf } from '../../pipeline/writers/pdf/parts.ts'
import { prepared } from '../../pipeline/writers/pdf/prepare.ts'
import { sheetStyleOf, sizesOf } from '../../pipeline/writers/pdf/style.ts'
import { book, chapter, edition, heading } from '../support/edition.ts'

let browser: PrintBrowser
jest.setTimeout(60_000)

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

/** So that some fill a line to the last letter. */
const lengths = Array.from({ length: 90 }, (_, index) => index + 20)
const title = { en: (length: number) => 'a bc defg '.repeat(12).slice(0, length).trim(), ar: (length: number) => 'ا بت ثجحخ '.repeat(12).slice(0, length).trim() }

test.each([['en', '8888'], ['ar', '٨٨٨٨'], ['en', 'lxxxviii'], ['columns-en', '8888']] as const)('%s: %s fills its place', async (view, number) => {
  const own = edition(view, ...lengths.map((length) => {
    const [en, ar] = [title.en(length), title.ar(length)]
    return chapter(`chapter-${length}`, { en, ar }, ...(view === 'ar' ? [heading('ar', ar)] : [heading('en', en)]))
  }))
  const set = prepared(withMatter(own, { book }), book)
  const part = partsOf([set])[0]![0]!
  const tree = galleysOf(part, book)
  const body = htmlOf(tree)
  await browser.work({ ...deskOf(set, book, printAssets()), extent: body.length }, async (page) => {
    await page.write({ title: 'Kiln', lang: set.language, dir: directionOf(set.language), style: sheetStyleOf(set, book, sizesOf(set, book)), classes: bodyClasses(set, book), body })
    await page.install(await typesetterScript())
    const gauge = async () => (await page.call<{ gauged: Gauged }>('tawazi.typesetter.gauge', {
      names: galleyNames(part, 'text'), hyphensInRow: 2, leastTable: 1, leastPicture: 1, grid: undefined, continued: { en: '', ar: '' }, begins: [], ends: [],
    })).gauged.galleys
    const before = await gauge()
    await page.call('tawazi.typesetter.fill', { kind: 'lists', folios: waitingIn(tree).map((): FilledFolio => ({ text: number, as: 'keep' })) })
    expect(await gauge()).toEqual(before)
  })
})
