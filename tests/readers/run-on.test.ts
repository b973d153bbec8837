/** Lists with marks that Markdown does not know are told of; those that it knows, and texts that only look so, are not. */

import { expect, test } from '@jest/globals'
import { lines, reading } from './reading.ts'

const prose = 'The well was dug by two brothers, and they drew water from it for forty years.'
const nathr = 'حفر البئر أخوان، وظلّا يستقيان منها أربعين سنة قبل أن تُسدّ.'
const told = async (text: string, language: 'en' | 'ar' = 'en') => {
  const { all, lost } = await reading(text, language)
  expect(lost).toEqual([])
  return all.filter(({ rule }) => rule === 'reading/list-run-on').map(({ place, values }) => `${place?.line}:${place?.column} ${values?.['mark']}`)
}

test.each([
  ['numbers of Arabic that begin behind the first', lines(nathr, 'وفيه:\n٢. الدلو.\n٣. الحبل.'), 'ar', ['5:1 ٣.']],
  ['letters of Arabic, with a line that goes on', lines(nathr, 'أ. الدلو\nوالبكرة.\nب. الحبل.'), 'ar', ['5:1 ب.']],
  ['numbers in brackets', lines(nathr, 'وفيه:\n(١) الدلو.\n(٢) الحبل.'), 'ar', ['5:1 (٢)']],
  ['letters of English, in a quotation', lines(prose, '> a) a bucket\n> b) a rope'), 'en', ['4:3 b)']],
] as const)('%s', async (_name, text, language, expected) => expect(await told(text, language)).toEqual(expected))

test.each([
  ['lists that Markdown knows', lines(prose, '1. a bucket\n2. a rope', '- a\n- b'), 'en'],
  ['lists that Arabic digits number', lines(nathr, '١. الدلو.\n٢. الحبل.'), 'ar'],
  ['paragraphs of their own', lines(nathr, 'أ. الدلو.', 'ب. الحبل.'), 'ar'],
  ['hard breaks', lines(nathr, '١. الدلو.  \n٢. الحبل.\\\n٣. البكرة.'), 'ar'],
  ['verse', lines(nathr, ':::verse\n١. يا بئر\n٢. يا دلو\n:::'), 'ar'],
  ['one such line, and years', lines(nathr, 'كان ذلك سنة\n١٩٤٨. ثم سنة\n١٩٤٩. وقال:\nأ. نعم.'), 'ar'],
  ['initials', lines(prose, 'Written by\nA. Smith and\nB. Jones.'), 'en'],
] as const)('%s are let pass', async (_name, text, language) => expect(await told(text, language)).toEqual([]))
