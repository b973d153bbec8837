/** Where lines stand on pages that were chosen; lines of ten pixels. */

import { expect, test } from '@jest/globals'
import { noteBars, textBars, type Bar } from '../../pipeline/paginate/bars.ts'
import { chooseDoublePages } from '../../pipeline/paginate/double.ts'
import { choosePages } from '../../pipeline/paginate/pages.ts'
import type { Galley, SetPage } from '../../pipeline/paginate/model.ts'
import { room } from './draw.ts'
import { galley, noNotes, notes } from './galleys.ts'

/** `text 0–30 ×3.`: kind, edges, lines, and a stop where its row ends; `|1` after the kind for a second cell. */
const written = ({ kind, cell, top, bottom, lines, isEnd }: Bar): string => `${kind}${cell > 0 ? `|${cell}` : ''} ${top}–${bottom} ×${lines}${isEnd ? '.' : ''}`

const bars = (given: Galley, lines: number): string[][] =>
  choosePages(given, noNotes, room(lines)).map((page) => textBars(given, page, room(lines).height).map(written))

test('a page begins at its head, wherever its first line lay in the galley', () => {
  expect(bars(galley('h1 _ p3 _ p8'), 6)).toEqual([
    ['heading 0–10 ×1.', 'text 20–50 ×3.'],
    ['text 0–50 ×5'],
    ['text 0–30 ×3.'],
  ])
})

test('columns of one language begin below what reaches over both', () => {
  const given = galley('h1 _ p1 _ p1 p1')
  expect(chooseDoublePages(given, 60).map((page) => textBars(given, page, 60).map((bar) => `${bar.slot} ${written(bar)}`))).toEqual([
    ['across heading 0–10 ×1.', 'first text 20–30 ×1.', 'second text 20–30 ×1.', 'second text 30–40 ×1.'],
  ])
})

test('cells of a row begin level on each page', () => {
  expect(bars(galley('p9-6'), 5)).toEqual([
    ['text 0–40 ×4', 'text|1 0–40 ×4'],
    ['text 0–50 ×5.', 'text|1 0–20 ×2.'],
  ])
})

test('a table that goes on has its head once more, and its rows are one thing across', () => {
  expect(bars(galley('t1/1 r2-1/1 r2-2/1 r2-2/1'), 5)).toEqual([
    ['table-head 0–10 ×1.', 'table-row 10–30 ×1.', 'table-row 30–50 ×1.'],
    ['table-head 0–10 ×1.', 'table-row 10–30 ×1.'],
  ])
})

test('a picture is as small as it is set, and what is below it stands higher', () => {
  const given = galley('p2 f8~3 p2')
  const [page] = choosePages(given, noNotes, room(10))
  expect(page?.shrink).toBe(20)
  expect(textBars(given, page!, 100).map(written)).toEqual(['text 0–20 ×2.', 'figure 20–80 ×1.', 'text 80–100 ×2.'])
})

test('lines of another height are another run', () => {
  const given = galley('p4')
  const tall = given.rows.map((row) => ({ ...row, bottom: 50, cells: row.cells.map((lines) => lines.map((line, index) => ({ ...line, top: line.top + (index > 1 ? 10 : 0), bottom: line.bottom + (index >= 1 ? 10 : 0) }))) }))
  const page = { from: { row: 0, cuts: [0] }, to: { row: 1, cuts: [] }, repeats: undefined, shrink: 0 } as unknown as SetPage
  expect(textBars({ rows: tall }, page, 60).map(written)).toEqual(['text 0–10 ×1', 'text 10–30 ×1', 'text 30–50 ×2.'])
})

test('the text of a page is as high as it was chosen to be', () => {
  const given = galley('h2 _ p7 p3 _ f6~2 h1 p12-9 _ p5 p5 t1/1 r2/1 r2/1 r3/1 _ p9')
  for (const lines of [9, 11, 14]) {
    const pages = choosePages(given, noNotes, room(lines))
    expect(pages.map((page) => Math.max(...textBars(given, page, lines * 10).map(({ bottom }) => bottom)))).toEqual(pages.map(({ height }) => height))
  }
})

test('notes stand one below the other with the space between them, the rest of a parted one first', () => {
  const given = notes('4 _ 2')
  expect(noteBars(given, [{ note: 0, from: 3, to: 4 }, { note: 1, from: 0, to: 2 }], 70).map(written)).toEqual(['note 70–80 ×1.', 'note 90–110 ×2.'])
  expect(noteBars(given, [{ note: 0, from: 0, to: 3 }], 50).map(written)).toEqual(['note 50–80 ×3'])
})
