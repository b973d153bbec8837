import { expect, test } from '@jest/globals'
import { orderOf } from '../../../pipeline/check/pdf/labels.ts'

const counted = (first: number, last: number): number[] => Array.from({ length: Math.abs(last - first) + 1 }, (_, at) => first + Math.sign(last - first) * at)

test.each([
  ['rising', counted(1, 20)],
  ['rising', [...counted(1, 20), ...counted(1, 20), ...counted(1, 9)]],
  ['falling', counted(20, 1)],
  ['from-covers', [...counted(1, 24), ...counted(30, 1)]],
  ['from-covers', [...counted(1, 60), ...counted(20, 1)]],
  ['from-middle', [...counted(24, 1), ...counted(1, 30)]],
  [undefined, [1]],
] as const)('%s', (order, numbers) => {
  expect(orderOf(numbers)).toBe(order)
})
