/**
 * Sentences of running text: the standard finds their ends, in a shadow of the text.
 *
 * The shadow is as long as the bare text. Stops that end nothing are veiled in it, and what the standard does not know
 * for an end is shown to it as one. So each rule changes a few characters of the shadow, and none changes the text.
 */

import type { Language } from '../model/language.ts'
import { bareOf, wholeEnd } from './bare.ts'
import { shadowOf } from './shadow.ts'
import { standardEnds } from './standard.ts'

/**
 * Ends of the sentences of `text`, ascending, the last one its length; white space belongs to the sentence before.
 * Slices between consecutive ends, joined, are the text. Empty for empty text. Linear in the text.
 *
 * A line feed alone is white space; an empty line, U+2028 and U+2029 end a sentence. Both scripts' rules hold in either
 * language, since either is quoted in the other; `language` is that of the text.
 */
export function sentenceEnds(text: string, language: Language): readonly number[] {
  if (text === '') return []
  const bare = bareOf(text)
  const ends: number[] = []
  let seen = 0
  let isWorded = false
  for (const end of standardEnds(shadowOf(bare.text), language)) {
    const at = wholeEnd(bare, end, text)
    isWorded ||= hasWord(text.slice(seen, at))
    seen = at
    if (at === text.length || !isWorded) continue
    ends.push(at)
    isWorded = false
  }
  if (ends.length > 0 && !hasWord(text.slice(ends.at(-1)))) ends.pop()
  return [...ends, text.length]
}

/** White space and ornaments are no sentence: they go with the next one, or with the last. */
const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
