/** What looks like a slip of the Arabic and is none. */

import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { paired } from './book.ts'

const told = (rule: string, en: string, ar: string): number => findings(paired([en, 'In 1890 there were 12 mills, 40 wheels, 9 ponds and 300 ducks.'], [ar, 'كان في سنة ١٨٩٠ من الطواحين ١٢ ومن العجلات ٤٠ ومن البرك ٩ ومن البط ٣٠٠.'])).filter((finding) => finding.rule === rule).length

test('a stroke under a small alif is scripture’s, another is stray', () => {
  expect(told('tatweel', 'In the darknesses of the sea.', 'فِى ظُلُمَـٰتِ ٱلْبَحْرِ.')).toBe(0)
  expect(told('tatweel', 'In the darknesses of the sea.', 'في ظلمـات البحر.')).toBe(1)
})

test('a telephone’s number in Latin digits is copied, another is mixed', () => {
  expect(told('digits-mixed', 'Ring +20 3 555-0142, extension 7.', 'اتصل على الرقم +20 3 555-0142، فرعي ٧.')).toBe(0)
  expect(told('digits-mixed', 'Ring at 7, it has 142 bells.', 'دقّ عند ٧، ففيه 142 جرسًا.')).toBe(1)
})

test('a formula is the same in both languages', () => {
  const formula = 'Q = ∫₀ᵀ v(t)·A dt ≈ Σᵢ vᵢ·A·Δt + a·b·c + x·y'
  expect(told('untranslated', `${formula}, and so on.`, `${formula}، وهكذا.`)).toBe(0)
  expect(told('untranslated', `${formula}.`, `${formula}.`)).toBe(0)
  expect(told('untranslated', 'A wheel is a part of a mill in a town.', 'A wheel is a part of a mill in a town.')).toBe(1)
})
