/** A note with a quotation and a list in it that goes on over pages, wherever it is parted, stands as it was gauged. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { paragraph, withKiln } from '../support/kiln.ts'

let browser: PrintBrowser

beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

/** A chapter for each number of lines before the call, so that the note is parted at each of its own in turn. */
function text(language: Language): string {
  const one = (seed: number): string => paragraph(language, 3, 9, seed)
  return Array.from({ length: 10 }, (_, at) => {
    const note = [one(at), `> ${one(at + 1)}`, `1. ${one(at + 2)}\n    2. ${one(at + 3)}`, `> ${one(at + 4)}`, one(at + 5)].join('\n\n    ')
    return `# ${paragraph(language, 1, 3, at + 40)}\n\n${paragraph(language, 12 + 4 * at, 9, at)}[^n${at}]\n\n${paragraph(language, 8, 9, at + 9)}\n\n[^n${at}]: ${note}\n`
  }).join('\n')
}

test.each(['en', 'ar'] as const)('%s', async (view) => {
  await withKiln({ en: text('en'), ar: text('ar') }, async (kiln) => {
    const { html, messages } = await kiln.write(browser, view)
    expect(messages.filter(({ severity }) => severity !== 'note')).toEqual([])
    expect(html.match(/class="note[^"]*rest/g)?.length ?? 0).toBeGreaterThan(1)
  })
}, 180_000)
