/** Sentences as a picture: `One. | Two.` is what a text is cut into. */

import { sentenceEnds } from '../../pipeline/segment/index.ts'
import type { Language } from '../../pipeline/model/language.ts'

export function slices(text: string, language: Language): string[] {
  const ends = sentenceEnds(text, language)
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end))
}

/** The text cut, bars between its sentences. */
export function barred(text: string, language: Language): string {
  return slices(text, language).map((slice) => slice.trim()).join(' | ')
}

/** The text that a picture is of. */
export const unbarred = (picture: string): string => picture.replaceAll(' | ', ' ')
