/**
 * Measures the workbench as a person meets it: `npm run bench:review -- [--beads 10000] [--edits 15] [--keep DIR]`.
 *
 * An invented book is opened on a real desk and a real server; times are taken inside the page, from the key to the frame
 * in which the change is seen. Prints Markdown.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bookOfFolder } from '../../../pipeline/book/load.ts'
import { openDesk } from '../../../pipeline/review/desk.ts'
import { serve } from '../../../pipeline/review/server.ts'
import { openWindowing } from '../../window.ts'
import { benchBook } from '../typeset/book.ts'
import { writeBook } from '../typeset/manuscript.ts'
import { head, line } from '../typeset/table.ts'
import { editSeen, firstView, scrolled } from './window.ts'

const { values: options } = parseArgs({ options: { beads: { type: 'string', default: '10000' }, edits: { type: 'string', default: '15' }, keep: { type: 'string' } } })

/** Words to a bead in the invented book. */
const wordsEach = 21.2

const kinds = [
  ['confirm', 'KeyC', false], ['merge', 'KeyM', false], ['split', 'KeyS', false], ['shift', 'BracketRight', false], ['undo', 'KeyZ', true],
] as const

const folder = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'tawazi-review-'))
mkdirSync(folder, { recursive: true })
const browser = await openWindowing()
try {
  writeBook(benchBook(Math.round(Number(options.beads) * wordsEach)), join(folder, 'book'))
  const opened = performance.now()
  const { desk } = await openDesk(() => bookOfFolder(join(folder, 'book')))
  if (!desk) throw new Error('The invented book has faults')
  const seconds = (performance.now() - opened) / 1000
  const { rows } = await desk.state()
  console.log(`${rows.length} beads; the program opens the book in ${seconds.toFixed(1)} s (read, aligned, checked).\n`)
  const served = await serve(desk, { host: '127.0.0.1', port: 0, language: 'en', digits: 'arab' })
  head('what', 'median ms', 'worst ms', 'promised')
  for (const language of ['en', 'ar'] as const) tell(`first view, ${language}`, await repeated(5, () => firstView(browser, served.address, language)), '2000')
  const { page } = await firstView(browser, served.address, 'en', true)
  const frames = await scrolled(page)
  line(`scrolling: ${frames.perSecond.toFixed(1)} frames a second`, frames.median, frames.worst, '50 frames a second: 20')
  for (const [name, code, control] of kinds) tell(name, await repeated(Number(options.edits), () => editSeen(page, code, control, name === 'undo' ? 0 : Math.floor(rows.length / 3))), '100')
  await page.close()
  await served.close()
} finally {
  await browser.close()
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}

async function repeated(times: number, measure: () => Promise<{ milliseconds: number }>): Promise<number[]> {
  const found: number[] = []
  for (let time = 0; time < times; time++) found.push((await measure()).milliseconds)
  return found.sort((one, other) => one - other)
}

function tell(what: string, times: readonly number[], promised: string): void {
  line(what, times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0, promised)
}
