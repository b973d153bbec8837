/** Books for tests of the exchange formats. */

import { alignManuscripts } from '../../pipeline/align/index.ts'
import { currentOf, type Current } from '../../pipeline/exchange/current.ts'
import { importUnits, type Imported } from '../../pipeline/exchange/import.ts'
import { readExchange } from '../../pipeline/exchange/read/index.ts'
import { unitsOf, type Exchanged } from '../../pipeline/exchange/unit.ts'
import type { Alignment } from '../../pipeline/model/alignment.ts'
import type { Status } from '../../pipeline/model/decisions.ts'
import type { Artifact } from '../../pipeline/model/edition.ts'
import type { Bilingual, Language } from '../../pipeline/model/language.ts'
import type { Manuscript } from '../../pipeline/model/manuscript.ts'
import { writeTmx } from '../../pipeline/writers/tmx/index.ts'
import { writeXliff12 } from '../../pipeline/writers/xliff/version-1.ts'
import { writeXliff21 } from '../../pipeline/writers/xliff/version-2.ts'

export const writers: readonly (readonly [string, (exchanged: Exchanged) => Artifact])[] = [
  ['TMX 1.4', writeTmx], ['XLIFF 1.2', writeXliff12], ['XLIFF 2.1', writeXliff21],
]

export interface Aligned {
  readonly manuscripts: Bilingual<Manuscript>
  readonly alignment: Alignment
}

export const aligned = (manuscripts: Bilingual<Manuscript>): Aligned =>
  ({ manuscripts, alignment: alignManuscripts(manuscripts, 1).alignment })

export const exchanged = ({ manuscripts, alignment }: Aligned, original: Language = 'en', statusOf?: (bead: number) => Status | undefined): Exchanged =>
  ({ original, parts: [{ en: 'en.md', ar: 'ar.md' }], units: unitsOf(manuscripts, alignment, original, statusOf) })

export const current = ({ manuscripts, alignment }: Aligned): Current => currentOf(manuscripts, alignment)

/** What a file changes in a book. */
export function imported(text: string | Uint8Array, book: Aligned, isDecided?: (bead: number) => boolean): Imported {
  const { units, messages } = readExchange(typeof text === 'string' ? Buffer.from(text) : text, 'back.xml')
  const found = importUnits(units, current(book), isDecided)
  return { ...found, messages: [...messages, ...found.messages] }
}

export const written = (write: (exchanged: Exchanged) => Artifact, book: Aligned, original?: Language): string =>
  Buffer.from(write(exchanged(book, original)).bytes).toString()
