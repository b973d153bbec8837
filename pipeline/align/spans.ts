/** Where chapters lie among the segments of their part. */

import type { Bead, Span } from '../model/alignment.ts'
import type { Bilingual, Language } from '../model/language.ts'
import type { Chapter, Manuscript, Segment } from '../model/manuscript.ts'

/** A pair of files: its running text, and the beads that the program finds in it. */
export interface PartText {
  readonly part: number
  readonly segments: Bilingual<readonly Segment[]>
  readonly chapters: Bilingual<readonly ChapterSpan[]>
  readonly beads: readonly Bead[]
}

/** What one language alone has, such as a chapter that is not yet translated: nobody has paired it with anything. */
export const isOneSided = ({ segments: { en, ar } }: PartText): boolean => en.length === 0 || ar.length === 0

/** Where a chapter's running text lies among the segments of its part. */
export interface ChapterSpan extends Span {
  readonly chapter: Chapter
}

export function chapterSpans(manuscript: Manuscript, part: number): ChapterSpan[] {
  let to = 0
  return manuscript.chapters.filter((chapter) => chapter.part === part).map((chapter) => {
    const from = to
    to += chapter.blocks.reduce((sum, { segments }) => sum + segments.length, 0)
    return { chapter, from, to }
  })
}

/** A chapter that the program leaves alone, wholly or in a good part. */
export interface LoneChapter extends ChapterSpan {
  /** How surely its segments are paired where it stands, 0 to 1. */
  readonly paired: number
  readonly language: Language
  readonly part: number
  readonly segments: readonly Segment[]
}

/** Finds the beads of any two lists of segments. */
export type Aligner = (segments: Bilingual<readonly Segment[]>) => readonly Bead[]
