/** What a check found between the two texts: a rule, a bead, the words concerned, and whether somebody has accepted it. */

import type { Bilingual, Language } from './language.ts'
import type { Severity } from './message.ts'

/** Words inside a segment: half-open, in UTF-16 code units of `Segment.text`. */
export interface Mark {
  readonly language: Language
  /** Index into `segmentsOf`. */
  readonly segment: number
  readonly from: number
  readonly to: number
}

/** Somebody's word that a finding is as it should be; kept with the book's decisions. */
export interface Acceptance {
  readonly rule: string
  /** Texts of the bead's segments as they stood; the acceptance holds as long as they stand. */
  readonly texts: Bilingual<readonly string[]>
  readonly reason: string
  readonly by: string
  /** `YYYY-MM-DD`. */
  readonly on: string
}

export interface Finding {
  /** Name of the rule, such as `numbers-differ`; its wording is under this key in `locales/<language>/checks.json`. */
  readonly rule: string
  readonly severity: Severity
  /** Index into `Alignment.beads`: where the finding is shown. */
  readonly bead: number
  /** The words concerned, on either side; may be empty where the whole bead is. */
  readonly marks: readonly Mark[]
  /** What the wording is filled with. */
  readonly values?: Readonly<Record<string, string | number>>
  readonly accepted?: Acceptance
  /** True where it stands for all faults of its kind, which run through the book; `values.count` says how many. */
  readonly isHabit?: true
  /** The other places of a habit, in the order of beads. */
  readonly others?: readonly Elsewhere[]
}

/** Another bead in which the same fault is. */
export interface Elsewhere {
  readonly bead: number
  readonly marks: readonly Mark[]
}
