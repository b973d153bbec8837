import { expect, test } from '@jest/globals'
import { wordsIn } from '../../../pipeline/model/words.ts'
import { abjadNumeral, romanNumeral, writtenFolio } from '../../../pipeline/writers/pdf/numbering.ts'

test.each([[1, 'i'], [4, 'iv'], [9, 'ix'], [14, 'xiv'], [40, 'xl'], [99, 'xcix'], [1949, 'mcmxlix']])('%d is %s', (value, numeral) => {
  expect(romanNumeral(value)).toBe(numeral)
})

test.each([[1, 'أ'], [3, 'ج'], [5, 'هـ'], [10, 'ي'], [11, 'يا'], [12, 'يب'], [15, 'يهـ'], [21, 'كا'], [105, 'قهـ'], [111, 'قيا']])('%d is %s', (value, numeral) => {
  expect(abjadNumeral(value)).toBe(numeral)
})

test('front matter has letters, the text has the digits of its language and policy', () => {
  const front = { isFront: true, number: 4 }
  const text = { isFront: false, number: 1204 }
  expect([wordsIn('en'), wordsIn('ar'), wordsIn('ar', 'latn')].map((words) => [writtenFolio(front, words), writtenFolio(text, words)]))
    .toEqual([['iv', '1204'], ['د', '١٢٠٤'], ['د', '1204']])
})
