/** What a text is to the proof: the words and signs of each segment in order, and between them marks of what holds no words. */

import type { Language } from '../model/language.ts'

/** `row` and `cell` say where those of a table begin. */
export type TokenKind = 'words' | 'image' | 'reference' | 'backlink' | 'row' | 'cell'

export interface Token {
  readonly kind: TokenKind
  readonly language: Language
  /** Notes are a stream of their own, for a view may set them at the end of a chapter. */
  readonly isNote: boolean
  /** A note of the translator's; these too are a stream, for they stand after the author's of a chapter or of a page. */
  readonly isTranslators: boolean
  /** Id of the segment whose words they are, or that holds it; empty outside of any. */
  readonly segment: string
  /** Words and signs with a space between each; a picture's alternative text; where a reference or a way back leads, as the id of a segment. */
  readonly text: string
}

export const keyOf = ({ kind, segment, text }: Token): string => `${kind} ${segment} ${text}`
