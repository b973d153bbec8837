/** Which pages of a chapter are shown with a bead. */

import { expect, test } from '@jest/globals'
import type { Language } from '../../pipeline/model/language.ts'
import { nearestShown, pagesOf } from '../../pipeline/review/leaves.ts'
import { beads } from '../support/draw.ts'

const pages = [[new Set(['en-1']), new Set(['en-1', 'en-2'])], [new Set(['ar-1']), new Set(['en-3']), new Set(['ar-3'])]]
const bead = (en: number, ar?: number) => ({ en: { from: en - 1, to: en }, ar: { from: (ar ?? 1) - 1, to: ar ?? 0 } })
const numbers = (isFacing: boolean, isLeftToRight: boolean, ...[en, ar]: [number, number?]) => pagesOf({ pages, isFacing, isLeftToRight }, bead(en, ar)).map(({ number, side }) => `${number} ${side}`)

test('the page of the bead, with the next where it runs on, from left to right', () => {
  expect([numbers(false, true, 2), numbers(false, true, 1), numbers(false, false, 1)]).toEqual([['2 left'], ['1 right', '2 left'], ['2 right', '1 left']])
})

test('on facing pages the opening in which it begins; the first page has none beside it', () => {
  expect([numbers(true, true, 2, 1), numbers(true, false, 3), numbers(true, true, 1)]).toEqual([['2 left', '3 right'], ['5 left', '4 right'], ['1 right']])
})

test('pages are counted anew in each print', () => {
  expect(pagesOf({ pages, isFacing: true, isLeftToRight: true }, bead(3, 3)).map(({ print, page }) => [print, page])).toEqual([[1, 2], [1, 3]])
})

test('a bead that no page shows', () => {
  expect(numbers(true, true, 9)).toEqual([])
})

test('what an edition of one language lacks is shown by the nearest before it, or after it', () => {
  const all = beads('0:1 1:1 0:1 0:1 1:0 0:1 0:1 0:1 0:1 0:1 0:1 0:1 0:1 0:1')
  const near = (index: number, ...shown: Language[]) => all.findIndex((one) => one === nearestShown(all, index, shown))
  expect([near(1, 'en'), near(3, 'en'), near(2, 'en'), near(0, 'en'), near(12, 'en'), near(13, 'en')]).toEqual([1, 4, 1, 1, 4, -1])
  expect([near(4, 'ar'), near(13, 'en', 'ar')]).toEqual([3, 13])
})
