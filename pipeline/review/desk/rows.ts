/** The rows of the desk: one for each bead, with its texts, what was decided and what was found. */

import type { Bead } from '../../model/alignment.ts'
import type { Row, RowSegment } from '../../model/desk.ts'
import type { Finding } from '../../model/finding.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../model/language.ts'
import type { Manuscript, Segment } from '../../model/manuscript.ts'
import { shownSource } from './source.ts'
import type { Standing } from './standing.ts'

/** `bead` is an index into the alignment. */
export function rowOf(standing: Standing, bead: number, findings: readonly Finding[]): Row {
  const spans = standing.alignment.beads[bead] as Bead
  const decided = standing.decided.beads.get(bead)
  const chapter = languages.flatMap((language) => {
    const own = standing.chapterOf[language][spans[language].from]
    return spans[language].to > spans[language].from && own !== undefined ? [[language, own] as const] : []
  })
  return {
    ...bilingual((language) => standing.segments[language].slice(spans[language].from, spans[language].to)
      .map((segment, index) => rowSegment(standing, language, segment, spans[language].from + index))),
    score: spans.score,
    decidedBy: decided?.status === undefined || decided.status === 'again' ? 'machine' : 'person',
    status: decided?.status,
    before: decided?.before,
    comments: decided?.comments ?? [],
    history: decided?.history ?? [],
    findings,
    chapter: Object.fromEntries(chapter),
  }
}

function rowSegment({ texts }: Standing, language: Language, segment: Segment, index: number): RowSegment {
  const { text, kind, place: { file, line } } = segment
  const source = shownSource(texts[language].get(file), segment)
  return { segment: index, text, ...(source !== text && { source }), kind, place: { file, line } }
}

/** Titles as the desk lists them; a chapter without one is named by its first words. */
export const chapterTitles = (manuscripts: Bilingual<Manuscript>): Bilingual<readonly string[]> => bilingual((language) =>
  manuscripts[language].chapters.map(({ title, blocks }) => title ?? clipped(blocks.find(({ segments }) => segments.length > 0)?.segments[0]?.text ?? '')))

const clipped = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trimEnd()}…` : text)
