/** Pins are hard: the program runs between them; those that cross or lie outside are told of and dropped. */

import { describe, expect, test } from '@jest/globals'
import { align, alignManuscripts } from '../../pipeline/align/index.ts'
import { pinsOf } from '../../pipeline/cli/pins.ts'
import type { Pin } from '../../pipeline/model/alignment.ts'
import { UsageError } from '../../pipeline/cli/usage.ts'
import { manuscript } from '../support/manuscript.ts'
import { drawing, lighthouse, sides } from './sides.ts'

const story = sides(lighthouse)
const pinned = (...written: string[]) => align(story, {}, pinsOf(written))

describe('a pin', () => {
  test('with which the program agrees changes nothing', () => {
    expect(pinned('5:5')).toEqual(align(story))
    expect(drawing(pinned('3-3:3-3'))).toBe(drawing(align(story)))
  })

  test('that fixes a bead makes it certain', () => {
    expect(pinned('3-3:3-3')[2]).toEqual({ en: { from: 2, to: 3 }, ar: { from: 2, to: 3 }, score: 1 })
  })

  test('against the words holds, and what comes before and after is aligned around it', () => {
    // English 4 to 6 and Arabic 4 are one bead by hand; the two Arabic sentences after it are left to stand alone.
    const beads = pinned('4-6:4-4')
    expect(beads[3]).toEqual({ en: { from: 3, to: 6 }, ar: { from: 3, to: 4 }, score: 1 })
    expect(drawing(beads)).toBe('1:1 1:1 1:1 3:1 0:1 0:1 1:1 1:1 1:1 1:1')
  })

  test('on a boundary lets no bead across', () => {
    const beads = pinned('4:6')
    expect(beads.some(({ en, ar }) => en.to === 3 && ar.to === 5)).toBe(true)
    expect(beads.at(-1)).toMatchObject({ en: { to: 10 }, ar: { to: 10 } })
  })

  test('may be of a size that the program itself does not make, or leave sentences alone', () => {
    expect(drawing(pinned('1-10:1-10'))).toBe('10:10')
    const alone: Pin = { en: { from: 4, to: 5 }, ar: { from: 4, to: 4 } }
    expect(align(story, {}, [alone])).toContainEqual({ ...alone, score: 1 })
  })

  test('at either end changes nothing', () => {
    expect(pinned('1:1', '11:11')).toEqual(align(story))
  })
})

/** Every cover that pins may give: in order, each segment once. */
test('whatever the pins are, beads cover both sides in order', () => {
  let state = 5
  const next = (most: number) => (state = (state * 48_271) % 2_147_483_647) % most
  for (let round = 0; round < 60; round++) {
    const pins = Array.from({ length: 1 + next(4) }, (): Pin => {
      const [en, ar] = [next(12) - 1, next(12) - 1]
      return { en: { from: en, to: en + next(3) }, ar: { from: ar, to: ar + next(3) } }
    })
    const at = { en: 0, ar: 0 }
    for (const bead of align(story, {}, pins)) {
      expect([bead.en.from, bead.ar.from]).toEqual([at.en, at.ar])
      at.en = bead.en.to
      at.ar = bead.ar.to
    }
    expect(at).toEqual({ en: 10, ar: 10 })
  }
})

describe('in manuscripts', () => {
  const book = {
    en: manuscript('en', '# The rock', [...lighthouse.en.slice(0, 4)], [...lighthouse.en.slice(4)], '^ A note on oil.'),
    ar: manuscript('ar', '# الصخرة', [...lighthouse.ar.slice(0, 4)], [...lighthouse.ar.slice(4)], '^ حاشية في الزيت.'),
  }
  const aligned = (...written: string[]) => alignManuscripts(book, 1, {}, pinsOf(written))

  test('sentences count from 1 through text and notes', () => {
    expect(aligned('12-12:12-12').messages).toEqual([])
    expect(aligned('12-12:12-12').alignment.beads.at(-1)).toEqual({ en: { from: 11, to: 12 }, ar: { from: 11, to: 12 }, score: 1 })
  })

  test('pins that cross are told of, with both, and the first holds', () => {
    const { messages, alignment } = aligned('3:5', '7:4')
    expect(messages).toEqual([{ rule: 'align/pins-cross', severity: 'error', values: { pin: '7:4', other: '3:5' } }])
    expect(alignment.beads.some(({ en, ar }) => en.from === 2 && ar.from === 4)).toBe(true)
  })

  test('so are those that overlap', () => {
    expect(aligned('3-5:3-3', '5-6:4-4').messages).toMatchObject([{ rule: 'align/pins-cross', values: { pin: '5-6:4-4', other: '3-5:3-3' } }])
  })

  test.each(['40:2', '0:1', '3-3:12-12'])('%s lies outside, or in the text and in the notes', (written) => {
    const { messages, alignment } = aligned(written)
    expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([['align/pin-outside', 'error']])
    expect(alignment).toEqual(aligned().alignment)
  })
})

test.each(['', '12', '12:', 'a:b', '1-2-3:4', '1.5:2', '2-1:3-3'])('“%s” is no pin', (written) => {
  expect(() => pinsOf([written])).toThrow(UsageError)
})

test('numbers may be written in Arabic digits', () => {
  expect(pinsOf(['١٢:١٤'])).toEqual([{ en: { from: 11, to: 11 }, ar: { from: 13, to: 13 } }])
})

test('what is far from a pin stays as the program made it', () => {
  const long = sides({ en: numbered('Page', 120), ar: numbered('صفحة', 120) })
  const beads = align(long, {}, pinsOf(['60-60:62-62']))
  expect(beads.slice(0, 28)).toEqual(align(long).slice(0, 28))
  expect(beads.slice(-28)).toEqual(align(long).slice(-28))
  expect(beads).toContainEqual({ en: { from: 59, to: 60 }, ar: { from: 61, to: 62 }, score: 1 })
})

const numbered = (word: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${word} ${index * 7 + 100}.`)

test('a chapter of 150 sentences is aligned anew in a moment', () => {
  // Sentences that differ, of words that the lexicon knows.
  const [places, arabicPlaces] = [['the river', 'the market', 'the school', 'the mountain', 'the library'], ['النهر', 'السوق', 'المدرسة', 'الجبل', 'المكتبة']]
  const [things, arabicThings] = [['a book', 'two letters', 'water', 'old money', 'a white horse', 'bread'], ['كتاب', 'رسالتان', 'ماء', 'نقود قديمة', 'حصان أبيض', 'خبز']]
  const long = sides({
    en: Array.from({ length: 150 }, (_, index) => `In the year ${1500 + index * 3} there was ${things[index % 6]} near ${places[index % 5]}.`),
    ar: Array.from({ length: 150 }, (_, index) => `في عام ${1500 + index * 3} كان هناك ${arabicThings[index % 6]} قرب ${arabicPlaces[index % 5]}.`),
  })
  const pins = pinsOf(['50-50:51-51'])
  for (let warm = 0; warm < 3; warm++) align(long, {}, pins)
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    align(long, {}, pins)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  // A quiet core needs a tenth of a second, which the bench shows; tests run beside each other, and slower.
  expect(Math.min(...times)).toBeLessThan(1500)
})
