/** What people have decided about a book's alignment: kept by the texts concerned, for indices and ids shift with every edit. */

import type { Acceptance } from './finding.ts'
import type { Bilingual, Language } from './language.ts'

/** `omission`: one side says nothing here, on purpose. `again`: a text has changed since it was decided. */
export type Status = 'confirmed' | 'corrected' | 'omission' | 'again'

/** One thing that was done to a bead. */
export interface Event {
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string
  readonly by: string
  readonly what: 'merge' | 'split' | 'shift' | 'link' | 'confirm' | 'omission' | 'reopen' | 'comment' | 'text' | 'import'
}

export interface Comment {
  readonly at: string
  readonly by: string
  readonly text: string
}

/** A bead that somebody has looked at. Unless it is `again`, the aligner keeps it as a pin. */
export interface Decision {
  /** Texts of its segments, exactly as written, in order; empty where the side has nothing. */
  readonly texts: Bilingual<readonly string[]>
  /** Texts of the segments just before and after it on each side, empty at an end: they tell equal sentences apart. */
  readonly around: Bilingual<{ readonly before: string; readonly after: string }>
  /** Undefined where somebody only commented. */
  readonly status: Status | undefined
  readonly comments: readonly Comment[]
  readonly history: readonly Event[]
}

/** A sentence cut in two, or two sentences of one paragraph made one, against the segmenter. */
export interface Cut {
  readonly kind: 'cut' | 'join'
  readonly language: Language
  /** What stands before and after the place, exactly as written, without the white space between. */
  readonly before: string
  readonly after: string
}

export interface Decisions {
  readonly beads: readonly Decision[]
  readonly cuts: readonly Cut[]
  readonly accepted: readonly Acceptance[]
}

export const noDecisions: Decisions = { beads: [], cuts: [], accepted: [] }

/** What has been decided about one bead as it stands now. */
export interface Decided {
  /** `again` where a text has changed since, or where the order of the other decisions leaves this one no place. */
  readonly status: Status | undefined
  /** The texts as they were decided on, where they are not those that stand. */
  readonly before: Bilingual<readonly string[]> | undefined
  readonly comments: readonly Comment[]
  readonly history: readonly Event[]
  /** Indices into `Decisions.beads`: more than one where beads that were decided on have become one. */
  readonly from: readonly number[]
}

/** Decisions found again in the texts as they stand. */
export interface DecidedBook {
  readonly decisions: Decisions
  /** By index into `Alignment.beads`. */
  readonly beads: ReadonlyMap<number, Decided>
  /** Indices into `Decisions.beads` of those whose texts stand nowhere. */
  readonly lost: readonly number[]
}

export const undecided: DecidedBook = { decisions: noDecisions, beads: new Map(), lost: [] }
