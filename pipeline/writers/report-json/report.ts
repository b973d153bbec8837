/** The shape of the report, as `report.schema.json` describes it to others. */

import type { Digits } from '../../model/book.ts'
import type { Comment, Event, Status } from '../../model/decisions.ts'
import { counterpartOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Removal, SegmentKind } from '../../model/manuscript.ts'
import type { Message, Place, Severity } from '../../model/message.ts'

export interface ReportedSegment {
  readonly id: string
  readonly text: string
  readonly place: Place
}

/** Words inside a bead: `segment` counts from 0 within its side; half-open, in UTF-16 code units. */
export interface ReportedMark {
  readonly language: Language
  readonly segment: number
  readonly from: number
  readonly to: number
}

type Wording = Bilingual<{ readonly what: string; readonly do: string }>

export interface ReportedFinding {
  readonly rule: string
  readonly severity: Severity
  readonly marks: readonly ReportedMark[]
  readonly values?: Readonly<Record<string, string | number>>
  readonly wording: Wording
  /** `on` is `YYYY-MM-DD`. */
  readonly accepted?: { readonly reason: string; readonly by: string; readonly on: string }
  /** Number, from 1, of the next bead with the same fault, where it runs through the book and is told once. */
  readonly next?: number
}

/** A fault that is told in a bead before, for it runs through the book; `previous` and `next` are numbers of beads, from 1. */
export interface ReportedPlace extends Pick<ReportedFinding, 'rule' | 'severity' | 'marks' | 'next'> {
  readonly previous: number
}

/** How far a bead can be relied on. `intended`: one side says nothing here, and somebody has said that this is as it should be. */
export type State = 'paired' | 'doubtful' | 'alone' | 'intended'

export const states = ['paired', 'doubtful', 'alone', 'intended'] as const satisfies readonly State[]

export interface ReportedBead extends Bilingual<readonly ReportedSegment[]> {
  /** English segments to Arabic segments, `1:2`. */
  readonly type: string
  /** What the bead's first segment stands in, as the original has it where it has it. */
  readonly kind: SegmentKind
  /** Probability, 0 to 1, to three places. */
  readonly score: number
  readonly state: State
  /** Index into `Report.chapters`. */
  readonly chapter: number
  readonly findings?: readonly ReportedFinding[]
  readonly places?: readonly ReportedPlace[]
  readonly status?: Status
  /** The texts that were decided on, where one has changed since. */
  readonly before?: Bilingual<readonly string[]>
  readonly comments?: readonly Comment[]
  readonly history?: readonly Event[]
}

/** How many of a chapter's segments or words are in beads of each state. */
export type Coverage = Readonly<Record<State, number>>

export interface ReportedChapterSide {
  readonly id: string
  /** Absent where the chapter has no heading. */
  readonly title?: string
  readonly file: string
  readonly segments: Coverage
  readonly words: Coverage
  /** The id of its counterpart, where that stands in another place of the order. */
  readonly elsewhere?: string
}

/** A chapter and its counterpart; one that has none, or whose counterpart stands elsewhere, is alone. */
export interface ReportedChapter extends Partial<Bilingual<ReportedChapterSide>> {
  /** Number, from 1, of its first bead. */
  readonly bead: number
}

export interface ReportedMessage extends Message {
  readonly wording: Wording
}

/** What was decided on texts that stand nowhere any more. */
export interface ReportedLoss {
  readonly texts: Bilingual<readonly string[]>
  readonly status?: Status
  readonly comments: readonly Comment[]
}

export interface Report {
  readonly version: 1
  readonly book: { readonly name: string; readonly title: Bilingual<string>; readonly original: Language; readonly digits: Digits }
  readonly summary: {
    readonly segments: Bilingual<number>
    readonly words: Bilingual<number>
    readonly beads: number
    readonly types: Readonly<Record<string, number>>
    /** Beads that only the original has, those meant so apart. */
    readonly omissions: number
    /** Beads that only the translation has, those meant so apart. */
    readonly additions: number
    /** Beads that only one side has, as it should be. */
    readonly intended: number
    readonly doubtful: number
    readonly meanScore: number
    readonly decided: Readonly<Record<Status, number>>
    readonly findings: Readonly<Record<Severity | 'accepted', number>>
  }
  readonly chapters: readonly ReportedChapter[]
  readonly beads: readonly ReportedBead[]
  readonly lost: readonly ReportedLoss[]
  readonly removed: readonly Removal[]
  readonly messages: readonly ReportedMessage[]
  readonly editions: readonly { readonly name: string; readonly words: Partial<Bilingual<number>> }[]
}

export const isOnlyIn = (bead: Bilingual<readonly unknown[]>, language: Language): boolean =>
  bead[counterpartOf(language)].length === 0

/** Errors and warnings ask for a look until somebody accepts them; a note does not. */
export const isOpen = ({ severity, accepted }: ReportedFinding): boolean => severity !== 'note' && !accepted

/** What a translator has yet to look at. */
export const asksForLook = ({ state, findings = [] }: ReportedBead): boolean =>
  state === 'doubtful' || state === 'alone' || findings.some(isOpen)
