/** Chapters beside their counterparts, and how much of each is covered by beads that can be relied on. */

import { lengthOf, type Bead } from '../../model/alignment.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../../model/language.ts'
import type { Chapter, Manuscript, Segment } from '../../model/manuscript.ts'
import type { Message } from '../../model/message.ts'
import { states, type Coverage, type ReportedBead, type ReportedChapter, type ReportedChapterSide } from './report.ts'
import { countOfWords } from './summary.ts'

/** A row of the table before anything is counted: indices into the chapters of each side, of which one may be missing. */
export type ChapterRow = Partial<Bilingual<number>>

export interface ChapterRows {
  readonly rows: readonly ChapterRow[]
  /** For each bead, the row that it belongs to: that of the side which has text, the original's first. */
  readonly ofBead: readonly number[]
}

/**
 * Chapters in the order of their first beads. A chapter's counterpart is the one with which it shares the most segments, if that is so
 * from both sides. Linear in the beads.
 */
export function chapterRows(beads: readonly Bead[], manuscripts: Bilingual<Manuscript>, segments: Bilingual<readonly Segment[]>, original: Language): ChapterRows {
  const homes = bilingual((language) => homesOf(manuscripts[language], segments[language]))
  const best = bilingual((language) => bestPartners(beads, homes, language))
  const rows = pairedRows(bilingual((language) => manuscripts[language].chapters.length), best, original)
  const rowOf = bilingual((language) => new Map(rows.flatMap((row) => (row[language] === undefined ? [] : [[row[language], row] as const]))))
  const ofBead = beads.map((bead) => {
    const side = lengthOf(bead[original]) > 0 ? original : counterpartOf(original)
    return rowOf[side].get(homes[side][bead[side].from] ?? 0)
  })
  // What has no bead, such as a chapter of pictures alone, stands last.
  const ordered = [...new Set([...ofBead.flatMap((row) => row ?? []), ...rows])]
  const place = new Map(ordered.map((row, index) => [row, index]))
  return { rows: ordered, ofBead: ofBead.map((row) => (row && place.get(row)) ?? 0) }
}

/** For each segment, the index of its chapter. */
function homesOf({ chapters }: Manuscript, segments: readonly Segment[]): number[] {
  const home = new Map(chapters.flatMap((chapter, index) => segmentsIn(chapter).map(({ id }) => [id, index] as const)))
  return segments.map(({ id }) => home.get(id) ?? 0)
}

const segmentsIn = ({ blocks, notes }: Chapter): Segment[] => [...blocks, ...notes].flatMap(({ segments }) => segments)

/** For each chapter of a side, the other's with which its beads have the most of its segments in common. */
function bestPartners(beads: readonly Bead[], homes: Bilingual<readonly number[]>, language: Language): Map<number, number> {
  const other = counterpartOf(language)
  const shared = new Map<number, Map<number, number>>()
  for (const bead of beads) {
    if (lengthOf(bead.en) === 0 || lengthOf(bead.ar) === 0) continue
    const [own = 0, theirs = 0] = [homes[language][bead[language].from], homes[other][bead[other].from]]
    const counts = shared.get(own) ?? new Map<number, number>()
    shared.set(own, counts.set(theirs, (counts.get(theirs) ?? 0) + lengthOf(bead[language])))
  }
  return new Map([...shared].flatMap(([own, counts]) => {
    const [first] = [...counts].sort(([, one], [, two]) => two - one)
    return first ? [[own, first[0]] as const] : []
  }))
}

/** The original's chapters, each with its counterpart where it has one, then those of the translation that are nobody's. */
function pairedRows(counts: Bilingual<number>, best: Bilingual<ReadonlyMap<number, number>>, original: Language): ChapterRow[] {
  const translation = counterpartOf(original)
  const rows: ChapterRow[] = Array.from({ length: counts[original] }, (_, own) => {
    const partner = best[original].get(own)
    const isMutual = partner !== undefined && best[translation].get(partner) === own
    return isMutual ? { [original]: own, [translation]: partner } : { [original]: own }
  })
  const taken = new Set(rows.flatMap((row) => row[translation] ?? []))
  const alone = Array.from({ length: counts[translation] }, (_, own) => own).filter((own) => !taken.has(own))
  return [...rows, ...alone.map((own): ChapterRow => ({ [translation]: own }))]
}

/** `beads` as reported; `messages` tell which chapters stand elsewhere. */
export function reportedChapters({ rows, ofBead }: ChapterRows, beads: readonly ReportedBead[], manuscripts: Bilingual<Manuscript>, messages: readonly Message[]): ReportedChapter[] {
  const counts = bilingual((language) => coverages(beads, manuscripts[language], language))
  const elsewhere = movedTo(manuscripts, messages)
  const first = new Map<number, number>()
  ofBead.forEach((row, index) => { if (!first.has(row)) first.set(row, index + 1) })
  const side = (language: Language, index: number): ReportedChapterSide | undefined => {
    const chapter = manuscripts[language].chapters[index]
    const count = counts[language][index]
    return chapter && count && sideOf(chapter, count, elsewhere.get(chapter.id))
  }
  return rows.map((row, index) => ({
    bead: first.get(index) ?? 1,
    ...Object.fromEntries(languages.flatMap((language) => (row[language] === undefined ? [] : [[language, side(language, row[language])]]))),
  }))
}

function sideOf(chapter: Chapter, { segments, words }: Counted, elsewhere: string | undefined): ReportedChapterSide {
  return {
    id: chapter.id, ...(chapter.title !== undefined && { title: chapter.title }), file: chapter.blocks[0]?.place.file ?? '',
    segments, words, ...(elsewhere !== undefined && { elsewhere }),
  }
}

interface Counted {
  readonly segments: Coverage
  readonly words: Coverage
}

const noCoverage = () => Object.fromEntries(states.map((state) => [state, 0])) as Record<keyof Coverage, number>

function coverages(beads: readonly ReportedBead[], { chapters }: Manuscript, language: Language): Counted[] {
  const counted = chapters.map(() => ({ segments: noCoverage(), words: noCoverage() }))
  const home = new Map(chapters.flatMap((chapter, index) => segmentsIn(chapter).map(({ id }) => [id, index] as const)))
  for (const bead of beads) {
    for (const { id, text } of bead[language]) {
      const own = counted[home.get(id) ?? 0]
      if (!own) continue
      own.segments[bead.state]++
      own.words[bead.state] += countOfWords(text)
    }
  }
  return counted
}

/** Ids of chapters by those of their counterparts, as the alignment found them in other places. */
function movedTo(manuscripts: Bilingual<Manuscript>, messages: readonly Message[]): Map<string, string> {
  const at = new Map(languages.flatMap((language) => manuscripts[language].chapters.map((chapter) => [keyOf(segmentsIn(chapter)[0]?.place), chapter.id] as const)))
  return new Map(messages.flatMap(({ rule, place, counterpart }) => {
    const [en, ar] = [at.get(keyOf(place)), at.get(keyOf(counterpart))]
    return (rule === 'align/moved-chapter' || rule === 'align/moved-part') && en && ar ? [[en, ar], [ar, en]] as const : []
  }))
}

const keyOf = (place: Message['place']): string => (place ? `${place.file}:${place.line}:${place.column}` : '')
