/** `tawazi proof`: contact sheets of a book's PDFs, or of a PDF that is there already. */

import { readFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { build } from '../build.ts'
import type { Artifact } from '../model/edition.ts'
import { hasErrors, SurroundingsError, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { editionNames, type ArtifactName } from '../artifacts/names.ts'
import { pagesName } from '../writers/pdf/pages-json.ts'
import { PagesFault, readPages, summaryOf, toldSummary, writeProof, type Summary } from '../writers/proof/index.ts'
import { loadBook } from './load.ts'
import { interruption } from './interruption.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { progressOn } from './progress.ts'
import { save } from './save.ts'
import { UsageError } from './usage.ts'

interface ProofOptions {
  readonly out?: string
  readonly only?: string
  readonly quiet?: boolean
  readonly json?: boolean
}

const pdfNames = editionNames.filter((name) => name.endsWith('.pdf'))

export function proofCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('proof')
    .summary(words('proof:command.summary'))
    .description(words('proof:command.description'))
    .argument('<book>', words('proof:command.book'))
    .argument('[arabic]', words('cli:build.arabic'))
    .option('--only <names>', words('proof:command.only', { editions: pdfNames.join(', ') }))
    .option('--out <folder>', words('proof:command.out'))
    .option('--quiet', words('cli:build.quiet'))
    .option('--json', words('proof:command.json'))
    .addHelpText('after', `\n${words('proof:command.example')}`)
    .action(async (first: string, second: string | undefined, options: ProofOptions) => {
      done(/\.(pdf|pages\.json)$/.test(first) ? await proofOfFile(first, second, options, words) : await proofOfBook(first, second, options, words))
    })
}

/** What a contact sheet is made from, and the sheet. */
interface Proof {
  readonly edition: string
  readonly summary: Summary
  readonly sheet: Artifact
}

/** Draws from the file beside a PDF; nothing is set. */
async function proofOfFile(first: string, second: string | undefined, options: ProofOptions, words: Words): Promise<number> {
  const path = pagesName(first)
  if (second !== undefined) throw new UsageError('proof/two-pdfs', { name: second, path: first })
  if (options.only !== undefined) throw new UsageError('proof/only-of-book', { path: first })
  const pdf = basename(path).replace(/\.pages\.json$/, '.pdf')
  const text = await readFile(path, 'utf8').catch((cause: unknown) => { throw new SurroundingsError('proof/no-pages', { path, pdf }, cause) })
  const proof = proofOf(text, path, words)
  // The file may have been renamed together with its PDF.
  const sheet = { ...proof.sheet, name: pdf.replace(/\.pdf$/, '.proof.html') }
  const paths = await save([sheet], resolve(options.out ?? dirname(path)))
  return tell([], [{ ...proof, sheet }], paths, '.', options, words)
}

/** Makes the PDFs, and the sheets beside them, so that both are of one book. */
async function proofOfBook(first: string, second: string | undefined, options: ProofOptions, words: Words): Promise<number> {
  const loaded = await loadBook(first, second)
  const wanted = wantedOf(options.only, loaded.editions)
  const progress = progressOn(process.stderr, words, Boolean(options.quiet || options.json))
  const interrupt = interruption()
  try {
    if (!loaded.book) return tell(loaded.messages, [], [], loaded.root, options, words)
    const folder = resolve(options.out ?? join('output', loaded.book.name))
    const built = await build(loaded.book, wanted, progress, interrupt.signal)
    const messages = [...loaded.messages, ...built.messages]
    const proofs = built.artifacts.filter(({ name }) => name.endsWith('.pages.json')).map(({ name, bytes }) => proofOf(Buffer.from(bytes).toString('utf8'), name, words))
    if (!hasErrors(messages)) progress.step('write', { folder: relative('.', folder) || '.' })
    const paths = await save([...built.artifacts, ...proofs.map(({ sheet }) => sheet)], folder)
    progress.done()
    return tell(messages, proofs, paths.slice(built.artifacts.length), loaded.root, options, words)
  } finally {
    progress.done()
    interrupt.release()
  }
}

function proofOf(text: string, path: string, words: Words): Proof {
  try {
    const told = readPages(text)
    const summary = summaryOf(told)
    return { edition: told.edition, summary, sheet: writeProof(told, summary, words.language) }
  } catch (error) {
    if (!(error instanceof PagesFault)) throw error
    throw new SurroundingsError(`proof/${error.reason}`, { path, pdf: basename(path).replace(/\.pages\.json$/, '.pdf'), fault: error.message }, error)
  }
}

/** `--only` first, then the PDFs that the book asks for, then all. */
function wantedOf(only: string | undefined, asked: readonly string[] | undefined): ReadonlySet<ArtifactName> {
  const own = asked?.filter((name) => isPdf(name)) ?? []
  const names = only?.split(',').map((name) => name.trim()).filter(Boolean) ?? (own.length > 0 ? own : pdfNames)
  const other = names.find((name) => !isPdf(name))
  if (other !== undefined || names.length === 0) throw new UsageError('proof/not-a-pdf', { name: other ?? only ?? '', names: pdfNames.join(', ') })
  return new Set(names.filter(isPdf))
}

const isPdf = (name: string): name is (typeof pdfNames)[number] => (pdfNames as readonly string[]).includes(name)

function tell(messages: readonly Message[], proofs: readonly Proof[], paths: readonly string[], root: string, options: ProofOptions, words: Words): number {
  const ok = !hasErrors(messages)
  const files = paths.map((path) => relative('.', path))
  if (options.json) {
    const proved = proofs.map(({ edition, summary }, index) => ({ file: files[index], ...toldSummary(edition, summary) }))
    process.stdout.write(`${JSON.stringify({ ok, proofs: proved, messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
    return ok ? 0 : 1
  }
  const shown = options.quiet ? messages.filter(({ severity }) => severity === 'error') : messages
  for (const message of shown) process.stderr.write(`${lineOf(message, words, root)}\n`)
  if (!options.quiet) proofs.forEach(({ summary }, index) => process.stdout.write(`${lineOfProof(files[index] ?? '', summary, words)}\n`))
  return ok ? 0 : 1
}

const lineOfProof = (file: string, { pages, faulty }: Summary, words: Words): string => {
  const faults = words('proof:with-fault', { count: faulty.length })
  return words('proof:line', { file, pages: words('cli:pages', { count: pages }), faults })
}
