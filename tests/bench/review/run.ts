/**
 * Measures the workbench as a person meets it: `npm run bench:review -- [--beads 10000] [--edits 15] [--keep DIR]`.
 *
 * An invented book is opened on a real desk and a real server; times are taken inside the page, from the key to the frame
 * in which the change is seen. Processor time tells more than time where others work on the machine too. Prints Markdown.
 */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bookOfFolder } from '../../../pipeline/book/load.ts'
import { openDesk } from '../../../pipeline/review/desk.ts'
import { openBrowser } from '../../../pipeline/print/browser.ts'
import { ChapterPreview, type PreviewView } from '../../../pipeline/review/preview.ts'
import { serve } from '../../../pipeline/review/server.ts'
import { openWindowing } from '../../support/window.ts'
import { benchBook } from '../typeset/book.ts'
import { writeBook } from '../typeset/manuscript.ts'
import { head, line } from '../typeset/table.ts'
import { editSeen, firstView, pagesSeen, scrolled, wordsSeen, type Taken } from './window.ts'

const { values: options } = parseArgs({ options: { beads: { type: 'string', default: '10000' }, edits: { type: 'string', default: '15' }, keep: { type: 'string' } } })

/** Words to a bead in the invented book. */
const wordsEach = 21.2

/** Each after the one before, on the same bead; only the first goes on by some beads. */
const kinds = [['confirm', 'KeyC'], ['merge', 'KeyM'], ['split', 'KeyS'], ['shift', 'BracketRight'], ['undo', 'Control+KeyZ']] as const

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
  const served = await serve(desk, { host: '127.0.0.1', port: 0, language: 'en', digits: 'arab', version: async () => (await desk.aligned()).version })
  head('what', 'median ms', 'worst ms', 'promised', 'processor ms in the page', 'in the program')
  for (const language of ['en', 'ar'] as const) tell(`first view, ${language}`, await repeated(5, () => firstView(browser, served.address, language)), '2000')
  const { window: page } = await firstView(browser, served.address, 'en', true)
  const frames = await scrolled(page)
  line(`scrolling: ${frames.perSecond.toFixed(1)} frames a second`, frames.median.toFixed(1), frames.worst.toFixed(0), '50 frames a second: 20', `${frames.processor.toFixed(1)} a frame`, '')
  const edits = new Map<string, Taken[]>(kinds.map(([name]) => [name, []]))
  for (let time = 0; time < Number(options.edits); time++) {
    for (const [index, [name, key]] of kinds.entries()) {
      const taken = await editSeen(page, key, index === 0 ? 4 : 0)
      if (taken) edits.get(name)?.push(taken)
    }
  }
  for (const [name, taken] of edits) tell(name, taken, '100')
  const written: Taken[] = []
  for (let time = 0; time < Number(options.edits); time++) written.push(await wordsSeen(page, 4, `Once${time}`))
  tell('words of a sentence', written, '100')
  const typesetter = await openBrowser()
  const preview = new ChapterPreview(() => desk.aligned(), async () => typesetter)
  // The first of a view has the browser and its faces to wake.
  for (const view of ['facing', 'columns', 'en'] satisfies PreviewView[]) {
    const taken: Taken[] = []
    for (let time = 0; time < 5; time++) {
      const seen = await pagesSeen(preview, Math.floor((rows.length / 6) * (time + 0.5)), view)
      if (seen) taken.push(seen)
    }
    tell(`preview of a chapter's ${view}`, taken, 'hoped: 2000')
  }
  await typesetter.close()
  await page.close()
  await served.close()
} finally {
  await browser.close()
  if (!options.keep) rmSync(folder, { recursive: true, force: true })
}

async function repeated<Measured extends Taken>(times: number, measure: () => Promise<Measured>): Promise<Measured[]> {
  const found: Measured[] = []
  for (let time = 0; time < times; time++) found.push(await measure())
  return found
}

function tell(what: string, taken: readonly Taken[], promised: string): void {
  const middle = (of: (one: Taken) => number) => taken.map(of).sort((one, other) => one - other)[Math.floor(taken.length / 2)] ?? 0
  const shown = [middle(({ milliseconds }) => milliseconds), Math.max(...taken.map(({ milliseconds }) => milliseconds))]
  line(what, ...shown.map((value) => value.toFixed(0)), promised, middle(({ page }) => page).toFixed(0), middle(({ program }) => program).toFixed(0))
}
