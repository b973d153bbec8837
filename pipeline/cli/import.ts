/** `tawazi import`: corrections from translators' tools, kept as decisions of the book. */

import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { alignBook } from '../build.ts'
import { withImported } from '../decisions/imported.ts'
import { writeDecisions } from '../decisions/write.ts'
import { currentOf } from '../exchange/current.ts'
import { importUnits, type Imported } from '../exchange/import.ts'
import { readExchange } from '../exchange/read/index.ts'
import { mostBytes, tooLarge } from '../exchange/read/xml.ts'
import { rewordingMessage } from '../exchange/words.ts'
import type { Book } from '../model/book.ts'
import { undecided, type Decided, type Decisions } from '../model/decisions.ts'
import { hasErrors, SurroundingsError, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { locked } from '../review/desk/lock.ts'
import type { AlignedBook } from '../views/index.ts'
import { loadBook } from './build.ts'
import { interruption } from './interruption.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { progressOn } from './progress.ts'
import { save } from './save.ts'

interface ImportOptions {
  readonly by?: string
  readonly dryRun?: boolean
  readonly json?: boolean
  readonly quiet?: boolean
}

export function importCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('import')
    .summary(words('exchange:import.summary'))
    .description(words('exchange:import.description'))
    .argument('<book>', words('cli:build.book'))
    .argument('<file>', words('exchange:import.file'))
    .option('--by <name>', words('exchange:import.by'))
    .option('--dry-run', words('exchange:import.dry-run'))
    .option('--json', words('cli:build.json'))
    .option('--quiet', words('cli:build.quiet'))
    .addHelpText('after', `\n${words('exchange:import.example')}`)
    .action(async (book: string, file: string, options: ImportOptions) => {
      done(await runImport(book, file, options, words))
    })
}

async function runImport(folder: string, path: string, options: ImportOptions, words: Words): Promise<number> {
  const { book, root, messages: loading } = await loadBook(folder, undefined)
  if (!book) return tell(loading, undefined, undefined, root, options, words)
  const file = relative(book.root, resolve(path))
  const bytes = await bytesOf(path, file)
  if ('rule' in bytes) return tell([...loading, bytes], undefined, book, root, options, words)
  const { units, messages: reading } = readExchange(bytes, file)
  if (hasErrors(reading)) return tell([...loading, ...reading], undefined, book, root, options, words)
  const work = async (): Promise<number> => {
    const { aligned, messages } = await aligning(book, options, words)
    const before = [...loading, ...messages, ...reading]
    if (!aligned) return tell(before, undefined, book, root, options, words)
    const imported = importUnits(units, currentOf(aligned.manuscripts, aligned.alignment), (bead) => isFixed(aligned.decisions?.beads.get(bead)))
    if (!options.dryRun && imported.beads.length > 0) await keep(book, decisionsAfter(aligned, imported, authorOf(options)))
    return tell([...before, ...imported.messages, ...imported.rewordings.map(rewordingMessage)], imported, book, root, options, words)
  }
  // Whoever works at the desk meanwhile loses nothing.
  return options.dryRun ? work() : locked(book.root, work)
}

async function bytesOf(path: string, file: string): Promise<Uint8Array | Message> {
  const unreadable = (cause: unknown): never => {
    throw new SurroundingsError('exchange/file-unreadable', { path, fault: (cause as Error).message }, cause)
  }
  const { size } = await stat(path).catch(unreadable)
  return size > mostBytes ? tooLarge(file) : readFile(path).catch(unreadable)
}

async function aligning(book: Book, { quiet, json }: ImportOptions, words: Words): ReturnType<typeof alignBook> {
  const progress = progressOn(process.stderr, words, Boolean(quiet || json))
  const interrupt = interruption()
  try {
    return await alignBook(book, progress, interrupt.signal)
  } finally {
    progress.done()
    interrupt.release()
  }
}

const isFixed = (decided: Decided | undefined): boolean => decided?.status !== undefined && decided.status !== 'again'

const authorOf = ({ by }: ImportOptions) => ({ by: by ?? userInfo().username, at: new Date().toISOString().replace(/\.\d+Z$/, 'Z') })

function decisionsAfter({ decisions = undecided, alignment, manuscripts }: AlignedBook, { beads }: Imported, author: ReturnType<typeof authorOf>): Decisions {
  return withImported(decisions, alignment, currentOf(manuscripts, alignment).segments, beads, author)
}

const keep = async (book: Book, decisions: Decisions): Promise<void> => {
  await save([{ name: book.decisions, bytes: Buffer.from(writeDecisions(decisions)) }], book.root)
}

function tell(messages: readonly Message[], imported: Imported | undefined, book: Book | undefined, root: string, options: ImportOptions, words: Words): number {
  const ok = !hasErrors(messages)
  if (options.json) {
    const { beads = [], rewordings = [], same = 0 } = imported ?? {}
    process.stdout.write(`${JSON.stringify({ ok, same, beads, rewordings, messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
    return ok ? 0 : 1
  }
  for (const message of messages) if (!options.quiet || message.severity === 'error') process.stderr.write(`${lineOf(message, words, root)}\n`)
  if (imported && book && !options.quiet) {
    const file = relative('.', resolve(book.root, book.decisions))
    process.stdout.write(`${words('exchange:import.same', { count: imported.same })}\n${words(options.dryRun ? 'exchange:import.would' : 'exchange:import.pairs', { count: imported.beads.length, file })}\n`)
  }
  return ok ? 0 : 1
}
