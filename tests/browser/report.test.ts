/** The report and the download page as a person meets them: pointer and keys, both languages, wide and narrow, light and dark. */

import { createRequire } from 'node:module'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { writeLibrary } from '../../pipeline/writers/library/index.ts'
import { writeReportHtml } from '../../pipeline/writers/report-html/index.ts'
import { report } from '../../pipeline/writers/report-json/index.ts'
import { beads } from '../support/draw.ts'
import { book } from '../support/edition.ts'
import { launched } from '../support/launched.ts'
import { manuscript } from '../support/manuscript.ts'
import { input, lookedAt, told } from '../writers/told.ts'

// Each draws and looks through whole pages, on whatever machine.
jest.setTimeout(120_000)

const folder = mkdtempSync(join(tmpdir(), 'tawazi-report-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const pages = ['report.html', 'index.html', 'long.html', 'looked.html'] as const
let browser: Browser

/** Sixty sentences a side, of which beads 20 and 40 are doubtful and bead 30 has no Arabic. */
function long() {
  const sentences = (text: string) => Array.from({ length: 59 }, (_, index) => `${text} ${index + 1}.`)
  return report({
    ...input,
    manuscripts: { en: manuscript('en', '# Sixty', sentences('Here is the sentence of the mile')), ar: manuscript('ar', '# ستون', sentences('هذه جملة الميل').slice(1)) },
    alignment: { beads: beads([...Array.from({ length: 29 }, () => '1:1'), '1:0', ...Array.from({ length: 30 }, () => '1:1')].join(' ')).map((bead, index) => ({ ...bead, score: index === 19 || index === 39 ? 0.3 : 0.9 })) },
    messages: [],
  })
}

/** Long enough to be packed. */
function packed() {
  const told = long()
  return { ...told, beads: Array.from({ length: 60 }, () => told.beads).flat() }
}

/** A picture of one grey point. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGOoBwAAgQCAQpHcZwAAAABJRU5ErkJggg==', 'base64')

beforeAll(async () => {
  const covers = new Map(['columns.pdf', 'ar.epub'].map((name) => [name, `covers/${name}.png`]))
  mkdirSync(join(folder, 'covers'))
  for (const cover of covers.values()) writeFileSync(join(folder, cover), picture)
  const files = ['columns.pdf', 'en.pdf', 'ar.epub', 'report.html', 'report.json'].map((name) => ({ name, size: 123_456 }))
  const { bytes } = writeLibrary({ book, imprint: input.imprint, covers, files })
  writeFileSync(join(folder, 'index.html'), bytes)
  writeFileSync(join(folder, 'report.html'), writeReportHtml(told).bytes)
  writeFileSync(join(folder, 'long.html'), writeReportHtml(long()).bytes)
  writeFileSync(join(folder, 'packed.html'), writeReportHtml(packed()).bytes)
  writeFileSync(join(folder, 'looked.html'), writeReportHtml(lookedAt).bytes)
  browser = await launched()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Setting {
  readonly address?: string
  readonly width?: number
  readonly dark?: boolean
  readonly script?: boolean
}

async function opened(name: (typeof pages)[number], { address = '', width = 1200, dark = false, script = true }: Setting = {}): Promise<Page> {
  const page = await browser.newPage()
  await page.setViewport({ width, height: 800 })
  await page.setJavaScriptEnabled(script)
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }])
  await page.goto(`${pathToFileURL(join(folder, name)).href}${address}`)
  return page
}

const visibleWords = (page: Page) => page.evaluate(() =>
  [...new Set([...document.querySelectorAll<HTMLElement>('[data-ui]')].filter((element) => element.checkVisibility()).map((element) => element.dataset['ui']))])
const shownBeads = (page: Page) => page.evaluate(() =>
  [...document.querySelectorAll('.beads > li')].filter((row) => row.checkVisibility()).map((row) => Number(row.id.slice(5))))
const left = (page: Page, selector: string) => page.$eval(selector, (element) => element.getBoundingClientRect().left)
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('li')?.id ?? document.activeElement?.id)
/** Positions of rows in the window, as far as they are in it whole. */
const inWindow = (page: Page, ...ids: number[]) => page.evaluate((wanted) => wanted.map((id) => {
  const box = document.getElementById(`bead-${id}`)?.getBoundingClientRect()
  return box !== undefined && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight
}), ids)

test.each([['index.html', true], ['report.html', true], ['report.html', false], ['index.html', false]] as const)('%s turns round as a whole (script: %s)', async (name, script) => {
  const page = await opened(name, { script })
  expect(await visibleWords(page)).toEqual(['en'])
  await page.click('label[for="ui-ar"]')
  expect(await visibleWords(page)).toEqual(['ar'])
  expect(await page.$eval('body', (body) => getComputedStyle(body).direction)).toBe('rtl')
  expect(await left(page, '.switch')).toBeLessThan(400)
  if (script) {
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, document.title.includes('العبّارة')])).toEqual(['ar', 'rtl', true])
    await page.reload()
    expect(await visibleWords(page)).toEqual(['ar'])
  }
  await page.close()
})

test('the language goes along from the download page to the report', async () => {
  const page = await opened('index.html', { address: '?ui=ar' })
  await Promise.all([page.waitForNavigation(), page.click('a[href^="report.html"]')])
  expect(page.url()).toMatch(/report\.html\?ui=ar$/)
  expect(await visibleWords(page)).toEqual(['ar'])
  await page.close()
})

test('English stands on the left and Arabic on the right in either interface, and one above the other where it is narrow', async () => {
  const page = await opened('report.html')
  for (const language of ['en', 'ar']) {
    await page.click(`label[for="ui-${language}"]`)
    expect(await left(page, '#bead-2 > .en')).toBeLessThan(await left(page, '#bead-2 > .ar'))
  }
  await page.setViewport({ width: 360, height: 800 })
  const tops = await page.$$eval('#bead-2 > div', (sides) => sides.map((element) => element.getBoundingClientRect().top))
  expect(tops).toEqual([...tops].sort((one, other) => one - other))
  expect(new Set(tops).size).toBe(3)
  await page.close()
})

test.each([true, false])('the filters show what they say (script: %s)', async (script) => {
  const page = await opened('report.html', { script })
  const shown: Record<string, number[]> = {}
  for (const filter of ['doubtful', 'missing', 'joined', 'all']) {
    await page.click(`label[for="show-${filter}"]`)
    shown[filter] = await shownBeads(page)
  }
  expect(shown).toEqual({ doubtful: [4], missing: [3, 6], joined: [2, 5], all: [1, 2, 3, 4, 5, 6, 7, 8] })
  await page.close()
})

test('the switch and the filters work by keys alone', async () => {
  const page = await opened('report.html')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await visibleWords(page)).toEqual(['ar'])
  await page.focus('#show-all')
  await page.keyboard.press('ArrowDown')
  expect([await focused(page), await shownBeads(page)]).toEqual(['show-look', [3, 4, 6]])
  await page.close()
})

test('what is asked of the list is asked together, and a search knows no vowel marks, hamza or case', async () => {
  const page = await opened('looked.html')
  const shown: Record<string, number[]> = {}
  const ask = async (name: string, value: string) => {
    await page.select(`#by-${name}`, value)
    shown[`${name} ${value}`] = await shownBeads(page)
    await page.select(`#by-${name}`, '')
  }
  for (const [name, value] of [['kind', 'note'], ['score', '0.6'], ['severity', 'error'], ['rule', 'numbers-differ'], ['status', 'again'], ['chapter', '0']] as const) await ask(name, value)
  expect(shown).toEqual({
    'kind note': [8], 'score 0.6': [4], 'severity error': [2], 'rule numbers-differ': [2, 5], 'status again': [5], 'chapter 0': [1, 2, 3, 4, 5, 6, 7, 8],
  })
  await page.type('#by-search', 'الرُبان')
  await page.waitForFunction(() => document.querySelector('[data-told="count"] > bdi')?.textContent === '1 / 8')
  expect(await shownBeads(page)).toEqual([4])
  await page.waitForFunction(() => (CSS.highlights.get('found')?.size ?? 0) > 0)
  expect(await page.evaluate(() => [...CSS.highlights.get('found') ?? []].map((range) => [String(range), (range as Range).startContainer.parentElement?.closest('li')?.id])))
    .toEqual([['الربّان', 'bead-4']])
  await page.select('#by-rule', 'numbers-differ')
  expect(await page.evaluate(() => CSS.highlights.get('found')?.size)).toBe(0)
  expect(await shownBeads(page)).toEqual([])
  await page.click('.finer button')
  await page.waitForFunction(() => document.querySelector('[data-told="count"] > bdi')?.textContent === '8 / 8')
  expect(await page.$eval('#by-rule', (choice) => (choice as HTMLSelectElement).selectedOptions[0]?.textContent)).toBe('Any')
  await page.click('label[for="ui-ar"]')
  expect(await page.$eval('#by-rule', (choice) => (choice as HTMLSelectElement).selectedOptions[0]?.textContent)).toBe('الكل')
  expect(await page.$eval('[data-told="count"] > bdi', ({ textContent, dir }) => [textContent, dir])).toEqual(['٨ / ٨', 'rtl'])
  await page.close()
})

test('keys and buttons go to what is to be looked at, on Arabic keyboards by the place of the key, and say where there is no more', async () => {
  const page = await opened('looked.html')
  const steps: (string | undefined)[] = []
  for (const key of ['n', 'KeyN', 'j', 'k', 'p'] as const) {
    await (key === 'KeyN' ? page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ى', code: 'KeyN', bubbles: true }))) : page.keyboard.press(key))
    steps.push(await focused(page))
  }
  expect(steps).toEqual(['bead-2', 'bead-4', 'bead-5', 'bead-4', 'bead-2'])
  for (let press = 0; press < 4; press++) await page.click('[data-step="next"]')
  expect(await page.$$eval('[data-told]', (texts) => texts.filter((text) => text.checkVisibility()).map((text) => (text as HTMLElement).dataset['told']))).toEqual(['end'])
  await page.focus('#by-search')
  await page.keyboard.press('n')
  expect([await focused(page), await page.$eval('#by-search', (field) => (field as HTMLInputElement).value)]).toEqual(['by-search', 'n'])
  await page.close()
})

test('whoever has scrolled on goes to the next bead from where they read', async () => {
  const page = await opened('long.html')
  await page.keyboard.press('n')
  expect(await focused(page)).toBe('bead-20')
  await page.mouse.move(600, 600)
  await page.evaluate(() => document.getElementById('bead-38')?.scrollIntoView())
  await page.mouse.wheel({ deltaY: 1 })
  await page.waitForFunction(() => (document.getElementById('bead-20')?.getBoundingClientRect().bottom ?? 0) < 0)
  await page.keyboard.press('n')
  expect(await focused(page)).toBe('bead-40')
  await page.close()
})

test('pointing at the picture leads to the bead that lies there', async () => {
  const page = await opened('long.html')
  const box = await page.$eval('.drawing', (drawing) => { drawing.scrollIntoView({ block: 'center' }); const { left, top, width, height } = drawing.getBoundingClientRect(); return { left, top, width, height } })
  await page.mouse.click(box.left + box.width * 0.3, box.top + box.height * 0.49)
  await page.waitForFunction(() => document.activeElement?.closest('.beads > li'))
  const reached = Number((await focused(page))?.slice(5))
  expect(reached).toBeGreaterThanOrEqual(29)
  expect(reached).toBeLessThanOrEqual(31)
  expect(await inWindow(page, reached)).toEqual([true])
  await page.close()
})

test('whoever points at a finding sees its words', async () => {
  const page = await opened('looked.html')
  await page.hover('#bead-2 [data-finding="1"]')
  expect(await page.$$eval('mark.pointed', (marks) => marks.map((mark) => mark.textContent))).toEqual(['left', ' at'])
  await page.close()
})

test('a link at the top leads to its bead between its neighbours, also past a filter, and the arrows go on from there', async () => {
  const page = await opened('long.html')
  await page.click('a[href="#bead-30"]')
  await page.waitForFunction(() => document.activeElement?.closest('li')?.id === 'bead-30')
  expect(await inWindow(page, 29, 30, 31)).toEqual([true, true, true])
  await page.keyboard.press('ArrowDown')
  expect([await focused(page), await inWindow(page, 31)]).toEqual(['bead-31', [true]])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await focused(page)).toBe('bead-29')
  await page.click('label[for="show-doubtful"]')
  expect(await shownBeads(page)).toEqual([20, 40])
  await page.click('a[href="#bead-30"]')
  expect(await shownBeads(page)).toEqual([20, 29, 30, 31, 40])
  await page.focus('#bead-31 a')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('bead-40')
  await page.keyboard.press('ArrowDown')
  expect(await focused(page)).toBe('bead-40')
  await page.close()
})

test('without a script, too, a link leads past a filter, and without one to its bead between its neighbours', async () => {
  const page = await opened('long.html', { script: false })
  await page.click('a[href="#bead-20"]')
  expect(await inWindow(page, 19, 20, 21)).toEqual([true, true, true])
  await page.click('label[for="show-missing"]')
  expect(await shownBeads(page)).toEqual([20, 21, 30])
  await page.close()
})

test('whoever points at a place is told its file', async () => {
  const page = await opened('report.html')
  await page.hover('#bead-2 .ar small')
  expect(await page.$eval('#bead-2 .ar small', (place) => (place as HTMLElement).title)).toBe('ar.md:2:1')
  await page.close()
})

test('covers are seen, nothing else is loaded, and a manuscript\'s script does not run', async () => {
  for (const name of pages) {
    const page = await browser.newPage()
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url().replace(pathToFileURL(folder).href, '')))
    page.on('console', (message) => said.push(message.text()))
    page.on('dialog', (dialog) => { said.push('dialog'); void dialog.dismiss() })
    // Covers are loaded when they come into view.
    await page.goto(pathToFileURL(join(folder, name)).href, { waitUntil: name === 'index.html' ? 'networkidle0' : 'load' })
    expect([said, asked.sort()]).toEqual([[], name === 'index.html' ? ['/covers/ar.epub.png', '/covers/columns.pdf.png', '/index.html'] : [`/${name}`]])
    expect(await page.$$eval('img', (images) => images.filter((image) => image.checkVisibility()).every((image) => image.naturalWidth === 1))).toBe(true)
    await page.close()
  }
})

test.each(pages)('%s fits its screen', async (name) => {
  for (const address of ['', '?ui=ar']) {
    const page = await opened(name, { address })
    for (const width of [320, 700, 1400]) {
      await page.setViewport({ width, height: 800 })
      expect([address, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([address, width])
    }
    await page.close()
  }
})

const looks = (['index.html', 'looked.html'] as const).flatMap((name) => ['', '?ui=ar'].flatMap((address) => [true, false].map((dark) => [name, address, dark] as const)))

test.each(looks)('%s%s (dark: %s) has no fault that axe finds, wide or narrow', async (name, address, dark) => {
  for (const width of [1200, 360]) {
    const page = await opened(name, { address, dark, width })
    // High enough for everything to be drawn, for what is not drawn is not judged.
    await page.setViewport({ width, height: 5000 })
    await page.evaluate(axe)
    const { violations } = await page.evaluate('axe.run({ resultTypes: ["violations"] })') as AxeResults
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`).join('; ')}`)).toEqual([])
    await page.close()
  }
})

test('on paper there are no buttons, and every bead is there', async () => {
  const page = await opened('long.html')
  await page.emulateMediaType('print')
  expect(await page.$$eval('.switch, .filters, .finer, .steps, nav', (elements) => elements.filter((element) => element.checkVisibility()).length)).toBe(0)
  expect(await shownBeads(page)).toHaveLength(60)
  await page.close()
})

test('whoever goes through the downloads by keys sees where they are, in either language', async () => {
  for (const address of ['', '?ui=ar']) {
    const page = await opened('index.html', { address })
    const met: string[] = []
    for (let press = 0; press < 12 && met.length < 5; press++) {
      await page.keyboard.press('Tab')
      const at = await page.evaluate(() => {
        const link = document.activeElement
        if (!(link instanceof HTMLAnchorElement)) return undefined
        const { outlineStyle, outlineWidth } = getComputedStyle(link)
        return `${link.getAttribute('href')} ${outlineStyle} ${outlineWidth}`
      })
      if (at) met.push(at.replace(address, ''))
    }
    expect(met).toEqual(['columns.pdf', 'en.pdf', 'ar.epub', 'report.html', 'report.json'].map((name) => `${name} solid 2px`))
    await page.close()
  }
})

test('a long list lies packed in the page, and is there as soon as the page is', async () => {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(join(folder, 'packed.html')).href)
  await page.waitForSelector('body.scripted')
  const seen = await page.evaluate(() => ({ rows: document.querySelectorAll('.beads > li').length, note: document.getElementById('packed-note') !== null, last: document.getElementById('bead-3600')?.textContent ?? '' }))
  await page.close()
  expect(seen).toEqual({ rows: 3600, note: false, last: expect.stringContaining('Here is the sentence of the mile') })
  expect(statSync(join(folder, 'packed.html')).size).toBeLessThan(500_000)
})
