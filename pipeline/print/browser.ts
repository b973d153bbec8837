/** The browser as the pipeline sees it: print, picture, measure; guarded, limited in time, replaced once when it dies. */

import type { Browser, Page } from 'puppeteer'
import { SurroundingsError } from '../model/message.ts'
import { candidates, type Candidate } from './candidates.ts'
import type { PictureSize, PrintDocument, PrintOptions } from './document.ts'
import { guardedPage } from './guard.ts'
import { kill, launch } from './launch.ts'
import { startupFault } from './startup.ts'

export interface PrintBrowser {
  /** Name and version, such as `HeadlessChrome/143.0.7499.4`. */
  readonly name: string
  print(document: PrintDocument, options: PrintOptions): Promise<Uint8Array>
  /** A PNG of the top of the document as a screen of that size shows its print style. */
  picture(document: PrintDocument, size: PictureSize): Promise<Uint8Array>
  /** Runs the product's own `run` in the loaded page; its argument and result are JSON. */
  measure<T, A>(document: PrintDocument, run: (argument: A) => T, argument: A, size?: PictureSize): Promise<Awaited<T>>
  close(): Promise<void>
}

/**
 * The first candidate that starts and prints Arabic, or a `SurroundingsError` that says why none does.
 * Takes about a second.
 */
export async function openBrowser(options: { readonly signal?: AbortSignal; readonly among?: AsyncIterable<Candidate> | Iterable<Candidate> } = {}): Promise<PrintBrowser> {
  const faults: string[] = []
  for await (const candidate of options.among ?? candidates()) {
    options.signal?.throwIfAborted()
    const opened = await opening(candidate, options.signal)
    if (typeof opened !== 'string') return opened
    faults.push(`${candidate.executable}: ${opened}`)
  }
  if (faults.length > 0) throw new SurroundingsError('browser/none-serves', { faults: faults.join('; ') })
  throw new SurroundingsError('browser/none-found')
}

/** The browser, or the reason why this candidate does not serve. */
async function opening(candidate: Candidate, signal: AbortSignal | undefined): Promise<PrintBrowser | string> {
  let browser: Browser | undefined
  try {
    browser = await launch(candidate)
    const session = new Session(candidate, browser, await browser.version(), signal)
    const fault = await startupFault(session)
    if (!fault) return session
    await session.close()
    return fault
  } catch (error) {
    if (browser) kill(browser)
    signal?.throwIfAborted()
    return firstLine(error)
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').find((line) => line.trim() !== '')?.trim() ?? ''

/** A step that took longer than its limit. */
class StepTimeout extends Error {}

class Session implements PrintBrowser {
  readonly name: string
  readonly #candidate: Candidate
  readonly #signal: AbortSignal | undefined
  #browser: Browser | undefined

  constructor(candidate: Candidate, browser: Browser, name: string, signal: AbortSignal | undefined) {
    this.name = name
    this.#candidate = candidate
    this.#browser = browser
    this.#signal = signal
    signal?.addEventListener('abort', () => void (this.#browser && kill(this.#browser)), { once: true })
  }

  print(document: PrintDocument, { tagged, outline }: PrintOptions): Promise<Uint8Array> {
    return this.#step('print', document, (page) =>
      page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline, timeout: 0 }))
  }

  picture(document: PrintDocument, size: PictureSize): Promise<Uint8Array> {
    return this.#step('picture', document, async (page) => {
      await sized(page, size)
      return page.screenshot({ type: 'png', clip: { x: 0, y: 0, width: size.width, height: size.height } })
    })
  }

  measure<T, A>(document: PrintDocument, run: (argument: A) => T, argument: A, size?: PictureSize): Promise<Awaited<T>> {
    return this.#step('measure', document, async (page): Promise<Awaited<T>> => {
      if (size) await sized(page, size)
      // A compiler may wrap inner functions to keep their names; the page has no such wrapper.
      await page.evaluate('globalThis.__name = (inner) => inner')
      // The function crosses as text, its argument and result as JSON.
      return await page.evaluate(run as (argument: unknown) => T, argument) as Awaited<T>
    })
  }

  async close(): Promise<void> {
    const browser = this.#browser
    this.#browser = undefined
    if (!browser) return
    await Promise.race([browser.close(), later(5000)]).catch(() => undefined)
    kill(browser)
  }

  /** A browser that dies or exceeds its limit is ended, replaced, and given the step once more. */
  async #step<T>(name: string, document: PrintDocument, run: (page: Page) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      this.#signal?.throwIfAborted()
      const browser = (this.#browser ??= await launch(this.#candidate))
      try {
        return await within(limitFor(document), onPage(browser, document, run))
      } catch (error) {
        this.#signal?.throwIfAborted()
        const isDead = error instanceof StepTimeout || !browser.connected
        if (!isDead && attempt > 1) throw error
        kill(browser)
        this.#browser = undefined
        if (attempt > 1) throw new SurroundingsError(error instanceof StepTimeout ? 'browser/too-slow' : 'browser/died', { step: name, seconds: limitFor(document) / 1000 }, error)
      }
    }
  }
}

async function onPage<T>(browser: Browser, document: PrintDocument, run: (page: Page) => Promise<T>): Promise<T> {
  const { page } = await guardedPage(browser, document)
  try {
    return await run(page)
  } finally {
    await page.close().catch(() => undefined)
  }
}

async function sized(page: Page, size: PictureSize): Promise<void> {
  await page.emulateMediaType('print')
  await page.setViewport({ width: Math.ceil(size.width), height: Math.ceil(size.height), deviceScaleFactor: size.scale })
}

/** Milliseconds: a minute, and a second for each 20 kB of HTML, ten minutes at the most; `TAWAZI_TIMEOUT` (seconds) overrides. */
function limitFor({ html }: PrintDocument): number {
  const own = Number(process.env['TAWAZI_TIMEOUT'])
  return own > 0 ? own * 1000 : Math.min(600, 60 + html.length / 20_000) * 1000
}

async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  // The work that is given up ends with its browser; its failure is no news then.
  work.catch(() => undefined)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => { timer = setTimeout(() => reject(new StepTimeout()), limit) })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const later = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
