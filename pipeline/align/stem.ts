/** Words as the lexicon knows them: normalised and lightly stemmed, alike in training and in use. */

import { stemmer } from 'stemmer'
import type { Language } from '../model/language.ts'

/** Stem of one word of `wordsOf`, lower case; may be empty where nothing but affixes stands. */
export const stemOf = (word: string, language: Language): string => (language === 'en' ? stemmer(word.replace(/['’].*$/, '')) : arabicStem(word))

/** Words of a text, folded: Latin without accents and case, Arabic without tashkil, tatweel, the forms of alef, ya and hamza, and the letters of keyboards for Persian or Urdu. */
export function wordsOf(text: string, language: Language): string[] {
  return folded(text, language).match(language === 'en' ? /[a-z]+(?:['’][a-z]+)?/g : /[\u0621-\u064A]+/g) ?? []
}

/** Text folded as `wordsOf` folds it; its words stand where they stood, but offsets may shift. */
export function folded(text: string, language: Language): string {
  if (language === 'en') return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return text.normalize('NFKC').replaceAll(/[\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا').replaceAll(/[ىیےئ]/g, 'ي').replaceAll('ؤ', 'و').replaceAll('ک', 'ك').replaceAll(/[ہھە]/g, 'ه')
}

export const stemsIn = (text: string, language: Language): string[] =>
  wordsOf(text, language).map((word) => stemOf(word, language)).filter((stem) => stem.length > 1)

const prefixes = /^(?:[وف]?(?:[بك]?ال|لل)|[وف]?س(?=[ينتا])|[وف](?=...)|[بلك](?=....))(?=...)/
const suffixes = /(?<=...)(?:هما|كما|تهم|تها|هم|هن|كم|نا|ها|ات|ون|ين|ان|يه|وا|تم|ه|ة|ت|ي|ا)$/

const arabicStem = (word: string): string => word.replace(prefixes, '').replace(suffixes, '')
