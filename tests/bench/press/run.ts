/**
 * Measures what finishes a print at object level: `npm run bench:press -- [--words 100000] [--only screen,offset-x1a] [--runs 3] [--keep DIR]`.
 *
 * An invented book is set on facing pages once; each profile then finishes that print in processes of their own. Prints Markdown.
 */

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serialize } from 'node:v8'
import { alignManuscripts } from '../../../pipeline/align/index.ts'
import { bookOfFolder } from '../../../pipeline/book/load.ts'
import { profileNames } from '../../../pipeline/book/profile.ts'
import { read } from '../../../pipeline/aligned.ts'
import { openBrowser } from '../../../pipeline/print/browser.ts'
import { imprintOf } from '../../../pipeline/views/imprint.ts'
import { compose } from '../../../pipeline/views/index.ts'
import { pagesIn, printPdf, type PrintedPdf } from '../../../pipeline/writers/pdf/index.ts'
import { benchBook } from '../typeset/book.ts'
import { writeBook } from '../typeset/manuscript.ts'
import { head, line } from '../typeset/table.ts'

const { values: options } = parseArgs({
  options: { words: { type: 'string', default: '100000' }, only: { type: 'string', default: profileNames.join() }, runs: { type: 'string', default: '3' }, keep: { type: 'string' } },
})

interface Measured {
  readonly seconds: number
  /** Of all threads; it tells more than seconds where others work on the machine too. */
  readonly processor: number
  readonly megabytes: number
  readonly bytes: number
}

async function printed(folder: string): Promise<PrintedPdf> {
  const { book } = await bookOfFolder(folder)
  if (!book) throw new Error('The invented book has faults')
  const { manuscripts } = await read(book)
  if (!manuscripts) throw new Error('The invented book has faults')
  const { alignment } = alignManuscripts(manuscripts, book.parts.length)
  const browser = await openBrowser()
  try {
    return await printPdf([compose({ book, manuscripts, alignment, imprint: imprintOf(book, manuscripts) }, 'facing-en')], { name: 'facing.pdf', book, browser })
  } finally {
    await browser.close()
  }
}

const folder = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'tawazi-press-'))
mkdirSync(folder, { recursive: true })
try {
  writeBook(benchBook(Number(options.words)), join(folder, 'book'))
  const { name, book, set } = await printed(join(folder, 'book'))
  const kept = join(folder, 'print')
  writeFileSync(kept, serialize({ name, book, set }))
  console.log(`${pagesIn(set)} facing pages, ${(set.prints.reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6).toFixed(1)} MB as printed.\n`)
  head('profile', 'seconds', 'processor seconds', 'peak MB', 'file MB', 'pages/s')
  for (const profile of options.only.split(',')) {
    const runs = Array.from({ length: Number(options.runs) }, () => measured(kept, profile)).sort((one, other) => one.seconds - other.seconds)
    const middle = runs[runs.length >> 1]
    if (middle) line(profile, middle.seconds.toFixed(2), middle.processor.toFixed(2), Math.max(...runs.map(({ megabytes }) => megabytes)).toFixed(0), (middle.bytes / 1e6).toFixed(1), (pagesIn(set) / middle.seconds).toFixed(0))
  }
} finally {
  if (!options.keep) rmSync(folder, { recursive: true })
}

function measured(kept: string, profile: string): Measured {
  const compiled = fileURLToPath(new URL('../compiled.mjs', import.meta.url))
  // What the program tells, in one line.
  return JSON.parse(execFileSync(process.execPath, [compiled, 'tests/bench/press/finish.ts', kept, profile, join(folder, `facing.${profile}.pdf`)], { encoding: 'utf8' })) as Measured
}
