import { expect, test } from '@jest/globals'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import { inksOf, limited } from '../../../pipeline/writers/pdf/press/colour.ts'

test('a colour becomes the inks that the profile of the press has for it', async () => {
  const inks = await inksOf(profileNamed('offset-x4'))
  // Pure red on coated paper is magenta over yellow, without cyan or black; Fogra's measurements have L 47, a 68, b 48 for the two.
  const [cyan, magenta, yellow, black] = inks.components([1, 0, 0])
  expect(cyan).toBeLessThan(0.05)
  expect(magenta).toBeGreaterThan(0.9)
  expect(yellow).toBeGreaterThan(0.9)
  expect(black).toBeLessThan(0.05)
  expect(inks.operator([0, 0, 0], 'stroke')).toBe('0 0 0 1 K')
  expect(inks.operator([0.2, 0.2, 0.2], 'fill')).toBe('0.2 g')
})

test('no pixel has more ink than the printer can dry, and black is not what is taken away', async () => {
  const { pixels } = await inksOf(profileNamed('ingram'))
  const dark = Uint8Array.from({ length: 3 * 64 }, (_, at) => (at * 7) % 50)
  const inks = [...pixels!(dark)]
  const sums = inks.filter((_, at) => at % 4 === 0).map((_, pixel) => inks.slice(4 * pixel, 4 * pixel + 4).reduce((sum, ink) => sum + ink, 0))
  expect(sums).toHaveLength(64)
  expect(Math.max(...sums)).toBeLessThanOrEqual(2.4 * 255)
  // 400 % within 240 %: black keeps its 100, the others share 140.
  expect([...limited(Uint8Array.of(255, 255, 255, 255), 240)].map((ink) => Math.round(ink / 2.55))).toEqual([47, 47, 47, 100])
})
