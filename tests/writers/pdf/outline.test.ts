import { expect, test } from '@jest/globals'
import type { Element } from 'hast'
import { h } from 'hastscript'
import { headingsOf, joined } from '../../../pipeline/writers/pdf/outline.ts'
import { marks, passage } from '../../edition.ts'

const heading = (language: 'en' | 'ar', text: string, depth = 2): Element => h(`h${depth}`, marks(language), text)

const drawn = (...children: Element[]) => joined(headingsOf({ type: 'root', children })).map(({ text, depth, index }) => `${depth} ${text} @${index}`)

test('headings stand in order, without the numbers of their notes', () => {
  const reference = h('a', { className: ['note-reference'] }, '3')
  expect(drawn(heading('en', 'Clay', 1), h('section', h('h2', marks('en'), 'The ', h('em', 'wet'), '\n clay', reference)))).toEqual(['1 Clay @0', '2 The wet clay @1'])
})

test('headings side by side are one entry, with the target of the first', () => {
  expect(drawn(passage(['en', heading('en', 'Clay', 1)], ['ar', heading('ar', 'الطين', 1)]), passage(['en', heading('en', 'Fire')], ['ar', heading('ar', 'النار')])))
    .toEqual(['1 Clay · الطين @0', '2 Fire · النار @2'])
})

test('what one side has more, or at another depth, stands alone', () => {
  expect(drawn(passage(['en', heading('en', 'A')], ['ar', heading('ar', 'أ'), heading('ar', 'ب')]))).toEqual(['2 A · أ @0', '2 ب @2'])
  expect(drawn(passage(['en', heading('en', 'A', 2)], ['ar', heading('ar', 'أ', 3)]))).toEqual(['2 A @0', '3 أ @1'])
})
