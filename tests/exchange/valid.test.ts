/** What is written, held against the public DTD and schemas. */

import { expect, test } from '@jest/globals'
import { languages } from '../../pipeline/model/language.ts'
import type { Status } from '../../pipeline/model/decisions.ts'
import { writeTmx } from '../../pipeline/writers/tmx/index.ts'
import { writeXliff12 } from '../../pipeline/writers/xliff/version-1.ts'
import { writeXliff21 } from '../../pipeline/writers/xliff/version-2.ts'
import { arabic, english, withBook } from '../support/texts.ts'
import { aligned, exchanged } from './books.ts'
import { chanceBook } from './chance.ts'
import { hasTmxDtd, hasXliffSchemas, tmxFaults, xliffFaults } from './schemas.ts'

const statuses: readonly (Status | undefined)[] = ['confirmed', 'corrected', 'omission', 'again', undefined]

/** A book as it is read and some by chance, in either direction, with beads of every status. */
async function* books() {
  const read = await withBook({ en: english, ar: arabic }, ({ manuscripts }) => Promise.resolve(aligned(manuscripts)))
  for (const book of [read, ...[1, 2, 3, 4, 5].map(chanceBook)]) {
    for (const original of languages) yield exchanged(book, original, (bead) => statuses[bead % statuses.length])
  }
}

/** Milliseconds, on a busy machine. */
const limit = 30_000

const onlyWith = (isThere: boolean) => (isThere ? test : test.skip)

onlyWith(hasTmxDtd)('TMX is valid against the DTD of TMX 1.4', async () => {
  const faults = await tmxFaults()
  for await (const book of books()) expect(faults(writeTmx(book).bytes)).toEqual([])
  expect(faults(Buffer.from('<tmx version="1.4"><body/></tmx>'))).not.toEqual([])
}, limit)

onlyWith(hasXliffSchemas)('XLIFF 1.2 is valid against the strict schema', async () => {
  const faults = xliffFaults('xliff-core-1.2-strict.xsd')
  for await (const book of books()) expect(faults(writeXliff12(book).bytes)).toEqual([])
  expect(faults(Buffer.from('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file/></xliff>'))).not.toEqual([])
}, limit)

onlyWith(hasXliffSchemas)('XLIFF 2.1 is valid against the schema of the core', async () => {
  const faults = xliffFaults('xliff-core-2.0.xsd')
  for await (const book of books()) expect(faults(writeXliff21(book).bytes)).toEqual([])
  expect(faults(Buffer.from('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"/>'))).not.toEqual([])
}, limit)
