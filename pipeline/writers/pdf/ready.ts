/** What of an edition can be done while the browser starts. */

import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import type { Profile } from '../../model/profile.ts'
import type { Expected } from '../../print/document.ts'
import { printAssets } from '../../print/signs.ts'
import { withMatter } from '../../views/matter/index.ts'
import { namedApart } from './apart.ts'
import { deskOf } from './desk.ts'
import { isCut } from './parts.ts'
import { preparedInSteps } from './prepare.ts'
import { bookFor } from './press/margins.ts'

/** One edition, or two that are read from either end and meet in the middle of the file. */
export type Halves = readonly [Edition, ...Edition[]]

export interface Ready {
  /** With the pages that the profiles want, as far as they are known before the text is set. */
  readonly book: Book
  /** With their matter, prepared for the typesetter, which changes them: they are set once. */
  readonly editions: Halves
}

/** Others may work meanwhile. Linear in the text. */
export async function readied(halves: Halves, own: Book, profiles: readonly Profile[], pages = 0): Promise<Ready> {
  const book = bookFor(own, profiles, pages)
  const [first, ...others] = halves.map((edition) => withMatter(edition, { book }))
  if (!first) throw new Error('Nothing to set')
  const editions = [first, ...others.map(namedApart)].map((edition) => preparedInSteps(edition, book))
  return { book, editions: await Promise.all(editions) as unknown as Halves }
}

/** The tabs in which it will be set: parts of long ones beside each other. */
export const expectedFor = (halves: Halves, own: Book, profiles: readonly Profile[]): Expected => ({
  desk: deskOf(halves[0], bookFor(own, profiles, 0), printAssets()),
  tabs: halves.length > 1 || isCut(halves[0]) ? 2 : 1,
})
