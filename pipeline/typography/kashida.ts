/** Where Arabic words may be drawn out to fill a line, and which of these places are taken. The strokes are drawn, never stored. */

import { isVocalised } from './tashkil.ts'

/** A join of a word: before its character `at`. Lower ranks are better. */
export interface Join {
  readonly at: number
  readonly rank: 1 | 2 | 3
}

export const tatweel = '\u0640'

/** Letters that join to the one after them. */
const joining = /[بتثجحخسشصضطظعغفقكلمنهيئ]/
const mark = /\p{M}/u

/** Below so many letters a word is left as it is. */
const leastLetters = 4

/** God's name is a ligature of its own; what stands in ﴿ ﴾ is the Qur'an's; what the manuscript draws out stays as it is. */
const untouched = /^\P{L}*[وفبتل]?(?:الله|لله)(?!\p{L})|[ـ﴿﴾]/u

/**
 * After seen and sad, before final heh, teh marbuta, dal and kaf, and before reh, zain and waw: the order of scribes'
 * manuals, as most designs have it. None where a letter carries a mark, between lam and alef, or in a word that is vocalised.
 */
export function joinsOf(word: string): Join[] {
  const letters = /^[^\p{L}]*(?<letters>[\p{Script=Arabic}\p{M}]+)/u.exec(word)?.groups?.['letters']
  if (!letters || untouched.test(word) || isVocalised(letters) || letters.replaceAll(/\p{M}/gu, '').length < leastLetters) return []
  const first = word.indexOf(letters)
  const joins: Join[] = []
  for (let at = 1; at < letters.length; at++) {
    const [before, after] = [letters[at - 1]!, letters[at]!]
    if (!joining.test(before) || !/[\u0621-\u064A]/.test(after) || after === 'ء' || (before === 'ل' && /[اأإآ]/.test(after))) continue
    if (mark.test(letters[at + 1] ?? '')) continue
    const isLast = at + 1 === letters.length
    const rank = /[سشصض]/.test(before) ? 1 : isLast && /[هةدذك]/.test(after) ? 2 : /[رزو]/.test(after) ? 3 : undefined
    if (rank) joins.push({ at: first + at, rank })
  }
  return joins
}

/** A join as it stands in its line. */
export interface PlacedJoin extends Join {
  /** Ordinal of its word in the line. */
  readonly word: number
  /** Place across the page, in any unit. */
  readonly x: number
}

/** Up to `count` joins of a line, the best first: one to a word, and none within `apart` of those `above` in the line before. */
export function chosenJoins(joins: readonly PlacedJoin[], count: number, above: readonly number[], apart: number): PlacedJoin[] {
  const chosen: PlacedJoin[] = []
  for (const join of [...joins].sort((one, other) => one.rank - other.rank || one.x - other.x)) {
    if (chosen.length >= count) break
    if (chosen.some(({ word }) => word === join.word) || above.some((x) => Math.abs(x - join.x) < apart)) continue
    chosen.push(join)
  }
  return chosen
}
