import { expect, test } from '@jest/globals'
import { silenced, textsIn, type FontCodes } from '../../../pipeline/writers/pdf/tatweel.ts'

/** Dal, the stroke, ain and beh, each half as wide as the type is high. */
const font = (): FontCodes => ({
  texts: new Map([['0001', '062f'], ['0002', '0640'], ['0003', '0639'], ['0004', '0628']]), widthOf: () => 500, added: new Map(),
})

/** As the browser writes a word: from left to right, each glyph moved to from the one before. */
const word = (...glyphs: string[]): string => `BT\n/F4 10 Tf\n1 0 0 -1 60 80 Tm\n${glyphs.join('\n')}\nEMC\nET`

test('a stroke inside a word goes behind it, and the letter on its left fills its room', () => {
  const codes = font()
  const content = silenced(word('7 0 Td <0001> Tj', '5 0 Td <0002> Tj', '5 0 Td <0003> Tj', '5 0 Td <0004> Tj'), new Map([['F4', codes]]))
  expect(content).toBe('BT\n/F4 10 Tf\n1 0 0 -1 60 80 Tm\n7 0 Td <2000> Tj\n\n10 0 Td <0003> Tj\n5 0 Td <0004> Tj\nEMC\n' +
    '/Span<</ActualText ()>> BDC\n-10 0 Td <2001> Tj\nEMC\nET')
  expect([...codes.added]).toEqual([
    ['2000', { glyph: '0001', text: '062f', width: 1000 }],
    ['2001', { glyph: '0002', text: '200d', width: 500 }],
  ])
})

test('a stroke at the end of a word is the manuscript’s own', () => {
  const codes = font()
  const content = word('<0002> Tj', '5 0 Td <0003> Tj')
  expect(silenced(content, new Map([['F4', codes]]))).toBe(content)
  expect(codes.added.size).toBe(0)
})

test('other fonts stay as they are', () => {
  const content = word('<0001> Tj', '5 0 Td <0002> Tj', '5 0 Td <0003> Tj')
  expect(silenced(content, new Map([['F5', font()]]))).toBe(content)
})

test('single codes and ranges of a map', () => {
  const map = '2 beginbfchar\n<0001> <062F>\n<0002> <06440627>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0660>\nendbfrange'
  expect([...textsIn(map)]).toEqual([['0001', '062f'], ['0002', '06440627'], ['0010', '0660'], ['0011', '0661'], ['0012', '0662']])
})
