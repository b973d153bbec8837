/** Quotation marks without their partner in the paragraph. */

import { languages } from '../../../model/language.ts'
import { alone, paragraphsOf, seenSign, signsIn, type Paragraph, type Sign } from '../pairing.ts'
import type { BookRule } from '../rule.ts'

const partner = new Map([['«', '»'], ['“', '”']])

/** A speech of several paragraphs opens each of them and closes the last. */
export const quotesUnpaired: BookRule = {
  name: 'quotes-unpaired', severity: 'warning', sees: 'book',
  check: (book) => languages.flatMap((language) => {
    const paragraphs = paragraphsOf(book, language)
    const open = paragraphs.map((paragraph) => signsIn(paragraph, /[«»“”]/g))
    return paragraphs.flatMap((paragraph, index) => [...curled(open[index] ?? [], open[index + 1] ?? [], open[index - 1] ?? []), ...straight(paragraph)])
  }).map(seenSign),
}

/** A mark left open goes on in the next paragraph if that opens with the same. */
function curled(own: readonly Sign[], next: readonly Sign[], before: readonly Sign[]): Sign[] {
  const { opened, closed } = alone(own, partner)
  return [...opened.filter(({ sign }) => next[0]?.sign !== sign), ...closed.filter((_, index) => index > 0 || !alone(before, partner).opened.length)]
}

/** An odd number of straight marks; inches stand behind a digit. */
function straight(paragraph: Paragraph): Sign[] {
  const signs = signsIn(paragraph, /(?<!\d)"/g)
  const last = signs.at(-1)
  return signs.length % 2 === 1 && last ? [last] : []
}
