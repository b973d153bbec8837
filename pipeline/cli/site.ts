/** `tawazi site`: a website of one or several books, with the editions that were built before. */

import { readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { editionNames } from '../artifacts/names.ts'
import { bookOfFolder } from '../book/load.ts'
import { alignBook } from '../aligned.ts'
import { openEpub } from '../check/epub/open.ts'
import { siteFaults } from '../check/site.ts'
import { hasErrors, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { writeSite, type Site, type SiteBook } from '../writers/site/index.ts'
import { digestOf } from '../views/digest.ts'
import { interruption } from './interruption.ts'
import { isOf, recordIn } from './made.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { progressOn, type Shown } from './progress.ts'
import { save } from './save.ts'
import { swept } from './swept.ts'
import { UsageError } from './usage.ts'

interface SiteOptions {
  readonly out?: string
  readonly from?: string
  readonly address?: string
  readonly quiet?: boolean
  readonly json?: boolean
}

export function siteCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('site')
    .summary(words('site:command.summary'))
    .description(words('site:command.description'))
    .argument('<book...>', words('site:command.books'))
    .option('--out <folder>', words('site:command.out'))
    .option('--from <folder>', words('site:command.from'))
    .option('--address <address>', words('site:command.address'))
    .option('--quiet', words('cli:build.quiet'))
    .option('--json', words('cli:build.json'))
    .addHelpText('after', `\n${words('site:command.example')}`)
    .action(async (books: readonly string[], options: SiteOptions) => done(await run(books, options, words)))
}

/** The site, or its faults alone; the address that is given outweighs that of the first book which has one. */
function proved(books: readonly SiteBook[], given: string | undefined): Site {
  const { artifacts, messages } = writeSite(books, { address: given ?? books.find(({ aligned }) => aligned.book.site)?.aligned.book.site?.address })
  const faults = siteFaults(artifacts.length > 0 ? books.map(({ aligned }) => ({ ...aligned, name: aligned.book.name })) : [], artifacts)
  return { artifacts: hasErrors(faults) ? [] : artifacts, messages: [...messages, ...faults] }
}

interface Read {
  /** Undefined where the messages hold an error. */
  readonly book: SiteBook | undefined
  readonly root: string
  readonly messages: readonly Message[]
}

async function run(paths: readonly string[], options: SiteOptions, words: Words): Promise<number> {
  const given = options.address
  if (given !== undefined && !isAddress(given)) throw new UsageError('site/not-an-address', { address: given })
  if (options.from !== undefined) await expectFolder(options.from)
  const progress = progressOn(process.stderr, words, Boolean(options.quiet || options.json))
  const interrupt = interruption()
  try {
    const all: Read[] = []
    const isAlone = paths.length === 1
    for (const path of paths) all.push(await readBook(path, { from: options.from ?? 'output', isAlone }, progress, interrupt.signal))
    const books = all.flatMap(({ book }) => book ?? [])
    // One book that cannot be read leaves the site as it was.
    const { artifacts, messages } = books.length < all.length ? { artifacts: [], messages: [] } : proved(books, given)
    const folder = resolve(options.out ?? 'output/site')
    if (artifacts.length > 0) progress.step('write', { folder: relative('.', folder) || '.' })
    const written = await save(artifacts, folder)
    const deleted = await swept(folder, artifacts)
    progress.done()
    return tell([...all, { messages, root: '.' }], { written, deleted }, folder, options, words)
  } finally {
    progress.done()
    interrupt.release()
  }
}

/** A folder that somebody names is meant to be there; the usual one is not, before the first book was built. */
async function expectFolder(from: string): Promise<void> {
  const isFolder = await stat(from).then((found) => found.isDirectory(), () => false)
  if (!isFolder) throw new UsageError('site/no-such-folder', { folder: from })
}

/** Where finished editions are looked for. */
interface Source {
  readonly from: string
  /** Whether the site has but one book, whose editions may lie in the folder itself. */
  readonly isAlone: boolean
}

async function readBook(path: string, source: Source, progress: Shown, signal: AbortSignal): Promise<Read> {
  const { book, root, messages } = await bookOfFolder(path)
  if (!book) return { book: undefined, root, messages }
  const { aligned, messages: found } = await alignBook(book, progress, signal)
  const told = [...messages, ...found]
  if (!aligned) return { book: undefined, root, messages: told }
  const { folder, ...built } = await builtFrom(source, book.name)
  const old = await olderThan(aligned, built.files, folder)
  return { book: { aligned, ...built }, root, messages: [...told, ...old] }
}

/** Told of once for a book: readers would download another text than they read. */
async function olderThan(aligned: SiteBook['aligned'], files: SiteBook['files'], folder: string): Promise<Message[]> {
  const [record, digest] = [await recordIn(folder), digestOf(aligned)]
  const old = files.filter((file) => !isOf(record, file, digest)).map(({ name }) => name)
  return old.length === 0 ? [] : [{ rule: 'site/older-files', severity: 'warning', values: { name: aligned.book.name, files: old.join(' · '), count: old.length } }]
}

/** As `build` puts them into `output/NAME`, or, with `--out`, into the folder that it is told. */
async function builtFrom({ from, isAlone }: Source, name: string): Promise<Omit<SiteBook, 'aligned'> & { readonly folder: string }> {
  const own = join(from, name)
  const built = await builtFiles(own)
  return built.files.length > 0 || !isAlone ? { ...built, folder: own } : { ...await builtFiles(from), folder: from }
}

/** Editions that stand in a folder, with their covers. */
async function builtFiles(folder: string): Promise<Omit<SiteBook, 'aligned'>> {
  const found = await Promise.all(editionNames.map(async (name) => ({ name, bytes: await bytesAt(join(folder, name)) })))
  const files = found.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []))
  const covers = await Promise.all(files.map(async (file) => [file.name, await coverOf(file, folder)] as const))
  return { files, covers: new Map(covers.flatMap(([name, bytes]) => (bytes ? [[name, bytes] as const] : []))) }
}

const bytesAt = (path: string): Promise<Uint8Array | undefined> => readFile(path).catch(() => undefined)

/** As the library page shows it; where none was made, an EPUB holds its own. */
async function coverOf({ name, bytes }: SiteBook['files'][number], folder: string): Promise<Uint8Array | undefined> {
  const shown = await bytesAt(join(folder, `covers/${name}.png`)) ?? await bytesAt(join(folder, `covers/${name}.jpg`))
  if (shown || !name.endsWith('.epub')) return shown
  // What is no EPUB, whatever its name, has none.
  const opened = await openEpub(bytes).catch(() => undefined)
  const item = opened?.items.find(({ properties }) => properties.includes('cover-image'))
  return opened?.files.get(item?.file ?? '')
}

const isAddress = (given: string): boolean => URL.canParse(given) && /^https?:\/\/[^?#]+$/.test(given)

interface Saved {
  readonly written: readonly string[]
  /** Files of an earlier site that this one has not. */
  readonly deleted: number
}

function tell(told: readonly Pick<Read, 'messages' | 'root'>[], { written, deleted }: Saved, folder: string, options: SiteOptions, words: Words): number {
  const messages = told.flatMap((one) => one.messages)
  const ok = !hasErrors(messages)
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ok, files: written.map((path) => relative('.', path)), deleted, messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
    return ok ? 0 : 1
  }
  for (const one of told) {
    for (const message of one.messages) if (!options.quiet || message.severity === 'error') process.stderr.write(`${lineOf(message, words, one.root)}\n`)
  }
  if (ok && !options.quiet && deleted > 0) process.stdout.write(`${words('site:command.deleted', { count: deleted })}\n`)
  if (ok && !options.quiet) process.stdout.write(`${words('site:command.written', { count: written.length, folder: relative('.', folder) || '.' })}\n`)
  return ok ? 0 : 1
}
