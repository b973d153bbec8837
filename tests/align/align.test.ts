/** The aligner on short texts of our own whose beads are known. */

import { describe, expect, test } from '@jest/globals'
import { align } from '../../pipeline/align/index.ts'
import { drawing, lighthouse, sides } from './sides.ts'

const { en, ar } = lighthouse
const without = (texts: readonly string[], ...places: number[]): string[] => texts.filter((_, index) => !places.includes(index))
const joined = (texts: readonly string[], place: number, joint: string): string[] =>
  texts.flatMap((text, index) => (index === place ? [text.replace(/[.]$/, joint) + (texts[place + 1] ?? '').replace(/^¶/, '')] : index === place + 1 ? [] : [text]))

describe('beads', () => {
  test('sentence by sentence', () => {
    expect(drawing(align(sides(lighthouse)))).toBe('1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1 1:1')
  })

  test('a sentence that the translator left out', () => {
    expect(drawing(align(sides({ en, ar: without(ar, 4) })))).toBe('1:1 1:1 1:1 1:1 1:0 1:1 1:1 1:1 1:1 1:1')
  })

  test('a sentence that the translator added', () => {
    expect(drawing(align(sides({ en: without(en, 5), ar })))).toBe('1:1 1:1 1:1 1:1 1:1 0:1 1:1 1:1 1:1 1:1')
  })

  test('two English sentences in one Arabic', () => {
    expect(drawing(align(sides({ en, ar: joined(ar, 4, '، ') })))).toBe('1:1 1:1 1:1 1:1 2:1 1:1 1:1 1:1 1:1')
  })

  test('one English sentence in two Arabic', () => {
    expect(drawing(align(sides({ en: joined(en, 4, ', and '), ar })))).toBe('1:1 1:1 1:1 1:1 1:2 1:1 1:1 1:1 1:1')
  })

  test('a whole paragraph missing', () => {
    expect(drawing(align(sides({ en, ar: without(ar, 3, 4, 5) })))).toBe('1:1 1:1 1:1 1:0 1:0 1:0 1:1 1:1 1:1 1:1')
  })

  test('tashkil, tatweel and the family of digits make no difference to the beads', () => {
    const marked = ar.map((text) => text.replaceAll('ال', 'الـ').replaceAll('ك', 'كَ').replaceAll(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))))
    expect(drawing(align(sides({ en, ar: marked })))).toBe(drawing(align(sides(lighthouse))))
  })

  test('letters from a keyboard for Persian or Urdu make no difference to the scores', () => {
    const typed = ar.map((text) => text.replaceAll(/[يى]/g, 'ی').replaceAll('ك', 'ک').replaceAll('ه', 'ہ'))
    const scores = (side: readonly string[]) => align(sides({ en, ar: side })).map(({ score }) => score)
    expect(scores(typed)).toEqual(scores(ar))
  })
})

describe('scores', () => {
  test('are high where everything agrees, and lower where two readings compete', () => {
    const plain = align(sides(lighthouse))
    expect(Math.min(...plain.map(({ score }) => score))).toBeGreaterThan(0.8)
    // The same short sentence twice: either of them may be the one that was left out.
    const torn = align(sides({ en: [...en.slice(0, 8), 'Nobody knows.', ...en.slice(8)], ar }))
    expect(Math.min(...torn.map(({ score }) => score))).toBeLessThan(0.8)
  })
})

test('like is aligned with like: a heading with a heading, though words would have it otherwise', () => {
  const made = sides({ en: ['The lamp', ...en], ar: ['المصباح', ...ar] })
  const headed = { en: made.en.map((segment, index) => (index === 0 ? { ...segment, kind: 'heading' as const } : segment)), ar: made.ar.map((segment, index) => (index === 0 ? { ...segment, kind: 'heading' as const } : segment)) }
  expect(drawing(align(headed)).startsWith('1:1 1:1 ')).toBe(true)
  const onlyEnglish = { en: headed.en, ar: made.ar.slice(1) }
  expect(drawing(align(onlyEnglish)).startsWith('1:0 1:1 ')).toBe(true)
})

test('the same sides give the same beads and scores', () => {
  expect(align(sides(lighthouse))).toEqual(align(sides(lighthouse)))
})
