/** The picture that stands for a book on its website. */

import { expect, test } from '@jest/globals'
import { coverOf, type Shelved } from '../../../pipeline/writers/site/shelved.ts'

const cover = (language: 'en' | 'ar', ...names: string[]) => coverOf({
  name: 'ferry', files: names.map((name) => ({ name, bytes: new Uint8Array() })), covers: new Map(names.map((name) => [name, new Uint8Array()])),
} as unknown as Shelved, language)

test.each([
  ['en', ['facing.pdf', 'parallel-en.epub', 'parallel-ar.epub', 'en.epub'], 'parallel-en.epub'],
  ['ar', ['facing.pdf', 'parallel-en.epub', 'parallel-ar.epub', 'en.epub'], 'parallel-ar.epub'],
  ['ar', ['en.pdf', 'en.epub', 'ar.epub'], 'ar.epub'],
  ['ar', ['en.pdf', 'tap.epub'], 'tap.epub'],
  ['ar', ['en.pdf', 'ar.pdf'], 'en.pdf'],
] as const)('in %s, of %j', (language, names, wanted) => {
  expect(cover(language, ...names)).toBe(`books/ferry/covers/${wanted}.png`)
})

test('none where no edition has one', () => {
  expect(cover('en')).toBeUndefined()
})
