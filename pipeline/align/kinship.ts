/** Whether two texts have anything to do with each other, judged by how sure their alignment is. */

import { lengthOf, type Bead } from '../model/alignment.ts'
import type { Bilingual } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'

export interface Kinship {
  /** Segments of both sides. */
  readonly segments: number
  /** Of these, how many are expected to be paired as they should: each counted by the probability of its bead. */
  readonly paired: number
}

export function kinshipOf({ en, ar }: Bilingual<readonly Segment[]>, beads: readonly Bead[]): Kinship {
  const joined = beads.filter((bead) => lengthOf(bead.en) > 0 && lengthOf(bead.ar) > 0)
  return {
    segments: en.length + ar.length,
    paired: joined.reduce((sum, bead) => sum + bead.score * (lengthOf(bead.en) + lengthOf(bead.ar)), 0),
  }
}

/**
 * Texts of fewer segments than this are not judged; of those with more, all translations that we measured had four in ten
 * segments or more surely paired, and no two texts from different books as many as one in ten.
 */
const fewest = 16
const leastShare = 0.15

export const isRelated = ({ segments, paired }: Kinship): boolean => segments < fewest || paired >= leastShare * segments

export function unrelatedMessage({ en, ar }: Bilingual<readonly Segment[]>, { segments, paired }: Kinship): Message {
  return {
    rule: 'align/unrelated', severity: 'error',
    ...(en[0] && { place: en[0].place }),
    ...(ar[0] && { counterpart: ar[0].place }),
    values: { en: en[0]?.place.file ?? '', ar: ar[0]?.place.file ?? '', segments, paired: Math.round(paired) },
  }
}
