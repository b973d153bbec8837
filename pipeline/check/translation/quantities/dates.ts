/** Months by their names. */

import { bilingual, type Language } from '../../../model/language.ts'
import { factOf, type Word } from '../words.ts'
import { monthsIn, type Month } from './months.ts'
import type { Quantity } from './quantity.ts'

const dayBefore = /\d{1,2}(?:st|nd|rd|th)?[\s,/]{1,2}(?:of |من شهر |من |شهر )?(?:\p{L}+(?: \p{L}+)?\s?[(/]\s?)?$/u
/** Another name of the same month may stand between. */
const yearAfter: Readonly<Record<Language, RegExp>> = {
  en: /^(?:\s\d{1,2}(?!\d|%|[.,]\d)|,?\s(?:of )?\d{3,4}(?!\d))/,
  ar: /^\s?(?:[/(]\s?\p{L}+(?: \p{L}+)?\s?\)?)?\s?(?:من )?(?:ال)?(?:عام |سنة )?\d{3,4}(?!\d)/u,
}

/** Most words begin no month's name. */
export const beginsMonth = bilingual((language) => {
  const firsts = new Set([...monthsIn[language].keys()].map((name) => name.split(' ')[0] ?? ''))
  return (word: string): boolean => firsts.has(word) || firsts.has(withoutPrefix(word))
})

const begins = bilingual((language) => factOf(beginsMonth[language]))

/** What a month follows, and the other meanings of its name do not: a verb, a father, a clinic. */
const leadsToMonth = /(?<!\p{L})(?:شهر|شهري|في|منذ|حتى|خلال|أوائل|أواخر|نهاية|بداية|مطلع|منتصف|أواسط) $/u

/** A name of two words is taken before its first word is; a month beside a number is part of a date and must have its like. */
export function monthQuantities(words: readonly Word[], text: string, language: Language): Quantity[] {
  const table = monthsIn[language]
  const found: Quantity[] = []
  for (let at = 0; at < words.length; at++) {
    const [one, two] = [words[at]!, words[at + 1]]
    if (!begins[language](one)) continue
    const double = two && lookUp(table, `${one.folded} ${two.folded}`, language)
    const month = double ?? lookUp(table, one.folded, language)
    if (!month || (language === 'en' && !/^\p{Lu}/u.test(one.text))) continue
    const to = double && two ? two.to : one.to
    const isBeside = dayBefore.test(text.slice(Math.max(0, one.from - 16), one.from)) || yearAfter[language].test(text.slice(to, to + 24))
    if (month.ambiguous && !isBeside && (language === 'ar' ? !leadsToMonth.test(text.slice(Math.max(0, one.from - 10), one.from)) : /(?:^|[.!?“"]\s*)$/.test(text.slice(0, one.from)))) continue
    found.push({ kind: 'date', from: one.from, to, keys: [`month-${month.calendar} ${month.number}`, ...(month.calendar === 'gregorian' ? [String(month.number)] : [])], value: undefined, soft: !isBeside || month.calendar === 'hijri', family: month.calendar === 'hijri' ? 'hijri-month' : 'month' })
    if (double) at++
  }
  return found
}

const lookUp = (table: ReadonlyMap<string, Month>, name: string, language: Language): Month | undefined =>
  table.get(name) ?? (language === 'ar' ? table.get(withoutPrefix(name)) : undefined)

function withoutPrefix(name: string): string {
  return name.replace(/^[وف]?[بلك]?(?:ال(?=محرم))?(?=\p{L}{3})/u, '')
}
