/** Centuries and decades, of either calendar. */

import type { Language } from '../../../model/language.ts'
import { folded } from '../../../align/stem.ts'
import type { SpokenNumber } from './english.ts'
import { numberKey, type Quantity } from './quantity.ts'

interface Placed {
  readonly value: number
  readonly from: number
  readonly to: number
}

const century: Readonly<Record<Language, { readonly before: RegExp; readonly after: RegExp }>> = {
  en: { before: /(?!)/, after: /^(?:st|nd|rd|th)?[\s-](?:century|centuries|c\.)/i },
  ar: { before: /(?:(?<!\p{L})(?:[وف]?[بلك]?ال)?قرن(?:ين)? ?|(?<!\p{L})ق\.?\s?)$/u, after: /(?!)/ },
}

const hijriCentury = /^\s?(?:(?:ال)?هجر|هـ|للهجرة|AH\b)/u

/** Where a number in digits or in words counts a century: `the ninth century`, `القرن ٩`, `ق ٩`. */
export function centuryOf({ value, from, to }: Placed, text: string, language: Language): Partial<Quantity> | undefined {
  const { before, after } = century[language]
  if (!before.test(folded(text.slice(Math.max(0, from - 14), from), language)) && !after.test(text.slice(to, to + 12))) return undefined
  const isHijri = language === 'ar' && hijriCentury.test(text.slice(to, to + 10))
  return { kind: 'date', keys: [`${isHijri ? 'century-hijri' : 'century'} ${value}`, ...(isHijri ? [] : [numberKey(value)])], value: undefined, soft: true, family: 'century' }
}

/** `1700s` may be the decade or the century; `1990s` may be said as “the nineties”. */
export function decadeKeys(text: string, end: number, value: number): string[] {
  if (!/^[’']?s\b/.test(text.slice(end, end + 3))) return []
  return value % 100 === 0 ? [`century ${value / 100 + 1}`, numberKey(value / 100 + 1)] : [`decade ${value % 100}`]
}

/** A decade in words is that of the century behind it, or of any: عشرينيات القرن الماضي is one of the twentieth. */
export function spokenDecadeKeys({ value, to }: SpokenNumber, numbers: readonly SpokenNumber[], text: string, language: Language): string[] {
  const behind = folded(text.slice(to, to + 24), language)
  const named = numbers.find(({ from, form }) => form !== 'decade' && from > to && from - to < 12 && /القرن/.test(text.slice(to, from)))
  if (named) return [numberKey((named.value - 1) * 100 + value)]
  if (/^\s(?:من )?القرن (?:الماضي|المنصرم)/.test(behind)) return [numberKey(1900 + value)]
  return [`decade ${value}`]
}

/** First and last common century that a Hijri century lies in; its years are shorter by a thirty-third. */
export const commonCenturies = (hijri: number): readonly [least: number, most: number] =>
  [Math.floor((621 + (hijri - 1) * 97) / 100) + 1, Math.floor((622 + hijri * 97) / 100) + 1]
