/** Space between paragraphs; lines of ten pixels. */

import { expect, test } from '@jest/globals'
import { textBars } from '../../pipeline/paginate/bars.ts'
import type { Galley, SetPage } from '../../pipeline/paginate/model.ts'
import { choosePages } from '../../pipeline/paginate/pages.ts'
import { spreadPage, spreadRows } from '../../pipeline/paginate/spread.ts'
import { room } from './draw.ts'
import { galley, noNotes } from './galleys.ts'

const first = (given: Galley, lines: number): SetPage => choosePages(given, noNotes, room(lines))[0]!

test('what is blank at the foot stands between the paragraphs, a third of a line at most in each place', () => {
  const given = galley('p4 p4 p4 p9/1 p9/1')
  const page = first(given, 14)
  expect(page).toMatchObject({ height: 120, blank: 20, spread: 0 })
  // Two places take three pixels each.
  expect(spreadPage(page, given)).toMatchObject({ height: 126, blank: 14, spread: 3 })
})

test('many paragraphs take a line and a quarter together, and never more than there is', () => {
  const given = galley(`${'p2 '.repeat(12)}p40/1`)
  expect(spreadPage(first(given, 26), given)).toMatchObject({ spread: 12.5 / 11, blank: expect.closeTo(7.5) })
  const page = { ...first(given, 26), blank: 5 }
  expect(spreadPage(page, given).blank).toBeCloseTo(0)
})

test('the last page of a section stays, and so do headings, tables and a paragraph that goes on', () => {
  const given = galley('p4 p4')
  expect(spreadPage(first(given, 20), given).spread).toBe(0)
  const mixed = galley('p4 h1 p5 t1/1 r1/1 r1/1 p5 p9')
  expect(spreadRows(mixed, { row: 0, cuts: [2] }, { row: 7, cuts: [0] })).toEqual([2, 6])
  expect(spreadRows(mixed, { row: 2, cuts: [3] }, { row: 7, cuts: [4] })).toEqual([6, 7])
})

test('lines stand where the space puts them', () => {
  const given = galley('p4 p4 p4 p9/1 p9/1')
  const page = spreadPage(first(given, 14), given)
  expect(textBars(given, page, 140).map(({ top, bottom }) => [top, bottom])).toEqual([[0, 40], [43, 83], [86, 126]])
})
