/** What a book says of its pages, and what holds where it says nothing. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { bookOfFolder } from '../../pipeline/book/load.ts'

async function settings(lines: string) {
  const { leading, notes, references, columns, contents, justify, grid, initials } = await bookOf(lines)
  return { leading, notes, references, columns, contents, justify, grid, initials }
}

const epubSettings = async (lines: string) => (await bookOf(lines)).epub

async function bookOf(lines: string) {
  const { book } = await loaded(lines)
  if (!book) throw new Error('The book has faults')
  return book
}

async function loaded(lines: string) {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-settings-'))
  try {
    writeFileSync(join(folder, 'tawazi.yaml'), `chapters: [{en: en.md, ar: ar.md}]\n${lines}\n`)
    return await bookOfFolder(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('a book that says nothing of its pages has English lead, footnotes, and nothing out of the ordinary', async () => {
  expect(await settings('original: ar')).toEqual({
    leading: 'en', notes: 'foot', references: 'pages', columns: { level: 'passages' }, contents: { depth: 1 }, justify: { ar: 'spaces' }, grid: false, initials: false,
  })
})

test('what a book says of its pages is kept', async () => {
  const lines = 'leading: ar\nnotes: chapter\nreferences: words\ncolumns: {level: beads}\ncontents: {depth: 2}\njustify: {ar: kashida}\ngrid: true\ninitials: true'
  expect(await settings(lines)).toEqual({
    leading: 'ar', notes: 'chapter', references: 'words', columns: { level: 'beads' }, contents: { depth: 2 }, justify: { ar: 'kashida' }, grid: true, initials: true,
  })
})

test('EPUBs carry faces and tap sentence by sentence unless the book says otherwise, and claim nothing that nobody signs', async () => {
  expect(await epubSettings('original: ar')).toEqual({ fonts: true, tap: { by: 'sentences', link: 'marker' }, accessibility: undefined })
  expect(await epubSettings('epub: {fonts: false, tap: {by: paragraphs}, accessibility: {conforms: wcag-2.2-aa, certifier: {en: Kiln Press}}}')).toEqual({
    fonts: false, tap: { by: 'paragraphs', link: 'marker' }, accessibility: { conforms: 'wcag-2.2-aa', certifier: { en: 'Kiln Press', ar: 'Kiln Press' } },
  })
})

test.each(['978-1-4028-9462-6', '"978 0 00 000000 2"', '0-19-852663-6', '0-8044-2957-X'])('%s is an ISBN', async (isbn) => {
  expect((await loaded(`isbn: ${isbn}`)).messages).toEqual([])
})

test.each(['978-1-4028-9462-7', '978-977-000-001-2', '0-19-852663-5', '977-1-4028-9462-9', '97814028946260'])('%s is none, and told before anything is made', async (isbn) => {
  const { book, messages } = await loaded(`isbn: "${isbn}"`)
  expect([book, messages.map(({ rule, place }) => [rule, place?.line, place?.column])]).toEqual([undefined, [['configuration/isbn-wrong', 2, 7]]])
})
