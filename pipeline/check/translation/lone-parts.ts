/** Parts of a book that one language alone has, such as a translator's preface: nothing in them has a counterpart. */

import type { Bead } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import { bilingual, languages, type Bilingual } from '../../model/language.ts'
import { chaptersOfSegments, type Manuscript } from '../../model/manuscript.ts'

/** Whether a bead stands in one. Linear in the book, once, where it has any. */
export function inLonePart({ parts }: Book, manuscripts: Bilingual<Manuscript>): (bead: Bead) => boolean {
  const lone = new Set(parts.flatMap(({ en, ar }, part) => (en === undefined || ar === undefined ? [part] : [])))
  if (lone.size === 0) return () => false
  const partOf = bilingual((language) => chaptersOfSegments(manuscripts[language]).map((chapter) => manuscripts[language].chapters[chapter]?.part ?? 0))
  return (bead) => languages.some((language) => bead[language].to > bead[language].from && lone.has(partOf[language][bead[language].from] ?? -1))
}
