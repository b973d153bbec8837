/** What goes out: each bead as a unit with its texts, where it stands, and a name that stays the same while its texts do. */

import { createHash } from 'node:crypto'
import { beadType, lengthOf, type Alignment, type Bead, type Span } from '../model/alignment.ts'
import type { Status } from '../model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import { segmentsOf, type Chapter, type Manuscript, type Segment, type SegmentKind } from '../model/manuscript.ts'
import { runsOf } from './inline.ts'
import { linked } from './link.ts'
import { joinedRuns, type Run } from './run.ts'

export interface Unit extends Bilingual<readonly Run[]> {
  /** A digest of its texts, with a number where the book says the same again. */
  readonly id: string
  readonly kind: SegmentKind
  /** `1:2`. */
  readonly type: string
  readonly score: number
  readonly status: Status | undefined
  /** Index into the book's `parts`. */
  readonly part: number
  /** Titles of the chapter on either side, where it has one; `key` tells chapters, and their notes, apart. */
  readonly chapter: Bilingual<string | undefined> & { readonly key: string; readonly isNotes: boolean }
  /** Equal for neighbours that no end of a paragraph parts on both sides. */
  readonly passage: number
}

export interface Exchanged {
  readonly original: Language
  readonly parts: readonly Partial<Bilingual<string>>[]
  readonly units: readonly Unit[]
}

/** To four places, for what follows differs from machine to machine. */
export const scoreOf = ({ score }: Unit): string => String(Math.round(score * 1e4) / 1e4)

/** Beads as units, in order. `statusOf` says what somebody has decided about a bead, by its index. */
export function unitsOf(
  manuscripts: Bilingual<Manuscript>, alignment: Alignment, original: Language, statusOf: (bead: number) => Status | undefined = () => undefined,
): readonly Unit[] {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const runs = bilingual((language) => runsOf(manuscripts[language]))
  const homes = bilingual((language) => homesOf(manuscripts[language]))
  const ids = beadIds(alignment.beads, segments)
  const passages = passagesOf(alignment.beads, segments)
  return alignment.beads.map((bead, index) => {
    const sides = bilingual((language) => segments[language].slice(bead[language].from, bead[language].to))
    const texts = linked(bilingual((language) => sideRuns(runs[language], bead[language])), original)
    const first = sides[original][0] ?? sides.en[0] ?? sides.ar[0]
    const home = bilingual((language) => homes[language].get(sides[language][0]?.id ?? ''))
    return {
      ...texts, id: ids[index] ?? '', kind: first?.kind ?? 'paragraph', type: beadType(bead), score: bead.score, status: statusOf(index),
      part: (home.en ?? home.ar)?.chapter.part ?? 0, chapter: chapterOf(home, original), passage: passages[index] ?? 0,
    }
  })
}

/** Names of beads: whoever has the same texts computes the same. */
export function beadIds(beads: readonly Bilingual<Span>[], segments: Bilingual<readonly Segment[]>): readonly string[] {
  const seen = new Map<string, number>()
  return beads.map((bead) => {
    const texts = languages.map((language) => segments[language].slice(bead[language].from, bead[language].to).map(({ text }) => text))
    const digest = `tw-${createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 12)}`
    const count = (seen.get(digest) ?? 0) + 1
    seen.set(digest, count)
    return count === 1 ? digest : `${digest}-${count}`
  })
}

/** Whether it was given here, by a bead that stands or stood. */
export const isOwnName = (id: string | undefined): boolean => /^tw-[0-9a-f]{12}(?:-\d+)?$/.test(id ?? '')

/** Runs of a side, a space between its segments; codes are counted through. */
export function sideRuns(runs: readonly (readonly Run[])[], span: Span): readonly Run[] {
  let count = 0
  const joined = runs.slice(span.from, span.to).flatMap((segment, index): Run[] => {
    const before = count
    const moved = segment.map((run): Run => {
      if (run.kind === 'text') return run
      count = Math.max(count, before + Number(run.id))
      return { ...run, id: String(before + Number(run.id)) }
    })
    return index === 0 ? moved : [{ kind: 'text', text: ' ' }, ...moved]
  })
  return joinedRuns(joined)
}

interface Home {
  readonly chapter: Chapter
  readonly isNotes: boolean
}

function homesOf(manuscript: Manuscript): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>()
  for (const chapter of manuscript.chapters) {
    for (const { segments } of chapter.blocks) for (const { id } of segments) homes.set(id, { chapter, isNotes: false })
    for (const { segments } of chapter.notes) for (const { id } of segments) homes.set(id, { chapter, isNotes: true })
  }
  return homes
}

/** The original's chapter says where a bead stands, the other's where the original is silent. */
function chapterOf(home: Bilingual<Home | undefined>, original: Language): Unit['chapter'] {
  const own = home[original] ?? home.en ?? home.ar
  const isNotes = own?.isNotes ?? false
  return { en: home.en?.chapter.title, ar: home.ar?.chapter.title, key: `${own?.chapter.id ?? 'none'}${isNotes ? '-notes' : ''}`, isNotes }
}

/** A passage ends where a paragraph does on both sides; a silent side ends nowhere and hinders nothing. */
function passagesOf(beads: readonly Bead[], segments: Bilingual<readonly Segment[]>): readonly number[] {
  let passage = 0
  return beads.map((bead, index) => {
    const before = beads[index - 1]
    if (before && languages.every((language) => isParted(before, bead, language, segments[language]))) passage++
    return passage
  })
}

function isParted(before: Bilingual<Span>, bead: Bilingual<Span>, language: Language, segments: readonly Segment[]): boolean {
  const at = bead[language].from
  const isSilent = lengthOf(bead[language]) === 0 && lengthOf(before[language]) === 0
  return isSilent || segments[at - 1]?.paragraph !== segments[at]?.paragraph || before[language].to === 0
}
