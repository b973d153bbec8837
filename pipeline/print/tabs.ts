/** Pages of the browser: each is guarded, watched while it is worked on, and closed or kept for the next work. */

import type { Browser, CDPSession, Page } from 'puppeteer'
import type { Desk, Expected, PrintDocument } from './document.ts'
import { guard } from './guard.ts'
import { within } from './limit.ts'
import { loaded, type LoadedDocument } from './loaded.ts'
import { sized } from './sized.ts'

type Refuse = (url: string) => void

/** Milliseconds for a page to end by itself. */
const closeLimit = 5000

/** Opens the document for one step, and closes it. */
export function onPage<T>(browser: Browser, document: PrintDocument, refuse: Refuse, run: (page: Page) => Promise<T>): Promise<T> {
  return watched(browser, async (crash) => {
    const page = await Promise.race([browser.newPage(), crash])
    try {
      return await Promise.race([guard(page, document, refuse).then(() => run(page)), crash])
    } finally {
      await closed(page)
    }
  })
}

/** A page whose process dies answers nothing any more, not even while it opens; the browser itself tells of it. */
async function watched<T>(browser: Browser, run: (crash: Promise<never>) => Promise<T>): Promise<T> {
  const watch = await watchOf(browser)
  let tell = (): void => undefined
  const crash = new Promise<never>((_, reject) => { tell = () => reject(new Error('The page crashed')) })
  crash.catch(() => undefined)
  watch.on('Target.targetCrashed', tell)
  try {
    return await run(crash)
  } finally {
    watch.off('Target.targetCrashed', tell)
  }
}

const watches = new WeakMap<Browser, Promise<CDPSession>>()

/** One for each browser: ending one would hide the browser itself from whoever works beside it. */
function watchOf(browser: Browser): Promise<CDPSession> {
  const known = watches.get(browser)
  if (known) return known
  const watch = browser.target().createCDPSession().then(async (session) => {
    await session.send('Target.setDiscoverTargets', { discover: true })
    return session
  })
  watches.set(browser, watch)
  return watch
}

const closed = (page: Page): Promise<void> => within(closeLimit, page.close()).catch(() => undefined)

/** A page that holds a desk's document; what it may ask for changes from work to work. */
interface Tab {
  readonly browser: Browser
  readonly page: Page
  readonly given: { html: string; assets: Desk['assets'] }
  readonly installed: Set<string>
  /** Characters that were written into it. */
  written: number
}

/** Characters after which a tab is closed, for what the browser keeps of each work is never given back: some 300 pages. Our own choice. */
const mostWritten = 3_000_000

/** Tabs kept for a next work. */
const mostIdle = 2

interface Coming {
  readonly browser: Browser
  readonly html: string
  readonly tab: Promise<Tab>
}

/** Keeps tabs open, so that faces are loaded and scripts compiled once for many works. */
export class Tabs {
  readonly #idle: Tab[] = []
  readonly #coming: Coming[] = []

  /** Opens tabs for works to come; what fails is met again by the work that would have had the tab. */
  expect(browser: Browser, { desk, tabs }: Expected, refuse: Refuse): void {
    for (let left = tabs; left > 0; left--) {
      const tab = opened(browser, desk, refuse)
      tab.catch(() => undefined)
      this.#coming.push({ browser, html: desk.html, tab })
    }
  }

  /** `run` finds the desk's document empty. A tab on which it fails is not used again. */
  use<T>(browser: Browser, desk: Desk, refuse: Refuse, run: (document: LoadedDocument) => Promise<T>): Promise<T> {
    return watched(browser, async (crash) => {
      const tab = await Promise.race([this.#take(browser, desk, refuse), crash])
      try {
        tab.written += desk.extent
        const result = await Promise.race([run(loaded(tab.page, tab.installed)), crash])
        await this.#keep(tab)
        return result
      } catch (error) {
        await closed(tab.page)
        throw error
      }
    })
  }

  async #take(browser: Browser, desk: Desk, refuse: Refuse): Promise<Tab> {
    const kept = takenFrom(this.#idle, (tab) => tab.browser === browser && tab.given.html === desk.html)
    const coming = kept ? undefined : takenFrom(this.#coming, (one) => one.browser === browser && one.html === desk.html)
    const tab = kept ?? await coming?.tab.catch(() => undefined) ?? await opened(browser, desk, refuse)
    tab.given.assets = desk.assets
    await sized(tab.page, desk.size)
    return tab
  }

  async #keep(tab: Tab): Promise<void> {
    if (tab.written > mostWritten || this.#idle.length >= mostIdle) return closed(tab.page)
    // What was printed would be laid out again for the screen.
    await tab.page.evaluate('document.body.replaceChildren()')
    this.#idle.push(tab)
  }
}

function takenFrom<T>(list: T[], is: (one: T) => boolean): T | undefined {
  const at = list.findIndex(is)
  return at < 0 ? undefined : list.splice(at, 1)[0]
}

async function opened(browser: Browser, { html, assets }: PrintDocument, refuse: Refuse): Promise<Tab> {
  const page = await browser.newPage()
  const given = { html, assets }
  await page.emulateMediaType('print')
  await guard(page, given, refuse)
  return { browser, page, given, installed: new Set(), written: 0 }
}
