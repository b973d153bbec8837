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
import { bilingual, type Bilingual, type Language } from '../../model/language.ts'
import { chaptersOfSegments, segmentsOf, type Manuscript, type Segment } from '../../model/manuscript.ts'
import type { ReadSide } from '../../readers/index.ts'
import { withLinks } from '../../readers/links.ts'
import { imprintOf } from '../../views/imprint.ts'

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

/** Of `before`, the same book earlier, that side stays which was not read again. */
export function readTexts(book: Book, read: Bilingual<ReadSide>, free: Free, before?: ReadTexts): ReadTexts {
  const manuscripts = withLinks(bilingual((language) => read[language].manuscript))
  const sides = bilingual((language): SideTexts => (before && before.read[language] === read[language] ? sideOf(before, language) : sideTexts(read[language])))
  return {
    book, read, manuscripts, free,
    title: imprintOf(book, manuscripts).title,
    segments: bilingual((language) => sides[language].segments),
    texts: bilingual((language) => sides[language].texts),
    chapterOf: bilingual((language) => sides[language].chapterOf),
  }
}

interface SideTexts {
  readonly segments: readonly Segment[]
  readonly texts: ReadonlyMap<string, string>
  readonly chapterOf: readonly number[]
}

const sideOf = ({ segments, texts, chapterOf }: ReadTexts, language: Language): SideTexts =>
  ({ segments: segments[language], texts: texts[language], chapterOf: chapterOf[language] })

function sideTexts({ manuscript, source }: ReadSide): SideTexts {
  return { segments: segmentsOf(manuscript), texts: new Map(source.map(({ file, text }) => [file, text])), chapterOf: chaptersOfSegments(manuscript) }
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

export const checked = (standing: Standing): CheckedStanding => checkedOf(checkBook(standing, standing.decisions.accepted))

export const checkedOf = ({ findings, norms }: CheckedOnce): CheckedStanding => ({ found: byBead(findings.map(withoutOthers)), norms })

/** Other places of a habit are left out: an edit anywhere would move them, and a window has no use for them. */
const withoutOthers = ({ others: _, ...finding }: Finding): Finding => finding

export function byBead(findings: readonly Finding[]): Map<number, Finding[]> {
  const found = new Map<number, Finding[]>()
  for (const finding of findings) {
    const list = found.get(finding.bead)
    if (list) list.push(finding)
    else found.set(finding.bead, [finding])
  }
  return found
}
