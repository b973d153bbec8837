/** The report of a preflight as a person meets it: in both languages, wide and narrow, with its pictures. */

import { createRequire } from 'node:module'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { AxeResults } from 'axe-core'
import type { Browser } from 'puppeteer'
import { preflight } from '../../pipeline/check/pdf/index.ts'
import { wordsIn } from '../../pipeline/model/words.ts'
import { toldPreflight, writtenPreflight } from '../../pipeline/writers/preflight/index.ts'
import { drawPages } from '../../pipeline/writers/preflight/pictures.ts'
import { faults } from '../check/pdf/faults.ts'
import { pdfWith, profiles } from '../check/pdf/press.ts'
import { launched } from '../support/launched.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'tawazi-preflight-'))
let browser: Browser

/** Words near the edge, a heavy bar, and a trim that is not told. */
const broken = () => pdfWith('x4', (draft) => {
  for (const rule of ['safety', 'ink-limit', 'trim-box']) faults.find((fault) => fault.rule === rule)?.change(draft)
})

beforeAll(async () => {
  const bytes = await broken()
  const found = preflight(bytes, 'weir.pdf', profiles.x4)
  const [page] = await writtenPreflight(found, bytes, 'en')
  writeFileSync(join(folder, 'weir.html'), page.bytes)
  browser = await launched()
}, 90_000)

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each([['en', 1280], ['en', 360], ['ar', 1280], ['ar', 360]] as const)('in %s at %i pixels nothing overflows, the place is marked on the page, and axe finds nothing', async (language, width) => {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 900 })
  await page.goto(`${pathToFileURL(join(folder, 'weir.html')).href}?ui=${language}`)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  // The picture is there, and the word that is too near stands in its mark: near the right edge, 300 points up.
  const picture = await page.$eval('figure image', (image) => (image.getAttribute('href') ?? '').slice(0, 22))
  expect(picture).toBe('data:image/png;base64,')
  const marks = await page.$$eval('figure rect.place', (all) => all.map((rect) => Number(rect.getAttribute('x'))))
  expect(Math.max(...marks)).toBeGreaterThan(380)
  await page.evaluate(axe)
  const results = await page.evaluate(() => (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run())
  expect(results.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  await page.close()
}, 60_000)

test('the picture of a page is the page', async () => {
  const pictures = await drawPages(await broken(), [1, 2])
  expect([...pictures.keys()]).toEqual([1, 2])
  expect(Buffer.from(pictures.get(1) ?? []).toString('latin1', 1, 4)).toBe('PNG')
}, 60_000)

test('what cannot be drawn has no picture, and the report is written all the same', async () => {
  expect((await drawPages(Buffer.from('no PDF'), [1])).size).toBe(0)
}, 60_000)

test.each(['en', 'ar'] as const)('what is told to programs fits its schema: %s', async (language) => {
  const schema = JSON.parse(readFileSync('pipeline/writers/preflight/preflight.schema.json', 'utf8')) as object
  const validate = new Ajv2020({ strict: false }).compile(schema)
  const told = toldPreflight(preflight(await broken(), 'weir.pdf', profiles.x4), wordsIn(language))
  expect([validate(JSON.parse(JSON.stringify(told))), validate.errors]).toEqual([true, null])
  expect(validate(JSON.parse(JSON.stringify(toldPreflight(preflight(Buffer.alloc(0), 'x.pdf', profiles.x4), wordsIn(language)))))).toBe(true)
})
