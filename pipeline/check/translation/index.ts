/** Checks of the translation: what may be missing, doubtful or wrong between the two texts. */

import type { Alignment } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import type { Acceptance, Finding } from '../../model/finding.ts'
import type { Bilingual } from '../../model/language.ts'
import type { Manuscript } from '../../model/manuscript.ts'

export interface CheckedBook {
  readonly book: Book
  readonly manuscripts: Bilingual<Manuscript>
  readonly alignment: Alignment
}

/** Every finding in the order of beads, those that somebody has accepted among them, named as such. */
export function findings(_aligned: CheckedBook, _accepted: readonly Acceptance[] = []): readonly Finding[] {
  return []
}
