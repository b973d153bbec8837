import { expect, test } from '@jest/globals'
import type { Element, Nodes } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { htmlTokens } from '../../pipeline/check/html.ts'
import { proveEdition } from '../../pipeline/check/edition.ts'
import type { Book } from '../../pipeline/model/book.ts'
import type { Edition, View } from '../../pipeline/model/edition.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { compose } from '../../pipeline/views/index.ts'
import { imprintOf } from '../../pipeline/views/imprint.ts'
import { book as plainBook } from '../support/edition.ts'
import { rehype } from '../support/html.ts'
import { beads } from '../support/draw.ts'
import { manuscript } from '../support/manuscript.ts'

const book: Book = {
  ...plainBook, parts: [{ en: 'en.md', ar: 'ar.md' }], title: { en: 'Rain', ar: 'مطر' },
  creators: [{ role: 'translator', name: { en: 'A. B.', ar: 'أ. ب.' } }],
}

const en = manuscript('en', '# Clouds', ['It rained.[1]', 'It stopped.'], 'A line left out.', '^ In March.', '# Sun', 'The end.')
const ar = manuscript('ar', '# غيوم', 'أمطرت ثم صحت.[1]', '^ في آذار.', '# شمس', 'النهاية في Rome.')
const alignment = { beads: beads('1:1 2:1 1:0 1:1 1:1 1:1') }
const aligned = { book, manuscripts: { en, ar }, alignment, imprint: imprintOf(book, { en, ar }) }

/** The edition drawn: a line for each section, `en | ar` for each passage. */
function drawn(edition: Edition): string[] {
  return edition.sections.slice(1).map((section) => {
    const passages: string[] = []
    visit(section.tree, 'element', (element: Element) => {
      if (hasClass(element, 'passage')) passages.push(element.children.map((child) => toString(child as Nodes).trim() || '—').join(' | '))
    })
    return `${section.id}: ${passages.join(' / ')}`
  })
}

const hasClass = (element: Element, name: string) => (element.properties['className'] as string[] | undefined)?.includes(name) ?? false

test('columns stand level at passages, the leading side first, notes at the end of their chapter', () => {
  expect(drawn(compose(aligned, 'columns-en'))).toEqual([
    'en-chapter-1: Clouds | غيوم / It rained.1 It stopped. | أمطرت ثم صحت.١ / A line left out. | — / Notes | الحواشي / 1 In March. ↑ | ١ في آذار. ↑',
    'en-chapter-2: Sun | شمس / The end. | النهاية في Rome.',
  ])
  expect(drawn(compose(aligned, 'columns-ar'))[0]).toMatch(/^ar-chapter-1: غيوم \| Clouds/)
})

test('a contents entry has its title in both languages', () => {
  expect(compose(aligned, 'columns-en').sections.map(({ title }) => title)).toEqual([
    { en: 'Rain', ar: 'مطر' }, { en: 'Clouds', ar: 'غيوم' }, { en: 'Sun', ar: 'شمس' },
  ])
})

test.each<View>(['en', 'ar', 'columns-en', 'columns-ar'])('%s carries every word of its languages, in order, once', (view) => {
  const edition = compose(aligned, view)
  const html = edition.sections.map(({ role, tree }) => `<section class="${role}">${rehype(tree)}</section>`).join('')
  expect(proveEdition(view, { en, ar }, edition.languages, htmlTokens(html)).messages).toEqual([])
})

test('every block says its language and direction; nothing is inherited', () => {
  for (const view of ['en', 'ar', 'columns-en'] as const) {
    for (const { tree } of compose(aligned, view).sections) {
      visit(tree, 'element', (element: Element) => {
        if (!/^(p|h\d|aside|section)$/.test(element.tagName)) return
        expect([element.properties['lang'], element.properties['dir']].join()).toMatch(/^(en,ltr|ar,rtl)$/)
      })
    }
  }
})

test('a note reference leads to its note and the note back, and ids are unique', () => {
  const html = compose(aligned, 'columns-en').sections.map(({ tree }) => rehype(tree)).join('')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(targets).toEqual(['en-chapter-1-note-1', 'ar-chapter-1-note-1', 'en-chapter-1-ref-1', 'ar-chapter-1-ref-1'])
  expect(ids).toEqual(expect.arrayContaining(targets))
})

test('a chapter read from a second-level heading opens with a first-level one', () => {
  expect(rehype(compose(aligned, 'en').sections[1]!.tree)).toMatch(/^<h1 lang="en" dir="ltr">/)
})

test('the title page names the translator and the date as each language writes them', () => {
  const text = (view: View) => toString(compose(aligned, view).sections[0]!.tree)
  expect(text('en')).toBe('RainTranslated by A. B.1 July 2020')
  expect(text('ar')).toBe('مطرترجمة: أ. ب.١ تموز/يوليو ٢٠٢٠')
})

test('a book without configuration takes its title and author from its texts', () => {
  const place = { file: 'en.md', line: 1, column: 1 }
  const bare = { ...book, title: { en: undefined, ar: undefined }, creators: [], date: undefined }
  const named = { ...en, metadata: { title: { text: 'Shower', place }, authors: [{ text: 'C. D.', place }], date: { text: 'Jul 1, 2020', iso: '2020-07-01', place } } }
  const imprint = imprintOf(bare, { en: named, ar })
  expect(imprint.title).toEqual({ en: 'Shower', ar: 'غيوم' })
  expect(imprint.creators).toEqual([{ role: 'author', name: { en: 'C. D.', ar: 'C. D.' } }])
  expect(imprint.date?.text).toEqual({ en: 'Jul 1, 2020', ar: '١ تموز/يوليو ٢٠٢٠' })
})

test('a chapter that begins on one side only does not open a section of the other', () => {
  const split = manuscript('ar', '# غيوم', 'أمطرت ثم صحت.', '# زائد', 'سطر.', '# شمس', 'النهاية.')
  const edition = compose({ ...aligned, manuscripts: { en: manuscript('en', '# Clouds', 'It rained.', 'A line.', '# Sun', 'The end.'), ar: split },
    alignment: { beads: beads('1:1 1:1 0:1 1:1 1:1 1:1') } }, 'columns-en')
  expect(edition.sections.slice(1).map(({ title }) => title.ar)).toEqual(['غيوم', 'شمس'])
  expect(segmentsOf(split).length).toBe(6)
})
