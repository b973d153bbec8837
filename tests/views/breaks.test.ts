/** Breaks between scenes in rows of two languages: each in a row of its own. */

import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { isOfBreaks, partedAtBreaks } from '../../pipeline/views/breaks.ts'

/** `a * b`: paragraphs, and `*` for a break. */
const side = (drawing: string) => drawing.split(' ').filter(Boolean).map((word) => (word === '*' ? h('hr') : h('p', word)))

const parted = (en: string, ar: string) => partedAtBreaks({ en: side(en), ar: side(ar) }).map((row) =>
  [row.en, row.ar].map((elements) => elements.map((element) => (element.tagName === 'hr' ? '*' : 'p')).join('')).join('|'))

test.each([
  ['a *', 'b c *', ['p|pp', '*|*']],
  ['a * b', 'c * d', ['p|p', '*|*', 'p|p']],
  ['* b', '* d', ['*|*', 'p|p']],
  ['a * b', 'c', ['p*p|p']],
  ['a', 'b', ['p|p']],
  ['* *', 'a * b *', ['|p', '*|*', '|p', '*|*']],
])('%s beside %s', (en, ar, rows) => {
  expect(parted(en, ar)).toEqual(rows)
})

test('a row of breaks has nothing else on either side', () => {
  expect(isOfBreaks({ en: side('*'), ar: side('*') })).toBe(true)
  expect(isOfBreaks({ en: side('*'), ar: [] })).toBe(false)
})
