/** What a side may say twice, and what in two ways, without a fault. */

import { expect, test } from '@jest/globals'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { paired } from './book.ts'

const told = (rule: string, en: readonly string[], ar: readonly string[]): number => findings(paired(en, ar)).filter((finding) => finding.rule === rule).length

test.each([
  ['a word that English says again soon', 'She was called beloved, who was not beloved before.', 'دعيت التي ليست محبوبة محبوبة.'],
  ['a name with and without its ending', 'Give the river what is the river’s.', 'أعطوا ما للنهر للنهر.'],
  ['a pronoun that is its own predicate', 'But you are the same.', 'ولكن أنت أنت.'],
  ['two words that their marks tell apart', 'They doubt me this night.', 'يَشُكُّونَ فِيَّ فِي هَذِهِ اللَّيْلَةِ.'],
  ['a verb with its noun', 'These ruled the river before any miller ruled there, before any mill stood.', 'هؤلاء ملكوا النهر قبلما ملك ملك هناك.'],
  ['a noun that is counted', 'Each of these villages had its mill.', 'كانت هذه القرى قرية قرية ولها طاحونتها.'],
  ['words that English says again', 'The river waits for the rain, it waits for the rain.', 'النهر ينتظر ذلك المطر. النهر ينتظر ذلك المطر.'],
])('twice on purpose: %s', (_, en, ar) => expect(told('repeated-word', [en], [ar])).toBe(0))

test('a slip is told, vocalised or not', () => {
  expect(told('repeated-word', ['They walked along the old road.'], ['مشوا في الطريق الطريق القديم.'])).toBe(1)
  expect(told('repeated-word', ['They walked along the old road.'], ['مَشَوْا فِي الطَّرِيقِ الطَّرِيقِ القَدِيمِ.'])).toBe(1)
})

test('several words, and a sentence, that were put in twice are told', () => {
  expect(told('repeated-word', ['They walked along the old road to the mill.'], ['مشوا في الطريق القديم في الطريق القديم إلى الطاحونة.'])).toBe(1)
  expect(told('repeated-word', ['The mill stood still all winter.'], ['توقفت الطاحونة طوال الشتاء. توقفت الطاحونة طوال الشتاء.'])).toBe(1)
  expect(told('repeated-word', ['He asked the miller, and the miller laughed.'], ['سأل صاحب تلك الطاحونة، صاحب تلك الطاحونة الضاحك.'])).toBe(0)
})

test('contractions are no other way of saying it', () => {
  const ar = ['لا يمكن أن يكون ذلك النهر هنا.', 'لا يمكن أن يكون ذلك النهر هنا.']
  expect(told('same-target', ['That river cannot be here.', 'That river can’t be here.'], ar)).toBe(0)
  expect(told('same-target', ['That river cannot be here.', 'That river must be elsewhere.'], ar)).toBe(1)
})
