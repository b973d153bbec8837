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
