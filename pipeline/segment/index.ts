/** Sentences of running text, per language. */

import type { Language } from '../model/language.ts'

/**
 * Ends of the sentences of `text`, ascending, the last one its length; white space belongs to the sentence before.
 * Slices between consecutive ends, joined, are the text. Empty for empty text. Linear in the text.
 */
export function sentenceEnds(text: string, language: Language): readonly number[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length)
}
