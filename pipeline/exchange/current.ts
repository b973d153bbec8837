/** The book as it stands, laid out so that texts from elsewhere can be found in it. */

import type { Alignment, Bead, Span } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import { noteSegments, segmentsOf, textSegments, type Manuscript, type Segment } from '../model/manuscript.ts'
import { indexOf } from './find.ts'
import { exact, folded } from './fold.ts'
import { runsOf } from './inline.ts'
import type { Run } from './run.ts'
import { beadIds } from './unit.ts'

export interface Current {
  readonly segments: Bilingual<readonly Segment[]>
  readonly runs: Bilingual<readonly (readonly Run[])[]>
  readonly beads: readonly Bead[]
  /** Which stream each segment belongs to, `0-text` or `0-notes`; beads never cross from one to another. */
  readonly streams: Bilingual<readonly string[]>
  /** The bead of that name, by index. */
  named(id: string): number | undefined
  /** Runs of sentences that say this: exactly, or, where there are none, but for vowel marks and quotes. */
  find(language: Language, text: string): readonly Span[]
  /** The bead that holds a segment, by index. */
  holding(language: Language, segment: number): number
}

/** Linear in the manuscripts. */
export function currentOf(manuscripts: Bilingual<Manuscript>, { beads }: Alignment): Current {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const streams = bilingual((language) => streamsOf(manuscripts[language]))
  const indices = [exact, folded].map((fold) => bilingual((language) => indexOf(segments[language], streams[language], fold)))
  const ids = new Map(beadIds(beads, segments).map((id, index) => [id, index]))
  const holders = bilingual((language) => beads.flatMap((bead, index) => Array.from({ length: bead[language].to - bead[language].from }, () => index)))
  return {
    segments, streams, beads, runs: bilingual((language) => runsOf(manuscripts[language])),
    named: (id) => ids.get(id),
    find: (language, text) => indices.map((index) => index[language].find(text)).find((spans) => spans.length > 0) ?? [],
    holding: (language, segment) => holders[language][segment] ?? 0,
  }
}

/** In the order of `segmentsOf`. */
function streamsOf(manuscript: Manuscript): string[] {
  const parts = Math.max(0, ...manuscript.chapters.map(({ part }) => part + 1))
  return Array.from({ length: parts }, (_, part) => [
    ...textSegments(manuscript, part).map(() => `${part}-text`), ...noteSegments(manuscript, part).map(() => `${part}-notes`),
  ]).flat()
}

/** What a side says, its sentences parted by spaces. */
export const textOf = ({ segments }: Pick<Current, 'segments'>, language: Language, span: Span): string =>
  segments[language].slice(span.from, span.to).map(({ text }) => text).join(' ')

export const isSameSpan = (one: Span, other: Span): boolean => one.from === other.from && one.to === other.to

export const isSameBead = (one: Bilingual<Span>, other: Bilingual<Span>): boolean =>
  languages.every((language) => isSameSpan(one[language], other[language]))
