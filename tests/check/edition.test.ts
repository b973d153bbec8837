import { expect, test } from '@jest/globals'
import { proveEdition } from '../../pipeline/check/edition.ts'
import { segmentsInHtml } from '../../pipeline/check/html.ts'
import type { Language } from '../../pipeline/model/language.ts'
import type { Manuscript, Segment } from '../../pipeline/model/manuscript.ts'

const segments = (language: Language, texts: readonly string[]): Segment[] => texts.map((text, index) =>
  ({ id: `${language}-${index + 1}`, kind: 'paragraph', text, place: { file: `${language}.md`, line: index + 1, column: 1 }, paragraph: index, links: [] }))

function manuscript(language: Language, ...texts: string[]): Manuscript {
  const place = { file: `${language}.md`, line: 1, column: 1 }
  const blocks = segments(language, texts).map((segment) => ({ node: { type: 'thematicBreak' as const }, segments: [segment], place }))
  return { language, metadata: { title: undefined, authors: [], date: undefined }, removed: [],
    chapters: [{ id: `${language}-chapter-1`, role: 'chapter', part: 0, title: undefined, blocks, notes: [] }] }
}

const book = { en: manuscript('en', 'One two.', 'Three four.'), ar: manuscript('ar', 'واحد اثنان.') }
const rules = (html: string, languages: Language[] = ['en']) =>
  proveEdition('en.pdf', book, languages, segmentsInHtml(html), 1).messages.map(({ rule, values }) => `${rule} ${values?.['word']}`)
const span = (id: string, text: string) => `<span class="segment" id="${id}">${text}</span>`

test('an edition with every word has its words counted', () => {
  const found = segmentsInHtml(`<p>${span('en-1', 'One <i>two</i>.')} ${span('en-2', 'Three fo\u00ADur.')}</p>`)
  expect(proveEdition('en.pdf', book, ['en'], found, 1)).toEqual({ words: { en: 4, ar: undefined }, messages: [] })
})

test.each([
  ['a lost sentence', span('en-1', 'One two.'), ['check/edition-lost-word Three']],
  ['a lost word', span('en-1', 'One two.') + span('en-2', 'Three.'), ['check/edition-lost-word four']],
  ['sentences exchanged', span('en-2', 'Three four.') + span('en-1', 'One two.'), ['check/edition-lost-word One']],
  ['a sentence twice', span('en-1', 'One two.') + span('en-2', 'Three four.') + span('en-2', 'Three four.'), ['check/edition-repeated-word Three']],
  ['nothing at all', '', ['check/edition-lost-word One']],
])('%s is a fault', (_name, html, expected) => {
  expect(rules(html)).toEqual(expected)
})

test('each language that the edition carries is proved', () => {
  expect(rules(span('en-1', 'One two.') + span('en-2', 'Three four.'), ['en', 'ar'])).toEqual(['check/edition-lost-word واحد'])
})

test('a note reference inside a sentence is no word of it', () => {
  expect(segmentsInHtml(span('en-1', 'One<a class="note-reference">12</a> two.'))).toEqual([{ id: 'en-1', text: 'One two.' }])
})
