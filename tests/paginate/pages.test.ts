/** Pages of one galley, as drawings. */

import { describe, expect, test } from '@jest/globals'
import { choosePages, type PageSettings } from '../../pipeline/paginate/pages.ts'
import type { Galley, Row, SetPage } from '../../pipeline/paginate/model.ts'
import { drawn, room } from './draw.ts'
import { galley, noNotes, notes } from './galleys.ts'

function pages(drawing: string, lines: number, noteDrawing = '', settings: Partial<PageSettings> = {}): SetPage[] {
  const all = noteDrawing ? { ...noNotes, en: notes(noteDrawing) } : noNotes
  return choosePages(galley(drawing), all, room(lines), settings)
}

const draw = (drawing: string, lines: number, noteDrawing = '', settings: Partial<PageSettings> = {}): string[] =>
  pages(drawing, lines, noteDrawing, settings).map((page) => drawn(galley(drawing), page))

const faults = (drawing: string, lines: number): string[][] => pages(drawing, lines).map((page) => [...page.faults])

describe('text', () => {
  test('fills its pages', () => {
    expect(draw('p6 p6 p6', 6)).toEqual(['aaaaaa', 'bbbbbb', 'cccccc'])
  })

  test('goes on over pages inside a paragraph that is longer than one', () => {
    expect(draw('p18', 6)).toEqual(['aaaaaa', 'aaaaaa', 'aaaaaa'])
  })

  test('leaves no last line alone at the head of a page', () => {
    expect(draw('p7', 6)).toEqual(['aaaaa.', 'aa....'])
  })

  test('leaves no first line alone at the foot of a page', () => {
    expect(draw('p5 p4', 6)).toEqual(['aaaaa.', 'bbbb..'])
  })

  test('does not end a page inside a word', () => {
    expect(draw('p10=5', 6)).toEqual(['aaaaa.', 'aaaaa.'])
  })

  test('tells a widow, an orphan and a hyphen that nothing could avoid', () => {
    expect(draw('p2=0', 1)).toEqual(['a', 'a'])
    expect(faults('p2=0', 1)).toEqual([['orphan', 'hyphen'], ['widow']])
  })

  test('drops the space at the head and at the foot of a page', () => {
    expect(draw('p3 _ p2 _ p6', 6)).toEqual(['aaa bb', 'cccccc'])
    expect(pages('p3 _ p2 _ p6', 6).map(({ height }) => height)).toEqual([60, 60])
  })

  test('begins each section on a page of its own', () => {
    expect(draw('p2 | p5 | p3', 6)).toEqual(['aa....', 'bbbbb.', 'ccc...'])
    expect(pages('p2 | p7', 6).map(({ section, ends }) => `${section} ${ends}`)).toEqual(['0 section', '1 line', '1 section'])
  })

  test('ends short above what does not fit, not before it in running text', () => {
    // Six lines are blank whatever is done; two on each page would cost less as blank, but look like three mistakes; one is seen by nobody.
    expect(draw('p114 f20 p20', 40).map((page) => page.replaceAll(/[^.]/g, '').length)).toEqual([1, 1, 4, 0])
  })

  test('does not end a section with a line or two if it can have more', () => {
    // 8 + 8 + 2 would fill two pages, but leaves a runt of 2 lines; a line less on each costs 2 × 1.6 points and saves 8.
    expect(draw('p18', 8)).toEqual(['aaaaaaa.', 'aaaaaaa.', 'aaaa....'])
  })
})

describe('what belongs together', () => {
  test('a heading goes over with its text', () => {
    expect(draw('p4 h1 p4', 6)).toEqual(['aaaa..', 'bcccc.'])
  })

  test('a heading may stand above two lines', () => {
    expect(draw('p3 h1 p5', 6)).toEqual(['aaabcc', 'ccc...'])
  })

  test('headings that follow one another go over together', () => {
    expect(draw('p3 h1 h1 p4', 6)).toEqual(['aaa...', 'bcdddd'])
  })

  test('a heading that nothing can save stands alone, and is told', () => {
    expect(draw('h2 f6', 6)).toEqual(['aa....', 'bbbbbb'])
    expect(faults('h2 f6', 6)).toEqual([['stranded-heading'], []])
  })

  test('the name under a letter does not go over alone, before a heading', () => {
    // Gone over it would spread the blank more evenly: 7 points less.
    expect(draw('p7 p1 _ h1 p5 h1 f8', 10)).toEqual(['aaaaaaab..', 'cddddd....', 'effffffff.'])
  })

  test('the name under a letter does not begin a page, alone or with what follows', () => {
    const text = galley('p4 p4 p2 p9')
    const closing: Galley = { rows: text.rows.with(2, { ...text.rows[2]!, closes: true }) }
    const drawnPages = (one: Galley) => choosePages(one, noNotes, room(8)).map((page) => drawn(one, page))
    expect(drawnPages(text)[1]).toMatch(/^ccd/)
    expect(drawnPages(closing)[1]).toMatch(/^bbcc/)
  })

  test('a poem that has to be parted is parted between stanzas, or else where a sentence ends', () => {
    const text = galley('p3 v1/1 v1/1 v1/1 v1/1 v1/1 v1/1 p4')
    const drawnPages = (verse: (line: number) => Pick<Row, 'opensStanza' | 'runsOn'>): string[] => {
      const given: Galley = { rows: text.rows.map((row, index) => (row.kind === 'verse' ? { ...row, ...verse(index - 1) } : row)) }
      return choosePages(given, noNotes, room(7)).map((page) => drawn(given, page))
    }
    expect(drawnPages(() => ({}))).toEqual(['aaabcde', 'fghhhh.'])
    expect(drawnPages((line) => (line % 3 === 2 ? {} : { runsOn: true }))).toEqual(['aaabcd.', 'efghhhh'])
    expect(drawnPages((line) => (line === 3 ? { opensStanza: true } : {}))).toEqual(['aaabcd.', 'efghhhh'])
  })

  const longStanza = 'p3 v1/1 v1/1 v1/1 v1/1 v1/1 p4'

  test('a stanza stays whole at the price of a line, not at that of half a page', () => {
    expect(draw('p5 v1/1 v1/1 v1/1 p2', 6)).toEqual(['aaaaa.', 'bcdee.'])
    expect(draw(longStanza, 6)).toEqual(['aaabcd', 'efgggg'])
    expect(faults(longStanza, 6)).toEqual([['broken-group'], []])
  })
})

describe('pictures', () => {
  test('are made a little smaller rather than leaving a blank', () => {
    expect(draw('p3 f4~2 p6', 6)).toEqual(['aaabbb', 'cccccc'])
    expect(pages('p3 f4~2 p6', 6)[0]).toMatchObject({ height: 60, shrink: 10, blank: 0 })
  })

  test('go over rather than becoming as small as they may', () => {
    expect(draw('p4 f4~2 p2', 6)).toEqual(['aaaa..', 'bbbbcc'])
  })

  test('that no page holds have one of their own', () => {
    expect(draw('p2 f9 p3', 6)).toEqual(['aa....', 'bbbbbbbbb', 'ccc...'])
    expect(faults('p2 f9 p3', 6)).toEqual([[], ['overfull'], []])
    expect(pages('p2 f9 p3', 6)[1]!.blank).toBe(-30)
  })

  test('that no page holds even at their smallest are set at their smallest', () => {
    expect(pages('f9~2', 6)[0]).toMatchObject({ height: 70, shrink: 20, blank: -10, faults: ['overfull'] })
  })
})

describe('tables', () => {
  const tenRows = `t1/1 ${'r1/1 '.repeat(10)}`

  test('that go on have their head again', () => {
    expect(draw(tenRows, 6)).toEqual(['abcdef', '^ghijk'])
    expect(pages(tenRows, 6)[1]).toMatchObject({ repeats: 0, height: 60, blank: 0 })
  })

  test('never leave their head alone at the foot', () => {
    expect(draw('p5 t1/1 r1/1 r1/1', 6)).toEqual(['aaaaa.', 'bcd...'])
  })

  test('are cut only between rows', () => {
    expect(draw('r4 r4 r4', 6)).toEqual(['aaaa..', 'bbbb..', 'cccc..'])
  })

  test('are cut inside a row that is taller than a page', () => {
    expect(draw('r11-4', 6)).toEqual(['aaaaaa|aaaa__', 'aaaaa|_____.'])
  })
})

describe('columns', () => {
  test('are cut at the same height in both, and level again', () => {
    expect(draw('p12-8 p2-4', 6)).toEqual(['aaaaaa|aaaaaa', 'aaaaaa|aa____', 'bb__|bbbb..'])
  })

  test('have no widow in either', () => {
    // After six lines the second cell would have one left.
    expect(draw('p10-7', 6)).toEqual(['aaaaa|aaaaa.', 'aaaaa|aa___.'])
  })

  test('have no line alone of a paragraph inside a cell, and no heading at its foot', () => {
    const [full, less] = [['aaaaaaaa|aaaaaaaa', 'aaaaaa|aaaaaa..'], ['aaaaaaa|aaaaaaa.', 'aaaaaaa|aaaaaaa.']]
    expect(draw('p14-14', 8)).toEqual(full)
    // The second paragraph begins with line 7: one line of it would stand on the first page.
    expect(draw('p14-14^7', 8)).toEqual(less)
    // The second ends with line 8: one line of it would stand on the second page.
    expect(draw('p14-14^5^9', 8)).toEqual(less)
    expect(draw('p14-14^7!7^8', 8)).toEqual(less)
    // Of items that are one line each any may be first or last on a page.
    expect(draw('p14-14^6^7^8^9', 8)).toEqual(full)
  })

  test('are cut where beads end on both sides', () => {
    const end = (cell: number, line: number, share = 1): { row: number; cell: number; line: number; share: number } => ({ row: 0, cell, line, share })
    const ties = [{ en: end(0, 1), ar: end(1, 0) }, { en: end(0, 4), ar: end(1, 2) }, { en: end(0, 8), ar: end(1, 5) }]
    expect(draw('p9-6', 6, '', { ties, keepsPassages: true })).toEqual(['aaaaa|aaa__.', 'aaaa|aaa_..'])
    expect(pages('p9-6', 6, '', { ties, keepsPassages: true })[0]).toMatchObject({ to: { row: 0, cuts: [5, 3] }, ends: 'segment' })
  })

  test('that are cut at different heights are level again', () => {
    const end = (cell: number, line: number): { row: number; cell: number; line: number; share: number } => ({ row: 0, cell, line, share: 1 })
    const settings = { ties: [{ en: end(0, 7), ar: end(1, 5) }, { en: end(0, 10), ar: end(1, 12) }], keepsPassages: true }
    expect(draw('p11-13', 8, '', settings)).toEqual(['aaaaaaaa|aaaaaa__', 'aaa____|aaaaaaa.'])
  })

  test('do not go on overleaf, to fill the page there, where they have room', () => {
    const end = (cell: number, line: number): { row: number; cell: number; line: number; share: number } => ({ row: 0, cell, line, share: 1 })
    const settings = { ties: [{ en: end(0, 8), ar: end(1, 2) }, { en: undefined, ar: end(1, 6) }], keepsPassages: true }
    expect(draw('p9-7 f6 f10', 10, '', settings)).toEqual(['aaaaaaaaa|aaaaaaa__.', 'bbbbbb|bbbbbb....', 'cccccccccc|cccccccccc'])
  })

  test('have the notes of both languages side by side', () => {
    const text = galley('p4-4*0')
    const line = text.rows[0]!.cells[1]![1]!
    const both: Galley = { rows: [{ ...text.rows[0]!, cells: [text.rows[0]!.cells[0]!, text.rows[0]!.cells[1]!.with(1, { ...line, notes: [{ language: 'ar', note: 0 }] })] }] }
    const [page] = choosePages(both, { en: notes('2'), ar: notes('3') }, room(9))
    expect(page).toMatchObject({ height: 40, notesHeight: 40, blank: 10, notes: { en: [{ note: 0, from: 0, to: 2 }], ar: [{ note: 0, from: 0, to: 3 }] } })
  })
})

describe('notes', () => {
  test('stand on the page of their reference', () => {
    expect(draw('p5*1 p5*3', 8, '2 1')).toEqual(['aaaaa-11', 'bbbbb.-2'])
  })

  test('one under the other', () => {
    expect(draw('p4*0*2', 8, '2 1')).toEqual(['aaaa-112'])
  })

  test('with space between them', () => {
    expect(pages('p4*0*2', 9, '2 _ 1')[0]).toMatchObject({ height: 40, notesHeight: 50, blank: 0 })
    expect(pages('p4*0*2', 8, '2 _ 1')[0]!.faults).toEqual([])
  })

  test('go on over the page, with two lines at least on that of their reference', () => {
    // To keep the note whole, its line would have to go over: half a page blank.
    expect(draw('p20*10 p12', 14, '9').slice(0, 2)).toEqual(['aaaaaaaaaaa-11', 'aaaa..-1111111'])
  })

  test('go on over the page rather than leaving a fifth of it blank', () => {
    // Whole, with the line that calls it, the note would have to go over.
    expect(draw('p60*15', 20, '14')[0]).toBe('aaaaaaaaaaaaaaaa-111')
  })

  test('leave text on the pages that they go on over', () => {
    // With three lines of text on the second page all of the note would stand on two.
    expect(draw('p40*10', 20, '24').slice(0, 3)).toEqual(['aaaaaaaaaaa-11111111', 'aaaaaaaa-11111111111', 'aaaaaaaaaaaaaa-11111'])
  })

  test('longer than their text have pages of their own after it', () => {
    expect(draw('p2*0', 8, '20')).toEqual(['aa-11111', '-1111111', '.-111111', '.....-11'])
    expect(pages('p2*0', 8, '20').map(({ ends }) => ends)).toEqual(['notes', 'notes', 'notes', 'section'])
  })

  test('go on on the very next page, though another would cost less blank', () => {
    const pages = draw('p17*14 p29 f10 p12', 20, '8')
    expect(pages.slice(0, 3)).toEqual(['aaaaaaaaaaaaaaa-1111', 'aabbbbbbbbbbbb.-1111', 'bbbbbbbbbbbbbbbbb...'])
  })

  test('do not go on inside a word', () => {
    const text = galley('p60*15')
    const at = (drawing: string) => choosePages(text, { ...noNotes, en: galley(drawing) }, room(20)).slice(0, 2).map((page) => drawn(text, page))
    expect(at('n14')[0]).toBe('aaaaaaaaaaaaaaaa-111')
    expect(at('n14=2')[0]).not.toMatch(/[^1]111$/)
  })

  test('without a reference end their section', () => {
    expect(draw('p2 p3*1', 9, '1 2')).toEqual(['aabbb-122'])
  })

  test('that are called twice stand once', () => {
    const text = galley('p3*0 p3*1')
    const again = { rows: text.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cell.map((line) => ({ ...line, notes: line.notes.map((call) => ({ ...call, note: 0 })) }))) })) }
    expect(choosePages(again, { ...noNotes, en: notes('2') }, room(9)).map((page) => drawn(again, page))).toEqual(['aaabbb-11'])
  })
})

test('a page without room is a fault of the caller', () => {
  expect(() => pages('p2', 0)).toThrow('without room')
})

test('a galley without rows has no pages', () => {
  expect(choosePages({ rows: [] }, noNotes, room(6))).toEqual([])
})

describe('interlinear beads', () => {
  /** Rows of a group are the two sides of a bead. */
  const stacked = (drawing: string): Galley => ({ rows: galley(drawing).rows.map((row) => (row.group === undefined ? row : { ...row, isStacked: true })) })
  const drawStacked = (drawing: string, lines: number): string[] => choosePages(stacked(drawing), noNotes, room(lines), {}).map((page) => drawn(stacked(drawing), page))

  test('stay whole at the price of a third of a page', () => {
    expect(drawStacked('p6 p2/1 p2/1 p5', 9)[0]).toBe('aaaaaa...')
    // A stanza does not.
    expect(draw('p6 p2/1 p2/1 p5', 9)[0]).toBe('aaaaaabb.')
  })

  test('longer than ten lines are parted as others are', () => {
    expect(drawStacked('p4 p4/1 p8/1 p6', 9)[0]).toBe('aaaabbbb.')
  })

  test('a heading stays with both sides of a short one', () => {
    expect(drawStacked('p5 h1 p1/1 p1/1 p6', 7)[0]).toBe('aaaaa..')
  })
})
