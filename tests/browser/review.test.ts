/** The workbench as a person meets it: a real book, a real desk, a browser; keys and pointer, both languages, two windows. */

import { createRequire } from 'node:module'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, unlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { bookOfFolder } from '../../pipeline/book/load.ts'
import { languages, type Language } from '../../pipeline/model/language.ts'
import { openDesk } from '../../pipeline/review/desk.ts'
import { serve, type Served } from '../../pipeline/review/server.ts'
import { openWindowing } from '../support/window.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const folders: string[] = []
let browser: Browser
let served: Served
let root: string

beforeAll(async () => { browser = await openWindowing() }, 150_000)

afterAll(async () => {
  await browser?.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

afterEach(async () => {
  for (const context of browser.browserContexts().slice(1)) await context.close()
  await served?.close()
})

/** A copy of the sample on which nobody has decided yet, for its files are edited. */
async function start(): Promise<void> {
  root = mkdtempSync(join(tmpdir(), 'tawazi-review-'))
  folders.push(root)
  cpSync('samples/paper-road', root, { recursive: true, filter: (path) => !path.endsWith('decisions.yaml') })
  const { desk, messages } = await openDesk(() => bookOfFolder(root), () => new Date('2026-01-02T03:04:05Z'))
  if (!desk) throw new Error(JSON.stringify(messages))
  served = await serve(desk, { host: '127.0.0.1', port: 0, language: 'en', digits: 'arab' })
}

async function open(language: Language, { name = 'Salma', width = 1280, dark = false, deaf = false } = {}): Promise<Page> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  page.setDefaultTimeout(40_000)
  await page.setViewport({ width, height: 800 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }])
  await page.evaluateOnNewDocument((chosen, who) => {
    if (localStorage.length > 0) return
    localStorage.setItem('tawazi-review-language', chosen)
    localStorage.setItem('tawazi-review-preview', 'closed')
    if (who !== '') localStorage.setItem('tawazi-review-name', who)
  }, language, name)
  if (deaf) await page.evaluateOnNewDocument(() => { Object.assign(window, { EventSource: EventTarget }) })
  await page.goto(served.address)
  await page.waitForSelector('.line.current')
  return page
}

/** Presses keys by their place, with what an Arabic layout puts on them. */
async function press(page: Page, ...codes: string[]): Promise<void> {
  for (const code of codes) {
    const parts = code.split('+')
    const last = parts.at(-1) ?? ''
    for (const held of parts.slice(0, -1)) await page.keyboard.down(held as 'Shift')
    await page.keyboard.press(last as 'KeyM')
    for (const held of parts.slice(0, -1)) await page.keyboard.up(held as 'Shift')
  }
}

/** The line may just be on its way into the document. */
const type = async (page: Page) => (await page.waitForSelector('.line.current .type'))?.evaluate((element) => element.textContent)
const number = async (page: Page) => (await page.waitForSelector('.line.current .number'))?.evaluate((element) => element.textContent)
const settled = (page: Page) => page.waitForFunction(() => document.querySelector('.connection')?.textContent !== '' && !/Saving|جارٍ/.test(document.querySelector('.connection')?.textContent ?? ''))
const until = (page: Page, script: string) => page.waitForFunction(script)
const said = (page: Page) => page.$eval('.notices', (element) => element.textContent ?? '')
const decisions = () => readFileSync(join(root, 'decisions.yaml'), 'utf8')

/** What is seen may be ahead of what is written: waits up to ten seconds until a file is as expected. */
async function written(file: string, expected: (text: string) => void): Promise<void> {
  const late = Date.now() + 10_000
  for (;;) {
    try {
      return expected(existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
    } catch (fault) {
      if (Date.now() > late) throw fault
      await new Promise((resolve) => { setTimeout(resolve, 20) })
    }
  }
}

const words = (page: Page, language: Language) => page.$$eval(`.line.current .side.${language} .words`, (all) => all.map((one) => one.textContent))

async function faults(page: Page): Promise<unknown[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate('axe.run({ resultTypes: ["violations"] })') as AxeResults
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`)])
}

test.each(languages)('in %s: it is accessible in all its states, no wider than its screen, English on the left and Arabic on the right', async (language) => {
  await start()
  for (const [width, dark] of [[1280, false], [390, true]] as const) {
    const page = await open(language, { width, dark })
    expect(await page.$eval('html', (element) => [element.lang, element.dir])).toEqual([language, language === 'ar' ? 'rtl' : 'ltr'])
    const [en, ar] = await page.$$eval('.line.current .side', (sides) => sides.map((side) => side.getBoundingClientRect().x))
    expect(Math.sign((ar ?? 0) - (en ?? 0))).toBe(width === 390 ? 0 : 1)
    await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown')
    expect(await faults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    // One width serves for what opens over it.
    for (const key of width === 390 ? ['KeyI'] : ['KeyX', 'KeyE', 'KeyH']) {
      await press(page, key)
      expect([key, await faults(page)]).toEqual([key, []])
      await press(page, 'Escape')
    }
    await page.close()
  }
}, 150_000)

test('by keyboard: merge, split, shift, confirm a range, undo all and redo', async () => {
  await start()
  const page = await open('ar')
  await press(page, 'ArrowDown', 'ArrowDown')
  expect([await number(page), await type(page)]).toEqual(['٣', '١:١'])
  await press(page, 'KeyM')
  await until(page, `document.querySelector('.line.current .type').textContent === '٢:٢'`)
  await press(page, 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'KeyS')
  await until(page, `document.querySelector('.line.current .type').textContent === '١:١'`)
  await press(page, 'BracketRight')
  await until(page, `document.querySelector('.line.current .type').textContent === '٢:١'`)
  await press(page, 'Control+KeyZ')
  await until(page, `document.querySelector('.line.current .type').textContent === '١:١'`)
  await press(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'KeyC')
  await until(page, `document.querySelectorAll('.line.confirmed, .line.corrected').length >= 3`)
  await settled(page)
  expect(decisions()).toContain('Salma')
  for (let step = 0; step < 3; step++) {
    await press(page, 'Control+KeyZ')
    await settled(page)
  }
  await until(page, `document.querySelectorAll('.line.confirmed, .line.corrected').length === 0`)
  await press(page, 'Control+Shift+KeyZ')
  await until(page, `document.querySelector('.line.current .type').textContent === '٢:٢'`)
}, 150_000)

test('what was used by pointer does not keep the keys', async () => {
  await start()
  const page = await open('en')
  await page.focus('.finder select')
  const pointed = (name: string, event: string) => page.$eval(name, (element, kind) => {
    element.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    element.dispatchEvent(new Event(kind, { bubbles: true }))
  }, event)
  await pointed('.finder select', 'change')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await press(page, 'KeyC')
  await page.waitForSelector('.line.current.confirmed')
  await page.click('.ways button')
  await page.waitForSelector('.line.current.undecided')
  await press(page, 'Enter')
  await page.waitForSelector('.line.confirmed')
}, 150_000)

test('by pointer: the seam splits, a word is cut at, sentences are linked, a bead is confirmed and reopened', async () => {
  await start()
  const page = await open('en')
  await press(page, 'KeyM')
  await until(page, `document.querySelector('.line.current .type').textContent === '2:2'`)
  await page.click('.line.current .side.ar .seam')
  await until(page, `document.querySelector('.line.current .type').textContent === '1:1'`)
  const second = '.item:nth-child(2) .line'
  const whole = await page.$eval(`${second} .side.en .words`, (element) => element.textContent ?? '')
  await page.click(`${second} .side.en .words`)
  await page.click('.line.current .tools button:nth-child(2)')
  await page.click('.cutting .place:nth-of-type(3)')
  await until(page, `document.querySelector('.line.current .type').textContent === '2:1'`)
  expect((await words(page, 'en')).join(' ')).toBe(whole)
  await page.click('.toolbar .main')
  await until(page, `document.querySelector('${second}').matches('.confirmed, .corrected')`)
  await page.click(`${second} .margin`)
  await page.click('.toolbar .group:first-child button:nth-child(2)')
  await until(page, `document.querySelector('${second}').matches('.undecided')`)
  expect(await said(page)).toBe('')
}, 150_000)

test.each(languages)('in %s, on a phone the panel leaves room for the head of the bead that it is about', async (language) => {
  await start()
  const page = await open(language, { width: 390 })
  await press(page, 'KeyF', 'KeyI')
  await page.waitForFunction(() => {
    const [list, panel, head] = ['.scroller', '.panel.open', '.line.current .margin'].map((name) => document.querySelector(name)?.getBoundingClientRect())
    return list && panel && head && head.top >= list.top - 1 && head.bottom <= list.bottom + 1 && list.bottom <= panel.top + 1
  })
}, 150_000)

test('words are edited where they stand, and nothing else in the file is touched', async () => {
  await start()
  const path = join(root, 'ar/01-a-leaf-against-the-light.md')
  const before = readFileSync(path, 'utf8')
  const page = await open('en')
  await press(page, 'ArrowDown', 'ArrowRight', 'KeyE')
  const source = await page.$eval('.writing textarea', (element) => element.value)
  expect(before).toContain(source)
  await press(page, 'Control+Home')
  await page.keyboard.type('كلمة ')
  await press(page, 'Enter')
  await until(page, `document.querySelector('.line.current .side.ar')?.textContent.includes('كلمة')`)
  await written('ar/01-a-leaf-against-the-light.md', (text) => expect(text).toBe(before.replace(source, `كلمة ${source}`)))
}, 150_000)

test('a comment is kept with the name', async () => {
  await start()
  const page = await open('en', { name: '' })
  await page.waitForSelector('dialog.name input')
  await page.type('dialog.name input', 'نديم')
  await press(page, 'Enter')
  await press(page, 'KeyN')
  await page.waitForFunction(() => document.activeElement?.id === 'comment')
  await page.keyboard.type('See <script>alert(1)</script> the glossary.')
  await press(page, 'Enter')
  await page.waitForSelector('.panel blockquote')
  expect(await page.$eval('.panel blockquote p', (element) => element.innerHTML)).toBe('See &lt;script&gt;alert(1)&lt;/script&gt; the glossary.')
  await written('decisions.yaml', (text) => expect(text).toContain('نديم'))
}, 150_000)

test('sentences of both sides are chosen and linked; they are one bead from then on', async () => {
  await start()
  const page = await open('en')
  const spans = (line: number, language: Language) => page.$$eval(`.item:nth-child(${line}) .side.${language} .words`, (all) => all.map((one) => one.textContent ?? ''))
  const [english, arabic] = [[...await spans(2, 'en'), ...await spans(3, 'en')], await spans(3, 'ar')]
  await press(page, 'ArrowDown', 'ArrowLeft', 'Space', 'ArrowDown', 'Space', 'ArrowRight', 'Space', 'KeyL')
  await page.waitForSelector('.line.corrected')
  const linked = await page.$$eval('.line.corrected .words', (all) => all.map((one) => one.textContent ?? ''))
  expect(linked).toEqual([...english, ...arabic])
  await press(page, 'Control+KeyZ')
  await until(page, `!document.querySelector('.line.corrected')`)
  expect([...await spans(2, 'en'), ...await spans(3, 'en')]).toEqual(english)
}, 150_000)

test('what was begun stays with its bead, gives way to nothing else, and is asked about before the page is left; who comes back is where they were', async () => {
  await start()
  const page = await open('ar')
  const isAsked = () => page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })))
  const begun = () => page.$eval('#comment', (area) => (area as HTMLTextAreaElement).value)
  expect(await isAsked()).toBe(false)
  await press(page, 'ArrowDown', 'KeyN')
  await page.waitForFunction(() => document.activeElement?.id === 'comment')
  await page.keyboard.type('نصف فكرة')
  await press(page, 'Escape', 'ArrowDown')
  await until(page, `document.querySelector('#comment').value === ''`)
  expect(await isAsked()).toBe(true)
  await press(page, 'ArrowUp')
  await until(page, `document.querySelector('#comment').value !== ''`)
  expect(await begun()).toBe('نصف فكرة')
  await press(page, 'KeyE')
  await page.keyboard.type(' و')
  const written = await page.$eval('.writing textarea', (area) => area.value)
  await page.click('.item:nth-child(4) .side.en .words')
  for (const key of ['KeyE', 'KeyX']) {
    await press(page, key)
    await page.waitForSelector('.line.current .writing textarea')
    expect([await number(page), await page.$$eval('.writing textarea, .cutting', (all) => all.map((area) => (area as HTMLTextAreaElement).value)), await said(page)]).toEqual(['٢', [written], expect.stringContaining('ألغِ')])
    await page.click('.item:nth-child(4) .side.en .words')
  }
  const asked: string[] = []
  page.on('dialog', (dialog) => { asked.push(dialog.type()); void dialog.accept() })
  await page.reload()
  await until(page, `document.querySelector('.line.current .number')?.textContent === '٤'`)
  expect(asked).toEqual(['beforeunload'])
}, 150_000)

test('a finding is accepted with a reason; what one side lacks on purpose is an omission, and its finding goes', async () => {
  await start()
  const page = await open('ar')
  await press(page, 'KeyF', 'KeyA')
  await page.waitForFunction(() => document.activeElement?.id === 'reason-0')
  await page.keyboard.type('كلمة أخرى عن قصد')
  await press(page, 'Enter')
  await page.waitForSelector('.panel .finding.accepted q')
  await written('decisions.yaml', (text) => expect(text).toMatch(/accepted:[^]*كلمة أخرى عن قصد/))
  await press(page, 'Escape')
  // On to the first bead that has an empty side.
  for (let tries = 0; tries < 20 && !(await type(page))?.includes('٠'); tries++) {
    const before = await number(page)
    await press(page, 'KeyF')
    await until(page, `![null, undefined, '${before}'].includes(document.querySelector('.line.current .number')?.textContent)`)
  }
  expect(await type(page)).toContain('٠')
  await page.waitForSelector('.line.current.undecided')
  await press(page, 'KeyO')
  await page.waitForSelector('.line.current.omission')
  expect(await page.$$('.panel .finding')).toEqual([])
  await written('decisions.yaml', (text) => expect(text).toContain('status: omission'))
}, 150_000)

test('the search does not mind vowel marks, and a filter keeps what was just decided on the screen', async () => {
  await start()
  const page = await open('ar')
  await press(page, 'Slash')
  await page.keyboard.type('مخطوطات')
  await page.waitForSelector('.finder button')
  const shown = await page.$$eval('.item', (all) => all.length)
  expect(await page.$$eval('.item .side.ar', (all) => all.every((side) => side.textContent?.normalize('NFD').replaceAll(/\p{M}/gu, '').includes('مخطوطات')))).toBe(true)
  await press(page, 'Escape', 'KeyC')
  await until(page, `document.querySelector('.line.current').matches('.confirmed')`)
  expect(await page.$$eval('.item', (all) => all.length)).toBe(shown)
}, 150_000)

test('keys of a long day: whoever has no name is asked once, words are not left by one key, a hidden bead is let be, and what was confirmed leads on to the next undecided', async () => {
  await start()
  const page = await open('en', { name: '' })
  await page.waitForSelector('dialog.name input')
  await press(page, 'Escape')
  await until(page, `document.querySelector('dialog') === null`)
  // What was asked for is done once the name is told.
  await press(page, 'ArrowDown', 'Enter')
  await until(page, `document.activeElement?.matches('dialog.name input') === true`)
  await page.keyboard.type('Salma')
  await press(page, 'Enter')
  await page.waitForSelector('.line.confirmed')
  await until(page, `document.querySelector('.line.current .number')?.textContent === '3'`)
  await press(page, 'ArrowUp', 'ArrowUp', 'Control+Enter')
  await until(page, `document.querySelector('.line.current .number')?.textContent === '3'`)
  await press(page, 'KeyE')
  await page.keyboard.type(' and more')
  await press(page, 'Escape')
  await until(page, `document.querySelector('.notice')?.textContent.includes('Esc once more')`)
  expect(await page.$eval('.writing textarea', (area) => area.value)).toMatch(/ and more$/)
  await press(page, 'Escape')
  await until(page, `document.querySelector('.writing') === null`)
  await page.keyboard.type('?')
  await page.waitForSelector('dialog.help')
  await page.keyboard.type('?')
  await until(page, `document.querySelector('dialog') === null`)
  await press(page, 'Control+KeyF')
  await page.keyboard.type('nowhere at all')
  await page.waitForSelector('.nothing')
  await press(page, 'Enter', 'KeyM')
  await until(page, `document.querySelector('.notice')?.textContent.includes('hides')`)
  expect(decisions()).not.toContain('merge')
  await press(page, 'KeyJ')
  await until(page, `document.activeElement?.matches('dialog.number input') === true`)
  await page.keyboard.type('١٢')
  await press(page, 'Enter')
  await until(page, `document.querySelector('.line.current .number')?.textContent === '12'`)
  await press(page, 'Home')
  await until(page, `document.querySelector('.line.current .number')?.textContent === '1'`)
}, 150_000)

test('two windows: what one does the other sees; an edit on what has changed is refused, shown, and can be done after all', async () => {
  await start()
  const [one, other] = [await open('en', { name: 'Salma' }), await open('ar', { name: 'نديم' })]
  await press(one, 'ArrowDown', 'ArrowDown', 'KeyC')
  await until(other, `document.querySelectorAll('.line.confirmed').length === 1`)
  // The other writes while the first changes the same words.
  await press(other, 'ArrowDown', 'ArrowLeft', 'KeyE')
  await press(other, 'Control+Home')
  await other.keyboard.type('Mine: ')
  await press(one, 'ArrowUp', 'KeyE')
  await press(one, 'Control+Home')
  await one.keyboard.type('Theirs: ')
  await press(one, 'Enter')
  await other.waitForSelector('.stale')
  expect(await other.$eval('.stale blockquote', (element) => element.textContent)).toMatch(/^Mine: /)
  expect(await other.$eval('.stale ins', (element) => element.textContent)).toMatch(/Theirs/)
  expect(await faults(other)).toEqual([])
  await written('en/01-a-leaf-against-the-light.md', (text) => expect(text).toMatch(/Theirs: /))
  await other.click('.stale .main')
  await other.waitForSelector('.writing textarea')
  await press(other, 'Enter')
  await until(one, `[...document.querySelectorAll('.side.en .words')].some((words) => words.textContent.startsWith('Mine: '))`)
  await written('en/01-a-leaf-against-the-light.md', (text) => expect(text).not.toMatch(/Theirs: /))
}, 150_000)

test('a window that has not heard of a change is told that its edit came too late, and does it after all', async () => {
  await start()
  const [one, deaf] = [await open('en'), await open('ar', { name: 'Nadim', deaf: true })]
  await press(one, 'ArrowDown', 'KeyC')
  await until(one, `document.querySelector('.line.confirmed') !== null`)
  await press(deaf, 'KeyC')
  await deaf.waitForSelector('.stale')
  // It shows the book as it is, and has done nothing to it.
  expect([await deaf.$$eval('.line.confirmed', (all) => all.length), decisions().includes('Nadim')]).toEqual([1, false])
  await deaf.click('.stale .main')
  await until(deaf, `document.querySelectorAll('.line.confirmed').length === 2`)
  await written('decisions.yaml', (text) => expect(text).toContain('Nadim'))
  expect(await deaf.$('.stale')).toBeNull()
}, 150_000)

/** Nothing that the window asks for is answered until it is let through. */
async function holdBack(page: Page): Promise<(fate: 'through' | 'cut') => Promise<void>> {
  const held: (() => Promise<void>)[] = []
  let fate: 'through' | 'cut' | undefined
  await page.setRequestInterception(true)
  page.on('request', (request) => {
    const go = () => (fate === 'cut' && request.method() === 'POST' ? request.abort() : request.continue())
    if (request.method() === 'POST' && fate === undefined) held.push(go)
    else void go()
  })
  return async (wanted) => {
    // What is shown ahead may be seen before it is asked for.
    for (const late = Date.now() + 20_000; held.length === 0 && Date.now() < late;) await new Promise((resolve) => { setTimeout(resolve, 10) })
    fate = wanted
    for (const go of held.splice(0)) await go()
    fate = undefined
  }
}

/** What is seen of the first beads but for findings, which only the program seeks. */
const shape = (page: Page) => page.$$eval('.item', (all) => all.slice(0, 6)
  .map((item) => `${item.querySelector('.type')?.textContent} ${item.querySelector('.line')?.className.replace(' found', '')} ${item.querySelector('.comments')?.textContent ?? ''}`))

/** Waits until it is not what it was. */
async function otherShape(page: Page, before: readonly string[]): Promise<readonly string[]> {
  for (;;) {
    const now = await shape(page)
    if (now.join() !== before.join()) return now
    await new Promise((resolve) => { setTimeout(resolve, 20) })
  }
}

test.each(languages)('in %s: an edit is seen before the program has answered, and is the same when it has', async (language) => {
  await start()
  const page = await open(language)
  const release = await holdBack(page)
  for (const keys of [['KeyC'], ['KeyM'], ['KeyS'], ['ArrowDown', 'BracketRight'], ['Control+KeyZ'], ['Control+Shift+KeyZ'], ['ArrowDown', 'ArrowDown', 'KeyX', 'Enter'], ['KeyG']]) {
    const before = await shape(page)
    await press(page, ...keys)
    const ahead = await otherShape(page, before)
    expect(await page.$eval('.connection', (element) => element.textContent)).toMatch(/Saving|جارٍ/)
    await release('through')
    await settled(page)
    expect([keys, await shape(page), await said(page)]).toEqual([keys, ahead, ''])
  }
}, 150_000)

test.each(languages)('in %s: what was shown and then is refused, comes too late or finds no program is taken back, and said', async (language) => {
  await start()
  const [page, other] = [await open(language, { deaf: true }), await open('en', { name: 'Nadim' })]
  const release = await holdBack(page)
  const before = await shape(page)
  // The program does not answer: what was written is in hand again.
  await press(page, 'KeyN')
  await page.waitForFunction(() => document.activeElement?.id === 'comment')
  await page.keyboard.type('A thought')
  await press(page, 'Enter')
  await until(page, `document.querySelector('.panel blockquote') !== null && document.querySelector('#comment').value === ''`)
  await press(page, 'ArrowDown')
  await release('cut')
  await page.waitForSelector('.notice')
  expect([await shape(page), await number(page), await page.$eval('#comment', (area) => (area as HTMLTextAreaElement).value), existsSync(join(root, 'decisions.yaml'))])
    .toEqual([before, language === 'ar' ? '١' : '1', 'A thought', false])
  // Another has decided meanwhile.
  await press(page, 'KeyM')
  await page.waitForSelector('.line.current.corrected')
  await press(other, 'ArrowDown', 'ArrowDown', 'KeyC')
  await settled(other)
  await release('through')
  await page.waitForSelector('.stale')
  expect(await page.$$eval('.line.corrected, .line.confirmed', (all) => all.map((one) => one.className.includes('confirmed')))).toEqual([true])
  expect(decisions()).not.toContain('Salma')
  await page.click('.stale .main')
  await page.waitForSelector('.line.corrected')
  await release('through')
  await settled(page)
  await written('decisions.yaml', (text) => expect(text).toMatch(/Salma.*what: merge/))
}, 150_000)

test('a page of another site neither edits nor reads nor shows the desk', async () => {
  await start()
  const desk = await open('en')
  const version = JSON.parse((await desk.evaluate(async () => (await fetch('state')).text())).split('\n')[0] ?? '') as { version: string }
  const edit = JSON.stringify({ edit: { kind: 'comment', bead: 0, text: 'from elsewhere' }, version: version.version, by: 'elsewhere' })
  const elsewhere = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title><body>'))
  await new Promise<void>((resolve) => { elsewhere.listen(0, '127.0.0.1', resolve) })
  try {
    const page = await (await browser.createBrowserContext()).newPage()
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`)
    const fates = await page.evaluate(async (address, body) => {
      const fate = (tried: Promise<unknown>) => tried.then(() => 'went through', () => 'stopped')
      const loaded = (element: HTMLElement & { src: string }, path: string) => fate(new Promise((resolve, reject) => {
        Object.assign(element, { src: address + path, onload: resolve, onerror: reject })
        document.body.append(element)
      }))
      const post = (type: string, mode: RequestMode) => fate(fetch(`${address}edit`, { method: 'POST', mode, headers: { 'content-type': type }, body }))
      const heard = fate(new Promise((resolve, reject) => { Object.assign(new EventSource(`${address}events`), { onopen: resolve, onerror: reject }) }))
      return Promise.all([post('text/plain', 'no-cors'), post('application/json', 'cors'), fate(fetch(`${address}state`)), heard, loaded(document.createElement('script'), 'words.json'), loaded(document.createElement('img'), 'icon.svg')])
    }, served.address, edit)
    expect(fates).toEqual(Array(6).fill('stopped'))
    // A form is sent without asking, with a body that reads as JSON.
    await page.evaluate((address, body) => {
      const form = Object.assign(document.createElement('form'), { method: 'POST', enctype: 'text/plain', action: `${address}edit` })
      form.append(Object.assign(document.createElement('input'), { name: `${body.slice(0, -1)},"x":"`, value: '"}' }))
      document.body.append(form)
      form.submit()
    }, served.address, edit)
    await page.waitForFunction(() => location.pathname === '/edit')
    expect(await page.$eval('body', (body) => body.textContent)).toContain('denied')
    expect(existsSync(join(root, 'decisions.yaml'))).toBe(false)
  } finally {
    elsewhere.close()
    elsewhere.closeAllConnections()
  }
}, 150_000)

test('a manuscript that is changed by another program is seen at once', async () => {
  await start()
  const page = await open('en')
  const path = join(root, 'en/01-a-leaf-against-the-light.md')
  writeFileSync(path, readFileSync(path, 'utf8').replace('The book came to me', 'This book came to me'))
  await served.changed()
  await until(page, `[...document.querySelectorAll('.side.en .words')].some((words) => words.textContent.startsWith('This book'))`)
}, 150_000)

test.each(languages)('in %s: a book that another program has broken is told of until it is mended, and is not called saved', async (language) => {
  await start()
  const page = await open(language)
  await until(page, `/Saved|حُفظ/.test(document.querySelector('.connection').textContent)`)
  const path = join(root, 'decisions.yaml')
  writeFileSync(path, 'beads: [')
  await served.changed()
  await page.waitForSelector('.connection.off')
  expect(await page.$eval('.connection', (element) => element.textContent)).toBe({ en: 'The book has a fault: nothing is saved', ar: 'في الكتاب خلل: لا يُحفظ شيء' }[language])
  const told = await page.waitForSelector('.fault p')
  expect(await told?.evaluate((element) => element.textContent)).toContain('decisions.yaml:1')
  expect(await faults(page)).toEqual([])
  // It covers nothing of the list.
  for (const width of [1280, 800]) {
    await page.setViewport({ width, height: 800 })
    expect(await told?.evaluate((element) => element.getBoundingClientRect().bottom <= (document.querySelector('.scroller')?.getBoundingClientRect().top ?? 0))).toBe(true)
  }
  // An edit is refused for the same reason, which is not told twice.
  await press(page, 'KeyC')
  await settled(page)
  expect(await page.$$eval('.notice', (all) => all.length)).toBe(0)
  unlinkSync(path)
  await served.changed()
  await until(page, `!document.querySelector('.connection.off') && !document.querySelector('.fault p')`)
}, 150_000)

test('what was decided on and has changed is to be looked at again, with its old words; what is gone is told of', async () => {
  await start()
  const page = await open('ar')
  const paths = { en: join(root, 'en/01-a-leaf-against-the-light.md'), ar: join(root, 'ar/01-a-leaf-against-the-light.md') }
  const sentence = { en: 'I restore manuscripts.', ar: 'أنا أرمّم المخطوطات.' }
  const old = { en: readFileSync(paths.en, 'utf8'), ar: readFileSync(paths.ar, 'utf8') }
  for (let steps = 0; steps < 20 && (await words(page, 'en'))[0] !== sentence.en; steps++) await press(page, 'ArrowDown')
  await press(page, 'KeyC')
  await page.waitForSelector('.line.current.confirmed')
  await settled(page)
  // Another program writes to the manuscripts, first another word.
  writeFileSync(paths.en, old.en.replace(sentence.en, 'I mend manuscripts.'))
  await served.changed()
  await page.waitForSelector('.line.again .before')
  expect(await page.$eval('.line.again .before del', (element) => element.textContent)).toBe('restore')
  expect(await page.$eval('.line.again .before ins', (element) => element.textContent)).toBe('mend')
  for (const language of languages) writeFileSync(paths[language], old[language].replace(sentence[language], ''))
  await served.changed()
  await page.waitForSelector('.warn')
  await page.click('.warn')
  const told = await page.waitForSelector('dialog[open]')
  expect(await told?.evaluate((element) => element.textContent)).toContain(sentence.en)
  expect(await told?.evaluate((element) => element.textContent)).toContain(sentence.ar)
  expect(await faults(page)).toEqual([])
}, 150_000)

test('two sentences are joined by key, are one from then on, and come apart again', async () => {
  await start()
  const page = await open('en')
  for (let steps = 0; steps < 40 && (await words(page, 'ar')).length < 2; steps++) await press(page, 'ArrowDown')
  const before = await words(page, 'ar')
  await press(page, 'ArrowRight', 'KeyG')
  await until(page, `document.querySelectorAll('.line.current .side.ar .words').length === ${before.length - 1}`)
  expect((await words(page, 'ar')).join(' ')).toBe(before.join(' '))
  await settled(page)
  await written('decisions.yaml', (text) => expect(text).toMatch(/cuts:\n  - kind: join\n    language: ar/))
  await press(page, 'Control+KeyZ')
  await until(page, `document.querySelectorAll('.line.current .side.ar .words').length === ${before.length}`)
}, 150_000)
