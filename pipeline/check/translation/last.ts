/** The last sentences of a bead, whose ends two rules compare. */

import type { Mark } from '../../model/finding.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import { markOf, type BeadReading, type SegmentReading } from './reading.ts'

export interface Ends {
  readonly last: Bilingual<SegmentReading>
  /** The last word of each side. */
  readonly marks: readonly Mark[]
  /** The last mark as it is written, or a dash. */
  readonly signs: Bilingual<string>
}

/** Undefined where a side is empty, is code, or is another kind of text, such as a heading of a sentence. */
export function endsOf(bead: BeadReading): Ends | undefined {
  const [en, ar] = [bead.en.at(-1), bead.ar.at(-1)]
  if (!en || !ar || en.segment.kind !== ar.segment.kind || en.segment.kind === 'code') return undefined
  const last = { en, ar }
  return { last, marks: [lastWord(en), lastWord(ar)], signs: bilingual((language) => signOf(last[language])) }
}

const lastWord = (reading: SegmentReading): Mark => markOf(reading, { from: reading.segment.text.search(/\S+$/), to: reading.segment.text.length })

const signOf = ({ segment: { text } }: SegmentReading): string => /[^\p{L}\p{N}\p{M}\s]+$/u.exec(text)?.[0] ?? '—'
