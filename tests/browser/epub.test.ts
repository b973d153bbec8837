/** EPUBs as a reading system shows them: their own documents and faces, unpacked, on a telephone and on a desk, scrolled and in pages. */

import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import type { View } from '../../pipeline/model/edition.ts'
import { launched } from '../support/launched.ts'
import { arabic, english, epubOf, withBook } from '../support/proved.ts'
import { unzipped } from '../support/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-epub-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const views: readonly View[] = ['en', 'ar', 'columns-en', 'columns-ar']
let browser: Browser

/** Enough paragraphs for several pages. */
const long = (text: string, sentence: string) => text.replace(/\n## /, `\n${Array.from({ length: 30 }, () => `${sentence} ${sentence} ${sentence}\n\n`).join('')}## `)

beforeAll(async () => {
  await withBook({ en: long(english, 'The stair had ninety-nine steps and a rope.'), ar: long(arabic, 'وكان للسلّم تسع وتسعون درجة وحبل.') }, async (read) => {
    for (const view of views) {
      for (const [name, content] of await unzipped(await epubOf(read, view))) {
        mkdirSync(dirname(join(folder, view, name)), { recursive: true })
        writeFileSync(join(folder, view, name), content)
      }
    }
  })
  browser = await launched()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const chapterOf = (view: View): string => (view === 'ar' || view === 'columns-ar' ? 'ar-chapter-1' : 'en-chapter-1')

async function opened(view: View, width: number, file = chapterOf(view)): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 800 })
  await page.goto(pathToFileURL(join(folder, view, 'EPUB', `${file}.xhtml`)).href)
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** Left edges and tops of the two sides of the second passage. */
const sides = (page: Page) => page.$$eval('.passage', ([, passage]) =>
  [...(passage?.children ?? [])].map((side) => ({ lang: (side as HTMLElement).lang, left: side.getBoundingClientRect().left, top: side.getBoundingClientRect().top })))

test.each([['columns-en', 'en', 'ar'], ['columns-ar', 'ar', 'en']] as const)('%s stands side by side where it is wide and stacked where it is narrow, the leading side first', async (view, leading, other) => {
  const wide = await opened(view, 900)
  const [one, two] = await sides(wide)
  expect([one?.lang, two?.lang, one?.top === two?.top]).toEqual([leading, other, true])
  expect((one?.left ?? 0) < (two?.left ?? 0)).toBe(leading === 'en')
  await wide.close()
  const narrow = await opened(view, 360)
  const [first, second] = await sides(narrow)
  expect([first?.lang, first?.left === second?.left, (first?.top ?? 0) < (second?.top ?? 0)]).toEqual([leading, true, true])
  await narrow.close()
})

test.each(views)('%s fits telephone, tablet and desk, and every face that it asks for loads', async (view) => {
  const page = await opened(view, 320)
  for (const width of [320, 390, 820, 1280]) {
    await page.setViewport({ width, height: 800 })
    expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([width, width])
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'error').map(({ family }) => family))).toEqual([])
  }
  await page.close()
})

test('each language is set in its own face, Arabic larger, neither slanted nor spaced', async () => {
  const page = await opened('columns-en', 900)
  const style = (selector: string) => page.$eval(selector, (element) => {
    const { fontFamily, fontSize, fontStyle, letterSpacing, direction } = getComputedStyle(element)
    return { face: fontFamily.replaceAll('"', '').split(', '), size: parseFloat(fontSize), fontStyle, letterSpacing, direction }
  })
  const [en, ar, emphasis] = [await style('p[lang="en"]'), await style('p[lang="ar"]'), await style('p[lang="ar"] em')]
  expect([en.face[0], en.direction, ar.face.slice(0, 2), ar.direction]).toEqual(['EB Garamond', 'ltr', ['Latin in Arabic', 'Amiri'], 'rtl'])
  expect(ar.size / en.size).toBeCloseTo(1.12, 2)
  expect([ar.fontStyle, emphasis.fontStyle, ar.letterSpacing]).toEqual(['normal', 'normal', 'normal'])
  expect((await style('p[lang="en"] em')).fontStyle).toBe('italic')
  await page.close()
})

test.each([['en', 1], ['ar', -1], ['columns-ar', -1]] as const)('set in pages as a reading system does, %s goes on in its own direction and no page is wider than the screen', async (view, sign) => {
  const page = await opened(view, 400)
  await page.addStyleTag({ content: 'html{height:700px;column-width:360px;column-gap:40px;padding:20px;box-sizing:border-box} body{margin:0!important}' })
  const { width, turned, wide } = await page.evaluate((by) => {
    const root = document.documentElement
    root.scrollLeft = by * 400
    return {
      width: root.scrollWidth, turned: root.scrollLeft,
      wide: [...document.querySelectorAll('p, h1, h2, li, td, figure, img')].filter((element) => [...element.getClientRects()].some((box) => box.width > 361)).map(({ tagName }) => tagName),
    }
  }, sign)
  expect(width).toBeGreaterThan(3 * 400)
  expect([turned, wide]).toEqual([sign * 400, []])
  await page.close()
})

test('two hemistichs share a line where there is room, the first on the right', async () => {
  const page = await opened('ar', 820)
  const [first, second] = await page.$$eval('.bayt .hemistich', (halves) => halves.map((half) => ({ left: half.getBoundingClientRect().left, top: half.getBoundingClientRect().top })))
  expect([first?.top === second?.top, (first?.left ?? 0) > (second?.left ?? 0)]).toEqual([true, true])
  await page.close()
})

test('the hidden landmarks are hidden, the contents are not', async () => {
  const page = await opened('columns-en', 390, 'nav')
  expect(await page.$$eval('nav', (navs) => navs.map((nav) => nav.checkVisibility()))).toEqual([true, false])
  await page.close()
})

test.each<View>(['columns-en', 'ar'])('axe finds no fault in %s', async (view) => {
  for (const file of ['nav', 'title-page', chapterOf(view)]) {
    const page = await opened(view, 820, file)
    await page.evaluate(axe)
    // A document of a book is no page of a site and needs no landmarks; nor are its notes any, although they are asides.
    const { violations } = await page.evaluate('axe.run({ resultTypes: ["violations"], rules: { region: { enabled: false }, "landmark-one-main": { enabled: false }, "landmark-unique": { enabled: false } } })') as AxeResults
    expect([file, violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('; ')}`)]).toEqual([file, []])
    await page.close()
  }
}, 30_000)
