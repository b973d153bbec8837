/**
 * Measures the report of an invented book: `npm run bench:report -- [--beads 10000] [--runs 3]`.
 *
 * How long it takes to be written and how large it is; then, in the product's browser: first view, frames while the list scrolls at 2,400 points
 * a second and leaps through the book, and what a filter, a search and a step to the next bead take until they are painted. Prints Markdown.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Page } from 'puppeteer'
import { candidates } from '../../../pipeline/print/candidates.ts'
import { launch } from '../../../pipeline/print/launch.ts'
import { writeReportCsv } from '../../../pipeline/writers/report-csv/index.ts'
import { writeReportHtml } from '../../../pipeline/writers/report-html/index.ts'
import { report, writeReportJson } from '../../../pipeline/writers/report-json/index.ts'
import { head, line } from '../typeset/table.ts'
import { benchBook } from './book.ts'
import { measured, type Measured } from './look.ts'

const { values: options } = parseArgs({ options: { beads: { type: 'string', default: '10000' }, runs: { type: 'string', default: '3' } } })

const beads = Number(options.beads)
const input = benchBook(beads)

/** Processor time, which a busy machine hardly changes. */
function written(name: string, make: () => { readonly bytes: Uint8Array }): Uint8Array {
  const before = process.cpuUsage()
  const { bytes } = make()
  const { user, system } = process.cpuUsage(before)
  const perThousand = (size: number) => (size / 1000 / (beads / 1000)).toFixed(0)
  line(name, ((user + system) / 1e6).toFixed(1), (bytes.length / 1e6).toFixed(1), perThousand(bytes.length), perThousand(gzipSync(bytes).length))
  return bytes
}

async function looks(address: string): Promise<Measured[]> {
  for await (const candidate of candidates()) {
    const browser = await launch(candidate)
    try {
      const all: Measured[] = []
      for (let run = 0; run < Number(options.runs); run++) {
        const page: Page = await browser.newPage()
        all.push(await measured(page, address))
        await page.close()
      }
      return all
    } finally {
      await browser.close()
    }
  }
  throw new Error('No browser was found')
}

const folder = mkdtempSync(join(tmpdir(), 'tawazi-bench-report-'))
try {
  console.log(`${beads} beads; Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}\n`)
  const told = report(input)
  head('file', 'processor s', 'MB', 'kB for 1,000 beads', 'of these packed')
  const html = written('report.html', () => writeReportHtml(told))
  written('report.json', () => writeReportJson(told))
  written('report.csv', () => writeReportCsv(told))
  const path = join(folder, 'report.html')
  writeFileSync(path, html)
  console.log()
  head('in the browser', 'median', 'of all runs')
  const all = await looks(pathToFileURL(path).href)
  for (const name of Object.keys(all[0] ?? {}) as (keyof Measured)[]) {
    const values = all.map((one) => one[name]).sort((one, other) => one - other)
    line(name, (values[values.length >> 1] ?? NaN).toFixed(0), values.map((value) => value.toFixed(0)).join(', '))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
