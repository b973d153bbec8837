/** The sample book against its own list of where the translator took liberties. */

import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { alignManuscripts } from '../../pipeline/align/index.ts'
import { bookOfFolder } from '../../pipeline/book/load.ts'
import { read } from '../../pipeline/aligned.ts'
import { beadType } from '../../pipeline/model/alignment.ts'
import { bilingual } from '../../pipeline/model/language.ts'
import { segmentsOf } from '../../pipeline/model/manuscript.ts'

const types: Readonly<Record<string, string>> = {
  'one sentence becomes two': '1:2', 'two sentences become one': '2:1', 'sentence left out': '1:0', 'sentence added': '0:1',
}

/** Rows of the list that concern sentences: the bead's type, and the first words of a sentence in it. */
function liberties(): { type: string; words: string }[] {
  const rows = [...readFileSync('samples/paper-road/liberties.md', 'utf8').matchAll(/^\| \d \| ([^|]+) \| (.+?) \|?$/gm)]
  return rows.flatMap(([, kind = '', where = '']) => {
    const type = types[kind]
    // An added sentence is known by its Arabic words, every other by its English ones.
    const words = (type === '0:1' ? /«([^»…]+)/ : /“([^”…]+)/).exec(where)?.[1]
    return type && words ? [{ type, words: words.replaceAll('*', '').trim() }] : []
  })
}

test('of the places where the translation departs from the original, seventeen in twenty are found at least, and little else', async () => {
  const { book } = await bookOfFolder('samples/paper-road')
  const { manuscripts } = book ? await read(book) : { manuscripts: undefined }
  if (!book || !manuscripts) throw new Error('The sample has faults')
  const { alignment, messages } = alignManuscripts(manuscripts, book.parts.length)
  expect(messages).toEqual([])
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const beads = alignment.beads.map((bead) => ({
    type: beadType(bead),
    texts: [...segments.en.slice(bead.en.from, bead.en.to), ...segments.ar.slice(bead.ar.from, bead.ar.to)].map(({ text }) => text),
  }))
  const named = liberties()
  expect(named.length).toBeGreaterThan(13)
  const found = named.filter(({ type, words }) => beads.some((bead) => bead.type === type && bead.texts.some((text) => text.startsWith(words))))
  expect(found.length / named.length).toBeGreaterThanOrEqual(0.85)
  // Notes are left out of the list, and one merging is seen as an omission: a few more beads than named may differ.
  expect(beads.filter(({ type }) => type !== '1:1').length).toBeLessThanOrEqual(named.length + 4)
}, 60_000)
