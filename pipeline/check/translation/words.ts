/** Words of a segment with their places. */

import { folded, stemOf } from '../../align/stem.ts'
import type { Language } from '../../model/language.ts'
import { keptByText } from './memo.ts'

export interface Word {
  /** As written. */
  readonly text: string
  /** Without case, accents and tashkil; forms of alef, ya and hamza are one. */
  readonly folded: string
  /** Half-open, in code units of the segment's text. */
  readonly from: number
  readonly to: number
}

const english = keptByText((text) => wordsWith(text, /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)*/gu, 'en'))
const arabic = keptByText((text) => wordsWith(text, /[\u0621-\u064A\u066E-\u06D3\p{M}]+/gu, 'ar'))

/** Words in the script of the language; those in another script and numbers are none. */
export const wordsIn = (text: string, language: Language): readonly Word[] => (language === 'en' ? english(text) : arabic(text))

function wordsWith(text: string, pattern: RegExp, language: Language): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({ text: word, folded: folded(word, language), from: index, to: index + word.length }))
}

const stems = new Map<string, string>()

/** The aligner's stem; a book has far fewer words than running words. */
export function stemIn({ folded: word }: Word, language: Language): string {
  const key = `${language}${word}`
  const known = stems.get(key)
  if (known !== undefined) return known
  if (stems.size > 200_000) stems.clear()
  const stem = stemOf(word, language)
  stems.set(key, stem)
  return stem
}
