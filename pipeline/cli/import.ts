/** `tawazi import`: corrections from translators' tools, kept as decisions of the book. */

import { userInfo } from 'node:os'
import { relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { alignBook, type Aligned } from '../aligned.ts'
import { withImported } from '../decisions/imported.ts'
import { writeDecisions } from '../decisions/write.ts'
import { currentOf } from '../exchange/current.ts'
import { importUnits, type Imported } from '../exchange/import.ts'
import { idleCuts, idleMessage, partedSentences, type Parted } from '../exchange/pieces.ts'
import { readExchange } from '../exchange/read/index.ts'
import type { ReadUnit } from '../exchange/read/unit.ts'
import { mostBytes, tooLarge } from '../exchange/read/xml.ts'
import { codeOf, fileBytes } from '../readers/file.ts'
import { rewordingMessage } from '../exchange/words.ts'
import type { Book } from '../model/book.ts'
import { undecided, type Cut, type Decided, type DecidedBook, type Decisions } from '../model/decisions.ts'
import { hasErrors, SurroundingsError, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { locked } from '../review/desk/lock.ts'
import { loadBook } from './load.ts'
import { interruption } from './interruption.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { progressOn } from './progress.ts'
import { writeRewordings } from './rewordings.ts'
import { save } from './save.ts'

interface ImportOptions {
  readonly by?: string
  readonly dryRun?: boolean
  readonly texts?: boolean
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
    .option('--texts', words('exchange:import.texts'))
    .option('--json', words('cli:build.json'))
    .option('--quiet', words('cli:build.quiet'))
    .addHelpText('after', `\n${words('exchange:import.example')}`)
    .action(async (book: string, file: string, options: ImportOptions) => {
      done(await runImport(book, file, options, words))
    })
}

async function runImport(folder: string, path: string, options: ImportOptions, words: Words): Promise<number> {
  const loaded = await loadBook(folder, undefined)
  const { book } = loaded
  const result = book ? await importInto(book, path, options, words) : { messages: [] }
  const done = result.imported && !options.dryRun && options.texts
    ? await writeRewordings(() => loadBook(folder, undefined), result.imported.rewordings, authorOf(options).by)
    : { written: 0, messages: result.imported?.rewordings.map(rewordingMessage) ?? [] }
  return tell({ ...result, book, root: loaded.root, written: done.written, messages: [...loaded.messages, ...result.messages, ...done.messages] }, options, words)
}

interface Result {
  readonly messages: readonly Message[]
  /** Undefined where the messages hold an error. */
  readonly imported?: Imported
  readonly cuts?: readonly Cut[]
}

/** Keeps the pairs of the file, unless it is only a rehearsal. */
async function importInto(book: Book, path: string, options: ImportOptions, words: Words): Promise<Result> {
  const file = relative(book.root, resolve(path))
  const bytes = await bytesOf(path, file)
  const { units, messages: reading } = 'rule' in bytes ? { units: [], messages: [bytes] } : readExchange(bytes, file)
  if (hasErrors(reading)) return { messages: reading }
  const work = async (): Promise<Result> => {
    const { aligned, messages, parted } = await alignedAsParted(book, units, options, words)
    if (!aligned) return { messages: [...messages, ...reading] }
    const current = currentOf(aligned.manuscripts, aligned.alignment)
    const imported = importUnits(parted.units, current, (bead) => isFixed(aligned.decisions?.beads.get(bead)))
    const idle = idleCuts(parted.cuts, current)
    const cuts = parted.cuts.filter((cut) => !idle.includes(cut))
    const decided = withoutCuts(aligned.decisions ?? undecided, idle)
    if (!options.dryRun && imported.beads.length + cuts.length > 0) await keep(book, withImported(decided, aligned.alignment, current.segments, imported.beads, authorOf(options)))
    return { messages: [...messages, ...reading, ...parted.messages, ...idle.map(idleMessage), ...imported.messages], imported, cuts }
  }
  // Whoever works at the desk meanwhile loses nothing.
  return options.dryRun ? work() : locked(book.root, work)
}

const withoutCuts = (decided: DecidedBook, idle: readonly Cut[]): DecidedBook =>
  ({ ...decided, decisions: { ...decided.decisions, cuts: decided.decisions.cuts.filter((cut) => !idle.includes(cut)) } })

/** The book; where the file parts sentences inside, read again with their cuts, so that its units are whole sentences. */
async function alignedAsParted(book: Book, units: readonly ReadUnit[], options: ImportOptions, words: Words): Promise<Aligned & { readonly parted: Parted }> {
  const whole = await aligning(book, options, words)
  if (!whole.aligned) return { ...whole, parted: { cuts: [], units, messages: [] } }
  const parted = partedSentences(units, currentOf(whole.aligned.manuscripts, whole.aligned.alignment))
  return { ...(parted.cuts.length === 0 ? whole : await aligning(book, options, words, parted.cuts)), parted }
}

async function bytesOf(path: string, file: string): Promise<Uint8Array | Message> {
  const unreadable = (cause: unknown): never => {
    throw new SurroundingsError('exchange/file-unreadable', { path, fault: (cause as Error).message }, cause)
  }
  return fileBytes(path, mostBytes).catch((cause: unknown) => (codeOf(cause) === 'EFBIG' ? tooLarge(file) : unreadable(cause)))
}

async function aligning(book: Book, { quiet, json }: ImportOptions, words: Words, cuts: readonly Cut[] = []): Promise<Aligned> {
  const progress = progressOn(process.stderr, words, Boolean(quiet || json))
  const interrupt = interruption()
  try {
    return await alignBook(book, progress, interrupt.signal, cuts)
  } finally {
    progress.done()
    interrupt.release()
  }
}

const isFixed = (decided: Decided | undefined): boolean => decided?.status !== undefined && decided.status !== 'again'

const authorOf = ({ by }: ImportOptions) => ({ by: by ?? userInfo().username, at: new Date().toISOString().replace(/\.\d+Z$/, 'Z') })

const keep = async (book: Book, decisions: Decisions): Promise<void> => {
  await save([{ name: book.decisions, bytes: Buffer.from(writeDecisions(decisions)) }], book.root)
}

interface Told extends Result {
  readonly book: Book | undefined
  readonly root: string
  readonly written: number
}

function tell(result: Told, options: ImportOptions, words: Words): number {
  const { messages, imported, cuts = [], root, written } = result
  const ok = !hasErrors(messages)
  if (options.json) {
    const { beads = [], rewordings = [], same = 0 } = imported ?? {}
    process.stdout.write(`${JSON.stringify({ ok, same, cuts, beads, rewordings, written, messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
    return ok ? 0 : 1
  }
  for (const message of messages) if (!options.quiet || message.severity === 'error') process.stderr.write(`${lineOf(message, words, root)}\n`)
  if (imported && !options.quiet) process.stdout.write(summary(result, imported, options, words))
  return ok ? 0 : 1
}

function summary({ book, cuts = [], written }: Told, { beads, rewordings, same }: Imported, { dryRun, texts }: ImportOptions, words: Words): string {
  const file = book ? relative('.', resolve(book.root, book.decisions)) : ''
  const count = dryRun ? rewordings.filter(({ sentence }) => sentence).length : written
  return [
    words('exchange:import.same', { count: same }),
    ...(cuts.length > 0 ? [words(dryRun ? 'exchange:import.cuts-would' : 'exchange:import.cuts', { count: cuts.length })] : []),
    words(dryRun ? 'exchange:import.would' : 'exchange:import.pairs', { count: beads.length, file }),
    ...(texts ? [words(dryRun ? 'exchange:import.texts-would' : 'exchange:import.texts-written', { count })] : []),
  ].map((line) => `${line}\n`).join('')
}
