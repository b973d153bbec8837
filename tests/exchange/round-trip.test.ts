/** What goes out and comes back untouched changes nothing; what comes back paired otherwise is paired so. */

import { describe, expect, test } from '@jest/globals'
import { bookOfFolder } from '../../pipeline/book/load.ts'
import { alignBook } from '../../pipeline/aligned.ts'
import { lengthOf, type Bead } from '../../pipeline/model/alignment.ts'
import { languages } from '../../pipeline/model/language.ts'
import { readExchange } from '../../pipeline/exchange/read/index.ts'
import { markdownOf, type Run } from '../../pipeline/exchange/run.ts'
import { random } from '../support/random.ts'
import { arabic, english, withBook } from '../support/texts.ts'
import { aligned, exchanged, imported, writers, written } from './books.ts'
import { chanceBeads, chanceBook } from './chance.ts'

const seeds = Array.from({ length: 15 }, (_, index) => index + 1)

describe.each(writers)('%s', (_name, write) => {
  test('every bead by chance comes back as it went, in either direction', () => {
    for (const seed of seeds) {
      const book = chanceBook(seed)
      for (const original of languages) {
        const { same, beads, rewordings, messages } = imported(written(write, book, original), book)
        expect({ seed, original, same, beads, rewordings, messages }).toEqual({ seed, original, same: book.alignment.beads.length, beads: [], rewordings: [], messages: [] })
      }
    }
  })

  test('texts, codes and their markup are the same', () => {
    for (const seed of seeds) {
      const { units } = exchanged(chanceBook(seed))
      const back = readExchange(Buffer.from(written(write, chanceBook(seed))), 'back.xml').units
      expect(back.map(({ id }) => id)).toEqual(units.map(({ id }) => id))
      for (const language of languages) {
        // A side without words may be no side at all.
        expect(back.map((unit) => (unit[language] ?? []).map(ownNumber))).toEqual(units.map((unit) => unit[language]))
        expect(back.map((unit) => markdownOf(unit[language] ?? []))).toEqual(units.map((unit) => markdownOf(unit[language])))
      }
    }
  })

  test('beads of another alignment come back as pins, in order', () => {
    for (const seed of seeds) {
      const book = chanceBook(seed)
      const sizes = { en: book.alignment.beads.at(-1)!.en.to, ar: book.alignment.beads.at(-1)!.ar.to }
      const others = chanceBeads(random(seed + 1000), sizes)
      const own = new Set(book.alignment.beads.map(keyOf))
      const wanted = others.filter((bead) => !own.has(keyOf(bead)) && languages.every((language) => lengthOf(bead[language]) > 0))
      const { beads } = imported(written(write, { ...book, alignment: { beads: others } }), book)
      expect(beads.map(keyOf)).toEqual(wanted.map(keyOf))
    }
  })

  test('a book as it is read comes back, notes, tables and verse too', async () => {
    await withBook({ en: english, ar: arabic }, async ({ manuscripts }) => {
      const book = aligned(manuscripts)
      expect(imported(written(write, book), book)).toEqual({ same: book.alignment.beads.length, beads: [], rewordings: [], messages: [] })
    })
  })
})

test('the sample comes back as it went', async () => {
  const { book } = await bookOfFolder('samples/paper-road')
  const { aligned: sample } = book ? await alignBook(book, { step: () => undefined }) : { aligned: undefined }
  if (!sample) throw new Error('The sample was not read')
  for (const [, write] of writers) expect(imported(written(write, sample), sample)).toEqual({ same: sample.alignment.beads.length, beads: [], rewordings: [], messages: [] })
}, 30_000)

/** XLIFF 2 writes the number of the segment before that of the code. */
const ownNumber = (run: Run): Run => (run.kind === 'text' ? run : { ...run, id: run.id.replace(/^\d+-/, '') })

const keyOf = ({ en, ar }: Pick<Bead, 'en' | 'ar'>): string => `${en.from}-${en.to}:${ar.from}-${ar.to}`
