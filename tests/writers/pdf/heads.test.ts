import { expect, test } from '@jest/globals'
import { wordsIn } from '../../../pipeline/model/words.ts'
import type { Break, SetPage } from '../../../pipeline/paginate/model.ts'
import { furnitureOf } from '../../../pipeline/writers/pdf/heads.ts'
import { chapter, edition } from '../../support/edition.ts'

const at = (row: number): Break => ({ row, cuts: [0] })

/** Head and foot of the English page of an opening whose text is so high. */
function furniture(height: number, notes: SetPage['notes'] = { en: [], ar: [] }): string[] {
  const set: SetPage = {
    section: 1, from: at(3), to: at(9), columns: undefined, repeats: undefined, notes, height, notesHeight: 0, shrink: 0, spread: 0, blank: 0, ends: 'line', faults: [],
  }
  const leaf = { number: 4, folio: { isFront: false, number: 4 }, page: { galley: 'text-en', set, overhang: 0 }, section: 1, isOpening: false }
  const { head, foot } = furnitureOf(leaf, {
    edition: edition('facing-en', chapter('en-chapter-1', { en: 'Clouds', ar: 'غيوم' })), words: { en: wordsIn('en'), ar: wordsIn('ar') },
    languages: ['en'], isFacing: true, topHeading: { en: undefined, ar: undefined }, letters: 60,
  })
  return [head, foot].map((html) => html.replaceAll(/<[^>]*>/g, ' ').trim().replaceAll(/\s+/g, ' '))
}

test('a page has its running heads and its folio', () => {
  expect(furniture(200)).toEqual(['The Kiln Clouds', '4'])
})

test('a page that is empty while its counterpart goes on is a true blank', () => {
  expect(furniture(0)).toEqual(['', ''])
})

test('a page of notes alone is none', () => {
  expect(furniture(0, { en: [{ note: 0, from: 2, to: 5 }], ar: [] })).toEqual(['The Kiln Clouds', '4'])
})
