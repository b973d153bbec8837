/** Drop initials, the common grid and kashida, read back from the pages. */

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { extractText, getDocumentProxy } from 'unpdf'
import { profileNamed } from '../../pipeline/book/profile.ts'
import type { Book } from '../../pipeline/model/book.ts'
import type { Edition, View } from '../../pipeline/model/edition.ts'
import type { Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { writePdf, type Pdf } from '../../pipeline/writers/pdf/index.ts'
import { book, chapter, edition, heading, marks, paragraph, passage, prose } from '../support/edition.ts'
import { runsOf, type Run } from '../support/pdf.ts'

let browser: PrintBrowser
jest.setTimeout(60_000)

beforeAll(async () => { browser = await openBrowser() })
afterAll(() => browser?.close())

const write = (own: Edition, settings: Partial<Book>): Promise<Pdf> => writePdf([own], { name: 'kiln.pdf', book: { ...book, ...settings }, browser, profile: profileNamed('screen') })

const page = { width: 118, height: 168, margin: { inner: 15, outer: 12, top: 16, bottom: 17 } }

/** Words that a search should find, with places for strokes in them. */
const searched = 'السماء والمدرسة الجديدة تقول كتابه المكسور وبعيد المسافر يسافر صباحه مشهور بالصبر والسفر إلى سمرقند حتى المساء'.split(' ')
const arabic = (words: number, seed: number) => Array.from({ length: words }, (_, at) => searched[(at * 7 + seed * 3) % searched.length]).join(' ')

/** Everything whose height is no whole number of lines. */
function blocks(language: Language): Element[] {
  const table = h('table', marks(language), [
    h('thead', h('tr', marks(language), ['1', '2'].map((text) => h('th', marks(language), text)))),
    h('tbody', ['3', '5', '7'].map((text) => h('tr', marks(language), [h('td', marks(language), text), h('td', marks(language), prose(language, 3))]))),
  ])
  return [
    heading(language, prose(language, 3)), paragraph(language, prose(language, 60, 2)), paragraph(language, prose(language, 50, 3)),
    h('h2', marks(language), prose(language, 2, 4)), paragraph(language, prose(language, 40, 5)),
    h('ul', marks(language), [6, 7].map((seed) => h('li', marks(language), prose(language, 9, seed)))), paragraph(language, prose(language, 40, 8)),
    table, paragraph(language, prose(language, 60, 9)),
    h('blockquote', marks(language), paragraph(language, prose(language, 30, 10))), paragraph(language, prose(language, 90, 11)),
  ]
}

const flow = (language: Language) => h('div', { className: ['flow'], ...marks(language) }, blocks(language))

const chapterFor = (view: View) => chapter('one', { en: 'One', ar: 'واحد' }, ...(
  view.startsWith('facing') ? [flow('en'), flow('ar')]
    : view.startsWith('columns') ? blocks('en').map((block, at) => passage(['en', block], ['ar', blocks('ar')[at]!]))
      : blocks(view as Language)))

/** Pages before the text: half title, title, imprint and contents, on facing pages twice; in columns each with a blank or a verso. */
const front = 6

/** Heights of base lines of running text, above the foot of the page, in CSS pixels. */
function baseLines(runs: readonly Run[], sizes: readonly number[]): number[] {
  return runs.filter(({ size, bottom }) => bottom > 17 && sizes.some((one) => Math.abs(one - size) < 0.03)).map(({ bottom }) => bottom * 96 / 25.4)
}

test.each([
  ['facing-en', [10.5, 12], 24],
  ['columns-en', [9.75, 11.25], 22],
] as const)('on a grid all lines of %s stand at the same heights', async (view, sizes, leading) => {
  const pdf = await write(edition(view, chapterFor(view)), { grid: true, page, parallelPage: { ...page, width: 160 } })
  expect(pdf.messages).toEqual([])
  const pages = (await runsOf(pdf.artifacts[0].bytes)).slice(front).map((runs) => baseLines(runs, sizes)).filter((lines) => lines.length > 0)
  expect(pages.length).toBeGreaterThan(2)
  // The first line of a page that has no chapter’s heading.
  const [first] = pages.at(-2)!
  for (const line of pages.flat()) {
    const steps = (line - first!) / leading
    // A third of a pixel is a quarter of a point; page coordinates are rounded.
    expect(Math.abs(steps - Math.round(steps)) * leading).toBeLessThan(0.35)
  }
})

test('on a grid rows stand below a head of several lines, set again on each page, as they were measured', async () => {
  const row = (cell: string, lines: string[]) => h('tr', lines.map((line) => h(cell, marks('en'), ...line.split('/').flatMap((part, at) => (at > 0 ? [h('br'), part] : [part])))))
  const table = h('table', marks('en'), h('thead', row('th', ['Hour', 'Wind/and/weather'])), h('tbody', Array.from({ length: 60 }, (_, at) => row('td', [`${at + 1}`, 'calm']))))
  const pdf = await write(edition('en', chapter('one', { en: 'One' }, heading('en', 'Clay'), table)), { grid: true, page })
  expect(pdf.messages).toEqual([])
})

test('without a grid they don’t', async () => {
  const pdf = await write(edition('facing-en', chapterFor('facing-en')), { page })
  const lines = (await runsOf(pdf.artifacts[0].bytes)).flatMap((runs) => baseLines(runs, [11, 12, 13]))
  const places = new Set(lines.map((line) => Math.round(line % 19.2)))
  expect(places.size).toBeGreaterThan(5)
})

test('an initial stands beside three whole lines, and its word is found', async () => {
  const text = `“The ${prose('en', 70, 3)}`
  const pdf = await write(edition('en', chapter('one', { en: 'One' }, heading('en', 'Clay'), paragraph('en', text), paragraph('en', prose('en', 30)))), { initials: true, page })
  expect(pdf.messages).toEqual([])
  const bytes = pdf.artifacts[0].bytes
  const runs = (await runsOf(bytes)).find((one) => one.some((run) => run.text.includes('Clay')))!
  const lines = new Map<number, number>()
  // The letter itself lies before its line.
  for (const { bottom, left, size, text: said } of runs) {
    if (size > 12 || bottom < 17 || said === '“T') continue
    lines.set(Math.round(bottom * 10), Math.min(left, lines.get(Math.round(bottom * 10)) ?? Infinity))
  }
  const lefts = [...lines].sort(([one], [other]) => other - one).map(([, left]) => left - page.margin.inner)
  expect(lefts.slice(0, 3).map((left) => left > 10 && left < 20)).toEqual([true, true, true])
  expect(lefts.slice(3, 5).map((left) => Math.abs(left) < 0.2)).toEqual([true, true])
  const { text: whole } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true })
  expect(whole.replaceAll(/\s+/g, ' ')).toContain(text.slice(0, 30))
})

test('Arabic and interlinear pages have no initial', async () => {
  const stack = h('div', { className: ['stack', 'opens'] }, h('div', { className: ['side'], ...marks('en') }, paragraph('en', `The ${prose('en', 90)}`)))
  for (const own of [edition('ar', chapterFor('ar')), edition('interlinear-en', chapter('one', { en: 'One', ar: 'واحد' }, stack))]) {
    expect((await write(own, { initials: true, page })).html).not.toMatch(/data-initial|class="initial/)
  }
})

test('kashida draws words out, moves no line, and no search misses a word', async () => {
  const own = edition('ar', chapter('one', { ar: 'واحد' }, heading('ar', 'الطين'), ...[1, 2, 3].map((seed) => paragraph('ar', arabic(70, seed)))))
  const [plain, drawn] = [await write(own, { page }), await write(own, { page, justify: { ar: 'kashida' } })]
  expect(drawn.messages).toEqual([])
  expect(drawn.html).not.toContain('ـ')
  const wordsOf = async (pdf: Pdf) => (await extractText(await getDocumentProxy(pdf.artifacts[0].bytes.slice()), { mergePages: true })).text.normalize('NFKC').replaceAll(/(?!\s)\p{Cf}/gu, '').split(/\s+/)
  const [before, after] = [await wordsOf(plain), await wordsOf(drawn)]
  expect(after).toEqual(before)
  for (const word of searched) expect([word, after.filter((one) => one === word).length >= 3]).toEqual([word, true])
  // The same lines, but words elsewhere in them.
  const [still, moved] = [(await runsOf(plain.artifacts[0].bytes)).flat(), (await runsOf(drawn.artifacts[0].bytes)).flat()]
  const heights = (runs: readonly Run[]) => [...new Set(runs.map(({ bottom }) => bottom.toFixed(1)))]
  expect(heights(moved)).toEqual(heights(still))
  expect(moved.map(({ left }) => left.toFixed(2))).not.toEqual(still.map(({ left }) => left.toFixed(2)))
})
