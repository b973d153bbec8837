/** Ends whose stop was forgotten, as behind a headline that ran into its text: the capital of a word that opens sentences shows them. */

import { lineEnd } from './veil.ts'
import { isAmong } from './words.ts'

/**
 * A word with a capital and what goes on in small letters, behind a plain blank. Behind a line feed a capital tells
 * nothing, since verses begin with one, nor behind any other blank, which stands before titles that marks set off.
 */
const opened = /(?<![.!?…,;:–—-]) ([A-Z][a-z]{0,11})(?=(?:['’](?:s|t|re|ve|ll|d))? [a-z])/g

/** How far back and on a sentence is looked at, in UTF-16 code units, and the least of words before an end; my own choice. */
const [back, on, leastWords] = [400, 80, 3]

export function withForgottenStops(text: string): string {
  return text.replaceAll(opened, (found, opener: string, offset: number) => {
    const isSure = isAmong('openersAnywhere', opener)
    const isCounting = isAmong('openersCounting', opener)
    if (!isSure && !isCounting && !isAmong('openersBehindSmall', opener)) return found
    const before = text.slice(Math.max(0, offset - back), offset)
    if (!canEnd(before, isSure) || (isCounting && isNamedBy(/\p{L}*$/u.exec(before)?.[0] ?? ''))) return found
    const after = text.slice(offset + found.length, offset + found.length + on)
    return opener !== 'A' || isArticle(before, after) ? lineEnd + opener : found
  })
}

/** The last word, with a sign of percent, and its closing marks; nothing is found behind any other mark. */
const lastWord = /(?:^|[\s"“‘'’(\[—–-])(\p{L}[\p{L}\p{M}’'-]{0,40}|[£$€]?\p{Nd}[\p{Nd}.,]{0,12}%?)["'”’»]{0,2}$/u

const unfinished = ['unfinished', 'namers', 'arabicUnfinished', 'arabicConnectives', 'arabicPrepositions'] as const

/**
 * Whether a sentence may end with the last word of `before`, which has no stop. Behind a capital it may only if
 * `isSure`, for titles have capitals inside.
 */
export function canEnd(before: string, isSure: boolean): boolean {
  const word = lastWord.exec(before.slice(-60))?.[1]
  if (word === undefined || /['’]s$/.test(word) || unfinished.some((kind) => isAmong(kind, word.toLowerCase()))) return false
  if (/^\P{L}/u.test(word) && !isCount(before)) return false
  const isClosed = !/[\p{L}\p{N}%]$/u.test(before)
  if (!isSure && !isClosed && /^\p{Lu}/u.test(word)) return false
  return wordsOf(sentenceOf(before)).length >= leastWords
}

/** Whether the number at the end of `before` counts something: behind a capital or a noun that it follows, it is a name. */
function isCount(before: string): boolean {
  const noun = /(?<!\p{L})(\p{Ll}+) \P{Z}{1,20}$/u.exec(before.slice(-60))?.[1]
  return noun !== undefined && !isNamedBy(noun)
}

const isNamedBy = (noun: string): boolean => ['lettered', 'counted', 'labels', 'numbered'].some((kind) => isAmong(kind as 'lettered', noun.toLowerCase()))

/** What of a text stands behind its last stop. */
const sentenceOf = (before: string): string => before.split(/[.!?؟…\u2029]/).at(-1) ?? ''

export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Whether an A between words is no letter with which something is named, as in vitamin A deficiency: it stands before
 * a consonant, and something that follows was spoken of before, as a headline speaks of what its text is about.
 */
function isArticle(before: string, after: string): boolean {
  const said = new Set(wordsOf(sentenceOf(before)).slice(0, -1))
  const next = wordsOf(after).slice(0, 5)
  return /^[^aeiou]/.test(next[0] ?? '') && next.some((word) => word.length > 3 && said.has(word))
}
