/** Pictures in four inks, of which every patch is known, and others held against another decoder. */

import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import jpeg from 'jpeg-js'
import { jpegSamples } from '../../../../pipeline/check/pdf/jpeg/index.ts'

const read = (name: string): Buffer => readFileSync(`tests/check/pdf/jpeg/${name}.jpg`)

/**
 * Of 24 × 16 pixels: cyan, magenta with yellow, and paper above, paper and a dark patch below, written inside out.
 *
 *     C  MY .
 *     .  .  dark
 */
const patches = [[4, 4, [255, 0, 0, 0]], [12, 4, [0, 204, 153, 0]], [20, 12, [230, 179, 204, 217]], [4, 12, [0, 0, 0, 0]]] as const

const inksAt = (bytes: Uint8Array, x: number, y: number): number[] => [...bytes.subarray((y * 24 + x) * 4, (y * 24 + x) * 4 + 4)].map((value) => 255 - value)

const isNear = (inks: readonly number[]) => inks.map((ink) => expect.toSatisfyNear(ink))
expect.extend({ toSatisfyNear: (received: number, wanted: number) => ({ pass: Math.abs(received - wanted) <= 3, message: () => `${received} is not ${wanted}` }) })
declare module 'expect' { interface AsymmetricMatchers { toSatisfyNear(wanted: number): number } }

/** Adobe's marker, sixteen bytes behind the first two. */
const unmarked = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 2), bytes.subarray(18)])

test.each(['ycck', 'progressive'])('the inks of %s', (name) => {
  const samples = jpegSamples(read(name))!
  expect([samples.width, samples.height, samples.components]).toEqual([24, 16, 4])
  for (const [x, y, inks] of patches) expect(inksAt(samples.bytes, x, y)).toEqual(isNear(inks))
})

test('without Adobe’s marker the filter’s own word holds', () => {
  const bare = unmarked(read('ycck'))
  expect(inksAt(jpegSamples(bare, 1)!.bytes, 12, 4)).toEqual(isNear([0, 204, 153, 0]))
  expect(inksAt(jpegSamples(bare, 0)!.bytes, 12, 4)).not.toEqual(isNear([0, 204, 153, 0]))
})

test('light is read as another decoder reads it', () => {
  const [width, height] = [37, 21]
  const data = Buffer.from(Array.from({ length: width * height * 4 }, (_, at) => (at * 7919 ^ at >> 3) & 255))
  const bytes = jpeg.encode({ width, height, data }, 80).data
  const ours = jpegSamples(bytes)!
  const theirs = jpeg.decode(bytes, { useTArray: true, formatAsRGBA: false }).data
  expect(ours.bytes.length).toBe(theirs.length)
  expect(Math.max(...ours.bytes.map((value, at) => Math.abs(value - theirs[at]!)))).toBeLessThanOrEqual(3)
})

test('what is cut short, changed or no JPEG is not known, or read as far as it goes', () => {
  for (const name of ['ycck', 'progressive']) {
    const whole = read(name)
    for (let cut = 0; cut < whole.length; cut += 7) expect(() => jpegSamples(whole.subarray(0, cut))).not.toThrow()
    for (let at = 0; at < whole.length; at++) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at]! * 31 + 7) & 255
      expect(() => jpegSamples(bytes)).not.toThrow()
    }
  }
  expect(jpegSamples(Buffer.from('no JPEG'))).toBeUndefined()
  // A size of 65,535 × 65,535 in a file of a kilobyte.
  const vast = Buffer.from(read('ycck'))
  const frame = vast.indexOf(Buffer.from([0xFF, 0xC0]))
  vast.fill(0xFF, frame + 5, frame + 9)
  expect(jpegSamples(vast)).toBeUndefined()
})
