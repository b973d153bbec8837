/** What a book and its file of decisions are called. */

import { expect, test } from '@jest/globals'
import { commonFolder, decisionsOf, nameOfFiles, nameOfFolder } from '../../pipeline/book/names.ts'

test.each([
  ['/books/mill/en.md', '/books/mill/ar.md', '/books/mill'],
  ['/books/mill/en/1.md', '/books/mill/ar/1.md', '/books/mill'],
  ['/books/mill/en.md', '/books/mill/ar/1.md', '/books/mill'],
  ['/books/mill/en.md', '/shelf/ar.md', '/'],
])('the folder that %s and %s share', (en, ar, folder) => expect(commonFolder(en, ar)).toBe(folder))

test.each([
  ['/books/mill/en.md', '/books/mill/ar.md', 'mill'],
  ['/books/mill/English.md', '/books/mill/Arabic.md', 'mill'],
  ['/books/mill/ar.md', '/books/mill/b.md', 'mill'],
  ['/books/mill/essay.en.md', '/books/mill/essay.ar.md', 'essay'],
  ['/books/mill/The Old Mill_en.md', '/books/mill/a.md', 'the-old-mill'],
  ['/books/mill/!!!.md', '/books/mill/a.md', 'book'],
])('the book of %s and %s', (en, ar, name) => expect(nameOfFiles({ en, ar }, '/books/mill')).toBe(name))

test('the name of a folder keeps letters, marks and numbers of either script, and nothing that begins or ends with a stroke', () => {
  expect(nameOfFolder('/books/— The Mill, 2nd —')).toBe('the-mill-2nd')
  expect(nameOfFolder('/books/كِتاب الطاحونة')).toBe('كِتاب-الطاحونة')
})

test('a name takes two hundred bytes at the most, and no half of a letter', () => {
  expect(nameOfFolder(`/${'a'.repeat(200)}`)).toBe('a'.repeat(200))
  expect(nameOfFolder(`/${'a'.repeat(201)}`)).toBe('a'.repeat(200))
  expect(nameOfFolder(`/a${'م'.repeat(150)}`)).toBe(`a${'م'.repeat(99)}`)
})

test('decisions are named after both manuscripts, each with a hundred bytes at the most', () => {
  expect(decisionsOf({ en: 'essay.en.md', ar: 'ar/essay.MD' })).toBe('essay.en+ar-essay.decisions.yaml')
  expect(decisionsOf({ en: `${'a'.repeat(101)}.md`, ar: `${'م'.repeat(51)}.md` })).toBe(`${'a'.repeat(100)}+${'م'.repeat(50)}.decisions.yaml`)
})
