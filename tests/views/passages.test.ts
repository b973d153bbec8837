import { expect, test } from '@jest/globals'
import { beadsWithin, passages } from '../../pipeline/views/passages.ts'
import { beads, drawn, units } from '../support/draw.ts'

const passagesOf = (en: string, ar: string, drawing: string) => drawn(passages({ en: units(en), ar: units(ar) }, beads(drawing)))

test.each([
  ['paragraph for paragraph', '2 3', '2 3', '1:1 1:1 1:1 1:1 1:1', '1:1 1:1'],
  ['one paragraph that became two', '4', '2 2', '1:1 1:1 1:1 1:1', '1:2'],
  ['sentences merged inside a paragraph', '3 1', '2 1', '2:1 1:1 1:1', '1:1 1:1'],
  ['a sentence merged across paragraphs joins them', '2 2', '1 2', '1:1 2:1 1:1', '2:2'],
  ['a paragraph left out stands alone', '1 2 1', '1 1', '1:1 1:0 1:0 1:1', '1:1 1:0 1:1'],
  ['a paragraph added stands alone', '1 1', '1 1 1', '1:1 0:1 1:1', '1:1 0:1 1:1'],
  ['a picture without words stays with what stands before it', '1 0 1', '1 0 1', '1:1 1:1', '2:2 1:1'],
  ['a picture at the head goes with the first words', '0 1', '1', '1:1', '2:1'],
  ['pictures alone are one passage', '0 0', '0', '0:0', '2:1'],
  ['a side that is empty', '1 1', '', '1:0 1:0', '1:0 1:0'],
])('%s', (_name, en, ar, drawing, expected) => {
  expect(passagesOf(en, ar, drawing)).toBe(expected)
})

test('every block of both sides stands in one passage, in order, whatever the beads', () => {
  let seed = 7
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  for (let round = 0; round < 300; round++) {
    const shape = () => Array.from({ length: 1 + random(8) }, () => random(4))
    const [en, ar] = [shape(), shape()]
    const rest = { en: en.reduce((a, b) => a + b, 0), ar: ar.reduce((a, b) => a + b, 0) }
    const types: string[] = []
    while (rest.en + rest.ar > 0) {
      const [a, b] = [Math.min(rest.en, random(3)), Math.min(rest.ar, random(3))]
      rest.en -= a
      rest.ar -= b
      if (a + b > 0) types.push(`${a}:${b}`)
    }
    const result = passages({ en: units(en.join(' ')), ar: units(ar.join(' ')) }, beads(types.join(' ') || '0:0'))
    for (const side of ['en', 'ar'] as const) {
      let at = 0
      for (const passage of result) {
        expect(passage[side].from).toBe(at)
        at = passage[side].to
      }
      expect(at).toBe(side === 'en' ? en.length : ar.length)
    }
  }
})

test('beads of a stream are counted from its first segment', () => {
  const within = beadsWithin(beads('1:1 2:1 1:2'), { en: { from: 1, to: 4 }, ar: { from: 1, to: 4 } })
  expect(within.map(({ en, ar }) => [en.from, en.to, ar.from, ar.to])).toEqual([[0, 2, 0, 1], [2, 3, 1, 3]])
})
