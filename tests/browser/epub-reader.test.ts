/** Each edition in a reading system, on a telephone and on a desk: pages turn the right way, notes pop up, pairs stand side by side or stacked. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'puppeteer'
import { counterpartOf, type Language } from '../../pipeline/model/language.ts'
import type { View } from '../../pipeline/model/edition.ts'
import { writeEpub } from '../../pipeline/writers/epub/index.ts'
import { text, withKiln } from '../support/kiln.ts'
import { launched } from '../support/launched.ts'
import { inDocument, opened, popUp, seen, turn } from './reading-system.ts'

const editions: readonly (readonly [View, Language])[] = [['en', 'en'], ['ar', 'ar'], ['columns-en', 'en'], ['columns-ar', 'ar'], ['tap-en', 'en'], ['tap-ar', 'ar']]
const screens = [['a telephone', 390, 780], ['a desk', 1280, 800]] as const
const cases = editions.flatMap(([view, leading]) => screens.map(([screen, width, height]) => ({ view, leading, screen, width, height })))

const epubs = new Map<View, Uint8Array>()
let browser: Browser

beforeAll(async () => {
  await withKiln({ en: text('en'), ar: text('ar') }, async (kiln) => {
    for (const [view] of editions) epubs.set(view, (await writeEpub(kiln.compose(view), { name: 'it.epub', book: kiln.book })).bytes)
  })
  browser = await launched()
}, 60_000)

afterAll(async () => browser?.close())

test.each(cases)('$view on $screen', async ({ view, leading, width, height }) => {
  const page = await opened(browser, epubs.get(view) ?? new Uint8Array(), width, height)
  const forward = leading === 'ar' ? 'left' : 'right'
  const back = leading === 'ar' ? 'right' : 'left'

  // Pages go on to the side to which their language runs, none of them blank, and back again.
  const read = [await seen(page)]
  for (let turned = 0; turned < 3; turned++) {
    await turn(page, forward)
    read.push(await seen(page))
  }
  expect(read.map(({ fraction }) => fraction)).toEqual([...read.map(({ fraction }) => fraction)].sort((one, other) => one - other))
  expect(new Set(read.map(({ text }) => text)).size).toBe(read.length)
  expect(read.every(({ text }) => text.length > 20)).toBe(true)
  await turn(page, back)
  // A pixel may decide where the same page is measured to begin.
  expect((await seen(page)).text.slice(0, 40)).toBe(read[2]?.text.slice(0, 40))

  // A note of either language pops up, running as its language does.
  for (const language of view.startsWith('columns') ? [leading, counterpartOf(leading)] : [leading]) {
    const note = await popUp(page, `${language}-chapter-1-ref-1`)
    expect([note.type, note.directions[0]]).toEqual(['footnote', language === 'ar' ? 'rtl ar' : 'ltr en'])
    expect(note.text).toMatch(language === 'ar' ? /^١ \p{Script=Arabic}/u : /^1 \p{Script=Latin}/u)
  }

  // So does the counterpart of a sentence.
  if (view.startsWith('tap')) {
    const counterpart = await popUp(page, 'tap-ref-2')
    expect([counterpart.type, counterpart.directions]).toEqual(['footnote', [leading === 'en' ? 'rtl ar' : 'ltr en']])
    const marked = await inDocument<string>(page, `document.getElementById('tap-ref-2').previousElementSibling.id`)
    expect(marked).toBe(`${leading}-2`)
  }

  if (view.startsWith('columns')) {
    const [first, second] = await inDocument<{ lang: string; left: number; top: number }[]>(page,
      `[...document.querySelectorAll('.passage')[1].children].map((side) => { const { left, top } = side.getClientRects()[0]; return { lang: side.lang, left, top } })`)
    expect([first?.lang, second?.lang]).toEqual([leading, counterpartOf(leading)])
    const isBeside = Math.abs((first?.top ?? 0) - (second?.top ?? 0)) < 4
    expect([width, isBeside]).toEqual([width, width > 1000])
    if (isBeside) expect((first?.left ?? 0) < (second?.left ?? 0)).toBe(leading === 'en')
  }
  await page.close()
}, 60_000)
