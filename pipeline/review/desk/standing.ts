/** A book as it stands on the desk: read, aligned as people have decided, and checked. */

import { withPins, type Free } from '../../align/index.ts'
import { streamSpans } from '../../align/streams.ts'
import { checkBook, type CheckedOnce } from '../../check/translation/index.ts'
import { decidedBook, pinsOf } from '../../decisions/decided.ts'
import { match, type Matched } from '../../decisions/match.ts'
import type { Alignment } from '../../model/alignment.ts'
import type { Book } from '../../model/book.ts'
import type { DecidedBook, Decisions } from '../../model/decisions.ts'
import type { Finding } from '../../model/finding.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import { segmentsOf, type Manuscript, type Segment } from '../../model/manuscript.ts'
import type { ReadSide } from '../../readers/index.ts'
import { imprintOf } from '../../views/imprint.ts'
import { chaptersOfSegments } from './rows.ts'

/** What was read of the manuscripts, and the alignment without anybody's decisions: what changes only when a text does. */
export interface ReadTexts {
  readonly book: Book
  readonly read: Bilingual<ReadSide>
  readonly title: Bilingual<string>
  readonly manuscripts: Bilingual<Manuscript>
  readonly segments: Bilingual<readonly Segment[]>
  /** Each file's text as decoded, by its name. */
  readonly texts: Bilingual<ReadonlyMap<string, string>>
  readonly chapterOf: Bilingual<readonly number[]>
  readonly free: Free
}

export interface Standing extends ReadTexts {
  readonly decisions: Decisions
  /** Where each decision is now. */
  readonly matched: Matched
  readonly decided: DecidedBook
  readonly alignment: Alignment
}

export function readTexts(book: Book, read: Bilingual<ReadSide>, free: Free): ReadTexts {
  const manuscripts = bilingual((language) => read[language].manuscript)
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  return {
    book, read, manuscripts, segments, free,
    title: imprintOf(book, manuscripts).title,
    texts: bilingual((language) => new Map(read[language].source.map(({ file, text }) => [file, text]))),
    chapterOf: bilingual((language) => chaptersOfSegments(manuscripts[language], segments[language])),
  }
}

/** `matched` where it is known already where each decision stands. */
export function standing(texts: ReadTexts, decisions: Decisions, matched: Matched = match(decisions.beads, texts.segments, streamSpans(texts.free.streams))): Standing {
  const { alignment } = withPins(texts.free, pinsOf(decisions, matched))
  return { ...texts, decisions, matched, alignment, decided: decidedBook(decisions, matched, alignment) }
}

/** Findings by bead. */
export type Found = ReadonlyMap<number, readonly Finding[]>

export interface CheckedStanding {
  readonly found: Found
  readonly norms: CheckedOnce['norms']
}

export function checked(standing: Standing): CheckedStanding {
  const { findings, norms } = checkBook(standing, standing.decisions.accepted)
  return { found: byBead(findings), norms }
}

export function byBead(findings: readonly Finding[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const finding of findings) {
    const list = found.get(finding.bead)
    if (list) list.push(finding)
    else found.set(finding.bead, [finding])
  }
  return found
}
