/** A book read and set as the product does, but for the browser, and what the proof says of it. */

import { htmlTokens } from '../../pipeline/check/html.ts'
import { epubTokens } from '../../pipeline/check/epub-text.ts'
import { proveEdition } from '../../pipeline/check/edition.ts'
import type { Alignment } from '../../pipeline/model/alignment.ts'
import type { Edition, View } from '../../pipeline/model/edition.ts'
import { bilingual, type Bilingual, type Language } from '../../pipeline/model/language.ts'
import { segmentsOf, type Manuscript } from '../../pipeline/model/manuscript.ts'
import { compose, type AlignedBook } from '../../pipeline/views/index.ts'
import { imprintOf } from '../../pipeline/views/imprint.ts'
import { writeEpub } from '../../pipeline/writers/epub/index.ts'
import { withMatter } from '../../pipeline/views/matter/index.ts'
import { galleysOf, htmlOf } from '../../pipeline/writers/pdf/galleys.ts'
import { partsOf } from '../../pipeline/writers/pdf/parts.ts'
import { prepared } from '../../pipeline/writers/pdf/prepare.ts'
import { book } from './edition.ts'
import type { Read } from './texts.ts'

export { arabic, english, withBook, type Read } from './texts.ts'

/** Running text with running text, notes with notes: all that the columns need. */
function coarse(manuscripts: Bilingual<Manuscript>): Alignment {
  const ends = bilingual((language) => {
    const segments = segmentsOf(manuscripts[language])
    const firstNote = segments.findIndex(({ kind }) => kind === 'note')
    return { text: firstNote < 0 ? segments.length : firstNote, all: segments.length }
  })
  const bead = (from: 'none' | 'text', to: 'text' | 'all') => ({
    ...bilingual((language) => ({ from: from === 'none' ? 0 : ends[language].text, to: ends[language][to] })), score: 1,
  })
  return { beads: [bead('none', 'text'), bead('text', 'all')] }
}

export function alignedOf({ root, manuscripts }: Read): AlignedBook {
  const here = { ...book, root, parts: [{ en: 'en.md', ar: 'ar.md' }] }
  return { book: here, manuscripts, alignment: coarse(manuscripts), imprint: imprintOf(here, manuscripts) }
}

export const editionOf = (read: Read, view: View): Edition => compose(alignedOf(read), view)

/** HTML as it is laid out for print, soft hyphens and all. */
export function printedHtml(read: Read, view: View): string {
  const here = { ...book, root: read.root }
  const [[part] = []] = partsOf([prepared(withMatter(editionOf(read, view), { book: here }), here)])
  return htmlOf(galleysOf(part!, here))
}

export const epubOf = async (read: Read, view: View): Promise<Uint8Array> =>
  (await writeEpub(editionOf(read, view), { name: 'x.epub', book: { ...book, root: read.root } })).bytes

/** What the proof says of an edition, as `rule word`. */
export async function faultsOf({ manuscripts }: Pick<Read, 'manuscripts'>, languages: readonly Language[], made: string | Uint8Array): Promise<string[]> {
  const found = typeof made === 'string' ? htmlTokens(made) : await epubTokens(made)
  return proveEdition('it', manuscripts, languages, found).messages.map(({ rule, values }) => `${rule.replace('check/edition-', '')} ${values?.['word']}`)
}
