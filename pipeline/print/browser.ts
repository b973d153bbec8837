/** The browser as the pipeline sees it: print, picture, measure; guarded, limited in time, replaced when it dies. */

import { availableParallelism } from 'node:os'
import pLimit from 'p-limit'
import type { Browser, Page } from 'puppeteer'
import { SurroundingsError } from '../model/message.ts'
import { candidates, type Candidate } from './candidates.ts'
import type { Desk, Expected, PictureSize, PrintDocument, PrintOptions } from './document.ts'
import { kill, launch } from './launch.ts'
import { limitFor, StepTimeout, unlessAborted, within } from './limit.ts'
import type { LoadedDocument } from './loaded.ts'
import { paged } from './paged.ts'
import { proveStartup } from './startup.ts'
import { sized } from './sized.ts'
import { onPage, Tabs } from './tabs.ts'
import { Unfit, unfitOf } from './unfit.ts'

export interface PrintBrowser {
  /** Name and version, such as `HeadlessChrome/143.0.7499.4`. */
  readonly name: string
  /** Addresses outside the book, or missing from it, that documents asked for in vain; each once. */
  readonly refused: ReadonlySet<string>
  print(document: PrintDocument, options: PrintOptions): Promise<Uint8Array>
  /** Runs the product's own `run` in the loaded page; its argument and result are JSON. */
  measure<T, A>(document: PrintDocument, run: (argument: A) => T, argument: A, size?: PictureSize): Promise<Awaited<T>>
  /** Several steps on one document, all of them again where the browser dies on the way; `run` must start from nothing. Two works are done at once, others wait for their turn. */
  work<T>(desk: Desk, run: (document: LoadedDocument) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface OpenOptions {
  readonly signal?: AbortSignal
  readonly among?: AsyncIterable<Candidate> | Iterable<Candidate>
  /** Called when the process of a candidate has begun: it needs half a second until it answers, in which others can work. */
  readonly onStart?: () => void
  /** What it will be wanted for first: its tabs are opened while the browser is proved. */
  readonly expected?: Promise<Expected>
}

/**
 * The first candidate that starts and prints Arabic, or a `SurroundingsError` that says why none does.
 * Takes about a second.
 */
export async function openBrowser({ among = candidates(), ...options }: OpenOptions = {}): Promise<PrintBrowser> {
  const tried: { candidate: Candidate; unfit: Unfit }[] = []
  for await (const candidate of among) {
    const opened = await tryCandidate(candidate, options)
    if (!(opened instanceof Unfit)) return opened
    tried.push({ candidate, unfit: opened })
  }
  const browsers = tried.map(({ candidate }) => candidate.executable).join(', ')
  const cause = new AggregateError(tried.map(({ unfit }) => unfit))
  if (tried.length === 0) throw new SurroundingsError('browser/none-found')
  if (tried.some(({ unfit }) => unfit.reason === 'no-sandbox')) throw new SurroundingsError('browser/no-sandbox', { browsers }, cause)
  if (tried.some(({ candidate }) => candidate.kind === 'environment')) throw new SurroundingsError('browser/named', { browsers }, cause)
  throw new SurroundingsError('browser/none-serves', { browsers }, cause)
}

/** The browser, started and proved, or the reason why this candidate does not serve. */
export async function tryCandidate(candidate: Candidate, { signal, onStart, expected }: Omit<OpenOptions, 'among'> = {}): Promise<PrintBrowser | Unfit> {
  signal?.throwIfAborted()
  let session: Session | undefined
  try {
    const browser = await launch(candidate, signal, onStart)
    session = new Session(candidate, browser, signal)
    await session.greet(browser)
    const greeted = session
    void expected?.then((tabs) => greeted.expect(browser, tabs), () => undefined)
    await proveStartup(session)
    return session
  } catch (error) {
    await session?.close()
    signal?.throwIfAborted()
    return error instanceof SurroundingsError ? new Unfit(error.rule === 'browser/too-slow' ? 'slow' : 'not-started', '', error) : unfitOf(error)
  }
}

/** Works that are done at once: a page of the browser is a process of its own. */
const atOnce = Math.min(2, availableParallelism())

/** Tries for each step: a browser that dies, fails or exceeds its limit is replaced, and the step is done once more. */
const tries = 2

class Session implements PrintBrowser {
  name = ''
  readonly refused = new Set<string>()
  readonly #candidate: Candidate
  readonly #signal: AbortSignal | undefined
  readonly #abort = () => void this.#end()
  readonly #tabs = new Tabs()
  readonly #inTurn = pLimit(atOnce)
  #running: Promise<Browser> | undefined
  #isClosed = false

  constructor(candidate: Candidate, browser: Browser, signal: AbortSignal | undefined) {
    this.#candidate = candidate
    this.#running = Promise.resolve(browser)
    this.#signal = signal
    signal?.addEventListener('abort', this.#abort, { once: true })
  }

  async greet(browser: Browser): Promise<void> {
    this.name = await within(limitFor(), browser.version())
  }

  expect(browser: Browser, expected: Expected): void {
    this.#tabs.expect(browser, { ...expected, tabs: Math.min(expected.tabs, atOnce) }, (url) => this.refused.add(url))
  }

  print(document: PrintDocument, options: PrintOptions): Promise<Uint8Array> {
    return this.#step('print', document, (page) => paged(page, options))
  }

  measure<T, A>(document: PrintDocument, run: (argument: A) => T, argument: A, size?: PictureSize): Promise<Awaited<T>> {
    return this.#step('measure', document, async (page): Promise<Awaited<T>> => {
      await page.emulateMediaType('print')
      if (size) await sized(page, size)
      // A compiler may wrap inner functions to keep their names; the page has no such wrapper.
      await page.evaluate('globalThis.__name = (inner) => inner')
      // The function crosses as text, its argument and result as JSON.
      return await page.evaluate(run as (argument: unknown) => T, argument) as Awaited<T>
    })
  }

  work<T>(desk: Desk, run: (document: LoadedDocument) => Promise<T>): Promise<T> {
    return this.#inTurn(() => this.#retried('print', limitFor(desk.extent), (browser) => this.#tabs.use(browser, desk, (url) => this.refused.add(url), run)))
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#signal?.removeEventListener('abort', this.#abort)
    const browser = await this.#running?.catch(() => undefined)
    this.#running = undefined
    if (!browser) return
    await within(closeLimit, browser.close()).catch(() => undefined)
    kill(browser)
  }

  #step<T>(step: Step, document: PrintDocument, run: (page: Page) => Promise<T>): Promise<T> {
    return this.#retried(step, limitFor(document.html.length), (browser) => onPage(browser, document, (url) => this.refused.add(url), run))
  }

  async #retried<T>(step: Step, limit: number, run: (browser: Browser) => Promise<T>): Promise<T> {
    for (let left = tries - 1; ; left--) {
      this.#signal?.throwIfAborted()
      if (this.#isClosed) throw new Error('The browser is closed')
      const running = (this.#running ??= launch(this.#candidate, this.#signal))
      try {
        return await within(limit, unlessAborted(run(await running), this.#signal))
      } catch (error) {
        this.#signal?.throwIfAborted()
        // What is still going on when it is closed must not start another.
        if (error instanceof SurroundingsError || this.#isClosed) throw error
        await this.#end(running)
        if (left === 0) throw faultOf(error, step, limit)
      }
    }
  }

  /** Ends the browser; another step may have replaced it already, and keeps its own. */
  async #end(running = this.#running): Promise<void> {
    if (this.#running === running) this.#running = undefined
    const browser = await running?.catch(() => undefined)
    if (browser) kill(browser)
  }
}

type Step = 'print' | 'measure'

/** Milliseconds for a browser to end by itself. */
const closeLimit = 5000

function faultOf(error: unknown, step: Step, limit: number): unknown {
  if (error instanceof StepTimeout) return new SurroundingsError('browser/too-slow', { step, seconds: limit / 1000 }, error)
  if (error instanceof Unfit || isOfBrowser(error)) return new SurroundingsError('browser/died', { step }, error)
  return error
}

/** Puppeteer's own errors; one that the product's function throws in the page is a bug and is not among them. */
const isOfBrowser = (error: unknown): boolean =>
  error instanceof Error && /^(?:ProtocolError|TargetCloseError|ConnectionClosedError)$|crashed|^net::|detached|closed/i.test(`${error.name}\n${error.message}`)
