/** Names of months in English and in the three Arabic traditions, and the Hijri months. */

import type { Language } from '../../../model/language.ts'

const english = 'january february march april may june july august september october november december'.split(' ')
const shortened = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** By the month's number, folded as the aligner folds words: Levantine, Egyptian and of the Gulf, then of the Maghreb. */
const gregorian: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي', 'ينايير'], ['شباط', 'فبراير', 'فيفري'], ['اذار', 'مارس'], ['نيسان', 'ابريل', 'افريل'],
  ['ايار', 'مايو', 'ماي'], ['حزيران', 'يونيو', 'يونيه', 'جوان'], ['تموز', 'يوليو', 'يوليه', 'جويلية', 'يوليوز'], ['اب', 'اغسطس', 'اوت', 'غشت'],
  ['ايلول', 'سبتمبر', 'سيبتمبر', 'شتنبر'], ['تشرين الاول', 'اكتوبر'], ['تشرين الثاني', 'نوفمبر', 'نونبر'], ['كانون الاول', 'ديسمبر', 'ديسيمبر', 'دجنبر'],
]

const hijri: readonly (readonly string[])[] = [
  ['محرم', 'المحرم', 'muharram'], ['صفر', 'safar'], ['ربيع الاول', 'rabi al-awwal'], ['ربيع الاخر', 'ربيع الثاني', 'rabi al-thani'],
  ['جمادي الاولي', 'جمادي الاول', 'jumada al-ula'], ['جمادي الاخرة', 'جمادي الثانية', 'جمادي الاخر', 'jumada al-akhira'], ['رجب', 'rajab'],
  ['شعبان', "sha'ban", 'shaban'], ['رمضان', 'ramadan'], ['شوال', 'shawwal'], ['ذي القعدة', 'ذو القعدة', "dhu al-qa'da"], ['ذي الحجة', 'ذو الحجة', 'dhu al-hijja'],
]

export interface Month {
  readonly calendar: 'gregorian' | 'hijri'
  /** From 1. */
  readonly number: number
  /** A word that also means something else, so that only a number beside it makes it a month. */
  readonly ambiguous: boolean
}

const entries = (table: readonly (readonly string[])[], calendar: Month['calendar'], ambiguous: ReadonlySet<string>): [string, Month][] =>
  table.flatMap((names, index) => names.map((name): [string, Month] => [name, { calendar, number: index + 1, ambiguous: ambiguous.has(name) }]))

/** By folded name; names of two words are joined by a space. */
export const monthsIn: Readonly<Record<Language, ReadonlyMap<string, Month>>> = {
  en: new Map([
    ...entries(shortened.map((name) => (name === 'sep' ? [name, 'sept'] : [name])), 'gregorian', new Set([...shortened, 'sept'])),
    ...entries(english.map((name) => [name]), 'gregorian', new Set(['march', 'may', 'august'])),
    ...entries(hijri, 'hijri', new Set(['ramadan', 'rajab', 'shaban', 'safar'])),
  ]),
  ar: new Map([
    ...entries(gregorian, 'gregorian', new Set(['اب', 'مارس', 'ماي', 'اوت', 'جوان', 'مايو'])),
    ...entries(hijri, 'hijri', new Set(['صفر', 'محرم', 'رجب', 'شعبان', 'رمضان', 'المحرم'])),
  ]),
}

/**
 * Years of the common era that a Hijri year lies in: the tabular year of 354.367 days, counted from July 622.
 * One more on either side is let pass, for authors round.
 */
export function commonYears(hijriYear: number): readonly [least: number, most: number] {
  const start = 621.57 + (hijriYear * 354.367) / 365.2425
  return [Math.floor(start) - 1, Math.ceil(start + 1)]
}
