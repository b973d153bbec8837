/** How like two texts are: by the words they share, or letter by letter where they are short. */

import { distance } from 'fastest-levenshtein'

/** Letters up to which two texts are compared letter by letter. Own choice. */
const short = 60

/** Small letters, without marks of vowels and seats of hamza, digits of one family: who changes only these has the same words. */
const compared = (text: string): string => text.toLowerCase().normalize('NFC')
  .replaceAll(/[\u064B-\u0652\u0670\u0640]/g, '')
  .replaceAll(/[أإآ]/g, 'ا').replaceAll('ى', 'ي').replaceAll('ة', 'ه')
  .replaceAll(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) - 0x660) % 16 % 10))

/** Words as they are compared. */
export const wordsIn = (text: string): string[] => compared(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** 0 for nothing in common to 1 for equal words; Dice's coefficient over words, or the share of letters that stay. */
export function likeness(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1
  if (one === '' || other === '') return 0
  const shared = dice(wordsIn(one), wordsIn(other))
  if (Math.max(one.length, other.length) > short) return shared
  return Math.max(shared, nearness(compared(one), compared(other)))
}

const nearness = (one: string, other: string): number => 1 - distance(one, other) / Math.max(1, one.length, other.length)

function dice(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of other) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared++
    counts.set(word, left - 1)
  }
  return one.length + other.length === 0 ? 0 : (2 * shared) / (one.length + other.length)
}
