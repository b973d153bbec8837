/** Facing pages, as drawings: English in small letters, Arabic in capitals. */

import { describe, expect, test } from '@jest/globals'
import type { Bilingual } from '../../pipeline/model/language.ts'
import type { Galley, Opening } from '../../pipeline/paginate/model.ts'
import { chooseOpenings } from '../../pipeline/paginate/openings.ts'
import type { Tie } from '../../pipeline/paginate/places.ts'
import { drawnOpening, room } from './draw.ts'
import { evenTies, galley, noNotes, notes } from './galleys.ts'

const sides = (en: string, ar: string): Bilingual<Galley> => ({ en: galley(en), ar: galley(ar, 'ar') })

const openings = (en: string, ar: string, lines: number, ties: readonly Tie[], notesOf = noNotes): Opening[] =>
  chooseOpenings(sides(en, ar), ties, notesOf, room(lines))

const draw = (en: string, ar: string, lines: number, ties: readonly Tie[], notesOf = noNotes): string[] =>
  openings(en, ar, lines, ties, notesOf).map((opening) => drawnOpening(sides(en, ar), opening))

/** A bead for each pair of rows, in order. */
const rowTies = (count: number, en: Galley, ar: Galley): Tie[] => Array.from({ length: count }, (_, row) => {
  const end = (side: Galley): Tie['en'] => ({ row, cell: 0, line: side.rows[row]!.cells[0]!.length - 1, share: 0.6 })
  return { en: end(en), ar: end(ar) }
})

describe('both pages', () => {
  test('carry the same paragraphs', () => {
    const { en, ar } = sides('p4 p4 p4', 'p3 p3 p3')
    expect(draw('p4 p4 p4', 'p3 p3 p3', 8, rowTies(3, en, ar))).toEqual(['aaaabbbb | AAABBB..', 'cccc.... | CCC.....'])
    expect(openings('p4 p4 p4', 'p3 p3 p3', 8, rowTies(3, en, ar)).map(({ overhang }) => overhang)).toEqual([0, 0])
  })

  test('end where the longer side is full', () => {
    const { en, ar } = sides('p2 p2 p2', 'p5 p5 p5')
    expect(draw('p2 p2 p2', 'p5 p5 p5', 10, rowTies(3, en, ar))).toEqual(['aabb...... | AAAAABBBBB', 'cc........ | CCCCC.....'])
  })

  test('end after the lines nearest to where a bead ends', () => {
    // The bead ends after 5.4 lines of 12 on one side and after 4.5 of 10 on the other.
    const ends = [{ en: { row: 0, cell: 0, line: 5, share: 0.4 }, ar: { row: 0, cell: 0, line: 4, share: 0.5 } },
      { en: { row: 0, cell: 0, line: 11, share: 1 }, ar: { row: 0, cell: 0, line: 9, share: 1 } }]
    const [first] = openings('p12', 'p10', 6, ends)
    expect(first).toMatchObject({ en: { to: { row: 0, cuts: [6] }, ends: 'segment' }, ar: { to: { row: 0, cuts: [5] } } })
    // One runs 0.6 of a line beyond, the other half a line.
    expect(first!.overhang).toBeCloseTo(0.1)
  })

  test('leave a heading with its text on both sides', () => {
    // English alone could keep the heading with two lines.
    const { en, ar } = sides('p3 h1 p5', 'p4 h1 p5')
    expect(draw('p3 h1 p5', 'p4 h1 p5', 6, rowTies(3, en, ar))).toEqual(['aaa... | AAAA..', 'bccccc | BCCCCC'])
  })
})

describe('a bead that no page holds', () => {
  test('is parted at equal shares of both sides', () => {
    const ends = evenTies(sides('p30', 'p20'), 1)
    expect(draw('p30', 'p20', 10, ends)).toEqual(['aaaaaaaaaa | AAAAAAA...', 'aaaaaaaaaa | AAAAAA....', 'aaaaaaaaaa | AAAAAAA...'])
    expect(openings('p30', 'p20', 10, ends)[0]!.en.ends).toBe('line')
  })

  test('of one side leaves the pages of the other blank, and the book goes on', () => {
    const en = galley('p2 p8 p8 p2')
    const ar = galley('p2 p2', 'ar')
    const end = (side: Galley, row: number): Tie['en'] => ({ row, cell: 0, line: side.rows[row]!.cells[0]!.length - 1, share: 1 })
    const ties = [{ en: end(en, 0), ar: end(ar, 0) }, { en: end(en, 1), ar: undefined }, { en: end(en, 2), ar: undefined }, { en: end(en, 3), ar: end(ar, 1) }]
    expect(draw('p2 p8 p8 p2', 'p2 p2', 10, ties)).toEqual(['aabbbbbbbb | AA........', 'ccccccccdd | BB........'])
    expect(draw('p2 p8 p8 p2', 'p2 p2', 8, ties)).toHaveLength(3)
  })
})

describe('an empty side', () => {
  test('stays blank', () => {
    expect(draw('p5 p5', '', 5, [])).toEqual(['aaaaa | .....', 'bbbbb | .....'])
    expect(draw('', 'p5', 5, [])).toEqual(['..... | AAAAA'])
  })

  test('of one section has its place in the galley', () => {
    const galleys = { en: galley('p2 | p3 | p2'), ar: { rows: [...galley('p2', 'ar').rows, ...shifted(galley('p2', 'ar', 2), 20)] } }
    const all = chooseOpenings(galleys, [], noNotes, room(5))
    expect(all.map((opening) => drawnOpening(galleys, opening))).toEqual(['aa... | AA...', 'bbb.. | .....', 'cc... | BB...'])
    expect(all[1]!.ar).toMatchObject({ section: 1, from: { row: 1, cuts: [0] }, to: { row: 1, cuts: [0] } })
  })
})

const shifted = (side: Galley, by: number): Galley['rows'] => side.rows.map((row) => ({
  ...row, top: row.top + by, bottom: row.bottom + by,
  cells: row.cells.map((lines) => lines.map((line) => ({ ...line, top: line.top + by, bottom: line.bottom + by }))),
}))

test('notes stand on the page of their language, and go on after the text', () => {
  const { en, ar } = sides('p3*0', 'p2*1')
  expect(draw('p3*0', 'p2*1', 6, rowTies(1, en, ar), { en: notes('1'), ar: notes('6') }))
    .toEqual(['aaa.-1 | AA-111', '...... | ..-111'])
})
