/** What the search takes for the same. */

import { expect, test } from '@jest/globals'
import { fold, found, wordsOf } from '../../../templates/site/fold.ts'

test.each([
  ['كِتابُ', 'كتاب'], ['أحمد', 'احمد'], ['إلى', 'الى'], ['آخر', 'اخر'], ['ٱلورق', 'الورق'], ['مسؤول', 'مسئول'], ['مسؤول', 'مسوول'], ['شؤون', 'شئون'],
  ['شيء', 'شئ'], ['قارئ', 'قارى'], ['فتى', 'فتي'], ['مدرسة', 'مدرسه'], ['كـتـاب', 'كتاب'], ['١٢٣', '123'], ['۱۲۳', '123'], ['Café', 'cafe'], ['ṭāʾ', 'ta'], ['ﻻ', 'لا'],
])('%s is %s', (one, other) => {
  expect(fold(one).text.replace(/[^\p{L}\p{N}]/gu, '')).toBe(fold(other).text)
})

test.each([['علم', 'عمل'], ['نور', 'نار'], ['قول', 'قيل'], ['salt', 'silt']])('%s is not %s', (one, other) => {
  expect(fold(one).text).not.toBe(fold(other).text)
})

test('what is found is marked as it is written, with its vowel marks', () => {
  const text = 'قرأ «كِتابُ الوَرَقِ» ثانيةً.'
  const stretches = found(wordsOf('كتاب الورق'), fold(text))
  expect(stretches?.map(([from, to]) => text.slice(from, to))).toEqual(['كِتابُ', 'الوَرَقِ'])
})

test('all words must stand in a sentence, in any order, and stretches never overlap', () => {
  const folded = fold('Salt, and salty water.')
  expect(found(wordsOf('water salt'), folded)).toEqual([[0, 4], [10, 14], [16, 21]])
  expect(found(wordsOf('salty salt'), folded)).toEqual([[0, 4], [10, 15]])
  expect(found(wordsOf('salt sand'), folded)).toBeUndefined()
  expect(wordsOf(' ،؟ ')).toEqual([])
})
