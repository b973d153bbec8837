/** The files for translators' tools, by name. */

import { forbiddenIn } from '../../exchange/forbidden.ts'
import { unitsOf, type Exchanged } from '../../exchange/unit.ts'
import type { Artifact } from '../../model/edition.ts'
import type { Message } from '../../model/message.ts'
import type { AlignedBook } from '../../views/index.ts'
import { writeTmx } from '../tmx/index.ts'
import { writeXliff12 } from '../xliff/version-1.ts'
import { writeXliff21 } from '../xliff/version-2.ts'

const formats = {
  'book.tmx': writeTmx,
  'book.xliff12.xlf': writeXliff12,
  'book.xliff21.xlf': writeXliff21,
} as const satisfies Record<string, (exchanged: Exchanged) => Artifact>

export type ExchangeName = keyof typeof formats

export const exchangeNames = Object.keys(formats) as readonly ExchangeName[]

export interface WrittenExchange {
  readonly artifacts: readonly Artifact[]
  /** Characters that the manuscripts hold and these files cannot. */
  readonly messages: readonly Message[]
  /** How many units each file has. */
  readonly units: number
}

/** Linear in the book, for each file. */
export function writeExchange({ book, manuscripts, alignment, decisions }: Pick<AlignedBook, 'book' | 'manuscripts' | 'alignment' | 'decisions'>, names: readonly ExchangeName[]): WrittenExchange {
  if (names.length === 0) return { artifacts: [], messages: [], units: 0 }
  const units = unitsOf(manuscripts, alignment, book.original, (bead) => decisions?.beads.get(bead)?.status)
  const exchanged = { original: book.original, parts: book.parts, units }
  return { artifacts: names.map((name) => formats[name](exchanged)), messages: forbiddenIn(manuscripts), units: units.length }
}
