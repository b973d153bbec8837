/** The last sentences of a bead, whose ends two rules compare. */

import { bilingual, type Bilingual } from '../../model/language.ts'
import { markOf, type BeadReading, type SegmentReading } from './reading.ts'
import type { Told } from './rule.ts'

/** Undefined where a side is empty, is code, or is another kind of text, such as a heading beside a sentence. */
export function lastOf(bead: BeadReading): Bilingual<SegmentReading> | undefined {
  const [en, ar] = [bead.en.at(-1), bead.ar.at(-1)]
  return en && ar && en.segment.kind === ar.segment.kind && en.segment.kind !== 'code' ? { en, ar } : undefined
}

/** The last word of each side, and the last mark as it is written, or a dash. */
export function endsTold({ en, ar }: Bilingual<SegmentReading>): Told {
  const signs = bilingual((language) => signOf(language === 'en' ? en : ar))
  return { marks: [en, ar].map((reading) => markOf(reading, { from: reading.segment.text.search(/\S+$/), to: reading.segment.text.length })), values: { ...signs } }
}

const signOf = ({ segment: { text } }: SegmentReading): string => /[^\p{L}\p{N}\p{M}\s]+$/u.exec(text)?.[0] ?? '—'
