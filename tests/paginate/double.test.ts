/** Pages of two columns, as drawings: the first column, the second, and what is blank below the longer. */

import { expect, test } from '@jest/globals'
import { chooseDoubleOpenings, chooseDoublePages } from '../../pipeline/paginate/double.ts'
import { drawnDouble } from './draw.ts'
import type { Galley } from '../../pipeline/paginate/model.ts'
import { galley, leading } from './galleys.ts'

const draw = (drawing: string, lines: number): string[] =>
  chooseDoublePages(galley(drawing), lines * leading).map((page) => drawnDouble(galley(drawing), page))

/** So many entries of one line. */
const entries = (count: number): string => Array(count).fill('p1').join(' ')

test('the first column is filled, then the second, then the next page', () => {
  expect(draw(entries(18), 4)).toEqual(['abcd|efgh', 'ijkl|mnop', 'q|r...'])
})

test('columns of the last page are equally tall, or the first is by a line', () => {
  expect(draw(entries(6), 5)).toEqual(['abc|def..'])
  expect(draw(entries(5), 5)).toEqual(['abc|de..'])
  expect(draw(entries(1), 5)).toEqual(['a|....'])
})

test('an entry or two have no page to themselves', () => {
  // Full columns would leave two entries to a second page.
  expect(draw(entries(42), 20).map((page) => page.replaceAll(/[^a-z]/g, '').length)).toEqual([37, 5])
})

test('a heading reaches over both columns of the first page alone', () => {
  expect(draw(`h1 _ ${entries(14)}`, 5)).toEqual(['a bcd|efg', 'hijk|lmno.'])
})

test('no space stands at the head of a column', () => {
  expect(draw('p1 p1 _ p1 p1 p1', 4)).toEqual(['ab|cde.'])
})

test('sub-entries stay under their heading at the price of some lines, not of a column', () => {
  // Two lines of twelve left blank cost 2.8 points, a parted group 6.
  expect(draw(`${entries(10)} p1/1 p1/1 p1/1 p1/1 ${entries(30)}`, 12)[0]).toBe('abcdefghij|klmnopqrstuv')
  expect(draw('p1 p1/1 p1/1 p1/1 p1/1 p1/1 p1/1 p1/1', 3)).toEqual(['abc|def', 'g|h..'])
})

test('an entry of two lines is not parted', () => {
  expect(draw('p1 p1 p2 p2 p1 p1 p1 p1', 3)[0]).toBe('ab|cc.')
})

test('an entry longer than a column goes on, and nothing is lost', () => {
  // Three columns of three would leave three lines to a page whose columns are equal, one of them alone.
  expect(draw('p9', 3)).toEqual(['aa|aaa', 'aa|aa.'])
})

test('a heading without entries stands alone', () => {
  expect(draw('h1', 3)).toEqual(['a|..'])
})

test('texts that face each other are filled each by itself; the shorter has an empty page', () => {
  const galleys = { en: galley(entries(10)), ar: galley(entries(3)) }
  const openings = chooseDoubleOpenings(galleys, 3 * leading)
  expect(openings.map(({ en, ar }) => `${drawnDouble(galleys.en, en)} ${drawnDouble(galleys.ar, ar).toUpperCase()}`)).toEqual(['abc|def AB|C.', 'gh|ij. |...'])
})

/** An index of one letter: every row but its first goes on under it, and rows of a group under their entry, all with heads of one line. */
function ofOneLetter(drawing: string): Galley {
  const { rows } = galley(drawing)
  return { rows: rows.map((row, at) => {
    const isSub = row.group !== undefined && rows[at - 1]?.group === row.group
    return { ...row, continued: { letter: isSub || at === 0 ? 0 : leading, before: isSub ? leading : 0, inside: leading } }
  }) }
}

const drawIndex = (drawing: string, lines: number): string[] =>
  chooseDoublePages(ofOneLetter(drawing), lines * leading).map((page) => drawnDouble(ofOneLetter(drawing), page))

test('a page that goes on with a letter begins with it, its second column does not', () => {
  expect(drawIndex(entries(14), 4)).toEqual(['abcd|efgh', '^ijk|lmn'])
})

test('a column that goes on with an entry begins with its heading', () => {
  expect(drawIndex('p1 p1/1 p1/1 p1/1 p1/1 p1/1 p1/1 p1/1', 4)[0]).toBe('abc|^def')
  expect(drawIndex('p6', 4)).toEqual(['aaaa|^aa'])
})

test('pages that begin with a head are no taller than their room', () => {
  const drawing = Array.from({ length: 60 }, (_, at) => (at % 5 === 0 ? 'p1' : at % 5 === 1 ? 'p2' : `p1/${Math.floor(at / 5)}`)).join(' ')
  const pages = chooseDoublePages(ofOneLetter(drawing), 9 * leading)
  expect(pages.every(({ height, faults }) => height <= 9 * leading && !faults.includes('overfull'))).toBe(true)
  expect(pages.flatMap(({ columns }) => columns?.heads ?? [])).toContain('entry')
})
