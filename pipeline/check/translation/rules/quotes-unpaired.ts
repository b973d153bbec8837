/** Quotation marks without their partner. */

import type { Language } from '../../../model/language.ts'
import { alone, onOneSide, seenSign, signsOf, type Sign } from '../pairing.ts'
import type { BookReading } from '../reading.ts'
import type { BookRule } from '../rule.ts'
import type { Steps } from '../steps.ts'

const partner = new Map([['«', '»'], ['“', '”']])

export const quotesUnpaired: BookRule = {
  name: 'quotes-unpaired', severity: 'warning', sees: 'book',
  *check(book) {
    return onOneSide({ en: yield* lost(book, 'en'), ar: yield* lost(book, 'ar') }).map(seenSign)
  },
}

function* lost(book: BookReading, language: Language): Steps<Sign[]> {
  const curled = alone(yield* signsOf(book, language, /[«»“”]/g), partner)
  // Inches stand behind a digit.
  return [...curled, ...(yield* signsOf(book, language, /(?<!\d)"/g)).flatMap(straight)]
}

/** An odd number of straight marks in a paragraph. */
function straight(signs: readonly Sign[]): Sign[] {
  const last = signs.at(-1)
  return signs.length % 2 === 1 && last ? [last] : []
}
