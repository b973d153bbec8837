/** Sentences of running text with marks in it. */

import { expect, test } from '@jest/globals'
import type { PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { sentencesIn } from '../../pipeline/readers/inline.ts'
import type { Language } from '../../pipeline/model/language.ts'

const text = (value: string): PhrasingContent => ({ type: 'text', value })
const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value })
const emphasis = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'emphasis', children })
const strong = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'strong', children })
const link = (...children: PhrasingContent[]): PhrasingContent => ({ type: 'link', url: 'https://example.org', children })

function texts(children: PhrasingContent[], language: Language = 'en'): string[] {
  const { nodes, sentences } = sentencesIn(children, language, false, { line: 1, column: 1 })
  expect(nodes.map((node) => toString(node)).join('')).toBe(children.map((node) => toString(node)).join(''))
  return sentences.map((sentence) => sentence.text)
}

test('an abbreviation is seen through the marks that cut it', () => {
  expect(texts([text('He met '), strong(text('Dr.')), text(' Low. '), link(text('He')), text(' left.')])).toEqual(['He met Dr. Low.', 'He left.'])
})

test('code is never cut, and a sentence may open with it', () => {
  expect(texts([text('Run '), code('a. B! C? D'), text(' now. '), code('b'), text(' follows.')])).toEqual(['Run a. B! C? D now.', 'b follows.'])
})

test('a wrapped line goes on, a hard break does not', () => {
  expect(texts([text('One line in\nParis, '), { type: 'break' }, text('another')])).toEqual(['One line in\nParis,', 'another'])
  expect(texts([text('سطر في\nباريس،'), { type: 'break' }, text('وآخر')], 'ar')).toEqual(['سطر في\nباريس،', 'وآخر'])
})

test('a closing mark in other dress stays with its sentence', () => {
  expect(texts([text('She read “'), strong(text('The sea.')), text('” He slept.')])).toEqual(['She read “The sea.”', 'He slept.'])
})

test('a title with its capital, in marks, tells of no forgotten stop', () => {
  expect(texts([text('They sold '), emphasis(text('The lamp of the quay')), text(' in May.')])).toEqual(['They sold The lamp of the quay in May.'])
  expect(texts([text('They sold the '), strong(text('lamp')), text(' The quay was dark.')])).toEqual(['They sold the lamp', 'The quay was dark.'])
})
