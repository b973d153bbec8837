/** What a designer would mark: broken words in tables, code that runs over, dots that begin too late, hemistichs that fall apart. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { withKiln } from '../support/kiln.ts'

let browser: PrintBrowser

beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

const words = {
  en: { title: 'The keeper who counted ships and what became of them in the years when nobody came', other: 'Ships', cell: 'Alexandria', long: 'Constantinopolitans', short: 'Ah', half: 'The lamp is lit above the sea' },
  ar: { title: 'الحارس الذي كان يعدّ السفن وما آل إليه أمرها في السنين التي لم يأت فيها أحد يسأل', other: 'السفن', cell: 'الإسكندرية', long: 'القسطنطينيّون', short: 'آه', half: 'أوقدت مصباحي على البحر العميق' },
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const tableOf = (cell: string, columns: number): string =>
  [row(Array<string>(columns).fill(cell)), row(Array<string>(columns).fill('---')), row(Array<string>(columns).fill(cell))].join('\n')

const code = `def ring(bell):\n    while bell.is_silent(): bell.strike(force=0.8, damper=None, log="ledger/1911/march/fog.txt", answer="lemons")\n    return True`

/** A table that fits when it is set closer, one that no size saves, code of one long line, and a couplet with a short half. */
function text(language: Language): string {
  const { title, other, cell, long, short, half } = words[language]
  return [`# ${title}`, tableOf(cell, 7), tableOf(long, 14), `\`\`\`\n${code}\n\`\`\``, `:::verse\n${half} *** ${short}\n${half} *** ${half}\n:::`, `# ${other}`, `${short}.`].join('\n\n')
}

test.each(['en', 'ar', 'columns-en'] as const)('%s', async (view) => {
  await withKiln({ en: text('en'), ar: text('ar') }, async (kiln) => {
    const { html, messages } = await kiln.set(browser, view)
    // A table too wide is the only thing to be told: no line stands elsewhere than it was measured.
    expect([...new Set(messages.filter(({ severity }) => severity !== 'note').map(({ rule }) => rule))]).toEqual(['print/table-wide'])
    const sides = view === 'columns-en' ? 2 : 1
    const classes = (name: string) => [...html.matchAll(/class="([^"]*)"/g)].filter(([, all = '']) => all.split(' ').includes(name)).length
    expect(classes('broken')).toBeGreaterThanOrEqual(sides)
    if (sides === 1) expect(classes('tight')).toBeGreaterThan(classes('broken'))
    expect(classes('run-over')).toBeGreaterThanOrEqual(sides)
    expect(classes('run-over-mark')).toBe(classes('run-over'))
    // In columns each hemistich has a line.
    if (sides === 1) expect(classes('short')).toBe(1)
    // The dots of the title of two lines begin inside its box.
    expect(html).toMatch(/class="entry"[^>]*margin-inline-end: -[1-9]/)
  })
}, 120_000)
