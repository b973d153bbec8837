/** Brackets without their partner. */

import { bilingual } from '../../../model/language.ts'
import { alone, onOneSide, seenSign, signsOf, type Sign } from '../pairing.ts'
import type { BookRule } from '../rule.ts'

const brackets = /[()[\]{}]/g

const partner = new Map([['(', ')'], ['[', ']'], ['{', '}']])

export const bracketsUnpaired: BookRule = {
  name: 'brackets-unpaired', severity: 'warning', sees: 'book',
  *check(book) {
    const signs = { en: yield* signsOf(book, 'en', brackets), ar: yield* signsOf(book, 'ar', brackets) }
    return onOneSide(bilingual((language) => alone(signs[language], partner).filter((sign) => !isNumbering(sign)))).map(seenSign)
  },
}

/** `1)` and `a)` number the members of a list, in the middle of a paragraph too; `:)` smiles. */
const isNumbering = ({ sign, from, at }: Sign): boolean => sign === ')' && /(?:^|[\s(،;])(?:\p{L}|\p{Nd}{1,3}|[ivx]{1,4})[.]?$|[:;=]-?$/u.test(at.segment.text.slice(0, from))
