/**
 * Measures EPUBs on an invented book: `npm run bench:epub -- [--words 106000] [--runs 3]`.
 *
 * All five editions after alignment, each linted and proved, beside pandoc, where it is there, making one EPUB of the English side alone.
 * 106,000 English words have 90,000 Arabic ones beside them. Prints Markdown.
 */

import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchBook, wordsOf } from '../typeset/book.ts'
import { writeBook } from '../typeset/manuscript.ts'
import { figures, repeated, succeeded, type Run } from '../typeset/runs.ts'
import { head, line } from '../typeset/table.ts'
import { watch } from '../typeset/watch.ts'

const { values: options } = parseArgs({ options: { words: { type: 'string', default: '106000' }, runs: { type: 'string', default: '3' } } })

const compiled = fileURLToPath(new URL('../compiled.mjs', import.meta.url))

async function editions(book: string, out: string): Promise<Run> {
  const watched = succeeded(await watch(process.execPath, [compiled, 'tests/bench/epub/product.ts', out, book]), 'the product')
  const at = (mark: string) => watched.told.find(({ message }) => message === mark)?.at ?? NaN
  return { ...watched, seconds: at('done') - at('measure') }
}

async function pandoc(book: string, out: string): Promise<Run> {
  const files = readdirSync(join(book, 'en')).sort().map((name) => join(book, 'en', name))
  const args = [...files, '--file-scope', `--resource-path=${join(book, 'en')}`, '--metadata', 'title=The Weaver of Pages', '-o', join(out, 'pandoc.epub')]
  return succeeded(await watch('pandoc', args), 'pandoc')
}

const folder = mkdtempSync(join(tmpdir(), 'tawazi-bench-epub-'))
try {
  const [book, out] = [join(folder, 'book'), join(folder, 'out')]
  mkdirSync(out)
  const chapters = benchBook(Number(options.words))
  writeBook(chapters, book)
  const { en, ar } = wordsOf(chapters.flatMap(({ blocks }) => blocks))
  console.log(`${en} English and ${ar} Arabic words; Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}\n`)
  head('made', 's (least / median)', 'processor s', 'peak MB of all, shared pages for each / once')
  for (const [name, run] of [['five editions after alignment, linted and proved', editions], ['pandoc, one EPUB of the English side', pandoc]] as const) {
    const all = await repeated(Number(options.runs), () => run(book, out))
    if (typeof all === 'string') line(name, all, '', '')
    else line(name, figures(all).seconds, figures(all).processor.toFixed(1), figures(all).peak)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
