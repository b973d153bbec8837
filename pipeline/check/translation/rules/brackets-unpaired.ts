/** Brackets without their partner. */

import { bilingual } from '../../../model/language.ts'
import { alone, onOneSide, paragraphsOf, seenSign, signsIn, type Sign } from '../pairing.ts'
import type { BookRule } from '../rule.ts'

const partner = new Map([['(', ')'], ['[', ']'], ['{', '}']])

export const bracketsUnpaired: BookRule = {
  name: 'brackets-unpaired', severity: 'warning', sees: 'book',
  check: (book) => onOneSide(bilingual((language) =>
    alone(paragraphsOf(book, language).map((paragraph) => signsIn(paragraph, /[()[\]{}]/g)), partner).filter((sign) => !isNumbering(sign)))).map(seenSign),
}

/** `1)` and `a)` number the members of a list, in the middle of a paragraph too; `:)` smiles. */
const isNumbering = ({ sign, from, at }: Sign): boolean => sign === ')' && /(?:^|[\s(،;])(?:\p{L}|\p{Nd}{1,3}|[ivx]{1,4})[.]?$|[:;=]-?$/u.test(at.segment.text.slice(0, from))
