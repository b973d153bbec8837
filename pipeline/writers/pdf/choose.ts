/** Chooses the pages of a part from what was gauged. */

import type { Book } from '../../model/book.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import { chooseDoubleOpenings, chooseDoublePages } from '../../paginate/double.ts'
import { facing, type Group } from '../../paginate/leaves.ts'
import type { Galley, SegmentEnd } from '../../paginate/model.ts'
import { galleyName, notesGalley, type Stretch } from '../../paginate/names.ts'
import { chooseOpenings } from '../../paginate/openings.ts'
import { choosePages } from '../../paginate/pages.ts'
import { evenPictures } from '../../paginate/pictures.ts'
import type { Gauged, Spot } from '../../paginate/sheet.ts'
import { spreadOpening } from '../../paginate/spread.ts'
import { galleyNames, isFacing } from './galleys.ts'
import type { Part } from './parts.ts'
import { roomOf } from './style.ts'

const empty: Galley = { rows: [] }

/** The pages of one stretch of a part. */
export function choose(part: Part, stretch: Stretch, book: Book, galleys: Gauged['galleys'], ties: readonly Bilingual<SegmentEnd | undefined>[]): Group[] {
  const { edition, number } = part
  const room = roomOf(edition, book)
  const notes = bilingual((language) => (stretch === 'text' && edition.languages.includes(language) ? galleys[notesGalley(language, number)] : undefined) ?? empty)
  if (isFacing(edition.view)) {
    const names = bilingual((language) => galleyName(language, stretch, number))
    const texts = bilingual((language) => galleys[names[language]] ?? empty)
    const openings = stretch === 'index' ? chooseDoubleOpenings(texts, room.height) : chooseOpenings(texts, ties, notes, room).map((opening) => evenPictures(opening, texts))
    // On a grid every line has its place, and so it has in two columns.
    const isFixed = book.grid || stretch === 'index'
    return openings.map((opening) => facing(isFixed ? opening : spreadOpening(opening, texts), names, edition.language, edition.sections.map(({ role }) => role)))
  }
  const names = galleyNames(part, stretch)
  if (stretch === 'index') return names.flatMap((name) => chooseDoublePages(galleys[name] ?? empty, room.height).map((set): Group => [{ galley: name, set, overhang: 0 }]))
  const [name = ''] = names
  const isParallel = edition.languages.length > 1
  return choosePages(galleys[name] ?? empty, notes, room, { ties, keepsPassages: isParallel }).map((set) => [{ galley: name, set, overhang: 0 }])
}

/** The beads of a part's running text, each with the id of the last segment of either side. */
export const tiesIn = ({ edition, ids }: Part): Bilingual<string | undefined>[] => edition.ties.filter(({ en, ar }) => ids.has(en ?? ar ?? ''))

/** What is asked for, to know where beads end on either side. */
export const endsOf = (ties: readonly Bilingual<string | undefined>[]): string[] => ties.flatMap(({ en, ar }) => [en ?? '', ar ?? ''])

/** `spots` are where `endsOf` them are. */
export const tied = (ties: readonly unknown[], spots: readonly (Spot | null)[]): Bilingual<SegmentEnd | undefined>[] =>
  ties.map((_, index) => ({ en: spots[2 * index] ?? undefined, ar: spots[2 * index + 1] ?? undefined }))
