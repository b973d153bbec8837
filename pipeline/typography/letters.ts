/** Letters in the place of numbers, for a second series of notes: a b c, أ ب ج in the eastern order of abjad. */

import type { Language } from '../model/language.ts'

/** ه has its tail, for alone it would look like a five. */
const letters: Record<Language, readonly string[]> = {
  en: [...'abcdefghijklmnopqrstuvwxyz'],
  ar: ['أ', 'ب', 'ج', 'د', 'هـ', 'و', 'ز', 'ح', 'ط', 'ي', 'ك', 'ل', 'م', 'ن', 'س', 'ع', 'ف', 'ص', 'ق', 'ر', 'ش', 'ت', 'ث', 'خ', 'ذ', 'ض', 'ظ', 'غ'],
}

/** The letter of `number`, from 1; after the last they are doubled, then trebled: aa, bb. */
export function letterOf(number: number, language: Language): string {
  const own = letters[language]
  return (own[(number - 1) % own.length] ?? '').repeat(Math.ceil(number / own.length))
}
