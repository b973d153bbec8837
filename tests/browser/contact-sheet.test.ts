/** Contact sheets of books that were really set: what is told of pages fits its schema, and the sheet as a person meets it. */

import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { openBrowser } from '../../pipeline/print/browser.ts'
import { imprintOf } from '../../pipeline/views/imprint.ts'
import { compose } from '../../pipeline/views/index.ts'
import { writePdf } from '../../pipeline/writers/pdf/index.ts'
import type { ToldPages } from '../../pipeline/writers/pdf/pages-json.ts'
import { readPages, writeProof } from '../../pipeline/writers/proof/index.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { beads } from '../support/draw.ts'
import { book, prose } from '../support/edition.ts'
import { launched } from '../support/launched.ts'
import { withBook } from '../support/texts.ts'

const views = ['facing-en', 'columns-en', 'interlinear-en', 'ar'] as const
const folder = mkdtempSync(join(tmpdir(), 'tawazi-contact-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const told = new Map<string, ToldPages>()
let browser: Browser

/** Sentence for sentence the same on both sides, with a note, a picture and a table. */
const text = (language: 'en' | 'ar'): string => {
  const paragraph = (seed: number, call = '') => `${Array.from({ length: 6 }, (_, index) => `S${prose(language, 14, 10 * seed + index)}`).join(' ').replace(/\.$/, `${call}.`)}`
  return `# ${prose(language, 2)}\n\n${Array.from({ length: 9 }, (_, at) => paragraph(at, at === 1 ? '[^a]' : '')).join('\n\n')}\n\n![x](tower.svg "${prose(language, 4)}")\n\n| a | b |\n|---|---|\n| c | d |\n\n[^a]: ${prose(language, 9, 99)}\n`
}

beforeAll(async () => {
  const printing = await openBrowser()
  await withBook({ en: text('en'), ar: text('ar') }, async ({ root, manuscripts }) => {
    const here = { ...book, root, parts: [{ en: 'en.md', ar: 'ar.md' }] }
    const alignment = { beads: beads(Array(segmentsOf(manuscripts.en).length).fill('1:1').join(' ')) }
    const aligned = { book: here, manuscripts, alignment, imprint: imprintOf(here, manuscripts) }
    for (const view of views) {
      const { artifacts: [, pages] } = await writePdf([compose(aligned, view)], { name: `${view}.pdf`, book: here, browser: printing, profile: profileNamed('screen') })
      // Reading holds it against the schema.
      told.set(view, readPages(Buffer.from(pages.bytes).toString('utf8')))
    }
  })
  await printing.close()
  for (const [view, pages] of told) writeFileSync(join(folder, `${view}.html`), writeProof(pages).bytes)
  browser = await launched()
}, 90_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(views)('%s: what is told of pages fits its schema, and everything lies within the type area', (view) => {
  const { pages, page: { area } } = told.get(view)!
  expect(pages.length).toBeGreaterThan(3)
  const kinds = new Set(pages.flatMap(({ rows = [] }) => rows.map(([kind]) => kind)))
  expect(['text', 'heading', 'figure', 'table-row', 'note'].filter((kind) => !kinds.has(kind as never))).toEqual([])
  for (const { rows = [], blank, faults } of pages) {
    for (const [, , top, bottom] of rows) expect(top >= -0.2 && bottom > top && (bottom <= area.height + 0.5 || faults.includes('overfull'))).toBe(true)
    const foot = Math.max(0, ...rows.filter(([kind]) => kind !== 'note').map(([, , , bottom]) => bottom))
    // What is blank is what text and notes leave.
    if (!rows.some(([kind]) => kind === 'note')) expect(1 - foot / area.height).toBeCloseTo(rows.length > 0 ? blank : 1, 2)
  }
})

async function opened(view: string, { width = 1200, language = 'en', dark = false, script = true } = {}): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 6000 })
  await page.setJavaScriptEnabled(script)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }])
  await page.goto(`${pathToFileURL(join(folder, `${view}.html`)).href}?ui=${language}`)
  return page
}

test.each(['en', 'ar'].flatMap((language) => [true, false].map((dark) => [language, dark] as const)))('it has no fault that axe finds, wide or narrow, and fits its screen (%s, dark: %s)', async (language, dark) => {
  for (const width of [1200, 340]) {
    const page = await opened('facing-en', { width, language, dark })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    await page.evaluate(axe)
    const { violations } = await page.evaluate('axe.run({ resultTypes: ["violations"] })') as AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`)).toEqual([])
    await page.close()
  }
}, 30_000)

test('without a script every opening is drawn, captions stand under their pages, and the switch turns the words', async () => {
  const page = await opened('facing-en', { script: false })
  const places = await page.$$eval('.opening', (openings) => openings.map((opening) => [...opening.querySelectorAll('.left, .right')].map((one) => {
    const [own, svg] = [one.getBoundingClientRect(), opening.querySelector('svg')!.getBoundingClientRect()]
    return `${one.className} ${own.left + own.width / 2 < svg.left + svg.width / 2 ? 'left' : 'right'} ${own.top >= svg.bottom}`
  })))
  expect(new Set(places.flat())).toEqual(new Set(['left left true', 'right right true']))
  expect(await page.$$eval('.opening svg', (drawings) => drawings.every((one) => one.getBoundingClientRect().width > 200))).toBe(true)
  const words = () => page.$$eval('[data-ui]', (elements) => [...new Set(elements.filter((element) => element.checkVisibility()).map((element) => (element as HTMLElement).dataset['ui']))])
  expect(await words()).toEqual(['en'])
  await page.click('label[for="ui-ar"]')
  expect(await words()).toEqual(['ar'])
  await page.close()
})

test('nothing is loaded, nothing complains', async () => {
  const page = await browser.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('request', (request) => said.push(request.url().split('/').at(-1) ?? ''))
  await page.goto(pathToFileURL(join(folder, 'columns-en.html')).href)
  expect(said).toEqual(['columns-en.html'])
  await page.close()
})
