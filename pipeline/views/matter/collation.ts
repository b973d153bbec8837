/** The order of words in a glossary or an index, in the manner of each language. */

import type { Language } from '../../model/language.ts'

/** What a word is sorted by, letter by letter, and the letter that it stands under; '' for a number. */
export interface Key {
  readonly text: string
  readonly letter: string
}

export const keyOf: Record<Language, (word: string) => Key> = { en: englishKey, ar: arabicKey }

const collators: Record<Language, Intl.Collator> = {
  en: new Intl.Collator('en', { numeric: true }),
  ar: new Intl.Collator('ar', { numeric: true }),
}

/** Negative where `one` stands before `other`; words that differ in nothing that is sorted by keep the order of their marks. */
export const compareKeys = (language: Language, one: Key, other: Key): number =>
  collators[language].compare(one.text, other.text)

/** Articles do not count, nor does the one of Arabic names; signs for ʿayn and hamza are no letters. */
function englishKey(word: string): Key {
  const bare = word.normalize('NFC').replaceAll(/[ʿʾʻʼ‘’]/g, '').replace(/^[^\p{L}\p{N}]+/u, '')
  const text = lettersOf(bare.replace(/^(?:an?|the)\s+/i, '').replace(/^[ae]l-/i, ''))
  const [letter = ''] = text.normalize('NFD')
  return { text, letter: /\p{L}/u.test(letter) ? letter.toUpperCase() : '' }
}

/** Tashkil and tatweel do not count, nor the article before any word; the seats of hamza are one, ة is as ه, ى as ي. */
function arabicKey(word: string): Key {
  const bare = word.normalize('NFC').replaceAll(/[\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g, '')
  const text = lettersOf(bare.split(/[\s-]+/).map(withoutArticle).join(' '))
    .replaceAll(/[أإآٱ]/g, 'ا').replaceAll('ة', 'ه').replaceAll('ى', 'ي').replaceAll('ؤ', 'و').replaceAll('ئ', 'ي')
  const [letter = ''] = text
  return { text, letter: !/\p{L}/u.test(letter) ? '' : letter === 'ه' ? 'هـ' : letter.toUpperCase() }
}

/** Letters and digits alone, so that a space, a hyphen or a capital moves nothing. */
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '').toLowerCase()

/** Words whose first two letters only look like the article; and the name of God, which is sorted under its alif. */
const own = /^(?:الله|التزام|التفات|التفاف|التقاط|التقاء|التهاب|التماس|التباس|التصاق|التحاق|التحام|التجاء|التئام|التواء|التهام|الذي|التي|الذين)(?!\p{L})/u

const withoutArticle = (word: string): string => {
  const start = word.replace(/^[^\p{L}\p{N}]+/u, '')
  return own.test(start) || start.length < 4 ? start : start.replace(/^ال/, '')
}
