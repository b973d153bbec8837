/** Lists that Arabic digits number are lists; numbers that begin no item are words, and stay as they are written. */

import { expect, test } from '@jest/globals'
import { visit } from 'unist-util-visit'
import { lines, reading } from './reading.ts'

const prose = 'حفر البئر أخوان، وظلّا يستقيان منها أربعين سنة قبل أن تُسدّ.'

/** Numbers at which lists begin, from without inwards, and the texts of all blocks. */
async function read(text: string): Promise<{ starts: number[]; body: readonly string[] }> {
  const { manuscript, body, lost, all } = await reading(text, 'ar')
  expect([lost, all]).toEqual([[], []])
  const starts: number[] = []
  const nodes = manuscript.chapters.flatMap(({ blocks }) => blocks.map(({ node }) => node))
  for (const node of nodes) visit(node, 'list', ({ ordered, start }) => void (ordered && starts.push(start ?? 1)))
  return { starts, body }
}

test.each([
  ['at the head of a paragraph', '١. الدلو.\n٢. الحبل.', [1], 'الدلو. الحبل.'],
  ['from a later number, in Persian digits, with brackets', '۵) الدلو.\n۶) الحبل.', [5], 'الدلو. الحبل.'],
  ['in a quotation', '> ١. الدلو.\n> ٢. الحبل.', [1], 'الدلو. الحبل.'],
  ['inside each other', '١. الدلو:\n   ١. حلقته.\n   ٢. عروته.\n٢. الحبل.', [1, 1], 'الدلو: حلقته. عروته. الحبل.'],
  ['in a list of dots', '- ٣. الدلو.', [3], 'الدلو.'],
  ['in Latin digits, behind marks of direction', '\u200F1. الدلو.\n\u200F2. الحبل.', [1], 'الدلو. الحبل.'],
  ['behind marks of direction', '\u200F١. الدلو.\n\u200F٢. الحبل.', [1], 'الدلو. الحبل.'],
])('%s', async (_name, text, starts, body) => {
  expect(await read(lines(prose, text))).toEqual({ starts, body: [prose, body] })
})

test.each([
  ['a year at the head of a line', 'كان ذلك سنة\n١٩٤٨. ثم سُدّت البئر.', 'كان ذلك سنة\n١٩٤٨. ثم سُدّت البئر.'],
  ['code', '```\n١. الدلو.\n```', '١. الدلو.'],
  ['a number that goes on', '١.٥ متر عمق البئر.', '١.٥ متر عمق البئر.'],
  ['a line of verse', ':::verse\n١. يا بئر\n٢. يا دلو\n:::', '١. يا بئر ٢. يا دلو'],
  ['a number behind a backslash', '١٩٤٨\\. سُدّت البئر.', '١٩٤٨. سُدّت البئر.'],
])('%s is none', async (_name, text, body) => {
  expect(await read(lines(prose, text))).toEqual({ starts: [], body: [prose, body] })
})
