/** The sample book, whose translation is right: whatever the checks ask about it, the book answers. */

import { expect, test } from '@jest/globals'
import { alignBook } from '../../../pipeline/aligned.ts'
import { findings } from '../../../pipeline/check/translation/index.ts'
import { bookOfFolder } from '../../../pipeline/book/load.ts'

test('nothing is open in the sample, and every answer of its translator has its question', async () => {
  const { book } = await bookOfFolder('samples/paper-road')
  if (!book) throw new Error('The sample was not read')
  const { aligned, messages } = await alignBook(book, { step: () => undefined })
  const decided = aligned?.decisions
  if (!aligned || !decided) throw new Error('The sample has no decisions')
  expect(messages).toEqual([])
  const found = findings({ ...aligned, decided }, decided.decisions.accepted)
  expect(found.filter(({ accepted }) => !accepted)).toEqual([])
  expect(new Set(found.map(({ accepted }) => accepted))).toEqual(new Set(decided.decisions.accepted))
}, 30_000)
