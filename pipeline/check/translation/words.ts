/** Words of a segment with their places. */

import { folded, stemOf } from '../../align/stem.ts'
import type { Language } from '../../model/language.ts'
import { kept } from './memo.ts'

export interface Word {
  /** As written. */
  readonly text: string
  /** Without case, accents and tashkil; forms of alef, ya and hamza are one. */
  readonly folded: string
  /** Half-open, in code units of the segment's text. */
  readonly from: number
  readonly to: number
}

const english = kept((text) => wordsWith(text, /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)*/gu, 'en'))
const arabic = kept((text) => wordsWith(text, /[\u0621-\u064A\u066E-\u06D3\p{M}]+/gu, 'ar'))

/** Words in the script of the language; those in another script and numbers are none. */
export const wordsIn = (text: string, language: Language): readonly Word[] => (language === 'en' ? english(text) : arabic(text))

const foldings = { en: kept((word) => folded(word, 'en')), ar: kept((word) => folded(word, 'ar')) }

/** The loop that every rule waits for: `matchAll` takes twice as long. */
function wordsWith(text: string, pattern: RegExp, language: Language): Word[] {
  const words: Word[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    words.push({ text: match[0], folded: foldings[language](match[0]), from: match.index, to: pattern.lastIndex })
  }
  return words
}

const stems = { en: kept((word) => stemOf(word, 'en')), ar: kept((word) => stemOf(word, 'ar')) }

/** The aligner's stem. */
export const stemIn = ({ folded: word }: Word, language: Language): string => stems[language](word)
