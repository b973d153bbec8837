/** A fault that runs through the book is told once; a few of it are told one by one. */

import { expect, test } from '@jest/globals'
import { beadFindings, checkBook } from '../../../pipeline/check/translation/index.ts'
import { wordsIn } from '../../../pipeline/model/words.ts'
import { paired } from './book.ts'

const names = ['ألف', 'باء', 'تاء', 'ثاء', 'جيم', 'حاء', 'خاء', 'دال']

/** A book of so many sentences, each with a Latin comma. */
function withCommas(count: number) {
  const sentences = (sentence: (index: number) => string) => Array.from({ length: count }, (_, index) => sentence(index))
  return paired(sentences((index) => `In room ${index} at night, the lamp of ${'abcdefgh'[index % 8]} burns.`), sentences((index) => `في الغرفة ${index} ليلًا, يشتعل مصباح ${names[index % 8]}.`))
}

const commas = (count: number) => checkBook(withCommas(count)).findings.filter(({ rule }) => rule === 'latin-punctuation')

test('a few Latin commas are told one by one', () => {
  expect(commas(12).map(({ bead, isHabit }) => [bead, isHabit])).toEqual(Array.from({ length: 12 }, (_, bead) => [bead, undefined]))
})

test('Latin commas throughout are told once, with their number, in both languages', () => {
  const found = commas(40)
  expect(found.map(({ bead, isHabit, values }) => [bead, isHabit, values?.['count']])).toEqual([[0, true, 40]])
  expect(wordsIn('en')('checks:latin-punctuation.what', found[0]?.values)).toContain('40 places')
  expect(wordsIn('ar')('checks:latin-punctuation.what', found[0]?.values)).toMatch(/موضعًا من الكتاب/)
})

test('a bead that is asked alone tells nothing of a habit', () => {
  const checked = withCommas(40)
  const { norms } = checkBook(checked)
  expect(beadFindings(checked, { from: 5, to: 6 }, [], norms)).toEqual([])
  expect(beadFindings(checked, { from: 5, to: 6 }).map(({ rule }) => rule)).toEqual(['latin-punctuation'])
})

test('the finding that stands for all names the other places, with the words', () => {
  const [found] = commas(40)
  expect(found?.others?.map(({ bead }) => bead)).toEqual(Array.from({ length: 39 }, (_, index) => index + 1))
  expect(found?.others?.every(({ marks }) => marks.length === 1 && marks[0]?.language === 'ar')).toBe(true)
})
