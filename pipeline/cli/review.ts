/** `tawazi review`: the translator's desk in the browser, until Ctrl-C. */

import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { watchBook } from '../review/watch.ts'
import { serve } from '../review/server.ts'
import { ChapterPreview } from '../review/preview.ts'
import { openDesk } from '../review/desk.ts'
import type { Command } from 'commander'
import { openBrowser, type PrintBrowser } from '../print/browser.ts'
import { hasErrors, SurroundingsError } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { loadBook } from './load.ts'
import { interruption } from './interruption.ts'
import { lineOf } from './messages.ts'
import { UsageError } from './usage.ts'

interface ReviewOptions {
  readonly host: string
  readonly port?: string
  readonly open: boolean
}

export function reviewCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('review')
    .summary(words('review:command.summary'))
    .description(words('review:command.description'))
    .argument('<book>', words('review:command.book'))
    .option('--host <address>', words('review:command.host'), '127.0.0.1')
    .option('--port <number>', words('review:command.port'))
    .option('--no-open', words('review:command.no-open'))
    .addHelpText('after', `\n${words('review:command.example')}`)
    .action(async (book: string, options: ReviewOptions) => done(await run(book, options, words)))
}

async function run(path: string, options: ReviewOptions, words: Words): Promise<number> {
  const port = portOf(options.port)
  const interrupt = interruption()
  try {
    const { book, root, messages: loading } = await loadBook(path, undefined)
    const { desk, messages } = book ? await openDesk(() => loadBook(path, undefined)) : { desk: undefined, messages: loading }
    for (const message of messages) process.stderr.write(`${lineOf(message, words, root)}\n`)
    if (!book || !desk || hasErrors(messages)) return 1
    const pages = pagesOn(interrupt.signal)
    const preview = new ChapterPreview(() => desk.aligned(), pages.browser)
    const version = async () => (await desk.aligned()).version
    const page = { host: options.host, language: words.language, digits: book.digits.ar, preview, version }
    const served = await serve(desk, { ...page, port: port ?? usualPort(book.root) }).catch((cause: unknown) => {
      if (port === undefined && cause instanceof SurroundingsError && cause.rule === 'review/port-taken') return serve(desk, { ...page, port: 0 })
      throw cause
    })
    const endWatch = watchBook(book, () => void served.changed().catch(() => undefined))
    const title = (await desk.state()).title[words.language]
    process.stdout.write(`${words('review:command.at', { title, address: served.address })}\n${words('review:command.end')}\n`)
    if (options.open) await openPage(served.address)
    await ended(interrupt.signal)
    endWatch()
    await Promise.all([served.close(), pages.close()])
    return 0
  } finally {
    interrupt.release()
  }
}

/** Undefined where none was given. */
function portOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new UsageError('review/not-a-port', { port: given })
  return port
}

/** Ports that nobody has spoken for and that systems do not give out by themselves. Own choice. */
const usual = { from: 20_000, count: 10_000 }

/** Always the same for a book: a browser keeps a person's name and place by the address, of which the port is a part. */
const usualPort = (root: string): number => usual.from + createHash('sha256').update(resolve(root)).digest().readUInt32BE(0) % usual.count

/** The typesetter's browser, started when the first page is asked for. */
function pagesOn(signal: AbortSignal): { browser: () => Promise<PrintBrowser>; close: () => Promise<void> } {
  let opening: Promise<PrintBrowser> | undefined
  return {
    browser: () => (opening ??= openBrowser({ signal }).catch((error: unknown) => {
      opening = undefined
      throw error
    })),
    close: async () => (await opening?.catch(() => undefined))?.close(),
  }
}

/** Where there is no browser to open, the address that was printed serves. */
async function openPage(address: string): Promise<void> {
  const { default: open } = await import('open')
  await open(address).then((child) => child.on('error', () => undefined)).catch(() => undefined)
}

const ended = (signal: AbortSignal): Promise<void> => new Promise((resolve) => {
  if (signal.aborted) resolve()
  else signal.addEventListener('abort', () => resolve(), { once: true })
})
