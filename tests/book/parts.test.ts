/** Pairs of manuscripts: listed, in two folders, and those that have no counterpart. */

import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { bookOfFiles, bookOfFolder } from '../../pipeline/book/load.ts'
import { alignBook, read } from '../../pipeline/aligned.ts'
import { findings } from '../../pipeline/check/translation/index.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'tawazi-parts-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const chapter = { en: '# Fire\n\nThe kiln was cold.\n', ar: '# النار\n\nكان الأتون باردًا.\n' }
const told = ({ messages }: Awaited<ReturnType<typeof bookOfFolder>>) => messages.map(({ rule, severity, place, values }) => `${place?.line}:${place?.column} ${severity} ${rule} ${values?.['key']}`)

test('two folders are a book, their files paired in the order of their names', async () => {
  const folder = folderWith({ 'en/2.md': chapter.en, 'en/10.md': chapter.en, 'ar/الأول.md': chapter.ar, 'ar/الثاني.md': chapter.ar })
  const { book } = await bookOfFiles(join(folder, 'en'), join(folder, 'ar'))
  expect(book?.parts).toEqual([{ en: 'en/2.md', ar: 'ar/الأول.md' }, { en: 'en/10.md', ar: 'ar/الثاني.md' }])
})

test('two folders of other numbers of files are refused', async () => {
  const folder = folderWith({ 'en/1.md': chapter.en, 'en/2.md': chapter.en, 'ar/1.md': chapter.ar })
  const { book, messages } = await bookOfFiles(join(folder, 'en'), join(folder, 'ar'))
  expect([book, messages]).toEqual([undefined, [{ rule: 'configuration/unequal-manuscripts', severity: 'error', values: { en: 2, ar: 1 } }]])
})

test('two folders without a manuscript are told of as empty', async () => {
  const folder = folderWith({ 'en/notes.txt': 'Not a manuscript.', 'ar/notes.txt': 'ليس مخطوطة.' })
  expect((await bookOfFiles(join(folder, 'en'), join(folder, 'ar'))).messages.map(({ rule }) => rule)).toEqual(['configuration/no-manuscripts'])
})

test('a translator\'s preface stands in one language alone, and nothing is said of it', async () => {
  const folder = folderWith({ 'tawazi.yaml': 'chapters:\n  - {ar: ar/0.md, as: preface}\n  - {en: en/1.md, ar: ar/1.md}\n', 'ar/0.md': '# مقدمة المترجم\n\nترجمت هذا الكتاب شتاءً.\n', 'en/1.md': chapter.en, 'ar/1.md': chapter.ar })
  const loaded = await bookOfFolder(folder)
  expect(told(loaded)).toEqual([])
  const { manuscripts, messages } = await read(loaded.book!)
  expect(messages).toEqual([])
  expect(manuscripts?.ar.chapters.map(({ title, role, part }) => [title, role, part])).toEqual([['مقدمة المترجم', 'front', 0], ['النار', 'chapter', 1]])
  expect(manuscripts?.en.chapters.map(({ title, role, part }) => [title, role, part])).toEqual([['Fire', 'chapter', 1]])
  const { aligned } = await alignBook(loaded.book!, { step: () => undefined })
  expect(aligned?.alignment.beads.map(({ en, ar }) => `${en.to - en.from}:${ar.to - ar.from}`)).toEqual(['0:1', '0:1', '1:1', '1:1'])
  expect(findings(aligned!)).toEqual([])
})

test('a chapter in one language that does not say why is told of, and a language without any file is a fault', async () => {
  const lacking = folderWith({ 'tawazi.yaml': 'chapters:\n  - {en: en/1.md, ar: ar/1.md}\n  - {en: en/2.md}\n' })
  expect(told(await bookOfFolder(lacking))).toEqual(['3:5 warning configuration/one-sided-chapter ar'])
  const none = folderWith({ 'tawazi.yaml': 'chapters:\n  - {as: preface}\n  - {en: en/1.md, ar: ar/1.md}\n' })
  expect(told(await bookOfFolder(none))).toEqual(['2:5 error configuration/missing-key en'])
  const alone = folderWith({ 'tawazi.yaml': 'chapters:\n  - {en: en/1.md, as: preface}\n' })
  expect(told(await bookOfFolder(alone))).toEqual(['2:3 error configuration/one-sided-book ar'])
})

test.each([
  ['files listed in two ways', 'chapters: [{en: a.md, ar: b.md}]\nmanuscripts: {en: en, ar: ar}\n', '2:14 error configuration/chapters-twice undefined'],
  ['no files', 'title: {en: A, ar: ب}\n', '1:1 error configuration/no-chapters undefined'],
  ['folders of other numbers of manuscripts', 'manuscripts: {en: en, ar: ar}\n', '1:14 error configuration/unequal-manuscripts undefined'],
])('%s are a fault of the configuration', async (_name, text, expected) => {
  const folder = folderWith({ 'tawazi.yaml': text, 'en/1.md': chapter.en, 'en/2.md': chapter.en, 'ar/1.md': chapter.ar })
  expect(told(await bookOfFolder(folder))).toEqual([expected])
})

test('of folders the manuscripts alone; the configuration itself may be named in place of its folder', async () => {
  const folder = folderWith({ 'tawazi.yaml': 'manuscripts: {en: en/, ar: ar/*.md}\n', 'en/1.md': chapter.en, 'en/notes.txt': 'x', 'ar/1.md': chapter.ar })
  const { book, root } = await bookOfFolder(join(folder, 'tawazi.yaml'))
  expect([book?.parts, root]).toEqual([[{ en: 'en/1.md', ar: 'ar/1.md' }], folder])
})

test('what is named in place of a book is told as what it is', async () => {
  const folder = folderWith({ 'en.md': chapter.en })
  const rules = async (path: string) => (await bookOfFolder(path)).messages.map(({ rule }) => rule)
  expect(await rules(folder)).toEqual(['configuration/missing-configuration'])
  expect(await rules(join(folder, 'none'))).toEqual(['configuration/missing-folder'])
  expect(await rules(join(folder, 'en.md'))).toEqual(['configuration/one-file'])
})

test('a file that is listed twice is told of where it stands the second time', async () => {
  const folder = folderWith({ 'tawazi.yaml': 'chapters:\n  - {en: en/1.md, ar: ar/1.md}\n  - {en: ./en/1.md, ar: ar/2.md}\n', 'en/1.md': chapter.en, 'ar/1.md': chapter.ar, 'ar/2.md': chapter.ar })
  const { book, messages } = await bookOfFolder(folder)
  expect([book, messages]).toEqual([undefined, [{ rule: 'configuration/file-twice', severity: 'error', place: { file: 'tawazi.yaml', line: 3, column: 10 }, values: { file: './en/1.md' } }]])
})

test('a configuration that is there but is no file, or too large, is not told as missing', async () => {
  const folder = folderWith({ 'tawazi.yaml/a.md': chapter.en })
  expect((await bookOfFolder(folder)).messages.map(({ rule, place }) => [rule, place?.file])).toEqual([['reading/folder', 'tawazi.yaml']])
  const large = folderWith({ 'tawazi.yaml': '' })
  truncateSync(join(large, 'tawazi.yaml'), 60_000_000)
  expect((await bookOfFolder(large)).messages.map(({ rule }) => rule)).toEqual(['reading/too-large'])
})
