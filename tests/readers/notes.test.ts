/** Notes of the author and of the translator: told apart by their labels, numbered apart, the author's first. */

import { expect, test } from '@jest/globals'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'
import { letterOf } from '../../pipeline/typography/letters.ts'
import { lines, reading } from './reading.ts'

test('the translator’s notes are numbered apart and stand after the author’s of their chapter', async () => {
  const text = lines('# One', 'A[^tr-a] b[^x] c[^tr-b] d[^y].', '# Two', 'E[^tr-c] f[^z].', '[^x]: X.', '[^y]: Y, with its own.[^TR-d]', '[^tr-a]: TA.', '[^tr-b]: TB.', '[^tr-c]: TC.', '[^TR-d]: TD.', '[^z]: Z.', '[^tr-lost]: Lost.')
  const { manuscript, messages, lost } = await reading(text)
  expect(manuscript.chapters.map(({ notes }) => notes.map(({ by, number, segments }) => `${by} ${number} ${segments[0]?.text}`))).toEqual([
    ['author 1 X.', 'author 2 Y, with its own.', 'translator 1 TA.', 'translator 2 TB.', 'translator 3 TD.'],
    ['author 1 Z.', 'translator 1 TC.', 'translator 2 Lost.'],
  ])
  expect(segmentsOf(manuscript).map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `en-${index + 1}`))
  expect([messages, lost]).toEqual([['reading/note-uncalled 23:1'], []])
})

test('of two notes with one label the second stands last, told of, and no word is lost', async () => {
  const { manuscript, messages, lost } = await reading(lines('# One', 'A[^x].', '# Two', 'B[^y].', '[^x]: First.', '[^x]: Second.', '[^y]: Y.'))
  expect(manuscript.chapters.map(({ notes }) => notes.map(({ number, segments }) => `${number} ${segments[0]?.text}`))).toEqual([['1 First.'], ['1 Y.', '2 Second.']])
  expect([messages, lost]).toEqual([['reading/note-repeated 11:1'], []])
})

test('a call that no note answers is told of where it stands, unless its bracket is escaped', async () => {
  const { body, messages, lost } = await reading(lines('A[^x] and\nmore & [^gone], \\[^meant].', '[^x]: First.'))
  expect([body, messages, lost]).toEqual([['A and\nmore & [^gone], [^meant].'], ['reading/note-unknown 2:8'], []])
})

test('letters follow the alphabet and the order of abjad, and are doubled after the last', () => {
  expect([1, 2, 3, 26, 27].map((number) => letterOf(number, 'en'))).toEqual(['a', 'b', 'c', 'z', 'aa'])
  expect([1, 2, 3, 5, 11, 28, 30].map((number) => letterOf(number, 'ar'))).toEqual(['أ', 'ب', 'ج', 'هـ', 'ك', 'غ', 'بب'])
})
