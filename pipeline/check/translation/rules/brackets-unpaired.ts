/** Brackets without their partner. */

import type { Language } from '../../../model/language.ts'
import { alone, onOneSide } from '../pairing/alone.ts'
import { counterpart, type Kind } from '../pairing/counterpart.ts'
import { signsOf, seenSign, type Sign } from '../pairing/signs.ts'
import type { BookReading } from '../reading.ts'
import type { BookRule } from '../rule.ts'
import type { Steps } from '../steps.ts'

const brackets = /[()[\]{}]/g
const partner = new Map([['(', ')'], ['[', ']'], ['{', '}']])
const kinds: readonly Kind[] = [[/\(/g, /\)/g], [/\[/g, /\]/g], [/\{/g, /\}/g]]

export const bracketsUnpaired: BookRule = {
  name: 'brackets-unpaired', severity: 'warning', sees: 'book',
  *check(book) {
    return onOneSide({ en: yield* lost(book, 'en'), ar: yield* lost(book, 'ar') }).map(seenSign)
  },
}

function* lost(book: BookReading, language: Language): Steps<Sign[]> {
  const signs = yield* signsOf(book, language, brackets)
  const of = ({ sign }: Sign) => kinds.filter((kind) => kind.some((pattern) => sign.search(pattern) >= 0))
  const there = yield* counterpart(book, language, { of, all: brackets, opens: (sign) => partner.has(sign) })
  return alone(signs.map((paragraph) => paragraph.filter((sign) => !isNumbering(sign))), {
    opens: ({ sign }) => partner.has(sign), closes: (closing, { sign }) => partner.get(sign) === closing.sign, ...there,
  })
}

/** `1)` and `a)` number the members of a list, in the middle of a paragraph too, where no bracket is open; `:)` smiles. */
function isNumbering({ sign, from, at }: Sign): boolean {
  if (sign !== ')') return false
  const before = at.segment.text.slice(0, from)
  return /[:;=]-?$/.test(before) || (/(?:^|[\s،;])(?:\p{L}|\p{Nd}{1,3}|[ivx]{1,4})[.]?$/u.test(before) && before.lastIndexOf('(') <= before.lastIndexOf(')'))
}
