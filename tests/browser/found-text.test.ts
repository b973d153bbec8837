/** Arabic in the finished PDF as PDFium and pdf.js find it. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { profileNamed } from '../../pipeline/book/profile.ts'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import { writePdf } from '../../pipeline/writers/pdf/index.ts'
import { book, chapter, edition, heading, marks, paragraph } from '../support/edition.ts'
import { pdfiumText, pdfjsText, plain, popplerText, wordsOf } from '../support/extract.ts'

const vocalised = 'جَلَسَ الشَّيْخُ إِلَى جَانِبِ الْبِئْرِ، وَحَكَى لِلْأَطْفَالِ كَيْفَ يَصْعَدُ الْمَاءُ مِنَ الظُّلْمَةِ: «لَا شَيْءَ أَصْفَى مِنْ قَلْبٍ مُؤْمِنٍ بِالْأَرْضِ».'
const mixed = 'زار الولد مدينة Fabriano في إيطاليا سنة ١٩٩٨، ثم عاد (بعد ١٢٫٥ كم) إلى السوق.'

const prefixed = 'جاء و٤٠ رجلا معهم ب٣٠٠ كتاب من ال٢٠ مدينة.'

let browser: PrintBrowser
let bytes: Uint8Array

beforeAll(async () => {
  browser = await openBrowser()
  const isolated = mixed.split(/(Fabriano|١٩٩٨)/).map((part) => (/Fabriano/.test(part) ? h('span', marks('en'), part) : part))
  const pdf = await writePdf([edition('ar', chapter('one', { ar: 'البئر' }, heading('ar', 'البئر'),
    paragraph('ar', vocalised), paragraph('ar', ...isolated), paragraph('ar', prefixed), paragraph('ar', 'قرأ العنوان ', h('span', marks('en'), 'The Paper Road'), ' ثم ضحك.')))],
  { name: 'well.pdf', book, browser, profile: profileNamed('screen') })
  bytes = pdf.artifacts[0].bytes
}, 60_000)
afterAll(() => browser?.close())

const lacking = (text: string, due: string): string[] => [...wordsOf(due)].filter((word) => !wordsOf(text).has(word))

test('PDFium finds every word, vocalised ones as they are written', async () => {
  expect(lacking(await pdfiumText(bytes), `${vocalised} ${mixed}`)).toEqual([])
})

test('PDFium reads a mixed paragraph in order', async () => {
  const words = (text: string): string => (plain(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
  const read = words(await pdfiumText(bytes))
  expect(read).toContain(words(mixed))
  expect(read).toContain(words(vocalised))
})

test('pdf.js finds nearly every word: where brackets and marks meet it parts some', async () => {
  expect(lacking(await pdfjsText(bytes), vocalised).length).toBeLessThanOrEqual(2)
  expect(lacking(await pdfjsText(bytes), mixed)).toEqual([])
})

test('a foreign title inside Arabic keeps the order of its words', async () => {
  for (const text of [await pdfjsText(bytes), await pdfiumText(bytes), ...popplersText()]) expect(text.replaceAll(/\s+/g, ' ')).toContain('The Paper Road')
})

test('a number behind a prefix is found with it, and parted from the word behind it', async () => {
  for (const text of [await pdfiumText(bytes), ...popplersText()]) expect(plain(text)).toContain(plain(prefixed))
})

/** Nothing where it isn't installed. */
function popplersText(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-found-'))
  try {
    writeFileSync(join(folder, 'well.pdf'), bytes)
    const text = popplerText(join(folder, 'well.pdf'))
    return text === undefined ? [] : [text]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
