/** Where page numbers are set after links. */

import { expect, test } from '@jest/globals'
import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { h } from 'hastscript'
import { addPageReferences } from '../../../pipeline/writers/pdf/references.ts'
import { book, chapter, paragraph } from '../../support/edition.ts'

const link = (to: string, ...words: (string | Element)[]): Element => h('a', { className: ['cross-reference'], href: `#${to}` }, words)
const target = h('h2', { id: 'en-heading-2' }, 'The price')

/** Text of a paragraph after the numbers are put in; each number is its target. */
function referred(...children: (string | Element)[]): string {
  const own = paragraph('en', ...children)
  addPageReferences([chapter('one', { en: 'One' }, own, target)], book)
  const walk = (node: ElementContent): string => (node.type !== 'element' ? toString(node) : node.properties['dataFor'] !== undefined ? String(node.properties['dataFor']) : node.children.map(walk).join(''))
  return walk(own)
}

test('after the words of the link, before what follows them', () => {
  expect(referred('See ', link('en-heading-2', 'the ', h('em', 'price')), '. It was low.')).toBe('See the price (p.\u00a0en-heading-2). It was low.')
})

test('once for a link that is in two sentences, after its last words', () => {
  const sentence = (...words: (string | Element)[]) => h('span', { className: ['segment'] }, words)
  expect(referred(sentence('See ', link('en-heading-2', 'it.')), ' ', sentence(link('en-heading-2', 'And that'), ' too.')))
    .toBe('See it. And that (p.\u00a0en-heading-2) too.')
  expect(referred(link('en-heading-2', 'One'), ', and ', link('en-heading-2', 'again'))).toBe('One (p.\u00a0en-heading-2), and again (p.\u00a0en-heading-2)')
})

test('none for a place that the edition does not have, nor in a heading', () => {
  expect(referred(link('ar-heading-2', 'there'))).toBe('there')
  expect(referred(h('h3', link('en-heading-2', 'there')))).toBe('there')
})

test('until it is filled a number is about as wide as it will be', () => {
  const own = paragraph('ar', link('ar-heading-9', 'هناك'))
  const long = Array.from({ length: 70 }, () => paragraph('ar', 'كلمة '.repeat(400)))
  addPageReferences([chapter('one', { ar: 'واحد' }, own), chapter('two', { ar: 'اثنان' }, ...long, h('h2', { id: 'ar-heading-9' }, 'السعر'))], book)
  expect(toString(own)).toMatch(/^هناك \(ص\u00a0[٠-٩]{2,3}\)$/u)
})
