import { expect, test } from '@jest/globals'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import type { Digits } from '../../pipeline/model/book.ts'
import { setNumerals } from '../../pipeline/typography/numerals.ts'

const set = (text: string, digits: Digits) => toString(setNumerals(h('p', text), digits))

test.each([
  ['في 11 حزيران 2020', 'في ١١ حزيران ٢٠٢٠'],
  ['عام ٢٠١١ فقط', 'عام ٢٠١١ فقط'],
  ['نحو 3.5 من 12,450 كتابًا', 'نحو ٣٫٥ من ١٢٬٤٥٠ كتابًا'],
  ['بنسبة 25%.', 'بنسبة ٢٥٪.'],
  ['بين 1990-1995 تقريبًا', 'بين ١٩٩٠-١٩٩٥ تقريبًا'],
  ['الرمز MAP-17/b والطراز B52', 'الرمز MAP-17/b والطراز B52'],
  ['انظر example.org/2020', 'انظر example.org/2020'],
  ['انظر (Kessler, Archiv 12 (1931), 44–61) ص 3', 'انظر (Kessler, Archiv 12 (1931), 44–61) ص ٣'],
  ['سرعته 3.5 km/h سنة 2011', 'سرعته ٣٫٥ km/h سنة ٢٠١١'],
])('with Eastern digits, %s', (text, expected) => {
  expect(set(text, 'arab')).toBe(expected)
})

test('a book of the Maghreb turns the other way', () => {
  expect(set('عام ٢٠١١ نحو ٣٫٥٪ من ١٢٬٤٥٠', 'latn')).toBe('عام 2011 نحو 3.5% من 12,450')
})

test.each(['em', 'span'])('a number that goes through %s is one, and what stands apart keeps its place', (tag) => {
  const tree = setNumerals(h('p', ['نحو 12', h(tag, ',450'), ' ', h('bdi', '7'), h('br'), h('ul', h('li', '8')), ' و9']), 'arab')
  expect(toString(tree)).toBe('نحو ١٢٬٤٥٠ 7٨ و٩')
})

test('code stays as it is', () => {
  expect(toString(setNumerals(h('p', [h('code', 'x = 12')]), 'arab'))).toBe('x = 12')
})
