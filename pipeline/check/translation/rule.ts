/** What a rule of the translation is, and what it tells. */

import type { Mark } from '../../model/finding.ts'
import type { Severity } from '../../model/message.ts'
import type { BeadReading, BookReading } from './reading.ts'
import type { Steps } from './steps.ts'

/** What a rule saw in one bead. */
export interface Told {
  readonly marks: readonly Mark[]
  /** Words of the texts, or numbers, that the wording is filled with. */
  readonly values?: Readonly<Record<string, string | number>>
  /** The kind of the fault, where it may run through the book and is then told once; see `habits.ts`. */
  readonly habit?: string
}

/** The same with the bead in which it is shown, an index into `Alignment.beads`. */
export interface Seen extends Told {
  readonly bead: number
}

interface Named {
  /** Also the key of its wording in `locales/<language>/checks.json`, and the folder of its example. */
  readonly name: string
  /** An error is wrong whoever looks at it, a warning asks for a look, a note tells what may well be meant. */
  readonly severity: Severity
}

/** A rule that sees one bead and what is usual in the book: it can be asked again for a bead that was edited. */
export interface BeadRule extends Named {
  readonly sees: 'bead'
  readonly check: (bead: BeadReading, book: BookReading) => readonly Told[]
}

/** A rule that needs the whole book, such as one that compares sentences that stand apart. */
export interface BookRule extends Named {
  readonly sees: 'book'
  /** In steps where it takes longer than a person at a desk should wait, some tens of milliseconds in a book of 10,000 beads. */
  readonly check: (book: BookReading) => readonly Seen[] | Steps<readonly Seen[]>
}

export type Rule = BeadRule | BookRule
