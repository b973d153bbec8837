/** Halves, thirds and quarters, alone and joined to a number. */

import type { Language } from '../../../model/language.ts'
import { kept } from '../memo.ts'
import { stemIn, type Word } from '../words.ts'
import { numberKey, type Quantity } from './quantity.ts'

const table = (values: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(values))

const english = table({ half: 1 / 2, halves: 1 / 2, third: 1 / 3, thirds: 1 / 3, quarter: 1 / 4, quarters: 1 / 4 })
const arabic = table({ نصف: 1 / 2, ثلث: 1 / 3, ثلثا: 2 / 3, ثلثي: 2 / 3, ثلثان: 2 / 3, ثلثين: 2 / 3, ربع: 1 / 4, ارباع: 1 / 4 })
const counts = table({ two: 2, three: 3, ثلاثة: 3, ثلاثه: 3 })

export const vulgar: Readonly<Record<string, number>> = { '½': 1 / 2, '¼': 1 / 4, '¾': 3 / 4, '⅓': 1 / 3, '⅔': 2 / 3, '⅛': 1 / 8 }

const fractionKey = (value: number): string => `fraction ${Math.round(value * 100)}`

/** Percentages that are said as a fraction as often as not. */
export const percentKeys = (value: number): string[] => ([25, 33, 50, 67, 75].includes(Math.round(value)) ? [fractionKey(Math.round(value) / 100)] : [])

/** Whether a word, folded, may be a part or be joined to a number as one. */
export const mayBePart = (word: string, language: Language): boolean =>
  joinedParts.has(word) || (language === 'en' ? english.has(word) : arabicPart(word) !== undefined)

/** “a half of”, “two thirds of”, نصف, ثلاثة أرباع, with a pronoun joined to it; a quarter of a town and an hour's half are none. */
export function fractionsIn(words: readonly Word[], text: string, language: Language): Quantity[] {
  return words.flatMap((word, index): Quantity[] => {
    const part = language === 'en' ? englishPart(word, text) : arabicPart(word.folded)
    if (part === undefined) return []
    const before = words[index - 1]
    const count = counts.get(before?.folded.replace(/^و?ال/, '') ?? '')
    if (count === undefined && /^(?:thirds|quarters|halves|ارباع)$/.test(word.folded)) return []
    const value = part * (count ?? 1)
    return [{ kind: 'number', from: count === undefined ? word.from : before?.from ?? word.from, to: word.to, keys: [fractionKey(value), numberKey(value)], value: undefined, soft: true, family: 'fraction' }]
  })
}

/** “Third” and “quarter” are fractions before “of” alone. */
function englishPart({ folded, to }: Word, text: string): number | undefined {
  const part = english.get(folded)
  return part === undefined || folded === 'half' || folded.endsWith('s') || /^ of (?:the|a|all|its|their|his|her|them|it)\b/.test(text.slice(to, to + 12)) ? part : undefined
}

const arabicPart = kept((word): number | undefined => {
  const bare = word.replace(/^[وف]?[بلك]?(?:ال)?(?=...)/, '')
  return arabic.get(bare) ?? arabic.get(bare.replace(/(?:ها|هم|هن|نا|ه|كم)$/, ''))
})

const joinedParts = table({ ونصف: 1 / 2, ونصفا: 1 / 2, والنصف: 1 / 2, وربع: 1 / 4, وربعا: 1 / 4, والربع: 1 / 4, وثلث: 1 / 3, والثلث: 1 / 3, نصف: 1 / 2, half: 1 / 2, quarter: 1 / 4, third: 1 / 3 })
const scales = table({ الف: 1e3, thousand: 1e3, مليون: 1e6, million: 1e6, مليار: 1e9, billion: 1e9 })

/** What a number says with the half that is joined to it: ثلاثة أمتار ونصف, ساعتان ونصف, مليون ونصف, “two and a half million”. */
export const mixedNumbers = (numbers: readonly Quantity[], words: readonly Word[], language: Language): Quantity[] =>
  words.flatMap((word, index) => {
    const part = joinedParts.get(word.folded)
    return part === undefined || !isJoined(words, index, language) ? [] : [mixedNumber(part, numbers, words, index, language)]
  })

const isJoined = (words: readonly Word[], index: number, language: Language): boolean =>
  language === 'ar' ? words[index]!.folded.startsWith('و') : words[index - 1]?.folded === 'a' && words[index - 2]?.folded === 'and'

function mixedNumber(part: number, numbers: readonly Quantity[], words: readonly Word[], index: number, language: Language): Quantity {
  const word = words[index]!
  const near = nearBefore(word, numbers)
  const whole = near?.value ?? Number(near?.keys[0] ?? 1)
  const scale = scaleNear(words, index, language)
  const value = near && whole >= scale ? whole + part * scale : (whole + part) * scale
  // In “nine tribes and the half tribe”, للتسعة الأسباط ونصف السبط, the half is of something by itself.
  const isOfItself = language === 'ar' && near !== undefined && words[index + 1] !== undefined && scale === 1
  return {
    kind: near?.kind ?? 'number', from: near?.from ?? words[index - 1]?.from ?? word.from, to: word.to,
    keys: [numberKey(value), ...(isOfItself ? [numberKey(whole)] : [])], value, soft: true, ...(near?.unit && { unit: near.unit }),
  }
}

/** The number that a half is joined to; a dual stands right before it. */
function nearBefore({ from }: Word, numbers: readonly Quantity[]): Quantity | undefined {
  const before = numbers.filter(({ value, keys, to }) => to <= from && from - to < (value === undefined ? 2 : 24) && (value !== undefined || keys[0] === '2'))
  return before.reduce<Quantity | undefined>((last, one) => (last && last.to > one.to ? last : one), undefined)
}

/** Arabic names the scale before the half, English behind it or before. */
function scaleNear(words: readonly Word[], index: number, language: Language): number {
  const near = language === 'ar' ? words.slice(Math.max(0, index - 2), index) : [words[index + 1], words[index - 3]]
  const found = near.flatMap((word) => (word ? scales.get(word.folded) ?? scales.get(stemIn(word, language)) ?? [] : []))
  return found[0] ?? 1
}
