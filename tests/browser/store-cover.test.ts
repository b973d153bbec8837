/** Covers of EPUBs as stores take them. */

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { imageSize } from 'image-size'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { titlePage } from '../../pipeline/views/titlepage.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { storeCoverOf } from '../../pipeline/writers/pdf/index.ts'
import { book, edition } from '../edition.ts'

let browser: PrintBrowser
jest.setTimeout(120_000)

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

const long = {
  en: 'An Inquiry into the Nature of the Long Journey of Paper and of All of Those Who Carried It Westward through the Centuries',
  ar: 'بحث في طبيعة رحلة الورق الطويلة وأسبابها وفي أخبار من حملوه إلى الغرب عبر القرون والبلدان',
}

test('a cover is 1,600 by 2,560 pixels, the same each time; where titles are long, words are smaller and none is cut off', async () => {
  const own = edition('columns-en')
  const imprint = { ...own.imprint, title: long, subtitle: long }
  const wordy = { ...own, imprint, sections: [titlePage(imprint, own.languages, { en: wordsIn('en'), ar: wordsIn('ar') })] }
  const drawn: string[] = []
  // What the page says of itself decides which size is drawn.
  const watching: PrintBrowser = { ...browser, work: (desk, run) => browser.work(desk, (page) => run({
    ...page, picture: (size) => { drawn.push(`${size.width}×${size.height}`); return page.picture(size) },
  })) }
  for (const one of [own, wordy]) {
    const [cover, again] = [await storeCoverOf(one, { book, browser: watching }), await storeCoverOf(one, { book, browser: watching })]
    const { width, height } = imageSize(cover)
    expect([width, height, Buffer.compare(cover, again)]).toEqual([1600, 2560, 0])
  }
  expect(drawn).toEqual(['400×640', '400×640', '500×800', '500×800'])
})
