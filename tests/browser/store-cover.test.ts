/** Covers of EPUBs as stores take them. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { imageSize } from 'image-size'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { titlePage } from '../../pipeline/views/titlepage.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { storeCoverOf } from '../../pipeline/writers/pdf/index.ts'
import { book, edition } from '../support/edition.ts'

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

test('a picture for the front fills the cover, a photograph small enough to travel, with the words on a plate over its foot', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tawazi-cover-'))
  writeFileSync(join(root, 'front.svg'), '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#c00"/></svg>')
  const own = edition('columns-ar')
  const plain = await storeCoverOf(own, { book, browser })
  const cover = await storeCoverOf(own, { book: { ...book, root, cover: { ...book.cover, picture: 'front.svg' } }, browser })
  rmSync(root, { recursive: true })
  const { width, height, type } = imageSize(cover)
  expect([width, height, type, imageSize(plain).type]).toEqual([1600, 2560, 'jpg', 'png'])
  const shown = await browser.work({ html: '<!doctype html><title>.</title>', assets: new Map([['cover.jpg', { type: 'image/jpeg', bytes: cover }]]), size: { width: 100, height: 100, scale: 1 }, extent: 0 }, async (page) => {
    await page.write({ title: '.', lang: 'en', dir: 'ltr', style: '', classes: [], body: '<img src="cover.jpg">' })
    return page.call<number[][]>(`((places) => {
      const [image, canvas] = [document.images[0], document.createElement('canvas')]
      Object.assign(canvas, { width: 1600, height: 2560 })
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      return places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3).map((value) => Math.round(value / 17)))
    })`, [[800, 300], [120, 2440]])
  })
  // Red above, the plate's blue below.
  expect(shown).toEqual([[12, 0, 0], [2, 4, 6]])
})
