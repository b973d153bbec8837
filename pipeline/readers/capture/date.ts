/** Dates as articles print them, in both languages and both families of digits. */

import type { Language } from '../../model/language.ts'
import { folded } from './vocabulary.ts'

/** Months as Arabic names them in the Levant, in Egypt, in the Maghreb and in Algeria. */
const arabicMonths: readonly (readonly string[])[] = [
  ['كانون الثاني', 'يناير', 'جانفي'], ['شباط', 'فبراير', 'فيفري'], ['آذار', 'مارس'], ['نيسان', 'أبريل', 'إبريل', 'أفريل'],
  ['أيار', 'مايو', 'ماي'], ['حزيران', 'يونيو', 'يونيه', 'جوان'], ['تموز', 'يوليو', 'يوليه', 'يوليوز', 'جويلية'],
  ['آب', 'أغسطس', 'غشت', 'أوت'], ['أيلول', 'سبتمبر', 'شتنبر'], ['تشرين الأول', 'أكتوبر'], ['تشرين الثاني', 'نوفمبر', 'نونبر'],
  ['كانون الأول', 'ديسمبر', 'دجنبر'],
]

const englishMonths: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) =>
  (['long', 'short'] as const).map((style) => new Intl.DateTimeFormat('en-US', { month: style, timeZone: 'UTC' }).format(Date.UTC(2000, month, 1))))

const months: Record<Language, readonly (readonly string[])[]> = {
  en: englishMonths.map((names, month) => (month === 8 ? [...names, 'Sept'] : names)),
  ar: arabicMonths,
}

/** `YYYY-MM-DD` of a line that is a date and nothing else; a weekday before it, or “published”, may stand. */
export function dateIn(line: string, language: Language): string | undefined {
  const digits = line.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  const iso = /^\D{0,20}(\d{4})-(\d{2})-(\d{2})(?:T[\d:.Z+-]+)?$/.exec(digits.trim())
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const text = folded(digits)
  const numbers = text.match(/\d+/g)?.map(Number) ?? []
  const month = months[language].findIndex((names) => names.some((name) => ` ${text.replaceAll(/\d+/g, ' ')} `.includes(` ${folded(name)} `)))
  const year = numbers.find((number) => number >= 1000)
  const day = Number(/(?:^|\s)(\d{1,2})(?:st|nd|rd|th)?(?=\s|$)/.exec(text)?.[1])
  if (month < 0 || year === undefined || !day || text.split(' ').length > 8 || numbers.length > 2) return undefined
  return valid(year, month + 1, day)
}

function valid(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : undefined
}
