/** Quotation marks without their partner. */

import { languages, type Language } from '../../../model/language.ts'
import { alone, onOneSide } from '../pairing/alone.ts'
import { counterpart, type Kind } from '../pairing/counterpart.ts'
import { signsOf, type Sign } from '../pairing/signs.ts'
import { loneStraight } from '../pairing/straight.ts'
import { toldOnce } from '../pairing/two-kinds.ts'
import type { BookReading } from '../reading.ts'
import type { BookRule } from '../rule.ts'
import type { Steps } from '../steps.ts'

/** Any kind may stand for any other on the other side. A straight mark both opens and closes, so two are needed for one of each. */
const kinds: readonly Kind[] = [[/«/g, /»/g], [/“/g, /”/g], [/"[^"]*"/g, /"[^"]*(?:"|$)/g]]

export const quotesUnpaired: BookRule = {
  name: 'quotes-unpaired', severity: 'warning', sees: 'book',
  *check(book) {
    const lone = onOneSide({ en: yield* lost(book, 'en'), ar: yield* lost(book, 'ar') })
    return languages.flatMap((language) => toldOnce(lone.filter(({ at }) => at.language === language)))
  },
}

function* lost(book: BookReading, language: Language): Steps<Sign[]> {
  const there = yield* counterpart(book, language, { of: () => kinds, all: /[«»“”"]/g, opens: (sign) => /[«“]/.test(sign) })
  const closesTwo = (sign: Sign, around: Sign) => isLast(sign) && there.endsTwo(sign) && (around.bead === sign.bead || (!there.isClosed(around) && !there.isClosed(sign)))
  const curled = alone(yield* signsOf(book, language, /[«»“”]/g), { opens: opens[language], closes, closesTwo, ...there })
  return [...curled, ...loneStraight(yield* signsOf(book, language, /"/g), there)]
}

const opens: Readonly<Record<Language, (sign: Sign) => boolean>> = {
  en: ({ sign }) => sign === '«' || sign === '“',
  // Houses differ in which of the two high marks opens in Arabic: what stands before a word, behind a space or a bracket, does.
  ar: ({ sign, from, at: { segment: { text } } }) => {
    const isBefore = /^$|[\s([«:،؛—-]/.test(text.charAt(from - 1)) && /\S/.test(text.charAt(from + 1))
    return sign === '«' || (/[“”]/.test(sign) && (isBefore || (sign === '“' && /[\p{L}\p{N}]/u.test(text.charAt(from + 1)))))
  },
}

const isGuillemet = ({ sign }: Sign): boolean => /[«»]/.test(sign)
/** Whether no other guillemet follows it at once. */
const isLast = ({ sign, from, at: { segment: { text } } }: Sign): boolean => sign === '»' && !/^\s?»/.test(text.slice(from + 1))

const closes = (closing: Sign, opening: Sign): boolean => isGuillemet(closing) === isGuillemet(opening)
