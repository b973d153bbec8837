import { expect, test } from '@jest/globals'
import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import { initialOf, replaceInitial } from '../../pipeline/typography/initials.ts'
import { heading, paragraph, passage } from '../support/edition.ts'

const long = 'he potter came down to the river before it was light, and there was nobody on the other bank.'
const root = (...children: Element[]): Root => ({ type: 'root', children })
const lettersOf = (tree: Root, least = 40) => initialOf(tree, least)?.letters

test.each([
  ['a capital', `T${long}`, 'T'],
  ['its quotation mark goes with it', `“T${long}`, '“T'],
  ['a small letter opens nothing', `t${long}`, undefined],
  ['nor does a number', `12 t${long}`, undefined],
  ['nor an Arabic letter', 'نزل الخزّاف إلى النهر قبل الفجر ولم يكن على الضفّة الأخرى أحد يراه', undefined],
])('%s', (_, text, expected) => {
  expect(lettersOf(root(heading('en', 'Clay'), paragraph('en', h('span', { className: ['segment'] }, text))))).toBe(expected)
})

test('a paragraph shorter than was asked for has none', () => {
  const tree = root(paragraph('en', 'The river.'))
  expect([lettersOf(tree, 10), lettersOf(tree, 11)]).toEqual(['T', undefined])
})

test('an epigraph is passed over; what opens with a list or a picture has none', () => {
  const opening = paragraph('en', `T${long}`)
  const epigraph = h('div', { className: ['epigraph'], lang: 'en' }, paragraph('en', 'Hold it up before you read it, for the light was there first of all.'))
  expect(lettersOf(root(heading('en', 'Clay'), epigraph, opening))).toBe('T')
  expect(lettersOf(root(heading('en', 'Clay'), h('ul', { lang: 'en' }, h('li', 'One')), opening))).toBeUndefined()
})

test('in columns the English side alone, and nothing that goes on from the row before', () => {
  const opening = paragraph('en', `T${long}`)
  const row = passage(['ar', paragraph('ar', 'نزل الخزّاف إلى النهر قبل الفجر ولم يره أحد على الضفّة الأخرى')], ['en', opening])
  expect(lettersOf(root(row))).toBe('T')
  opening.properties['className'] = ['continued']
  expect(lettersOf(root(row))).toBeUndefined()
})

test('neither a note nor words of another element open a paragraph', () => {
  const opened = (tag: string) => lettersOf(root(paragraph('en', h(tag, `T${long}`))))
  expect(['em', 'strong', 'span', 'a', 'bdi', 'code'].map(opened)).toEqual(['T', 'T', 'T', undefined, undefined, undefined])
})

test('a quotation that opens the chapter has none', () => {
  expect(lettersOf(root(h('blockquote', { lang: 'en' }, `T${long}`)))).toBeUndefined()
})

test('in a paragraph of several sentences the first letter alone is shown otherwise', () => {
  const opening = paragraph('en', h('span', { className: ['segment'] }, `  T${long}`), ' ', h('span', { className: ['segment'] }, 'Then he left.'))
  replaceInitial(initialOf(root(opening), 40)!, h('b', 'T'), h('i'))
  expect(opening.children).toEqual([h('i'), h('span', { className: ['segment'] }, [h('b', 'T'), long]), { type: 'text', value: ' ' }, h('span', { className: ['segment'] }, 'Then he left.')])
})

test('the letter stays in its word', () => {
  const opening = paragraph('en', h('span', { className: ['segment'] }, h('em', `“T${long}`)))
  replaceInitial(initialOf(root(opening), 40)!, h('b', '“T'), h('i'))
  expect(toString(opening)).toBe(`“T${long}`)
  expect(opening.children[0]).toMatchObject({ tagName: 'i' })
})
