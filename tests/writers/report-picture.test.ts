/** Where beads lie in the picture of the alignment. */

import { expect, test } from '@jest/globals'
import { bandsOf, cellsOf, extentsOf } from '../../pipeline/writers/report-html/extents.ts'
import type { Report, ReportedBead, State } from '../../pipeline/writers/report-json/index.ts'

/** `drawn('0 10:10 / 1 10:-')`: chapters with letters of each side, doubtful where `?` follows. */
function drawn(drawing: string): ReportedBead[] {
  return drawing.split('/').flatMap((part) => {
    const [chapter = '', ...sizes] = part.trim().split(' ')
    return sizes.map((size) => {
      const [en = '', ar = ''] = size.replace('?', '').split(':')
      const segments = (length: string) => (length === '-' ? [] : [{ id: 'x', text: 'x'.repeat(Number(length)), place: { file: 'x', line: 1, column: 1 } }])
      const state: State = size.endsWith('?') ? 'doubtful' : en === '-' || ar === '-' ? 'alone' : 'paired'
      return { type: '', kind: 'paragraph', score: 1, state, chapter: Number(chapter), en: segments(en), ar: segments(ar) }
    })
  })
}

const bandsIn = (drawing: string, chapters: Report['chapters'] = []) => {
  const beads = drawn(drawing)
  return bandsOf({ beads, chapters } as Partial<Report> as Report, extentsOf(beads)).map(({ en, ar, state, row }) => `${row} ${en.join('-')} ${ar.join('-')} ${state}`)
}

const coverage = { paired: 1, doubtful: 0, alone: 0, intended: 0 }
const side = (id: string, elsewhere?: string) => ({ id, file: 'x', segments: coverage, words: coverage, ...(elsewhere && { elsewhere }) })

test('beads of a chapter are one band, each side as high as its own text', () => {
  expect(bandsIn('0 10:30 10:10 / 1 20:40')).toEqual(['0 0-500 0-500 paired', '1 500-1000 500-1000 paired'])
})

test('what one side lacks parts the bands', () => {
  expect(bandsIn('0 10:10 20:- 10:10')).toEqual(['0 0-250 0-500 paired', '0 750-1000 500-1000 paired'])
})

test('a band of which most is doubtful says so', () => {
  expect(bandsIn('0 10:10? 10:10? 10:10')).toEqual(['0 0-1000 0-1000 doubtful'])
})

test('a chapter that stands elsewhere has a band across the others, over them', () => {
  const chapters = [{ bead: 1, en: side('en-1', 'ar-2') }, { bead: 2, en: side('en-2'), ar: side('ar-1') }, { bead: 3, ar: side('ar-2', 'en-1') }]
  expect(bandsIn('0 10:- / 1 10:10 / 2 -:10', chapters)).toEqual(['1 500-1000 0-500 paired', '0 0-500 500-1000 elsewhere'])
})

test('one lonely sentence among ten thousand still shows on the bar', () => {
  const beads = drawn(`0 ${Array.from({ length: 10_000 }, (_, index) => (index === 5000 ? '10:-' : '10:10')).join(' ')}`)
  const [cell, ...others] = cellsOf(beads, extentsOf(beads), 'en')
  expect([others.length, cell?.at, cell?.shares]).toEqual([0, 500, { doubtful: 0, alone: 0.3, intended: 0 }])
  expect(cellsOf(beads, extentsOf(beads), 'ar')).toEqual([])
})
