/** What a person sees and does at the translator's desk: rows, edits of them, and the version that each edit saw. */

import type { Span } from './alignment.ts'
import type { Comment, Event, Status } from './decisions.ts'
import type { Finding } from './finding.ts'
import type { Bilingual, Language } from './language.ts'
import type { SegmentKind } from './manuscript.ts'
import type { Place } from './message.ts'

/** Beads are counted as rows are, segments as in `segmentsOf`, both in the version that the edit names. */
export type Edit =
  /** Consecutive beads become one. */
  | { readonly kind: 'merge'; readonly beads: Span }
  /** A bead becomes two: the first holds this many of its segments on each side. */
  | { readonly kind: 'split'; readonly bead: number; readonly at: Bilingual<number> }
  /** Inside a sentence: one segment becomes two, at a UTF-16 offset into its text; the bead is not split by it. */
  | { readonly kind: 'cut'; readonly language: Language; readonly segment: number; readonly at: number }
  /** A segment and the next one of its paragraph become one. */
  | { readonly kind: 'join'; readonly language: Language; readonly segment: number }
  /** The end of one side moves: the bead takes the first segment of the next (`1`) or gives it its last (`-1`). */
  | { readonly kind: 'shift'; readonly bead: number; readonly language: Language; readonly by: 1 | -1 }
  /** These segments become one bead; what is left of the beads around is aligned anew. */
  | { readonly kind: 'link'; readonly en: Span; readonly ar: Span }
  | { readonly kind: 'confirm'; readonly beads: Span }
  | { readonly kind: 'omission'; readonly bead: number }
  /** The machine may decide again. */
  | { readonly kind: 'reopen'; readonly bead: number }
  | { readonly kind: 'comment'; readonly bead: number; readonly text: string }
  /** The words of a segment, in its manuscript; markup is the manuscript's own. */
  | { readonly kind: 'text'; readonly language: Language; readonly segment: number; readonly text: string }
  | { readonly kind: 'accept'; readonly bead: number; readonly rule: string; readonly reason: string }
  | { readonly kind: 'unaccept'; readonly bead: number; readonly rule: string }

export interface RowSegment {
  /** Index into `segmentsOf`. */
  readonly segment: number
  readonly text: string
  /** The same as it stands in the manuscript, with its markup: what an edit of words changes. Undefined where it is `text`, for a book is sent whole. */
  readonly source?: string
  readonly kind: SegmentKind
  readonly place: Pick<Place, 'file' | 'line'>
}

/** A segment as it stands in the manuscript. */
export const sourceOf = ({ text, source = text }: RowSegment): string => source

/** One bead as the desk shows it. */
export interface Row extends Bilingual<readonly RowSegment[]> {
  readonly score: number
  readonly decidedBy: 'machine' | 'person'
  readonly status: Status | undefined
  /** The texts as they were decided on, where a text has changed since. */
  readonly before: Bilingual<readonly string[]> | undefined
  readonly comments: readonly Comment[]
  readonly history: readonly Event[]
  readonly findings: readonly Finding[]
  /** Index into the chapters of each side; undefined where the side is empty. */
  readonly chapter: Partial<Bilingual<number>>
}

/** A book on the desk. `version` changes with each edit, and whenever a file of it has changed on the disk. */
export interface DeskState {
  readonly version: string
  readonly title: Bilingual<string>
  readonly chapters: Bilingual<readonly string[]>
  readonly rows: readonly Row[]
  /** Decisions whose texts stand nowhere any more: shown, never dropped. */
  readonly lost: readonly { readonly texts: Bilingual<readonly string[]>; readonly comments: readonly Comment[]; readonly history: readonly Event[] }[]
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Whether the findings are those of this version; else the rules that see the whole book are still to be asked. */
  readonly isChecked: boolean
}

/** Rows `from` to `to` of the version that was seen give way to `rows`; indices of segments after them are counted anew by `renumber`. */
export interface Patch {
  readonly version: string
  readonly from: number
  readonly to: number
  readonly rows: readonly Row[]
  /** Added to `segment` of every row after `rows`, and of the marks of their findings. */
  readonly renumber: Bilingual<number>
  readonly lost: DeskState['lost']
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly isChecked: boolean
}

/** The findings of this version have all been sought: rows on which there are others than were told. */
export interface Checked {
  readonly version: string
  readonly rows: readonly { readonly row: number; readonly findings: readonly Finding[] }[]
}

/** Stale: the edit named a version that is no longer the book's, and nothing was changed; the state as it is now stands beside it. */
export type Answer =
  | { readonly kind: 'done'; readonly patch: Patch }
  | { readonly kind: 'stale'; readonly state: DeskState }
  /** The edit makes no sense there, such as a cut at the end of a sentence, or a text that the manuscript could not carry. */
  | { readonly kind: 'refused'; readonly rule: string; readonly values?: Readonly<Record<string, string | number>> }

export interface Desk {
  state(): Promise<DeskState>
  /** Whole at once: all files are written, or none. `by` is the person's name. */
  apply(edit: Edit, version: string, by: string): Promise<Answer>
  undo(version: string): Promise<Answer>
  redo(version: string): Promise<Answer>
  /** Calls `listener` each time that the whole book has been checked again after edits. Returns what ends it. */
  follow(listener: (checked: Checked) => void): () => void
}
