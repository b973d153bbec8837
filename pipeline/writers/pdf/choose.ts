/** Chooses the pages of an edition from what was gauged. */

import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import { facing, type Group } from '../../paginate/leaves.ts'
import type { Galley, SegmentEnd } from '../../paginate/model.ts'
import { chooseOpenings } from '../../paginate/openings.ts'
import { choosePages } from '../../paginate/pages.ts'
import type { Gauged, Spot } from '../../paginate/sheet.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { galleyName, galleyNames, isFacing, notesGalley, type Stretch } from './galleys.ts'
import { roomOf } from './style.ts'

const empty: Galley = { rows: [] }

/** The pages of one stretch of an edition. */
export function choose(edition: Edition, stretch: Stretch, book: Book, galleys: Gauged['galleys'], ties: readonly Bilingual<SegmentEnd | undefined>[]): Group[] {
  const room = roomOf(edition, book)
  const notes = bilingual((language) => (stretch === 'text' && edition.languages.includes(language) ? galleys[notesGalley(language)] : undefined) ?? empty)
  if (isFacing(edition.view)) {
    const names = bilingual((language) => galleyName(language, stretch))
    const openings = chooseOpenings(bilingual((language) => galleys[names[language]] ?? empty), ties, notes, room)
    return openings.map((opening) => facing(opening, names, edition.language, edition.sections.map(({ role }) => role)))
  }
  const [name = ''] = galleyNames(edition, stretch)
  const isParallel = edition.languages.length > 1
  return choosePages(galleys[name] ?? empty, notes, room, { ties, keepsPassages: isParallel }).map((set) => [{ galley: name, set, overhang: 0 }])
}

/** Where the beads of the running text end on either side; the galleys must stand as they were gauged. */
export async function tiesOf({ ties }: Edition, document: LoadedDocument): Promise<Bilingual<SegmentEnd | undefined>[]> {
  if (ties.length === 0) return []
  const ids = ties.flatMap(({ en, ar }) => [en ?? '', ar ?? ''])
  const spots = await document.call<(Spot | null)[]>('tawazi.typesetter.spots', { ids, end: true })
  return ties.map((_, index) => ({ en: spots[2 * index] ?? undefined, ar: spots[2 * index + 1] ?? undefined }))
}
