import { expect, test } from '@jest/globals'
import { joined, type Heading } from '../../../pipeline/writers/pdf/outline.ts'

/** Headings from `1 en Clay | 1 ar الطين`: those between bars stand side by side. */
const headings = (...rows: string[]): Heading[] => rows.flatMap((row, at) => row.split(' | ').map((heading): Heading => {
  const [depth = '', language = '', ...words] = heading.split(' ')
  return { depth: Number(depth), language, text: words.join(' '), row: at }
}))

const drawn = (...rows: string[]) => joined(headings(...rows)).map(({ text, depth, index }) => `${depth} ${text} @${index}`)

test('headings stand in order', () => {
  expect(drawn('1 en Clay', '2 en The wet clay')).toEqual(['1 Clay @0', '2 The wet clay @1'])
})

test('headings side by side are one entry, with the target of the first', () => {
  expect(drawn('1 en Clay | 1 ar الطين', '2 en Fire | 2 ar النار')).toEqual(['1 Clay · الطين @0', '2 Fire · النار @2'])
})

test('what one side has more, or at another depth, stands alone', () => {
  expect(drawn('2 en A | 2 ar أ | 2 ar ب')).toEqual(['2 A · أ @0', '2 ب @2'])
  expect(drawn('2 en A | 3 ar أ')).toEqual(['2 A @0', '3 أ @1'])
})
