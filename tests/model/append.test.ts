/** Lists of any length are joined. */

import { expect, test } from '@jest/globals'
import { append } from '../../pipeline/model/append.ts'

test('lists longer than a call can have arguments are added, in order', () => {
  const list = [0]
  append(list, Array.from({ length: 400_000 }, (_, index) => index + 1), [400_001])
  expect([list.length, list[1], list.at(-1)]).toEqual([400_002, 1, 400_001])
})
