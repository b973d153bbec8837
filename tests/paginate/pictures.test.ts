/** Pictures that face each other; lines of ten pixels. */

import { expect, test } from '@jest/globals'
import { chooseOpenings } from '../../pipeline/paginate/openings.ts'
import { evenPictures } from '../../pipeline/paginate/pictures.ts'
import { room } from './draw.ts'
import { evenTies, galley, noNotes } from './galleys.ts'

const opening = (en: string, ar: string, lines: number) => {
  const sides = { en: galley(en), ar: galley(ar, 'ar') }
  return evenPictures(chooseOpenings(sides, evenTies(sides, 3), noNotes, room(lines))[0]!, sides)
}

test('a picture is as small as the one that it faces', () => {
  const { en, ar } = opening('p2 f8~4 p2', 'p3 f8~4 p3', 12)
  // Two lines too much on the Arabic side; English would have had just room enough.
  expect([ar.shrink, ar.blank]).toEqual([20, 0])
  expect([en.shrink, en.height, en.blank]).toEqual([20, 100, 20])
})

test('no picture is made smaller than it may be', () => {
  const { en, ar } = opening('p2 f8~1 p2', 'p3 f8~4 p3', 12)
  expect([en.shrink, ar.shrink]).toEqual([10, 20])
})

test('sides with another number of pictures stay as they are', () => {
  const { en, ar } = opening('p1 f4~2 f4~2 p1', 'p3 f8~4 p3', 12)
  expect([en.shrink, ar.shrink]).toEqual([0, 20])
})
