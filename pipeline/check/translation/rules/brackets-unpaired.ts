/** Brackets without their partner in the paragraph. */

import { languages } from '../../../model/language.ts'
import { alone, paragraphsOf, seenSign, signsIn } from '../pairing.ts'
import type { BookRule } from '../rule.ts'

const partner = new Map([['(', ')'], ['[', ']'], ['{', '}']])

export const bracketsUnpaired: BookRule = {
  name: 'brackets-unpaired', severity: 'warning', sees: 'book',
  check: (book) => languages.flatMap((language) => paragraphsOf(book, language).flatMap((paragraph) => {
    const { opened, closed } = alone(signsIn(paragraph, /[()[\]{}]/g), partner)
    // `1)` and `a)` number the members of a list, in the middle of a paragraph too; `:)` smiles.
    return [...opened, ...closed.filter(({ sign, from, at }) => sign !== ')' || !/(?:^|[\s(،;])[\p{L}\p{Nd}]{1,3}[.]?$|[:;=]-?$/u.test(at.segment.text.slice(0, from)))]
  })).map(seenSign),
}
