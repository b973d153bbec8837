/** Dates as articles print them, in both languages and both families of digits. */

import type { Language } from '../../model/language.ts'
import { folded, vocabulary } from './vocabulary.ts'

/** A date and how the line writes it, without the words and the hour around it. */
export interface FoundDate {
  /** `YYYY-MM-DD`. */
  readonly iso: string
  readonly text: string
}

/** Months as Arabic names them in the Levant, in Egypt, in Morocco and Mauritania, and in Algeria and Tunisia. */
const arabicMonths: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي'], ['شباط', 'فبراير', 'فيفري'], ['آذار', 'مارس'], ['نيسان', 'أبريل', 'إبريل', 'أفريل', 'ابريل'],
  ['أيار', 'مايو', 'ماي', 'مايس'], ['حزيران', 'يونيو', 'يونيه', 'جوان'], ['تموز', 'يوليو', 'يوليه', 'يوليوز', 'جويلية'],
  ['آب', 'أغسطس', 'غشت', 'أوت', 'أغشت'], ['أيلول', 'سبتمبر', 'شتنبر', 'شتمبر'], ['تشرين الأول', 'أكتوبر'], ['تشرين الثاني', 'نوفمبر', 'نونبر'],
  ['كانون الأول', 'ديسمبر', 'دجنبر', 'دجمبر'],
]

const englishMonths: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) =>
  (['long', 'short'] as const).map((style) => new Intl.DateTimeFormat('en-US', { month: style, timeZone: 'UTC' }).format(Date.UTC(2000, month, 1))))

const months: Record<Language, ReadonlyMap<string, number>> = {
  en: numbered(englishMonths.map((names, month) => (month === 8 ? [...names, 'Sept'] : names))),
  ar: numbered(arabicMonths),
}

function numbered(names: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((month, index) => month.map((name): [string, number] => [folded(name), index + 1])))
}

const dateWords: Record<Language, ReadonlySet<string>> = {
  en: new Set(vocabulary.en.dateWords.map(folded)),
  ar: new Set(vocabulary.ar.dateWords.map(folded)),
}

/** What may stand beside a date and is none of it: the hour, and the same day in the Hijri calendar. */
const beside = [
  /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?=\s|$|\p{P}|[apm])/giu,
  /\d{1,2}\s+(?:محرم|المحرم|صفر|ربيع|جمادى|رجب|شعبان|رمضان|شوال|ذو|ذي)(?:\s+(?:الأول|الآخر|الثاني|الأولى|الآخرة|الثانية|القعدة|الحجة))?\s+1[34]\d\d\s*(?:هـ|ه)?/gu,
  /(?<=\d\s*)مـ/gu,
]

/**
 * The date of a line that is a date and nothing else; a weekday, “published” or an hour may stand beside it.
 * Figures alone count where they can be read in one way: year first, or in Arabic day first.
 */
export function dateIn(line: string, language: Language): FoundDate | undefined {
  const digits = line.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  if (digits.length > 120) return undefined
  return figures(digits, line, language) ?? written(beside.reduce((text, pattern) => text.replaceAll(pattern, blank), digits), line, language)
}

const blank = (found: string): string => ' '.repeat(found.length)

function figures(digits: string, line: string, language: Language): FoundDate | undefined {
  const yearFirst = /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(digits)
  const yearLast = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(digits)
  const found = yearFirst ?? yearLast
  if (!found) return undefined
  const around = `${digits.slice(0, found.index)} ${digits.slice(found.index + found[0].length).replace(/^T[\d:.Z+-]+/, '')}`
  const left = beside.reduce((text, pattern) => text.replaceAll(pattern, blank), around)
  if (!tokensOf(left).every(({ word }) => dateWords[language].has(word))) return undefined
  const [, one, two, three] = found.map(Number)
  const text = line.slice(found.index, found.index + found[0].length)
  const iso = yearFirst ? valid(one, two, three) : language === 'ar' || Number(one) > 12 ? valid(three, two, one) : Number(two) > 12 || one === two ? valid(three, one, two) : undefined
  return iso === undefined ? undefined : { iso, text }
}

interface Token {
  readonly word: string
  readonly from: number
  readonly to: number
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({ word: folded(word), from: index, to: index + word.length }))

/** Day, month and year in any order, the month in one name or in two that mean the same. */
function written(digits: string, line: string, language: Language): FoundDate | undefined {
  const tokens = tokensOf(digits)
  const parts: Token[] = []
  const found = { day: new Set<number>(), month: new Set<number>(), year: new Set<number>() }
  for (let at = 0; at < tokens.length; at++) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (!token) break
    const double = next && months[language].get(`${token.word} ${next.word}`)
    const month = double ?? months[language].get(token.word)
    const number = Number(/^(\d{1,4})(?:st|nd|rd|th)?$/.exec(token.word)?.[1])
    if (month !== undefined) found.month.add(month)
    else if (number >= 1000) found.year.add(number)
    else if (number >= 1) found.day.add(number)
    else if (dateWords[language].has(token.word)) continue
    else return undefined
    parts.push(token)
    if (double !== undefined && next) parts.push(tokens[++at] ?? next)
  }
  const [day, month, year] = [found.day, found.month, found.year].map((values) => (values.size === 1 ? [...values][0] : undefined))
  const iso = valid(year, month, day)
  return iso === undefined ? undefined : { iso, text: line.slice(parts[0]?.from, parts.at(-1)?.to) }
}

function valid(year: number | undefined, month: number | undefined, day: number | undefined): string | undefined {
  if (!year || !month || !day || year > 2999) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}
