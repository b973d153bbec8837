/**
 * Measures the typesetter on an invented book: `npm run bench:typeset -- [--words 100000] [--runs 3] [--peers] [--only a.pdf,b.pdf] [--articles 40] [--keep DIR]`.
 *
 * For each edition of both languages' book: the whole command, and from the aligned book to the PDF alone (browser's start
 * and proofs included); wall time, memory of all its processes, what the product says of its pages, and what poppler sees
 * in the finished file. Then short articles in one warm browser, and with `--peers` other engines on the same text.
 * 550,000 words are some 3,000 facing pages. Prints Markdown.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { editionNames } from '../../../pipeline/artifacts/names.ts'
import { benchBook, wordsOf, type Chapter } from './book.ts'
import { hasPoppler, lookAt, type Finished } from './finished.ts'
import { writeBook } from './manuscript.ts'
import { pageFigures, type Blank } from './pages.ts'
import { peers, type Peer } from './peers/index.ts'
import { figures, repeated, succeeded, type Run } from './runs.ts'
import { stepOf, type Step } from './step.ts'
import { head, line } from './table.ts'
import { watch } from './watch.ts'

const { values: options } = parseArgs({
  options: {
    words: { type: 'string', default: '100000' }, runs: { type: 'string', default: '3' }, only: { type: 'string', default: 'facing.pdf,en.pdf,ar.pdf,columns.pdf,interlinear.pdf,two-cover.pdf' },
    articles: { type: 'string', default: '40' }, peers: { type: 'boolean', default: false }, keep: { type: 'string' }, date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
})

const [words, runs] = [Number(options.words), Number(options.runs)]
const command = fileURLToPath(new URL('../../../pipeline/cli/tawazi.mjs', import.meta.url))
const compiled = fileURLToPath(new URL('../compiled.mjs', import.meta.url))

const build = (book: string, name: string, out: string) => async (): Promise<Run> =>
  succeeded(await watch(process.execPath, [command, 'build', book, '--only', name, '--out', out, '--quiet']), 'the command')

/** Between the two marks that the product's half of the bench sets. */
const typeset = (args: readonly string[]) => async (): Promise<Run> => {
  const watched = succeeded(await watch(process.execPath, [compiled, 'tests/bench/typeset/product.ts', ...args]), 'the typesetter')
  const at = (mark: string) => watched.told.find(({ message }) => message === mark)?.at ?? NaN
  return { ...watched, seconds: at('done') - at('measure') }
}

interface Look {
  readonly name: string
  readonly pdf: string
  readonly finished: Finished | undefined
  /** Of editions in both languages. */
  readonly step: Step | undefined
}

/** `sets` says what the PDF holds: one language, both on facing pages, or both on each page. */
function lookOf(name: string, pdf: string, chapters: readonly Chapter[], sets: 'English' | 'Arabic' | 'facing' | 'both'): Look {
  if (!hasPoppler()) return { name, pdf, finished: undefined, step: undefined }
  const isParallel = sets === 'facing' || sets === 'both'
  return { name, pdf, finished: lookAt(pdf, sets === 'Arabic' ? undefined : chapters), step: isParallel ? stepOf(pdf, chapters, sets === 'facing') : undefined }
}

const held = { 'facing.pdf': 'facing', 'columns.pdf': 'both', 'interlinear.pdf': 'both', 'ar.pdf': 'Arabic' } as const

async function measureProduct(book: string, chapters: readonly Chapter[], folder: string): Promise<void> {
  const looks: Look[] = []
  head('edition', 'measured', 'pages', 's (least / median)', 'pages/s', 'processor s', 'peak MB of all, shared pages for each / once', 'greatest process MB')
  for (const name of options.only.split(',').filter(Boolean)) {
    if (!(editionNames as readonly string[]).includes(name)) {
      line(name, 'not made by this version', '', '', '', '', '', '')
      continue
    }
    const out = join(folder, 'out', name)
    const whole = await repeated(runs, build(book, name, out))
    const alone = await repeated(runs, typeset(['edition', name, out, book]))
    const look = typeof alone === 'string' && typeof whole === 'string' ? undefined : lookOf(name, join(out, name), chapters, held[name as keyof typeof held] ?? 'English')
    const pages = look?.finished?.pages ?? NaN
    for (const [measured, all] of [['whole command', whole], ['aligned book to PDF', alone]] as const) tellRuns(name, measured, all, pages)
    if (look) looks.push(look)
  }
  console.log('\nWhat the product says of its pages; blank is a share of the height of the text, ends of chapters apart.\n')
  head('edition', 'blank, mean', 'blank, ninth decile', 'overhang, lines', 'overfull', 'other faults')
  for (const look of looks) tellPages(look)
  console.log('\nWhat poppler sees in the finished files.\n')
  head('edition', 'words outside the page', 'lines outside the measure', 'lines cut at the foot', 'lines over lines', 'English words missing', 'beads that end on another opening or page than their counterpart')
  for (const look of looks) tellFinished(look)
}

function tellRuns(name: string, measured: string, all: readonly Run[] | string, pages: number): void {
  if (typeof all === 'string') return line(name, measured, all, '', '', '', '', '')
  const { seconds, perSecond, processor, peak, greatest } = figures(all)
  line(name, measured, pages, seconds, perSecond(pages), processor.toFixed(1), peak, greatest)
}

function tellPages({ name, pdf }: Look): void {
  const told = pageFigures(pdf)
  if (!told) return line(name, 'nothing said', '', '', '', '')
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const sides = (of: (blank: Blank) => number) => told.blank.map((blank) => `${blank.side} ${percent(of(blank))}`).join(', ')
  const others = [...told.faults].filter(([fault]) => fault !== 'overfull').map(([fault, count]) => `${fault} ${count}`).join(', ')
  line(name, sides(({ mean }) => mean), sides(({ ninthDecile }) => ninthDecile), told.overhang?.toFixed(2) ?? '', told.faults.get('overfull') ?? 0, others || 'none')
}

const stepText = (step: Step | undefined): string => (step ? `${step.apart} of ${step.found}, ${step.far} by more than one` : '')

function tellFinished({ name, finished, step }: Look): void {
  if (!finished) return line(name, 'poppler is not installed', '', '', '', '', '')
  const missing = finished.looked > 0 ? `${finished.missing} of ${finished.looked}` : 'not looked for'
  line(name, finished.outsidePage, finished.outsideMeasure, finished.clipped, finished.overlapping, missing, stepText(step))
}

async function measureArticles(folder: string): Promise<void> {
  const [count, length] = [Number(options.articles), 1700]
  const folders = Array.from({ length: count }, (_, index) => {
    const path = join(folder, 'articles', String(index + 1))
    writeBook(benchBook(length, index + 2), path)
    return path
  })
  const all = await repeated(runs, typeset(['articles', join(folder, 'out', 'articles'), ...folders]))
  if (typeof all === 'string') return console.log(`\n${count} articles: ${all}`)
  const { seconds, perSecond, processor, peak, greatest } = figures(all)
  console.log(`\n${count} articles of ${length} words, English, one warm browser: ${seconds} s, ${perSecond(count * 60)} articles a minute, ${(count * 60 / processor).toFixed(0)} in a minute of processor time, peak ${peak} MB, greatest process ${greatest} MB.`)
}

async function measurePeers(book: string, chapters: readonly Chapter[], folder: string): Promise<void> {
  console.log('\nOther engines on the same text; the whole command.\n')
  head('engine', 'sets', 'pages', 's (least / median)', 'pages/s', 'processor s', 'peak MB of all, shared pages for each / once', 'greatest process MB', 'English words missing', 'beads apart', 'remark')
  for (const peer of peers(chapters, { book, folder })) await measurePeer(peer, chapters)
}

async function measurePeer(peer: Peer, chapters: readonly Chapter[]): Promise<void> {
  let pdf = ''
  const all = await repeated(runs, async () => {
    const { command, args, cwd, pdf: path } = await peer.prepare()
    pdf = path
    return succeeded(await watch(command, args, { cwd }), peer.name)
  })
  if (typeof all === 'string') return line(peer.name, peer.sets, all, '', '', '', '', '', '', '', peer.remark)
  const { seconds, perSecond, processor, peak, greatest } = figures(all)
  const { finished, step } = lookOf(peer.name, pdf, chapters, peer.sets)
  const pages = finished?.pages ?? NaN
  line(peer.name, peer.sets, pages, seconds, perSecond(pages), processor.toFixed(1), peak, greatest, finished ? `${finished.missing} of ${finished.looked}` : '', stepText(step), peer.remark)
}

const load = (): string => loadavg()[0]!.toFixed(1)

const folder = options.keep === undefined ? mkdtempSync(join(tmpdir(), 'tawazi-bench-typeset-')) : resolve(options.keep)
mkdirSync(folder, { recursive: true })
try {
  const chapters = benchBook(words)
  const book = join(folder, 'book')
  writeBook(chapters, book)
  const { en, ar } = wordsOf(chapters.flatMap(({ title, blocks }) => [{ kind: 'heading' as const, title }, ...blocks]))
  console.log(`${chapters.length} chapters, ${en} English and ${ar} Arabic words, 6 × 9 in; least and median of ${runs}; Node ${process.version}, ` +
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${load()}, ${options.date}\n`)
  if (options.only) await measureProduct(book, chapters, folder)
  if (Number(options.articles) > 0) await measureArticles(folder)
  if (options.peers) await measurePeers(book, chapters, folder)
  console.log(`\nLoad at the end ${load()}.`)
} finally {
  if (options.keep === undefined) rmSync(folder, { recursive: true, force: true })
}
