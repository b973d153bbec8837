/** `tawazi export`: the aligned book for translators' tools. */

import { basename, dirname, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { alignBook } from '../aligned.ts'
import { hasErrors, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { writeExchange, type ExchangeName } from '../writers/exchange/index.ts'
import { loadBook } from './load.ts'
import { interruption } from './interruption.ts'
import { lineOf } from './messages.ts'
import { progressOn } from './progress.ts'
import { save } from './save.ts'
import { UsageError } from './usage.ts'

interface ExportOptions {
  readonly format?: string
  readonly out?: string
  readonly quiet?: boolean
}

const formats: Readonly<Record<string, ExchangeName>> = { 'tmx': 'book.tmx', 'xliff-1.2': 'book.xliff12.xlf', 'xliff-2.1': 'book.xliff21.xlf' }
const names = Object.keys(formats).join(', ')

export function exportCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('export')
    .summary(words('exchange:export.summary'))
    .description(words('exchange:export.description'))
    .argument('<book>', words('cli:build.book'))
    .argument('[arabic]', words('cli:build.arabic'))
    .option('--format <name>', words('exchange:export.format'))
    .option('--out <file>', words('exchange:export.out'))
    .option('--quiet', words('cli:build.quiet'))
    .addHelpText('after', `\n${words('exchange:export.example')}`)
    .action(async (book: string, arabic: string | undefined, options: ExportOptions) => {
      done(await runExport(book, arabic, options, words))
    })
}

async function runExport(first: string, second: string | undefined, options: ExportOptions, words: Words): Promise<number> {
  const name = formatOf(options)
  const { book, root, messages: loading } = await loadBook(first, second)
  const progress = progressOn(process.stderr, words, Boolean(options.quiet))
  const interrupt = interruption()
  try {
    const { aligned, messages: reading } = book ? await alignBook(book, progress, interrupt.signal) : { aligned: undefined, messages: [] }
    progress.done()
    const before = [...loading, ...reading]
    if (!aligned || hasErrors(before)) return tell(before, root, options, words, 1)
    const { artifacts, messages, units } = writeExchange(aligned, [name])
    const path = resolve(options.out ?? `output/${aligned.book.name}/${name}`)
    await save(artifacts.map(({ bytes }) => ({ name: basename(path), bytes })), dirname(path))
    if (!options.quiet) process.stdout.write(`${words('exchange:export.done', { path: relative('.', path), count: units })}\n`)
    return tell([...before, ...messages], root, options, words, 0)
  } finally {
    progress.done()
    interrupt.release()
  }
}

/** By its name, or by that of the file where that says enough. */
function formatOf({ format, out }: ExportOptions): ExchangeName {
  const asked = format ?? (out?.toLowerCase().endsWith('.tmx') ? 'tmx' : undefined)
  if (asked === undefined) throw new UsageError('exchange/no-format', { names })
  const found = Object.hasOwn(formats, asked) ? formats[asked] : undefined
  if (!found) throw new UsageError('exchange/unknown-format-name', { name: asked, names })
  return found
}

function tell(messages: readonly Message[], root: string, { quiet }: ExportOptions, words: Words, code: number): number {
  for (const message of messages) if (!quiet || message.severity === 'error') process.stderr.write(`${lineOf(message, words, root)}\n`)
  return code
}
