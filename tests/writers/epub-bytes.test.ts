/** Bytes of a document that grows. */

import { expect, test } from '@jest/globals'
import { Bytes } from '../../pipeline/writers/epub/bytes.ts'

test('pieces of any length are put together in order, each document for itself', () => {
  const bytes = new Bytes()
  const pieces = Array.from({ length: 5000 }, (_, index) => `${index} كتاب “leaf” 𐡀 `.repeat(index % 9))
  for (const document of [pieces, ['last'], [], ['é'.repeat(400_000), 'end']]) {
    for (const piece of document) bytes.add(piece)
    expect(bytes.taken().equals(Buffer.from(document.join('')))).toBe(true)
  }
})

test('what was written once is written again as it was', () => {
  const bytes = new Bytes()
  bytes.add('before ')
  const from = bytes.length
  bytes.add('كتاب “leaf”')
  const kept = bytes.copied(from)
  for (let times = 0; times < 20_000; times++) bytes.addBytes(kept)
  expect(bytes.taken().toString()).toBe(`before ${'كتاب “leaf”'.repeat(20_001)}`)
  bytes.addBytes(kept)
  expect(bytes.taken().toString()).toBe('كتاب “leaf”')
})
