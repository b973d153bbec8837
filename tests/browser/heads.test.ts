/** Running heads that have less room than was reckoned. */

import { expect, test } from '@jest/globals'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { openBrowser } from '../../pipeline/print/browser.ts'
import { writePdf } from '../../pipeline/writers/pdf/index.ts'
import { book, chapter, edition, heading, paragraph, passage, prose } from '../support/edition.ts'
import { runsOf } from '../support/pdf.ts'

const page = { width: 118, height: 168, margin: { inner: 15, outer: 12, top: 16, bottom: 17 } }

/** Wider, letter by letter, than most. */
const title = { en: 'Women Who Summoned Warm Mammoth Meadows Home', ar: 'مشكلات شبكات سكك بيضاء كشكشت سباكتها بسكك كسكسك ضحضاح' }

test('a head too wide for its line ends before a word, in either script', async () => {
  const parts = [1, 2, 3, 4].map((seed) => passage(['en', paragraph('en', prose('en', 120, seed))], ['ar', paragraph('ar', prose('ar', 90, seed))]))
  const own = edition('columns-en', chapter('one', title, passage(['en', heading('en', title.en)], ['ar', heading('ar', title.ar)]), ...parts))
  const browser = await openBrowser()
  try {
    const pdf = await writePdf([own], { name: 'kiln.pdf', book: { ...book, parallelPage: page }, browser, profile: profileNamed('screen') })
    const heads = (await runsOf(pdf.artifacts[0].bytes)).flatMap((runs) => runs.filter(({ bottom }) => bottom > page.height - 13))
    const words = heads.flatMap(({ text }) => text.replaceAll(/\p{Cf}/gu, '').match(/\p{L}+/gu) ?? [])
    expect(words.filter((word) => title.ar.includes(word)).length).toBeGreaterThan(1)
    const known = new Set([title, own.imprint.title].flatMap(({ en, ar }) => [en, ar]).flatMap((text) => text.split(' ')))
    expect(words.filter((word) => !known.has(word))).toEqual([])
  } finally {
    await browser.close()
  }
}, 60_000)
