/** Every quantity that a text tells: numbers in digits and in words, with what is counted, times, dates and months. */

import type { Language } from '../../../model/language.ts'
import { withLatinDigits } from '../digits.ts'
import { kept } from '../memo.ts'
import { factOf, stemIn, wordsIn, type Word } from '../words.ts'
import { arabicNumbers, arabicScales, isArabicNumberWord } from './arabic.ts'
import { centuryOf, decadeKeys, spokenDecadeKeys } from './centuries.ts'
import { beginsMonth, monthQuantities } from './dates.ts'
import { dualsIn } from './duals.ts'
import { englishNumbers, englishScales, isEnglishNumberWord, mayHoldRoman, type SpokenNumber } from './english.ts'
import { fractionsIn, mayBePart, mixedNumbers, percentKeys, vulgar } from './fractions.ts'
import { numberKey, type Quantity, type QuantityKind } from './quantity.ts'
import { englishTimes, spokenTimes, timesIn } from './times.ts'
import { unitBeside } from './units.ts'

const english = kept((text) => read(text, 'en'))
const arabic = kept((text) => read(text, 'ar'))

/** In the order in which they stand. Linear; kept by text. */
export const quantitiesIn = (text: string, language: Language): readonly Quantity[] => (language === 'en' ? english(text) : arabic(text))

/** Addresses tell no quantity. */
const address = /(?:https?:\/\/|www\.)\S+|\S+@\S+/g

function read(text: string, language: Language): readonly Quantity[] {
  const plain = withLatinDigits(/:\/\/|www\.|@/.test(text) ? text.replaceAll(address, (run) => ' '.repeat(run.length)) : text)
  const words = wordsIn(text, language)
  const duals = language === 'ar' ? dualsIn(words) : []
  return isPlain(plain, words, language) ? duals : [...told(plain, words, duals, language)].sort((one, other) => one.from - other.from)
}

/** Whether nothing in a sentence tells a quantity but for duals: most sentences are so. */
const isPlain = (text: string, words: readonly Word[], language: Language): boolean =>
  !/\d/.test(text) && !(language === 'en' && mayHoldRoman(text)) && !words.some(mayTell[language])

const mayTell = {
  en: factOf((word) => isEnglishNumberWord(word) || beginsMonth.en(word) || mayBePart(word, 'en')),
  ar: factOf((word) => isArabicNumberWord(word) || beginsMonth.ar(word) || mayBePart(word, 'ar')),
}

/** Each reader has what those before it have left: a time is no number, a date no count. */
function told(text: string, words: readonly Word[], nouns: readonly Quantity[], language: Language): readonly Quantity[] {
  const times = /\d/.test(text) ? timesIn(text, language) : []
  const months = monthQuantities(words, text, language)
  // حزيران ends as a dual does.
  const duals = nouns.filter((noun) => !overlaps(noun, months))
  const written = /\d/.test(text) ? writtenNumbers(text, words, language).filter((number) => !overlaps(number, times)) : []
  const dated = written.map((number) => (number.kind === 'number' && isDated(number, months, text) ? { ...number, kind: 'date' as const } : number))
  const numbers = (language === 'en' ? englishNumbers(words, text) : arabicNumbers(words, text)).filter((number) => !overlaps(number, dated) && !overlaps(number, months))
  const hours = language === 'ar' ? spokenTimes(numbers, text) : englishTimes(numbers, text)
  const spoken = numbers.filter((number) => !overlaps(number, hours)).map((number) => spokenQuantity(number, numbers, text, language))
  const mixed = mixedNumbers([...dated, ...spoken, ...duals], words, language)
  const fractions = fractionsIn(words, text, language).filter((one) => !overlaps(one, mixed) && !overlaps(one, hours))
  const whole = [...dated, ...spoken, ...duals].filter((one) => !overlaps(one, mixed))
  return [...times, ...months, ...whole, ...hours, ...mixed, ...fractions]
}

const overlaps = ({ from, to }: { from: number; to: number }, others: readonly { from: number; to: number }[]): boolean =>
  others.some((other) => other.from < to && from < other.to)

/** A number written with separators of either script, narrow spaces among them; of two readings of a separator the other is in `digits`. */
const pattern = /(?<![\d.,٫٬])\d{1,3}(?:(?:[,٬،’]\d{3})+|(?:[ \u00A0\u2009\u202F]\d{3})+)(?!\d)(?:[.٫]\d+)?|(?<![\d,،])\d+[,،]\d{1,2}(?![\d,،])|\d+(?:[.٫]\d+)?[½¼¾⅓⅔⅛]?|[½¼¾⅓⅔⅛]/g

/** Decimal signs apart, separators fall away; a fraction of one sign is added. */
const valueOf = (number: string): number =>
  Number(number.replaceAll(/[,٬،’\s½¼¾⅓⅔⅛]/g, '').replace('٫', '.')) + (vulgar[number.at(-1) ?? ''] ?? 0)

/** A comma before one digit or two is a decimal sign or parts two numbers of a list. */
function commaKeys(number: string): string[] {
  const [whole = '', part] = number.split(/[,،]/)
  return part !== undefined && part.length < 3 ? [numberKey(Number(`${whole}.${part}`)), numberKey(Number(whole)), numberKey(Number(part))] : []
}

function writtenNumbers(text: string, words: readonly Word[], language: Language): Quantity[] {
  return Array.from(text.matchAll(pattern), ({ 0: number, index }) => {
    const value = valueOf(number)
    const end = index + number.length
    const scale = scaleAfter(text, end, words, language)
    const unit = unitBeside(text, index, scale?.to ?? end, language)
    const exact = value * (scale?.value ?? 1) + (scale?.added ?? 0)
    const century = centuryOf({ value, from: index, to: end }, text, language)
    if (century) return { from: index, to: end, ...century } as Quantity
    return {
      kind: hijriAfter(text, end) ? 'date' : unit?.unit.kind ?? 'number', from: unit?.from ?? index, to: Math.min(text.length, unit?.to ?? scale?.to ?? end),
      keys: [...commaKeys(number), numberKey(exact), ...hijriKeys(text, end, value), ...decadeKeys(text, end, value), ...shortenedKeys(text, index, number), ...percentKeysOf(unit?.unit.kind, value)], value: exact, soft: isInName(text, index),
      digits: number.replaceAll(/\D/g, '').replace(/^0+(?=\d)/, ''), ...(unit && { unit: unit.unit.name }),
    }
  })
}

/** A Hijri year also after the first of a range of them. */
const hijriAfter = (text: string, end: number): boolean => /^(?:\s?[-–—/]\s?\d{1,4})?\s?(?:هـ|ه(?![\p{L}\p{M}])|للهجرة|الهجري|هجري|AH\b|A\.H\.)/u.test(text.slice(end, end + 20))

const hijriKeys = (text: string, end: number, value: number): string[] => (hijriAfter(text, end) ? [`hijri ${value}`] : [])

/** The end of a range of years may leave out what it shares with the beginning: `1623–25`. */
function shortenedKeys(text: string, from: number, number: string): string[] {
  const start = /(\d{3,4})[-–—/]$/.exec(text.slice(Math.max(0, from - 5), from))?.[1]
  return start && /^\d{1,2}$/.test(number) ? [start.slice(0, -number.length) + number] : []
}

/** A digit written together with a letter before it, as in `R0` and `km2`, is part of a name. */
const isInName = (text: string, from: number): boolean => /\p{Script=Latin}/u.test(text[from - 1] ?? '')

interface Scale {
  readonly value: number
  /** Of a half or a quarter that is joined to it. */
  readonly added: number
  readonly to: number
}

const short: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, b: 1e9 }

function scaleAfter(text: string, end: number, words: readonly Word[], language: Language): Scale | undefined {
  const letters = language === 'en' ? /^(k|m|mn|bn|b)\b/i.exec(text.slice(end, end + 4))?.[1] : undefined
  const isMoney = letters !== undefined && /[$€£¥]\s?[\d.,]*$/.test(text.slice(Math.max(0, end - 14), end))
  if (letters && isMoney) return { value: short[letters.toLowerCase()] ?? 1, added: 0, to: end + letters.length }
  const index = wordFrom(words, end)
  const word = words[index]
  if (!word || !/^\+?[\s-]{0,2}$/.test(text.slice(end, word.from))) return undefined
  const value = (language === 'en' ? englishScales : arabicScales).get(word.folded) ?? (language === 'ar' ? arabicScales.get(stemIn(word, 'ar')) : undefined)
  if (value === undefined || value < 1000) return undefined
  const next = words[index + 1]?.folded.replace(/^و?ال/, 'و')
  return { value, added: next === 'ونصف' ? value / 2 : next === 'وربع' ? value / 4 : 0, to: word.to }
}

/** Index of the first word at or after an offset. */
function wordFrom(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.from < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** A day or a year beside the name of a month, or a part of `12/5/2020`. */
function isDated({ from, to }: Quantity, months: readonly Quantity[], text: string): boolean {
  const near = months.some((month) => (month.from >= to && month.from - to < 8) || (from >= month.to && from - month.to < 8))
  return near || /^[/-]\d{1,2}[/-]\d{1,4}|^[/-]\d{4}/.test(text.slice(to, to + 8)) || /\d[/-]\d{1,2}[/-]$|\d{4}[/-]$/.test(text.slice(Math.max(0, from - 8), from))
}

const percentKeysOf = (kind: QuantityKind | undefined, value: number): string[] => (kind === 'percentage' ? percentKeys(value) : [])

function spokenQuantity(number: SpokenNumber, numbers: readonly SpokenNumber[], text: string, language: Language): Quantity {
  const { value, from, to, form } = number
  const century = form === 'ordinal' || language === 'ar' ? centuryOf(number, text, language) : undefined
  const unit = form === 'cardinal' ? unitBeside(text, from, to, language) : undefined
  const plain: Quantity = {
    kind: unit?.unit.kind ?? 'number', from, to, keys: [numberKey(value), ...(form === 'decade' ? spokenDecadeKeys(number, numbers, text, language) : []), ...percentKeysOf(unit?.unit.kind, value)],
    value: form === 'cardinal' ? value : undefined, soft: true, ...(unit && { unit: unit.unit.name }),
    ...(form === 'decade' && { family: 'decade' }), ...(form === 'ordinal' && value > 2 && { family: 'ordinal' }),
  }
  return { ...plain, ...century }
}
