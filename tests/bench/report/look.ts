/** What a reader waits for on a page of the report. */

import type { Page } from 'puppeteer'

/** Milliseconds, but for frames. */
export interface Measured {
  readonly 'first view': number
  readonly 'until keys and filters work': number
  readonly 'scrolling, frames a second': number
  readonly 'scrolling, longest frame': number
  readonly 'leaping, longest frame': number
  readonly 'filter': number
  readonly 'filter taken back': number
  readonly 'first search': number
  readonly 'next search': number
  readonly 'next to look at': number
  readonly 'switch to Arabic': number
}

/** Until what an event changed is on the screen: two frames, of which the second cannot begin before the first is painted. */
const untilPainted = (page: Page, act: string) => page.evaluate(`(async () => {
  const begun = performance.now()
  ${act}
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  return performance.now() - begun
})()`) as Promise<number>

/** Lengths of the frames while something moves. */
const frames = (page: Page, count: number, move: string) => page.evaluate(`(async () => {
  const lengths = []
  let last = await new Promise(requestAnimationFrame)
  for (let at = 0; at < ${count}; at++) {
    ${move}
    const now = await new Promise(requestAnimationFrame)
    lengths.push(now - last)
    last = now
  }
  return lengths
})()`) as Promise<number[]>

export async function measured(page: Page, address: string): Promise<Measured> {
  await page.setViewport({ width: 1280, height: 800 })
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 })
  await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0, { timeout: 120_000 })
  const opened = await page.evaluate(() => ({
    view: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    ready: performance.getEntriesByName('ready')[0]?.startTime ?? NaN,
  }))
  await untilPainted(page, `document.getElementById('beads').scrollIntoView()`)
  const scrolled = await frames(page, 300, 'scrollBy(0, 40)')
  const leaps = await frames(page, 60, 'scrollTo(0, document.documentElement.scrollHeight * ((at * 37) % 60) / 60)')
  const choose = (name: string) => `document.getElementById('show-${name}').click()`
  const search = (word: string) => `{ const field = document.getElementById('by-search'); field.value = '${word}'; field.form.dispatchEvent(new Event('change')) }`
  const press = (key: string) => `document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true }))`
  const [filter, back] = [await untilPainted(page, choose('look')), await untilPainted(page, choose('all'))]
  const [first, next] = [await untilPainted(page, search('خزاف')), await untilPainted(page, search('furnaces'))]
  await untilPainted(page, search(''))
  await untilPainted(page, press('n'))
  return {
    'first view': opened.view, 'until keys and filters work': opened.ready,
    'scrolling, frames a second': 1000 * scrolled.length / scrolled.reduce((sum, one) => sum + one, 0),
    'scrolling, longest frame': Math.max(...scrolled), 'leaping, longest frame': Math.max(...leaps),
    'filter': filter, 'filter taken back': back, 'first search': first, 'next search': next,
    'next to look at': await untilPainted(page, press('n')), 'switch to Arabic': await untilPainted(page, `document.getElementById('ui-ar').click()`),
  }
}
