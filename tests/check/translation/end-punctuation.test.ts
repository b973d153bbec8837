/** Which ends answer a question mark. */

import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { paired } from './book.ts'

const told = (en: string, ar: string) => findings(paired([en], [ar])).filter(({ rule }) => rule === 'end-punctuation').length

test('a question that became a statement is told', () => {
  expect(told('Will the river rise tonight?', 'هل يرتفع النهر الليلة.')).toBe(1)
  expect(told('The river will rise tonight.', 'هل يرتفع النهر الليلة؟')).toBe(1)
})

test('an exclamation, a sentence that goes on, and a question inside a sentence are none', () => {
  expect(told('Who is like the river?', 'من مثل النهر!')).toBe(0)
  expect(told('Did the river rise in the night?', 'هل ارتفع النهر في الليل،')).toBe(0)
  expect(told('Did it rise? asked the miller, who slept?', 'هل ارتفع؟ سأل الطحان النائم.')).toBe(0)
})

test('what one language asks and the other says is none', () => {
  expect(told("Let's go to the river, shall we?", 'لنذهب إلى النهر.')).toBe(0)
  expect(told("Aren't they written in the book?", 'وكل ما عمل مكتوب في الكتاب.')).toBe(0)
  expect(told('He came to see whether it was so.', 'جاء يسأل: هل الأمر كذلك؟')).toBe(0)
})

test('a question that English denies is told where the Arabic asks without its mark', () => {
  expect(told("Aren't they written in the book?", 'أليست مكتوبة في الكتاب.')).toBe(1)
  expect(told("Don't you know the river?", 'هل تعرف النهر.')).toBe(1)
})
