/** What a user adds to the aligner's own knowledge. */

import type { GlossaryEntry } from '../model/glossary.ts'

/** Vectors of texts, of one model and so of one length, each of length 1; a text that it lacks has no say. */
export type TextVectors = ReadonlyMap<string, Float32Array>

export interface AlignSettings {
  /** Terms that outweigh the seed lexicon. */
  readonly glossary?: readonly GlossaryEntry[]
  /** Of the segments' texts, by an embedding model; made beforehand, for the program itself is pure. */
  readonly vectors?: TextVectors
}
