/** What is aligned with what: each part's running text, and its notes. */

import type { Span } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import { noteSegments, textSegments, type Manuscript, type Segment } from '../model/manuscript.ts'

/** Segments of one part that are aligned with each other, and where they begin among all. */
export interface Stream {
  readonly part: number
  readonly isText: boolean
  readonly segments: Bilingual<readonly Segment[]>
  readonly offset: Bilingual<number>
}

/** The running text and the notes of each part, in the order of `segmentsOf`. */
export function streamsOf(manuscripts: Bilingual<Manuscript>, parts: number): Stream[] {
  const streams: Stream[] = []
  const offset = { en: 0, ar: 0 }
  for (let part = 0; part < parts; part++) {
    for (const stream of [textSegments, noteSegments]) {
      const segments = bilingual((language) => stream(manuscripts[language], part))
      streams.push({ part, isText: stream === textSegments, segments, offset: { ...offset } })
      for (const language of languages) offset[language] += segments[language].length
    }
  }
  return streams
}

/** The same as runs of `segmentsOf`, which no bead leaves. */
export const streamSpans = (streams: readonly Stream[]): Bilingual<Span>[] => streams.map(({ segments, offset }) =>
  bilingual((language) => ({ from: offset[language], to: offset[language] + segments[language].length })))
