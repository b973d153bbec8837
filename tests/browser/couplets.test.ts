/** Couplets as wide as the page allows: beside each other, or each in two lines; no hemistich is broken. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Language } from '../../pipeline/model/language.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { withKiln } from '../support/kiln.ts'
import { pagesIn, withClass, hasClass } from '../support/setpages.ts'

let browser: PrintBrowser

beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(() => browser?.close())

const long = 'يا ريح جئت مبكرة ويا ريح قد تأخرت'

/** Two poems of two couplets: one of short hemistichs, one of such as no half of the measure holds. */
const texts: Record<Language, string> = {
  en: ['# Song', ':::verse\nOne\ntwo\nthree\nfour\n:::', 'Then.', ':::verse\nOne\ntwo\nthree\nfour\n:::'].join('\n\n'),
  ar: ['# نشيد', ':::verse\nسلّمي قصير *** والليل عال\nولي صديق *** خلف الجدار\n:::', 'ثم.', `:::verse\n${long} *** ${long}\n${long} *** والليل عال\n:::`].join('\n\n'),
}

test.each(['ar', 'interlinear-en'] as const)('hemistichs that are too long for half a line have a line each: %s', async (view) => {
  await withKiln(texts, async (kiln) => {
    const { html, messages } = await kiln.write(browser, view)
    expect(messages.filter(({ severity }) => severity !== 'note')).toEqual([])
    const verses = pagesIn(html).flatMap(({ column }) => withClass(column, 'verse')).filter(({ properties }) => properties['lang'] === 'ar')
    const told = verses.map((verse) => (hasClass(verse, 'staggered') ? 'two lines' : 'one line'))
    expect([...new Set(told)]).toEqual(['one line', 'two lines'])
    // Stacks of one poem are set alike, though the last has a short hemistich.
    expect(told.slice(told.indexOf('two lines'))).not.toContain('one line')
    expect(verses.every(({ properties }) => /--hemistich: [\d.]+px/.test(String(properties['style'])))).toBe(true)
  })
})
