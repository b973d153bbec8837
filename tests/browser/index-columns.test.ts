/** An index in two columns, in each language and on facing pages, whose entries are read from the finished file. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { getDocumentProxy } from 'unpdf'
import { proveEdition } from '../../pipeline/check/edition.ts'
import { htmlTokens } from '../../pipeline/check/html.ts'
import type { View } from '../../pipeline/model/edition.ts'
import { bilingual, type Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { paragraph, withKiln, type Kiln } from '../support/kiln.ts'

let browser: PrintBrowser

beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

const letters = { en: [...'abcdefghijklmnop'], ar: [...'بتثجحخدذرزسشصضطظ'] }

/** Three entries under each letter, the second with sub-entries, the third so long that it does not fit on a line of its column. */
function text(language: Language): string {
  const ending = { en: 'kiln', ar: 'اتون' }[language]
  const terms = letters[language].flatMap((letter) => [
    `:index{as="${letter}${ending}"}`, `:index{as="${letter}${letter}${ending}!${ending} ${ending}"}`, `:index{as="${letter}${letter}${ending}!${ending}"}`,
    `:index{as="${letter}${letter}${letter}${ending} ${`${ending} `.repeat(7).trim()}"}`,
  ])
  return `# ${ending}\n\n${paragraph(language, 3, 9, 1)}${terms.join('')}\n`
}

/** Heads under which columns of the index go on, as they stand in the document. */
const continuedIn = (html: string): string[] =>
  [...html.matchAll(/<div[^>]*class="index continued repeated"[^>]*>(.*?)<\/div>/g)].map(([, head = '']) => head.replaceAll(/<[^>]*>/g, ''))

interface Word { readonly text: string; readonly x: number; readonly y: number }

/** First letters of headings of the index, page by page, by where they stand: columns as they are seen from left to right, lines from the head. */
async function indexLetters(bytes: Uint8Array, pages: readonly number[], language: Language): Promise<string[]> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const found: string[] = []
  for (const number of pages) {
    const page = await pdf.getPage(number + 1)
    const items = (await page.getTextContent()).items as { str?: string; transform: number[] }[]
    const words = items.map(({ str = '', transform: [, , , , x = 0, y = 0] }): Word => ({ text: str.trim(), x, y }))
    const middle = (page.view[2] ?? 0) / 2
    const single = words.filter(({ text }) => letters[language].includes(text.toLowerCase())).sort((one, other) => other.y - one.y)
    const side = (isLeft: boolean) => single.filter(({ x }) => (x < middle) === isLeft).map(({ text }) => text.toLowerCase()).join('')
    found.push(`${side(true)} | ${side(false)}`)
  }
  return found
}

interface ToldIndexPage { readonly page: number; readonly role: string; readonly galley?: string; readonly opens?: boolean }

const withIndex = <T>(use: (kiln: Kiln) => Promise<T>): Promise<T> => withKiln(bilingual(text), use)

async function setIndex(kiln: Kiln, view: View): Promise<{ bytes: Uint8Array; html: string; pages: ToldIndexPage[] }> {
  const { artifacts: [pdf, told], html, messages } = await kiln.write(browser, view)
  const edition = kiln.compose(view)
  expect([...messages.filter(({ severity }) => severity !== 'note'), ...proveEdition(view, kiln.read.manuscripts, edition.languages, htmlTokens(html)).messages]).toEqual([])
  return { bytes: pdf.bytes, html, pages: (JSON.parse(Buffer.from(told.bytes).toString()) as { pages: ToldIndexPage[] }).pages.filter(({ role }) => role === 'index') }
}

/** Columns of a page in the order of reading, joined; a letter that goes on from page to page stands on both. */
const read = (drawings: readonly string[], language: Language): string => drawings.map((drawing) => {
  const columns = drawing.split(' | ')
  return (language === 'ar' ? columns.toReversed() : columns).join('')
}).join('').replaceAll(/(.)\1/gu, '$1')

test.each(['en', 'ar'] as const)('%s: two columns on every page, the first where reading begins', async (language) => {
  await withIndex(async (kiln) => {
    const { bytes, html, pages } = await setIndex(kiln, language)
    const drawings = await indexLetters(bytes, pages.map(({ page }) => page - 1), language)
    expect(drawings.length).toBeGreaterThan(1)
    expect(drawings.filter((drawing) => drawing.startsWith(' |') || drawing.endsWith('| '))).toEqual([])
    expect(read(drawings, language)).toBe(letters[language].join(''))
    // Columns that begin inside a letter or an entry say so.
    const note = { en: '(continued)', ar: '(تابع)' }[language]
    const heads = continuedIn(html)
    expect(heads.length).toBeGreaterThan(0)
    expect(heads.filter((head) => !head.endsWith(` ${note}`))).toEqual([])
  })
}, 120_000)

test.each(['columns-en', 'interlinear-ar'] as const)('%s: the index of each language has pages to itself, in two columns, the leading one first', async (view) => {
  await withIndex(async (kiln) => {
    const { bytes, html, pages } = await setIndex(kiln, view)
    const order = view.endsWith('ar') ? ['ar', 'en'] as const : ['en', 'ar'] as const
    expect([...new Set(pages.map(({ galley }) => galley))]).toEqual(order.map((language) => `${language}-index`))
    for (const language of order) {
      const own = pages.filter(({ galley }) => galley === `${language}-index`)
      expect(own.map(({ opens }) => opens)).toEqual(own.map((_, index) => index === 0))
      expect(read(await indexLetters(bytes, own.map(({ page }) => page - 1), language), language)).toBe(letters[language].join(''))
    }
    expect(continuedIn(html).length).toBeGreaterThan(0)
  })
}, 120_000)

test('on facing pages each language goes on through its own pages', async () => {
  await withIndex(async (kiln) => {
    const { bytes, pages } = await setIndex(kiln, 'facing-en')
    for (const language of ['en', 'ar'] as const) {
      const own = pages.filter(({ galley }) => galley?.startsWith(language)).map(({ page }) => page)
      expect(own.every((page) => (page % 2 === 0) === (language === 'en'))).toBe(true)
      expect(read(await indexLetters(bytes, own.map((page) => page - 1), language), language)).toBe(letters[language].join(''))
    }
  })
}, 120_000)
