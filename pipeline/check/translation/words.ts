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
  /** What is known of it wherever it stands. */
  readonly entry: Entry
}

/** One of each folded word, on which what was once worked out of it is kept; see `factOf`. */
interface Entry {
  readonly folded: string
  /** By the number of the question; `undefined` is one that nobody has asked. */
  readonly facts: unknown[]
}

/** Stands for a fact that is undefined. */
const none = Symbol('none')
let questions = 0

/** Asks a question of folded words, of each word once in a book: to look at its entry costs less than a look into a map of all words. */
export function factOf<Fact>(read: (folded: string) => Fact): (word: Word) => Fact {
  const question = questions++
  return ({ entry: { folded: word, facts } }) => {
    const known = facts[question]
    if (known !== undefined) return (known === none ? undefined : known) as Fact // Only this question writes here.
    const fact = read(word)
    facts[question] = fact === undefined ? none : fact
    return fact
  }
}

const english = kept((text) => wordsWith(text, /[\p{Script=Latin}\p{M}]+(?:['’][\p{Script=Latin}]+)*/gu, 'en'))
const arabic = kept((text) => wordsWith(text, /[\u0621-\u064A\u066E-\u06D3\p{M}]+/gu, 'ar'))

/** Words in the script of the language; those in another script and numbers are none. */
export const wordsIn = (text: string, language: Language): readonly Word[] => (language === 'en' ? english(text) : arabic(text))

const entryOf = kept((word): Entry => ({ folded: word, facts: [] }))
/** Words of these letters alone are folded soon: most are. */
const plain = { en: /^[A-Za-z]+$/, ar: /^[ءابة-غفقكلمنهوي]+$/ }
const quicklyFolded = (word: string, language: Language): string => (plain[language].test(word) ? word.toLowerCase() : folded(word, language))
const entries = { en: kept((word) => entryOf(quicklyFolded(word, 'en'))), ar: kept((word) => entryOf(quicklyFolded(word, 'ar'))) }

/** The loop that every rule waits for: `matchAll` takes twice as long. */
function wordsWith(text: string, pattern: RegExp, language: Language): Word[] {
  const words: Word[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const entry = entries[language](match[0])
    words.push({ text: match[0], folded: entry.folded, from: match.index, to: pattern.lastIndex, entry })
  }
  return words
}

const stems = { en: factOf((word) => stemOf(word, 'en')), ar: factOf((word) => stemOf(word, 'ar')) }

/** The aligner's stem. */
export const stemIn = (word: Word, language: Language): string => stems[language](word)
