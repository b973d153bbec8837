/** What holds for any text at all: nothing changes, nothing hangs. */

import { describe, expect, test } from '@jest/globals'
import { languages } from '../../pipeline/model/language.ts'
import { sentenceEnds } from '../../pipeline/segment/index.ts'
import { slices } from './sentences.ts'
import { random } from '../support/random.ts'

const pieces = [
  ...' .!?؟…"«»“”()[]1١aAbZادوهمق،؛:,-–—•*_@/#', '\n', '\n\n', '\r\n', '\t', '\0', '\x07', '\x1b', '\u0085', '\u2028', '\u2029', '\u00A0',
  'ق.م.', 'هـ.', 'Dr. ', 'U.S. ', 'p. 5', 'e.g.', '...', '. . .', '[1]', '(a)', '1. ', 'http://x.y/?', 'قال ', 'كلمة', 'Word ',
  '\u064B', '\u0651', '\u0640', '\u0301', '\u200B', '\u200D', '\u200E', '\u200F', '\u202B', '\u202C', '\u2067', '\u2069', '\uFEFF',
  '😀', '👩‍👧', '🏳️‍🌈', '\uD83D', '\uDE00', '𝒜', 'İ', 'ß', '漢。', '．',
]

/** Whether `at` stands between the halves of a character. */
const isInsidePair = (text: string, at: number): boolean => /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))

function randomText(next: () => number, length: number): string {
  return Array.from({ length }, () => pieces[Math.floor(next() * pieces.length)]).join('')
}

describe.each(languages)('in %s', (language) => {
  test('sentences joined are the text, none is without a word, and no character is cut in two', () => {
    const next = random(7)
    for (let count = 0; count < 1500; count++) {
      const text = randomText(next, Math.floor(next() * 60))
      const found = slices(text, language)
      expect(found.join('')).toBe(text)
      if (found.length > 1) expect(found.filter((slice) => !/[\p{L}\p{N}]/u.test(slice))).toEqual([])
      for (const end of sentenceEnds(text, language)) expect(isInsidePair(text, end)).toBe(false)
    }
  })

  test('cutting a sentence again, alone, finds nothing to add where texts are plain', () => {
    const text = 'Rain fell. Dr. Low slept. نزل المطر. نام د. سامر. '.repeat(20)
    for (const slice of slices(text, language)) expect(slices(slice, language)).toEqual([slice])
  })

  test.each(['', ' ', '\n', '.', '؟', '\uD83D', '\u200F', 'a'])('%j is whole', (text) => {
    expect(slices(text, language)).toEqual(text === '' ? [] : [text])
  })

  test('long texts end as short ones do, however the standard is asked', () => {
    const sentence = 'The road went on past Dr. Low’s house. ثم عاد د. سامر إلى البيت. '
    expect(sentenceEnds(sentence.repeat(2000), language)).toHaveLength(4000)
  })
})

const hostile: Record<string, string> = {
  'no space at all': 'a', 'stops alone': '.', 'stops and digits': '. 1', 'cries': '! ', 'brackets': '(', 'notes': '.[1]',
  'quotation marks': '"! ', 'open guillemets': '«كلمة ', 'initials': 'A. ', 'dotted letters': 'a.b.c.', 'blanks': ' ', 'line feeds': '\n', 'vowel marks': '\u064B',
  'trails': '… ', 'addresses': 'http://', 'markers': '1. a ',
}

// Both take a fraction of a second alone; a pattern that looked back over the whole text would take minutes.
test('a megabyte without a stop is one sentence, soon found', () => {
  expect(timed('كلمة word ', 1_000_000)).toEqual({ count: 1, isQuick: true })
})

test.each(Object.entries(hostile))('time is in proportion to the text: %s', (_, piece) => {
  expect(timed(piece, 200_000).isQuick).toBe(true)
})

function timed(piece: string, length: number): { count: number; isQuick: boolean } {
  const text = piece.repeat(Math.ceil(length / piece.length))
  const started = process.cpuUsage()
  const { length: count } = sentenceEnds(text, 'ar')
  // Microseconds of the processor, for a busy machine lets a test wait.
  return { count, isQuick: process.cpuUsage(started).user < 3e6 }
}
