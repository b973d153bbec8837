/** The site as a reader meets it: with and without scripts, in both directions, wide and narrow, light and dark, on paper. */

import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { languages } from '../../pipeline/model/language.ts'
import { writeSite } from '../../pipeline/writers/site/index.ts'
import { launched } from '../support/launched.ts'
import { ferry } from '../writers/site/books.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-site-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let browser: Browser

beforeAll(async () => {
  for (const { name, bytes } of writeSite([ferry], { address: undefined }).artifacts) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
  }
  browser = await launched()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Setting {
  readonly width?: number
  readonly dark?: boolean
  readonly script?: boolean
}

async function opened(path: string, { width = 1200, dark = false, script = true }: Setting = {}): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 800 })
  await page.setJavaScriptEnabled(script)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }])
  const [file = '', rest = ''] = path.split(/(?=[?#])(.*)/s)
  await page.goto(`${pathToFileURL(join(folder, file)).href}${rest}`)
  return page
}

/** The reader's choice outlives the page, so that a test must end without one. */
async function closed(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.clear())
  await page.close()
}

const chapter = (language: string) => `${language}/the-ferry/chapter-1.html`
const box = (page: Page, selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as DOMRect)
const seen = (page: Page, ...ids: string[]) => page.evaluate((all) => all.map((id) => document.getElementById(id)?.checkVisibility() ?? false), ids)
const choose = (page: Page, view: string) => page.click(`#view-${view}`)
const paired = (page: Page) => page.$$eval('.paired', (all) => all.map(({ id }) => id))

test.each([
  ['index.html', false], ['en/index.html', false], ['ar/index.html', true], ['en/the-ferry/index.html', true], ['ar/the-ferry/index.html', false],
  ['en/the-ferry/chapter-1.html', false], ['ar/the-ferry/chapter-1.html', true], ['ar/the-ferry/chapter-1.html?view=tap-ar', false], ['en/the-ferry/chapter-1.html?view=tap-en#en-2', true],
  ['en/the-ferry/search.html?q=ferry', true], ['ar/the-ferry/search.html?q=العبارة', false],
] as const)('%s has no fault that axe finds, and is no wider than a phone (dark: %s)', async (path, dark) => {
  const page = await opened(path, { width: 390, dark })
  await page.evaluate(axe)
  const { violations } = await page.evaluate(async () => await (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await closed(page)
})

test.each(languages)('English lies on the left and Arabic on the right in %s, level, and one under the other on a phone', async (language) => {
  const page = await opened(chapter(language))
  const [en, ar] = [await box(page, '#en-2'), await box(page, '#ar-2')]
  expect(en.right).toBeLessThanOrEqual(ar.left)
  const sides = await page.$$eval('.passage:has(#en-2) > .side', (all) => all.map((side) => side.getBoundingClientRect().top))
  expect(sides[0]).toBe(sides[1])
  await page.setViewport({ width: 390, height: 800 })
  const stacked = { en: await box(page, '.side:has(#en-2)'), ar: await box(page, '.side:has(#ar-2)') }
  const [first, second] = language === 'en' ? [stacked.en, stacked.ar] : [stacked.ar, stacked.en]
  expect(first.bottom).toBeLessThanOrEqual(second.top)
  await closed(page)
})

test('the keyboard goes through the masthead from top to bottom on a phone', async () => {
  const page = await opened(chapter('en'), { width: 390 })
  const isAbove = await page.$$eval('.masthead :is(a, input, button)', (all) => all.map((element) => element.getBoundingClientRect()).map(({ bottom }, place, boxes) => bottom <= (boxes[place - 1]?.top ?? 0)))
  expect(isAbove.filter(Boolean)).toEqual([])
  await closed(page)
})

test.each(['columns', 'stacked', 'tap-en'])('the number of a passage stands at the first line of its heading (%s)', async (view) => {
  const page = await opened(chapter('en'))
  await choose(page, view)
  const [heading, number] = [await box(page, '.passage:has(h1) h1[lang="en"]'), await box(page, '.passage:has(h1) .place')]
  expect(number.bottom).toBeGreaterThan(heading.top + heading.height / 2)
  expect(number.bottom).toBeLessThan(heading.bottom + 4)
  await closed(page)
})

test.each([true, false])('each way to read shows what it says (script: %s)', async (script) => {
  const page = await opened(chapter('ar'), { script })
  expect(await seen(page, 'en-2', 'ar-2')).toEqual([true, true])
  for (const [view, en, ar] of [['en', true, false], ['ar', false, true], ['tap-en', true, false], ['tap-ar', false, true], ['stacked', true, true]] as const) {
    await choose(page, view)
    expect([view, ...await seen(page, 'en-2', 'ar-2')]).toEqual([view, en, ar])
  }
  const [under, above] = [await box(page, '.side:has(#en-2)'), await box(page, '.side:has(#ar-2)')]
  expect(above.bottom).toBeLessThanOrEqual(under.top)
  await closed(page)
})

test('without scripts a box opens the other text of its passage alone', async () => {
  const page = await opened(chapter('en'), { script: false })
  await choose(page, 'tap-en')
  await page.click('.passage:has(#en-2) .opens-ar input')
  expect(await seen(page, 'ar-2', 'ar-5')).toEqual([true, false])
  expect(await page.$eval('form[role="search"]', (form) => form.checkVisibility())).toBe(false)
  await closed(page)
})

test('a tap on a sentence marks it with its counterpart, opens that, and makes its address', async () => {
  const page = await opened(chapter('en'))
  await choose(page, 'tap-en')
  expect(await seen(page, 'ar-2')).toEqual([false])
  await page.click('#en-2')
  expect(await paired(page)).toEqual(['en-2', 'ar-2', 'ar-3'])
  expect(await seen(page, 'ar-2')).toEqual([true])
  expect(new URL(page.url()).hash).toBe('#en-2')
  await page.click('#en-2')
  expect([await paired(page), await seen(page, 'ar-2')]).toEqual([[], [false]])
  await closed(page)
})

test('the view chosen holds on the next page; a sentence that the address names is seen all the same', async () => {
  const page = await opened(chapter('en'))
  await choose(page, 'en')
  await page.reload()
  expect(await seen(page, 'en-2', 'ar-2')).toEqual([true, false])
  await page.goto(`${pathToFileURL(join(folder, chapter('ar'))).href}#ar-2`)
  expect(await seen(page, 'ar-2')).toEqual([true])
  expect(await paired(page)).toEqual(['ar-2', 'ar-3', 'en-2'])
  await closed(page)
})

test('the way to the other language leads to the same sentence', async () => {
  const page = await opened(`${chapter('en')}#en-5`)
  await Promise.all([page.waitForNavigation(), page.click('.other-language')])
  expect(page.url()).toMatch(/\/ar\/the-ferry\/chapter-1\.html#en-5$/)
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
  await closed(page)
})

test.each([
  ['en', 'نامَ الربان', ['ar-4'], '1 sentence found'],
  ['ar', 'العبارة', ['ar-1', 'ar-2'], 'عُثر على جملتين'],
  ['ar', 'FERRY', ['en-1', 'en-2'], 'عُثر على جملتين'],
  ['en', 'xylophone', [], '0 sentences found'],
] as const)('the search finds without regard to marks, hamza and capitals (%s: %s)', async (language, question, ids, said) => {
  const page = await opened(chapter(language))
  await page.type('input[name="q"]', question)
  await Promise.all([page.waitForNavigation(), page.click('button')])
  expect(await page.$$eval('#results a', (links) => links.map((link) => link.getAttribute('href')))).toEqual(ids.map((id) => `chapter-1.html#${id}`))
  expect(await page.$eval('#found', (status) => status.textContent)).toBe(said)
  if (ids.length > 0) {
    await Promise.all([page.waitForNavigation(), page.click('#results a')])
    expect(await paired(page)).toContain(ids[0])
  }
  await closed(page)
})

test('on paper both texts stand beside each other in black, without what only a screen needs', async () => {
  const page = await opened(chapter('ar'), { dark: true })
  await page.emulateMediaType('print')
  expect(await page.$$eval('.masthead, .views, .tools, .turning, .foot', (all) => all.filter((element) => element.checkVisibility()).length)).toBe(0)
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(0, 0, 0)')
  expect((await box(page, '#en-2')).right).toBeLessThanOrEqual((await box(page, '#ar-2')).left)
  await closed(page)
})
