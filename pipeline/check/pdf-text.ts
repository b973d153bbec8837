/** Reads a finished PDF back: a page without fonts loses its text in silence, and this is where that is heard. */

import type { Message } from '../model/message.ts'
import { printableCharacters } from '../print/signs.ts'
import { Letters } from './letters.ts'
import { lettersOfPages } from './pdf-glyphs.ts'
import type { Token } from './token.ts'

/**
 * Least share of each script's letters that must be readable. Of Latin all letters come back; of Arabic a few ligatures have
 * been seen to lose one (3 of 12,032). What no face draws is not there, for its code is printed in its place. Our own choice, on the safe side of that.
 */
const leastShares: readonly (readonly [script: RegExp, share: number])[] = [
  [/\p{Script=Latin}/u, 0.995], [/\p{Script=Arabic}/u, 0.97], [/\P{Script=Latin}/u, 0.9],
]

/**
 * Counts base letters, in no order, in the pages and in the text that was set; each script for itself,
 * so that a few lines of the one are not made up for by the other.
 *
 * Order and words are proved on the set text; an extractor's idea of either is its own, above all in Arabic.
 */
export function pdfTextFaults(edition: string, bytes: Uint8Array, set: readonly Token[]): Message[] {
  const due = new Letters()
  for (const { kind, text } of set) if (kind === 'words') due.add(text)
  const short = shortage(due.counts(), lettersOfPages(bytes).counts())
  return short ? [{ rule: 'check/pdf-text', severity: 'error', values: { edition, ...short } }] : []
}

/** Letters expected and found of a script of which too few are there. */
function shortage(due: ReadonlyMap<string, number>, there: ReadonlyMap<string, number>): { expected: number; found: number } | undefined {
  const counts = leastShares.map(([, share]) => ({ share, expected: 0, found: 0 }))
  for (const [letter, count] of due) {
    if (!printableCharacters().has(letter.codePointAt(0) ?? 0)) continue
    const own = counts[leastShares.findIndex(([script]) => script.test(letter))]
    if (!own) continue
    own.expected += count
    own.found += Math.min(count, there.get(letter) ?? 0)
  }
  // Of a few letters, one may be a ligature's.
  const short = counts.find(({ share, expected, found }) => found + 1 < expected * share)
  return short && { expected: short.expected, found: short.found }
}
