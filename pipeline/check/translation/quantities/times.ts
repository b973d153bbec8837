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

/** السادسة والنصف, التاسعة مساءً: the hour as an ordinal with a part of the next one, or with its half of the day. */
export function spokenTimes(numbers: readonly SpokenNumber[], text: string): Quantity[] {
  return numbers.flatMap(({ value, from, to, form }) => {
    if (form !== 'ordinal' || value > 12) return []
    const minutes = parts.find(([pattern]) => pattern.test(folded(text.slice(to, to + 16), 'ar')))?.[1]
    const half = meridiemAfter(text, to, 'ar')
    if (minutes === undefined && !half) return []
    const time = (value % 12) * 60 + (minutes ?? 0)
    const halves = half === 'morning' ? [time] : half === 'evening' ? [time + 720] : [time, time + 720]
    return [{ kind: 'time', from, to, keys: halves.map((one) => `time ${one}`), value: undefined, soft: true, family: 'time' }]
  })
}

/** “Half past five”, “a quarter to six”. */
export function englishTimes(numbers: readonly SpokenNumber[], text: string): Quantity[] {
  return numbers.flatMap(({ value, from, to }) => {
    const part = /\b(half|quarter) (past|to) $/.exec(text.slice(Math.max(0, from - 16), from))
    if (!part || value > 12) return []
    const minutes = (part[1] === 'half' ? 30 : 15) * (part[2] === 'past' ? 1 : -1)
    const time = ((value % 12) * 60 + minutes + 720) % 720
    return [{ kind: 'time', from: from - part[0].length, to, keys: [`time ${time}`, `time ${time + 720}`], value: undefined, soft: true, family: 'time' }]
  })
}
