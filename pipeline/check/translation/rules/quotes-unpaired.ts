/** Quotation marks without their partner. */

import { bilingual } from '../../../model/language.ts'
import { alone, onOneSide, paragraphsOf, seenSign, signsIn, type Paragraph, type Sign } from '../pairing.ts'
import type { BookRule } from '../rule.ts'

const partner = new Map([['«', '»'], ['“', '”']])

export const quotesUnpaired: BookRule = {
  name: 'quotes-unpaired', severity: 'warning', sees: 'book',
  check: (book) => onOneSide(bilingual((language) => {
    const paragraphs = paragraphsOf(book, language)
    return [...alone(paragraphs.map((paragraph) => signsIn(paragraph, /[«»“”]/g)), partner), ...paragraphs.flatMap(straight)]
  })).map(seenSign),
}

/** An odd number of straight marks in a paragraph; inches stand behind a digit. */
function straight(paragraph: Paragraph): Sign[] {
  const signs = signsIn(paragraph, /(?<!\d)"/g)
  const last = signs.at(-1)
  return signs.length % 2 === 1 && last ? [last] : []
}
