/** The download page as a tree: every file once, named and sized in both languages, and nothing from elsewhere. */

import { expect, test } from '@jest/globals'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { bilingual } from '../../pipeline/model/language.ts'
import { writeLibrary } from '../../pipeline/writers/library/index.ts'
import { book } from '../support/edition.ts'
import { input } from './told.ts'

const names = ['columns.pdf', 'en.pdf', 'ar.pdf', 'parallel-en.epub', 'en.epub', 'ar.epub', 'report.html', 'report.json']
const library: Parameters<typeof writeLibrary>[0] = {
  book: { ...book, name: 'the-ferry' },
  imprint: {
    ...input.imprint, title: { en: 'The <Ferry>', ar: 'العبّارة' }, subtitle: { en: 'A crossing', ar: undefined },
    creators: [{ role: 'translator', name: { en: 'Rana Sayegh', ar: 'رنا صايغ' } }],
  },
  covers: new Map(names.slice(0, 6).map((name) => [name, `covers/${name}.png`])),
  files: names.map((name, index) => ({ name, size: [400, 167_026, 344_714, 1_250_000, 12_000_000, 5000, 999_499, 999_999][index] ?? 0 })),
}
const textOf = (given: typeof library) => Buffer.from(writeLibrary(given).bytes).toString('utf8')
const treeOf = (given: typeof library) => unified().use(rehypeParse).parse(textOf(given))

function all(tree: Root | Element, belongs: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => { if (belongs(element)) found.push(element) })
  return found
}
const isTag = (name: string) => (element: Element) => element.tagName === name
const has = (name: string) => (element: Element) => [element.properties['className']].flat().includes(name)
const side = (element: Element | undefined, language: string) => all(element ?? { type: 'root', children: [] }, ({ properties }) => properties['dataUi'] === language).map((one) => toString(one)).join('|')

const tree = treeOf(library)

test('every file is offered once; an edition is saved under the book\'s name and its own', () => {
  const links = all(tree, isTag('a'))
  expect(links.map(({ properties }) => properties['href'])).toEqual(names)
  expect(links.map(({ properties }) => properties['download'])).toEqual([...names.slice(0, 6).map((name) => `the-ferry-${name}`), undefined, undefined])
})

test('a download says in both languages what it is and how large', () => {
  const [columns, , , parallel] = all(tree, isTag('a'))
  expect(side(columns, 'en')).toBe('|English and Arabic|Both languages side by side in two columns, level at every passage.|1 kB')
  expect(side(columns, 'ar')).toBe('|الإنجليزية والعربية|اللغتان جنبًا إلى جنب في عمودين يتحاذيان عند كل فقرة.|١ كيلوبايت')
  expect([side(parallel, 'en'), side(parallel, 'ar')]).toEqual([expect.stringMatching(/\|1\.3 MB$/), expect.stringMatching(/\|١٫٣ ميغابايت$/)])
})

test('sizes stay short on both sides of a million bytes', () => {
  const sizes = all(tree, has('file')).map((file) => side(file, 'en'))
  expect(sizes).toEqual(['1 kB', '167 kB', '345 kB', '1.3 MB', '12 MB', '5 kB', '999 kB', '1 MB'])
})

test('a cover is a picture whose text speaks the language of the page', () => {
  const pictures = all(tree, isTag('img'))
  expect(pictures).toHaveLength(12)
  expect(pictures.slice(0, 2).map(({ properties }) => [properties['src'], properties['alt']])).toEqual([
    ['covers/columns.pdf.png', 'Cover of “The <Ferry>”'], ['covers/columns.pdf.png', 'غلاف «العبّارة»'],
  ])
})

test('an edition without a picture has its title for a cover', () => {
  expect(all(treeOf({ ...library, covers: new Map() }), has('blank')).map((cover) => side(cover, 'ar'))).toEqual(Array.from({ length: 6 }, () => 'العبّارة'))
})

test('the title stands in the language of the page, the other one beneath it; what one language lacks is lent by the other', () => {
  const [heading] = all(tree, isTag('h1'))
  expect([side(heading, 'en'), side(heading, 'ar')]).toEqual(['The <Ferry>', 'العبّارة'])
  expect(all(tree, has('other-title')).map((other) => [side(other, 'en'), side(other, 'ar')])).toEqual([['العبّارة', 'The <Ferry>']])
  expect(all(tree, has('subtitle')).flatMap((line) => all(line, ({ properties }) => properties['lang'] === 'en')).map((one) => toString(one))).toEqual(['A crossing', 'A crossing'])
  expect(all(tree, has('creator')).map((one) => side(one, 'ar'))).toEqual(['ترجمة: رنا صايغ'])
})

test('only the shelves that hold something are there', () => {
  const headings = (given: typeof library) => all(treeOf(given), isTag('h2')).map((heading) => side(heading, 'en'))
  expect(headings(library)).toEqual(['PDF', 'EPUB', 'For translators and editors'])
  expect(headings({ ...library, files: library.files.filter(({ name }) => name.endsWith('.epub')) })).toEqual(['EPUB'])
  expect(toString(treeOf({ ...library, files: [] }))).toContain('There is nothing to download yet.')
})

test('nothing is asked of any network', () => {
  expect(textOf(library)).not.toMatch(/https?:|\/\/[a-z]|@import|url\(/)
})

test('a book that prints 0123 in Arabic has sizes that do', () => {
  expect(textOf({ ...library, book: { ...book, digits: { ar: 'latn' } } })).not.toMatch(/[٠-٩]/)
})

test('the same book gives the same bytes, and a title that is one in both languages stands once', () => {
  expect(textOf(library)).toBe(textOf(library))
  const one = { ...library, imprint: { ...library.imprint, title: bilingual(() => 'Ferry') } }
  expect(all(treeOf(one), has('other-title'))).toEqual([])
})
