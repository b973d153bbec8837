/** A book aligned as people have decided. */

import { withPins, type Free } from '../align/index.ts'
import { streamSpans } from '../align/streams.ts'
import type { Alignment, Pin } from '../model/alignment.ts'
import type { DecidedBook, Decisions } from '../model/decisions.ts'
import { bilingual, type Bilingual } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'
import { changeMessages, decidedBook, pinsOf } from './decided.ts'
import { match } from './match.ts'

export interface AlignedAsDecided {
  readonly alignment: Alignment
  readonly decisions: DecidedBook
  readonly messages: readonly Message[]
}

/** `placeOf` says where a decision stands in its file; `pins` come before all decisions. */
export function alignedAsDecided(
  free: Free, manuscripts: Bilingual<Manuscript>, decisions: Decisions, placeOf: (decision: number) => Place, pins: readonly Pin[] = [],
): AlignedAsDecided {
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const matched = match(decisions.beads, segments, streamSpans(free.streams))
  const { alignment, messages } = withPins(free, [...pins, ...pinsOf(decisions, matched)])
  return { alignment, decisions: decidedBook(decisions, matched, alignment), messages: [...messages, ...changeMessages(decisions, matched, segments, placeOf)] }
}
