import { expect, test } from '@jest/globals'
import { sourceFaults } from '../../pipeline/check/source.ts'
import type { Removal, Segment } from '../../pipeline/model/manuscript.ts'

const segment = (text: string, line: number, column = 1): Segment =>
  ({ id: `en-${line}-${column}`, kind: 'paragraph', text, place: { file: 'en.md', line, column }, paragraph: line, links: [] })

const removal = (text: string, line: number): Removal =>
  ({ reason: 'navigation', language: 'en', place: { file: 'en.md', line, column: 1 }, text })

const faults = (text: string, segments: Segment[], removed: Removal[] = []) =>
  sourceFaults('en.md', text, 'en', segments, removed).map(({ rule, place, values }) => `${rule} ${values?.['word']} ${place?.line}`)

test('a text that is all there has no fault', () => {
  expect(faults('# A title\n\nOne *two* [three](http://x.example/four).', [segment('A title', 1), segment('One two three.', 3)])).toEqual([])
})

test('a word that is neither set nor removed is lost, and its line is named', () => {
  expect(faults('One two.\n\nThree four.', [segment('One two.', 1), segment('Three.', 3)])).toEqual(['check/lost-word four 3'])
})

test('a word that was removed on purpose is not lost', () => {
  expect(faults('Menu\n\nThree four.', [segment('Three four.', 3)], [removal('Menu', 1)])).toEqual([])
})

test('a word that the file does not have was invented', () => {
  expect(faults('One.', [segment('One two.', 1)])).toEqual(['check/added-word two 1'])
})

test('words in another order are a fault', () => {
  expect(faults('One two three.', [segment('One three two.', 1)])).toEqual(['check/lost-word two 1'])
})

test('a paragraph of a megabyte is proved like any other', () => {
  const long = 'word '.repeat(200_000).trim()
  expect(faults(`# A title\n\n${long} end.`, [segment('A title', 1), segment(`${long} end.`, 3)])).toEqual([])
  expect(faults(`# A title\n\n${long} end.`, [segment('A title', 1), segment(long, 3)])).toEqual(['check/lost-word end 3'])
})

test('a word that emphasis divides is one word', () => {
  expect(faults('un**believ**able', [segment('unbelievable', 1)])).toEqual([])
})

test('notes, captions, cells, code and verse are words too', () => {
  const text = 'A.[^n]\n\n[^n]: Note.\n\n![alt](x.png "Caption.")\n\n| h |\n|---|\n| c |\n\n```\ncode\n```\n\n:::verse\nFirst line *** second half\n:::\n'
  const whole = [segment('A.', 1), segment('Note.', 3), segment('Caption.', 5), segment('h', 7), segment('c', 9), segment('code', 11),
    segment('First line', 16), segment('second half', 16, 16)]
  expect(faults(text, whole)).toEqual([])
  for (const without of whole) expect(faults(text, whole.filter((one) => one !== without))).toHaveLength(1)
})

test('a title is a caption where the picture stands alone, and no text where it stands in a line', () => {
  expect(faults('![alt](x.png "Caption.")', [segment('Caption.', 1)])).toEqual([])
  expect(faults('![alt](x.png "Caption.")', [])).toEqual(['check/lost-word Caption 1'])
  expect(faults('See ![alt](x.png "A hint.") here.', [segment('See  here.', 1)])).toEqual([])
})

test('a picture from the network leaves its words, and they count; one of the book has its caption alone', () => {
  expect(faults('![A boat](https://x.example/boat.png "At dawn.")', [segment('A boat At dawn.', 1)])).toEqual([])
  expect(faults('![A boat](boat.png "At dawn.")', [segment('A boat At dawn.', 1)])).toHaveLength(1)
})
