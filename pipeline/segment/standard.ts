/** Sentence ends as the Unicode standard sets them. */

import { bilingual, type Language } from '../model/language.ts'

const segmenters = bilingual((language) => new Intl.Segmenter(language, { granularity: 'sentence' }))

/**
 * The segmenter's steps each cost as much as the text is long, so it sees a window at a time. An end this near to
 * the window's is not believed: what follows may still take it back. Both in UTF-16 code units, chosen by timing.
 */
const windowLength = 2048
const margin = 256

/** Ascending, the last one the text's length; linear in the text. */
export function standardEnds(text: string, language: Language): number[] {
  const ends: number[] = []
  let from = 0
  let length = windowLength
  while (from < text.length) {
    const to = Math.min(text.length, from + length)
    const found = endsWithin(text.slice(from, to), language, to === text.length ? length : length - margin)
    for (const end of found) ends.push(from + end)
    length = found.length === 0 ? length * 2 : windowLength
    from += found.at(-1) ?? 0
  }
  return ends
}

function endsWithin(text: string, language: Language, limit: number): number[] {
  const ends: number[] = []
  for (const { index, segment } of segmenters[language].segment(text)) {
    const end = index + segment.length
    if (end > limit) break
    ends.push(end)
  }
  return ends
}
