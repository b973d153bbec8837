/** Times of day. */

import type { Language } from '../../../model/language.ts'
import { folded } from '../../../align/stem.ts'
import type { SpokenNumber } from './english.ts'
import type { Quantity } from './quantity.ts'

const meridiems = {
  en: { morning: /^\s?(?:a\.?m\b|in the morning)/i, evening: /^\s?(?:p\.?m\b|in the (?:afternoon|evening)|at night)/i },
  ar: { morning: /^\s?(?:صباحا|فجرا|قبل الظهر|ص(?!\p{L}))/u, evening: /^\s?(?:مساء|ظهرا|عصرا|ليلا|بعد الظهر|م(?!\p{L}))/u },
} as const

/** `5:30`, `5.30 pm`, `17:30`, `5 p.m.`, ٥:٣٠ مساءً; digits are Latin already. */
export function timesIn(text: string, language: Language): Quantity[] {
  return Array.from(text.matchAll(/(?<![\d:.,٫٬]|\d\/)(\d{1,2})(?:([:.])([0-5]\d)(?::[0-5]\d)?)?(?![\d:٫٬]|[.,]\d)/g), ({ 0: whole, 1: hour = '', 2: sign, 3: minute, index }) => {
    const to = index + whole.length
    const half = meridiemAfter(text, to, language)
    if (Number(hour) > 24 || (sign !== ':' && !half)) return []
    return [timeOf(Number(hour), Number(minute ?? 0), half, index, to)]
  }).flat()
}

function meridiemAfter(text: string, to: number, language: Language): 'morning' | 'evening' | undefined {
  const after = folded(text.slice(to, to + 20), language)
  const { morning, evening } = meridiems[language]
  return morning.test(after) ? 'morning' : evening.test(after) ? 'evening' : undefined
}

/** Keys are minutes of the day; an hour up to twelve without its half of the day may be in either. */
function timeOf(hour: number, minute: number, half: 'morning' | 'evening' | undefined, from: number, to: number): Quantity {
  const halves = hour > 12 ? [hour] : half === 'morning' ? [hour % 12] : half === 'evening' ? [(hour % 12) + 12] : [hour % 12, (hour % 12) + 12]
  const keys = halves.map((one) => `time ${one * 60 + minute}`)
  // A full hour may be written in words, and an hour of the whole day in either count.
  const plain = minute === 0 ? [String(hour), ...(hour > 12 ? [String(hour - 12)] : [])] : []
  return { kind: 'time', from, to, keys: [...keys, ...plain], value: undefined, soft: false, digits: `${hour}${String(minute).padStart(2, '0')}` }
}

const parts: readonly (readonly [RegExp, number])[] = [[/^\s*و\s?(?:ال)?نصف/, 30], [/^\s*و\s?(?:ال)?ربع/, 15], [/^\s*و\s?(?:ال)?ثلث/, 20], [/^\s*الا\s?(?:ال)?ربع/, -15]]

/** السادسة والنصف, الثالثة وعشر دقائق, التاسعة مساءً: the hour as an ordinal with a part of the next one, with minutes, or with its half of the day. */
export function spokenTimes(numbers: readonly SpokenNumber[], text: string): Quantity[] {
  return numbers.flatMap((number, index) => {
    if (number.form !== 'ordinal' && !isOne(number, text)) return []
    const { hour, minutes, to } = timeWithMinutes(number, numbers[index + 1], text) ?? { hour: number.value, minutes: partAfter(text, number.to), to: number.to }
    const half = meridiemAfter(text, to, 'ar')
    if (hour > 12 || (minutes === undefined && !half)) return []
    return [spokenTime((hour % 12) * 60 + (minutes ?? 0), half, number.from, to)]
  })
}

/** The first hour alone is named by its number: الواحدة. */
const isOne = ({ value, from, to }: SpokenNumber, text: string): boolean => value === 1 && /الواحدة$/.test(folded(text.slice(from, to), 'ar'))

const partAfter = (text: string, to: number): number | undefined => parts.find(([pattern]) => pattern.test(folded(text.slice(to, to + 16), 'ar')))?.[1]

const minutesBehind = /^\s+دق(?:يقة|ائق|ايق)/

/** The tens of minutes may have been read as one number with the hour: الثالثة وعشرون دقيقة. */
function timeWithMinutes({ value, to }: SpokenNumber, next: SpokenNumber | undefined, text: string): { hour: number; minutes: number; to: number } | undefined {
  if (value > 20 && value % 10 > 0 && minutesBehind.test(text.slice(to, to + 10))) return { hour: value % 10, minutes: value - (value % 10), to }
  if (!next || next.form !== 'cardinal' || !minutesBehind.test(text.slice(next.to, next.to + 10))) return undefined
  // و stands at the head of the number, so that nothing but a space is between.
  const between = folded(text.slice(to, next.from), 'ar').trim()
  if (between !== '' && between !== 'الا') return undefined
  return { hour: value, minutes: between === '' ? next.value : -next.value, to: next.to }
}

/** Minutes of the day, of either half where none is named. */
function spokenTime(time: number, half: 'morning' | 'evening' | undefined, from: number, to: number): Quantity {
  const own = (time + 720) % 720
  const halves = half === 'morning' ? [own] : half === 'evening' ? [own + 720] : [own, own + 720]
  return { kind: 'time', from, to, keys: halves.map((one) => `time ${one}`), value: undefined, soft: true, family: 'time' }
}

/** “Half past five”, “a quarter to six”, “twenty past three”, “five minutes to two”. */
export function englishTimes(numbers: readonly SpokenNumber[], text: string): Quantity[] {
  return numbers.flatMap((number, index) => {
    const { value, from, to } = number
    const part = /\b(half|quarter) (past|to) $/.exec(text.slice(Math.max(0, from - 16), from))
    const before = numbers[index - 1]
    if (value > 12) return []
    if (part) return [spokenTime((value % 12) * 60 + (part[1] === 'half' ? 30 : 15) * (part[2] === 'past' ? 1 : -1), undefined, from - part[0].length, to)]
    const sign = before && /^ (?:(?:minutes )?past|minutes (to)) $/.exec(text.slice(before.to, from))
    return before && sign ? [spokenTime((value % 12) * 60 + (sign[1] ? -before.value : before.value), undefined, before.from, to)] : []
  })
}
