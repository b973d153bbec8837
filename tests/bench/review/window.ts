/** Measurements that are taken in the page itself, so that the way to it does not count. */

import type { Browser, Page } from 'puppeteer'
import type { Language } from '../../../pipeline/model/language.ts'

interface Viewed {
  readonly milliseconds: number
  readonly page: Page
}

/** From the navigation to the frame after the first beads stand in the document. A window of its own, so that nothing is cached. */
export async function firstView(browser: Browser, address: string, language: Language, stays = false): Promise<Viewed> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  // What runs the bench gives functions a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made')
  await page.evaluateOnNewDocument(watchFirst, language)
  await page.goto(address)
  await page.waitForFunction('window.firstBeads > 0', { timeout: 60_000 })
  const milliseconds = await page.evaluate(() => (window as unknown as { firstBeads: number }).firstBeads)
  if (!stays) await context.close()
  return { milliseconds, page }
}

function watchFirst(language: string): void {
  localStorage.setItem('tawazi-review-language', language)
  localStorage.setItem('tawazi-review-name', 'Bench')
  localStorage.setItem('tawazi-review-preview', 'closed')
  const watcher = new MutationObserver(() => {
    if (!document.querySelector('.item .words')) return
    watcher.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => { Object.assign(window, { firstBeads: performance.now() }) }))
  })
  watcher.observe(document, { childList: true, subtree: true })
}

export interface Frames {
  readonly perSecond: number
  readonly median: number
  readonly worst: number
}

/** Three seconds of scrolling, a third of a screen in each frame, which is faster than anybody reads. */
export function scrolled(page: Page): Promise<Frames> {
  return page.evaluate(async () => {
    const scroller = document.querySelector('.scroller')
    if (!scroller) throw new Error('No list')
    const frames: number[] = []
    let last = await new Promise<number>(requestAnimationFrame)
    const first = last
    while (last - first < 3000) {
      scroller.scrollTop += 300
      const now = await new Promise<number>(requestAnimationFrame)
      frames.push(now - last)
      last = now
    }
    const sorted = frames.toSorted((one, other) => one - other)
    return { perSecond: frames.length / ((last - first) / 1000), median: sorted[Math.floor(frames.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 }
  })
}

/** From the key to the frame in which the list shows what it did. The person goes on by `away` beads first; 0 to stay. */
export async function editSeen(page: Page, code: string, control: boolean, away: number): Promise<{ milliseconds: number }> {
  for (let step = 0; step < (away > 0 ? 3 : 0); step++) await page.keyboard.press('ArrowDown')
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 200) }))
  await page.evaluate(() => {
    const list = document.querySelector('.lines')
    if (!list) throw new Error('No list')
    const state = window as unknown as { seen: number }
    state.seen = 0
    let began = 0
    addEventListener('keydown', () => { began = performance.now() }, { once: true, capture: true })
    const texts = () => list.textContent
    const before = texts()
    const look = () => {
      if (began > 0 && texts() !== before) state.seen = performance.now() - began
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
  if (control) await page.keyboard.down('Control')
  await page.keyboard.press(code as 'KeyM')
  if (control) await page.keyboard.up('Control')
  await page.waitForFunction('window.seen > 0', { timeout: 5000 }).catch(() => undefined)
  return { milliseconds: await page.evaluate(() => (window as unknown as { seen: number }).seen) }
}
