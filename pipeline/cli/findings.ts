/** Findings as messages: with their places in the manuscripts. */

import type { Finding } from '../model/finding.ts'
import { counterpartOf, type Bilingual, type Language } from '../model/language.ts'
import { segmentsOf, type Manuscript, type Segment } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'
import type { AlignedBook } from '../views/index.ts'

const known = new WeakMap<Manuscript, readonly Segment[]>()

function segmentsIn(manuscript: Manuscript): readonly Segment[] {
  const segments = known.get(manuscript) ?? segmentsOf(manuscript)
  known.set(manuscript, segments)
  return segments
}

/** The place is that of the sentence with the first marked words, the other that of what stands for it. */
export function messageOf(finding: Finding, aligned: Pick<AlignedBook, 'book' | 'manuscripts' | 'alignment'>): Message {
  const { rule, severity, values, marks } = finding
  const language = marks[0]?.language ?? aligned.book.original
  const place = placeIn(finding, language, aligned) ?? placeIn(finding, counterpartOf(language), aligned)
  const counterpart = placeIn(finding, counterpartOf(language), aligned)
  return { rule: `checks/${rule}`, severity, language, ...(place && { place }), ...(counterpart && counterpart !== place && { counterpart }), ...(values && { values }) }
}

function placeIn({ marks, bead }: Finding, language: Language, { manuscripts, alignment }: { manuscripts: Bilingual<Manuscript>; alignment: AlignedBook['alignment'] }): Place | undefined {
  const segments = segmentsIn(manuscripts[language])
  const marked = marks.find((mark) => mark.language === language)
  if (marked) return segments[marked.segment]?.place
  const span = alignment.beads[bead]?.[language]
  return span && span.to > span.from ? segments[span.from]?.place : undefined
}
