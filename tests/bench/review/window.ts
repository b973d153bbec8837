/** Measurements that are taken in the page itself, so that the way to it does not count. */

import type { Browser, CDPSession, Page } from 'puppeteer'
import type { Language } from '../../../pipeline/model/language.ts'
import type { ChapterPreview, PreviewView } from '../../../pipeline/review/preview.ts'

/** What a person waits for, and the processor's share of it. */
export interface Taken {
  readonly milliseconds: number
  /** Processor milliseconds of the page's main thread. */
  readonly page: number
  /** Processor milliseconds of the program, the bench's own included. */
  readonly program: number
}

interface Viewed extends Taken {
  readonly window: Page
}

const program = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** Time that the thread was run, not time that passed. */
async function main(page: Page): Promise<number> {
  const session = sessions.get(page) ?? await page.createCDPSession()
  if (!sessions.has(page)) await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  sessions.set(page, session)
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
}

const sessions = new WeakMap<Page, CDPSession>()

/** From the navigation to the frame after the first beads stand in the document. A window of its own, so that nothing is cached. */
export async function firstView(browser: Browser, address: string, language: Language, stays = false): Promise<Viewed> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  // What runs the bench gives functions a helper that the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (made) => made')
  await page.evaluateOnNewDocument(watchFirst, language)
  await main(page)
  const before = program()
  await page.goto(address)
  await page.waitForFunction('window.firstBeads > 0', { timeout: 60_000 })
  const milliseconds = await page.evaluate(() => (window as unknown as { firstBeads: number }).firstBeads)
  const taken = { milliseconds, page: await main(page), program: program() - before }
  if (!stays) await context.close()
  return { ...taken, window: page }
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
  /** Processor milliseconds of the page's main thread for each frame. */
  readonly processor: number
  readonly median: number
  readonly worst: number
}

/** Three seconds of scrolling, a third of a screen in each frame, which is faster than anybody reads. */
export async function scrolled(page: Page): Promise<Frames> {
  const before = await main(page)
  const frames = await page.evaluate(async () => {
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
    return { count: frames.length, perSecond: frames.length / ((last - first) / 1000), median: sorted[Math.floor(frames.length / 2)] ?? 0, worst: sorted.at(-1) ?? 0 }
  })
  return { ...frames, processor: (await main(page) - before) / frames.count }
}

/** From the key to the frame in which the list shows what it did. The person goes on by `away` beads first. Undefined where the bead does not allow it. */
export async function editSeen(page: Page, key: string, away: number): Promise<Taken | undefined> {
  for (let step = 0; step < away; step++) await page.keyboard.press('ArrowDown')
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 200) }))
  await page.evaluate(watchList)
  const before = { page: await main(page), program: program() }
  const [last = '', ...held] = key.split('+').toReversed()
  for (const one of held) await page.keyboard.down(one as 'Control')
  await page.keyboard.press(last as 'KeyM')
  for (const one of held) await page.keyboard.up(one as 'Control')
  await page.waitForFunction("window.seen > 0 || document.querySelector('.notice')", { timeout: 30_000, polling: 50 })
  const milliseconds = await page.evaluate(() => (window as unknown as { seen: number }).seen)
  if (milliseconds === 0) return undefined
  return { milliseconds, page: await main(page) - before.page, program: program() - before.program }
}

/** From the key that saves a changed sentence to the frame in which the list shows its new words. The person goes on by `away` beads first. */
export async function wordsSeen(page: Page, away: number, mark: string): Promise<Taken> {
  for (let step = 0; step < away; step++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('KeyE')
  await page.waitForSelector('.writing textarea')
  await page.keyboard.press('Home')
  await page.keyboard.type(`${mark} `)
  await page.evaluate(watchWords, mark)
  const before = { page: await main(page), program: program() }
  await page.keyboard.press('Enter')
  await page.waitForFunction("window.seen > 0 || document.querySelector('.notice')", { timeout: 30_000, polling: 50 })
  const milliseconds = await page.evaluate(() => (window as unknown as { seen: number }).seen)
  if (milliseconds === 0) throw new Error(await page.$eval('.notice', (notice) => notice.textContent ?? ''))
  return { milliseconds, page: await main(page) - before.page, program: program() - before.program }
}

/** Runs in the page. */
function watchWords(mark: string): void {
  const state = window as unknown as { seen: number }
  state.seen = 0
  addEventListener('keydown', () => {
    const began = performance.now()
    const look = (): void => {
      if ([...document.querySelectorAll('.line.current .words')].some(({ textContent }) => textContent?.includes(mark))) setTimeout(() => { state.seen = performance.now() - began })
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  }, { capture: true, once: true })
}

/** Runs in the page. */
function watchList(): void {
  const list = document.querySelector('.lines')
  if (!list) throw new Error('No list')
  const state = window as unknown as { seen: number }
  state.seen = 0
  let began = 0
  addEventListener('keydown', (event) => { if (event.key !== 'Control') began ||= performance.now() }, { capture: true })
  const watcher = new MutationObserver(() => {
    if (began === 0) return
    watcher.disconnect()
    // What changed is on the screen one frame on.
    requestAnimationFrame(() => { setTimeout(() => { state.seen = performance.now() - began }) })
  })
  watcher.observe(list, { childList: true, subtree: true, characterData: true })
}

/** From the question to the pictures of the pages that hold a bead; the typesetter's own processor time is not counted. Undefined where no page of the edition has it. */
export async function pagesSeen(preview: ChapterPreview, bead: number, view: PreviewView): Promise<Taken | undefined> {
  const [start, before] = [performance.now(), program()]
  const { kind } = await preview.show({ bead, view })
  if (kind !== 'pages') return undefined
  return { milliseconds: performance.now() - start, page: 0, program: program() - before }
}
