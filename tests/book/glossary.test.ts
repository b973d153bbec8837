/** Glossaries as people and spreadsheets write them; every fault with its line and column. */

import { expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { glossaryOf, readGlossary } from '../../pipeline/book/glossary.ts'
import { wordingOf, wordsIn } from '../../pipeline/model/words.ts'

const entries = (text: string) => glossaryOf(text, 'terms.csv').entries.map(({ en, ar }) => `${en} = ${ar}`)
const faults = (text: string) => glossaryOf(text, 'terms.csv').messages.map(({ rule, place }) => `${place?.line}:${place?.column} ${rule}`)

test.each([
  ['commas', 'en,ar\nmould,قالب\nslow press,مكبس بطيء\n'],
  ['semicolons', 'en;ar\nmould;قالب\nslow press;مكبس بطيء\n'],
  ['tabs', 'en\tar\nmould\tقالب\nslow press\tمكبس بطيء\n'],
  ['the columns the other way, with a note between', 'ar,note,en\nقالب,"a frame, of wire",mould\nمكبس بطيء,,slow press'],
  ['quotation marks, spaces and empty lines', '\uFEFFEN , AR\n\n "mould" , قالب\n,\n"slow press","مكبس بطيء"\n\n'],
])('%s', (_, text) => {
  expect(entries(text)).toEqual(['mould = قالب', 'slow press = مكبس بطيء'])
  expect(faults(text)).toEqual([])
})

test('a field keeps its separators and quotation marks between quotation marks', () => {
  expect(entries('en,ar\n"so-called ""laid"", or ribbed",مضلّع\n')).toEqual(['so-called "laid", or ribbed = مضلّع'])
})

test.each([
  ['a header without Arabic', 'en,note\nmould,x\n', ['1:1 glossary/no-column']],
  ['no header at all', 'mould,قالب\n', ['1:1 glossary/no-column']],
  ['a term in one language alone, each with its place', 'en,ar\nmould,قالب\nfelt\n,\n,لبّاد\nvat,"",tub\n', ['3:5 glossary/no-term', '5:1 glossary/no-term', '6:5 glossary/no-term']],
  ['after a field of two lines', 'en,ar,note\nmould,قالب,"one\ntwo"\nfelt,\n', ['4:6 glossary/no-term']],
  ['languages in each other’s place', 'en,ar\nmould,قالب\nلبّاد,felt\n', ['3:1 glossary/swapped']],
  ['nothing but marks', 'en,ar\nmould,——\n', ['2:7 glossary/no-letter']],
  ['a quotation that is never closed', 'en,ar\nvat,حوض\nfelt,"لبّاد\nmould,قالب\n', ['3:6 glossary/quotation']],
  ['a quotation mark inside a word', 'en,ar\n\nfe"lt,لبّاد\n', ['3:3 glossary/quotation']],
])('%s', (_, text, expected) => {
  expect(faults(text)).toEqual(expected)
  for (const { rule, values } of glossaryOf(text, 'terms.csv').messages) {
    for (const language of ['en', 'ar'] as const) expect(wordingOf({ rule, values: values ?? {} }, wordsIn(language)).what).not.toBe('')
  }
})

test('a Latin term may stand in Arabic too', () => {
  expect(entries('en,ar\nPDF,PDF\n')).toEqual(['PDF = PDF'])
})

test('a file in a spreadsheet’s own encoding is read, one that is not there is a fault', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-glossary-'))
  try {
    writeFileSync(join(folder, 'unicode.txt'), Buffer.from('\uFEFFen\tar\r\nmould\tقالب\r\n', 'utf16le'))
    expect((await readGlossary(folder, 'unicode.txt')).entries).toEqual([{ en: 'mould', ar: 'قالب' }])
    expect((await readGlossary(folder, 'none.csv')).messages).toMatchObject([{ rule: 'glossary/missing', severity: 'error', values: { file: 'none.csv' } }])
    expect((await readGlossary(folder, '.')).messages).toMatchObject([{ rule: 'glossary/folder' }])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
