import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import { addHyphens, keepHyphens } from '../../pipeline/typography/hyphens.ts'

/** The text with each soft hyphen drawn as a bar. */
function drawn(element: ReturnType<typeof h>): string {
  const tree = h('div', element)
  addHyphens(tree)
  return toString(tree).replaceAll('\u00AD', '|')
}

const en = { lang: 'en' }

test('English words may break, two letters before and three after at the least', () => {
  expect(drawn(h('p', en, 'The restoration of manuscripts is here.'))).toBe('The restora|tion of man|u|scripts is here.')
  expect(drawn(h('p', en, 'away ideal overly again'))).toBe('away ideal overly again')
})

test('in a stack of sentences, whose lines are ragged, only long words may break', () => {
  expect(drawn(h('div', { className: ['stack'] }, h('p', en, 'The restoration of incomprehensible manuscripts is here.')))).toBe('The restoration of in|com|pre|hen|si|ble manuscripts is here.')
})

test.each([
  ['a heading', h('h2', en, 'The restoration of manuscripts here')],
  ['code', h('p', en, h('code', 'restoration = manuscripts'), ' here')],
  ['an address', h('p', en, 'https://restoration.example/manuscripts restoration@example.org here')],
  ['capitals', h('p', en, 'RESTORATION OF MANUSCRIPTS here')],
  ['a compound', h('p', en, 'restoration-manuscripts here')],
  ['verse', h('div', { className: ['verse'] }, h('p', en, 'The restoration of manuscripts here'))],
  ['Arabic', h('p', { lang: 'ar' }, 'ترميم المخطوطات restoration هنا')],
  ['Arabic in English', h('p', en, h('bdi', { lang: 'ar' }, 'ترميم المخطوطات'), ' here')],
  ['the last word of a paragraph', h('p', en, 'It is a ', h('em', 'restoration'), '. ', h('a', '12'))],
])('%s is left whole', (_, element) => {
  expect(drawn(element)).not.toContain('|')
})

test('only the soft hyphens that break a line are kept', () => {
  expect(keepHyphens('a\u00ADb\u00ADc\u00ADd', new Set([1]))).toBe('ab\u00ADcd')
})
