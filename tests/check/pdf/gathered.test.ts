import { expect, test } from '@jest/globals'
import { gathered } from '../../../pipeline/check/pdf/gathered.ts'

test('what pages have alike is told once, with runs of pages', () => {
  expect(gathered([1, 2, 3, 7, 9, 10].map((page) => ({ page, values: {} })))).toEqual([{ page: 1, pages: [[1, 3], [7, 7], [9, 10]], values: {} }])
})

test('other places, other values and faults of the whole file stay apart', () => {
  const faults = [{ page: 1, place: [0, 0, 9, 9], values: {} }, { page: 2, place: [0, 0, 9, 8], values: {} }, { page: 3, values: { most: 1 } }, { page: 3, values: { most: 2 } }, { values: {} }, { values: {} }] as const
  expect(gathered(faults)).toEqual(faults)
})
