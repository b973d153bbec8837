import { expect, test } from '@jest/globals'
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { prepared } from '../../../pipeline/writers/pdf/prepare.ts'
import { book, chapter, edition } from '../../support/edition.ts'

/** The blocks of a chapter as they are set. */
function set(...blocks: Element[]): Element[] {
  const { sections } = prepared(edition('en', chapter('en-chapter-1', { en: 'Clouds' }, ...blocks)), book)
  return (sections[1]?.tree.children ?? []) as Element[]
}

const call = (number: string) => h('a', { className: ['note-reference'] }, number)

const classes = ({ children }: Element): unknown[] => children.flatMap((child: ElementContent) => (child.type === 'element' ? [child.properties['className']] : []))

test('calls of two notes at one place are parted, for 2 and 3 would read as 23', () => {
  const [paragraph] = set(h('p', { lang: 'en' }, ['It rained', call('1'), ' and stopped.', call('2'), call('3')]))
  expect(classes(paragraph!)).toEqual([['note-reference'], ['note-reference'], ['note-reference', 'beside']])
})

test('paragraphs are set in, but for the first and for lines that the author ends', () => {
  const blocks = set(h('p', { lang: 'en' }, 'One.'), h('p', { lang: 'en' }, 'Two.'), h('p', { lang: 'en' }, h('span.segment', ['Hester', h('br'), 'Trieste'])))
  expect(blocks.map(({ properties }) => properties['className'])).toEqual([undefined, ['indent'], undefined])
})

test('a number and its unit are not parted in a cell', () => {
  const [table] = set(h('table', h('tr', ['25–40 min', '≈ ١٢٫٧ ل', 'oil, soap', '3 days by mule over the hills'].map((text) => h('td', { lang: 'en' }, text)))))
  expect(classes(table!.children[0] as Element)).toEqual([['quantity'], ['quantity'], undefined, undefined])
})

test('in a letter the salutation stays with the date, the first sentence with both, and the name with the farewell', () => {
  const lines = ['Ras al-Qasab, 4 March', 'Sir,', 'The fog has lifted.', 'The bell is cracked.', 'Your servant,', 'Idris']
  const [letter] = set(h('blockquote', { lang: 'en' }, lines.map((line) => h('p', { lang: 'en' }, line))))
  expect(classes(letter!).map((names) => [names].flat().includes('closing'))).toEqual([false, true, true, false, true, true])
})

test('a short last word is kept with the one before it', () => {
  const [paragraph] = set(h('p', { lang: 'en' }, h('span.segment', 'Nobody came to ask for it.')))
  expect(classes(paragraph!.children[0] as Element)).toEqual([['together']])
})

test('verse quoted whole in the other script has its direction; words of both leave it that of the text', () => {
  const poem = (...halves: string[]) => h('div', { className: ['verse'], lang: 'en', dir: 'ltr' }, h('p', { className: ['verse-line', 'bayt'], lang: 'en', dir: 'ltr' }, halves.map((half) => h('span.hemistich', half))))
  const directions = set(poem('قفا نبك', 'حبيب ومنزل'), poem('Stop', 'قفا')).map(({ properties, children: [line] }) => [properties['dir'], line?.type === 'element' && line.properties['dir']])
  expect(directions).toEqual([['rtl', 'rtl'], ['ltr', 'ltr']])
})
