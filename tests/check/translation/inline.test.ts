/** What sentences hold besides their words, gathered chapter by chapter. */

import { expect, test } from '@jest/globals'
import type { Paragraph } from 'mdast'
import { inlineOf } from '../../../pipeline/check/translation/inline.ts'
import type { Block, Chapter, Manuscript } from '../../../pipeline/model/manuscript.ts'

const place = { file: 'en.md', line: 1, column: 1 }

/** `s1` is a sentence, anything else a picture. */
function block(name: string): Block {
  const node: Paragraph = { type: 'paragraph', children: [name.startsWith('s')
    ? { type: 'segment', children: [{ type: 'text', value: name }], data: { hName: 'span', hProperties: { id: name, className: ['segment'] } } }
    : { type: 'image', url: name }] }
  return { node, segments: [], place }
}

/** Chapters apart by a bar: `s1 a | b s2`. */
function book(drawn: string): Manuscript {
  const chapters = drawn.split('|').map((names, index): Chapter =>
    ({ id: `en-chapter-${index}`, role: 'chapter', part: 0, title: undefined, notes: [], blocks: names.trim().split(/\s+/).map(block) }))
  return { language: 'en', metadata: { title: undefined, authors: [], date: undefined }, chapters, removed: [] }
}

test.each([
  ['s1 a s2 b', { s2: ['a', 'b'] }],
  ['s1 a | b s2 | c | d s3 | e | f', { s2: ['a', 'b'], s3: ['c', 'd', 'e', 'f'] }],
])('a picture by itself belongs to the sentence after it, wherever chapters end, the last to the last: %s', (drawn, pictures) => {
  const found = [...inlineOf(book(drawn))].map(([id, { images }]) => [id, images])
  expect(Object.fromEntries(found)).toEqual(pictures)
})

test('a chapter that stands in another book too says the same there', () => {
  const [one, other] = [book('s1 a | s2'), book('s3')]
  expect(inlineOf(one).get('s2')?.images).toEqual(['a'])
  expect(inlineOf({ ...other, chapters: [...other.chapters, one.chapters[1] as Chapter] }).get('s2')).toBe(undefined)
})
