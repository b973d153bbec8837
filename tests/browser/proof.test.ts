/** Pages printed by the real browser are read back whole, fully vocalised Arabic among them, whose glyphs mean nothing by themselves. */

import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { htmlTokens } from '../../pipeline/check/html.ts'
import { pdfTextFaults } from '../../pipeline/check/pdf-text.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { writePdf } from '../../pipeline/writers/pdf/index.ts'
import { book, chapter, edition, heading, paragraph } from '../support/edition.ts'

let browser: PrintBrowser
beforeAll(async () => { browser = await openBrowser() }, 60_000)
afterAll(async () => { await browser?.close() })

const sentence = 'حَمَلَ الصَّبِيُّ المِصْباحَ عَبْرَ النَّهْرِ الواسِعِ، وَانْتَظَرَهُ الشَّيْخُ عِنْدَ البابِ؛ ثُمَّ قالَ: لا إِلٰهَ إِلَّا اللهُ.'

test('a vocalised book is read back whole, and what its pages lack is missed', async () => {
  const text = Array.from({ length: 12 }, () => sentence).join(' ')
  const made = edition('ar', chapter('ar-chapter-1', { ar: 'المِصْباحُ' }, heading('ar', 'المِصْباحُ'), paragraph('ar', text)))
  const { artifacts: [artifact], html } = await writePdf([made], { name: 'ar.pdf', book, browser, profile: profileNamed('screen') })
  const set = htmlTokens(html)
  expect(set.flatMap(({ text: words }) => words.split(' ')).filter((word) => word === 'الصَّبِيُّ')).toHaveLength(12)
  expect(pdfTextFaults('ar.pdf', artifact.bytes, set)).toEqual([])
  const more = [...set, ...htmlTokens(`<section class="chapter"><p lang="ar">${sentence}</p></section>`)]
  expect(pdfTextFaults('ar.pdf', artifact.bytes, more).map(({ rule }) => rule)).toEqual(['check/pdf-text'])
}, 60_000)
