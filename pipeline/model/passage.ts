/** The smallest runs of beads that begin and end between blocks on both sides. */

import type { Bilingual } from './language.ts'
import type { Span } from './alignment.ts'

/** Spans index `blocksOf` on each side (running text only); a side may be empty, never both. */
export type Passage = Bilingual<Span>
