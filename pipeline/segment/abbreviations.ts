/** Stops of abbreviations and initials, in either script. */

import { capitalised, isAmong } from './words.ts'
import { veiled } from './veil.ts'

/** One word or several joined by stops, with the last stop: Dr., Ph.D., ق.م.; the last letter of a number, as in 282-B, is none. */
const abbreviation = /(?<![\p{L}\p{N}'’_])(?<!\p{N}[-/])(?:(?:\p{L}{1,4}\.){2,6}|\p{L}{1,12}\.|[Nn][°º]\.|№\.)(?![\p{L}\p{N}.])/gu

/** A letter and its stop before another word without a space, as in ص.ب. */
const joinedLetter = /(?<!\p{L})\p{Script=Arabic}\.(?=[\p{L}\p{N}])/gu

export function withAbbreviations(text: string): string {
  return text
    .replaceAll(abbreviation, (found, offset: number) => {
      const word = found.slice(0, -1)
      const before = text.slice(Math.max(0, offset - 40), offset)
      const after = text.slice(offset + found.length, offset + found.length + 40)
      const isArabic = /\p{Script=Arabic}/u.test(word)
      if (isArabic ? goesOnInArabic(word, before, after) : goesOn(word, before, after)) return veiled(found)
      return isDotted(word) ? `${veiled(word)}.` : found
    })
    .replaceAll(joinedLetter, veiled)
}

const isDotted = (word: string): boolean => /^\p{L}{1,2}(?:\.\p{L}{1,2})+$/u.test(word)

function goesOn(word: string, before: string, after: string): boolean {
  if (!after.startsWith(' ')) return false
  const next = after.trimStart()
  const first = word.charAt(0).toLowerCase() + word.slice(1)
  if (isAmong('numbered', first.toLowerCase()) && isNumber(next, word)) return true
  if (/^\p{Lu}$/u.test(word)) return isInitial(word, before, next)
  if (isAmong('titles', word)) return true
  if (isAmong('closing', word)) return !endsBeforeCapital(before, next)
  // Before the titles in other cases: ft. is a measure, Ft. a fort.
  if (isAmong('either', word) || /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return !opensSentence(next)
  // Behind a number it is a measure: 23 ms.
  return isTitle(word) && !(/^\p{Ll}/u.test(word) && /\p{N}\s?$/u.test(before))
}

/** However it is written: Mr, MR, mr. */
const isTitle = (word: string): boolean =>
  [word, capitalised(word), word.charAt(0).toLowerCase() + word.slice(1)].some((form) => isAmong('titles', form))

/** Digits, or Roman numerals save the pronoun; months and `no.` take digits alone. */
const isNumber = (next: string, word: string): boolean =>
  /^[(\[§]?\p{N}/u.test(next) || (!/^no/i.test(word) && /^(?:[ivxlc]+|[IVXLC]{2,}|[VXLC])(?![\p{L}.'’])/u.test(next))

/** Before a name or another initial; after a noun that letters name, or for the pronoun, the stop is the sentence's. */
function isInitial(letter: string, before: string, next: string): boolean {
  const previous = /(\p{L}+) $/u.exec(before)?.[1] ?? ''
  if (isAmong('lettered', previous.toLowerCase()) || (letter === 'I' && /^\p{Ll}/u.test(previous))) return false
  if (/^\p{Lu}\p{M}?\./u.test(next)) return true
  return /^["“(]?\p{Lu}/u.test(next) && (!opensSentence(next) || isSurname(letter, before, next))
}

/** A word that opens sentences is a surname all the same behind a title and initials, as in Mr. E. Still, and in names known whole. */
function isSurname(letter: string, before: string, next: string): boolean {
  const title = /(?:^|[ (“"])(\p{L}{1,5})\.? (?:\p{Lu}\. ?)*$/u.exec(before)?.[1] ?? ''
  const initials = `${/(?:\p{Lu}\. ?)*$/u.exec(before)?.[0].replaceAll(' ', '') ?? ''}${letter}.`
  return isTitle(title) || isAmong('wholeNames', `${initials} ${/^\p{L}+/u.exec(next)?.[0]}`)
}

function opensSentence(next: string): boolean {
  const word = /^["“”«‘'(]?(\p{Lu}\p{L}*)(?![\p{L}\p{N}.-])/u.exec(next)?.[1]
  return !next.startsWith('(') && word !== undefined && isAmong('openers', word)
}

/** An hour alone is no sentence yet, so that a stop behind it goes on. */
function endsBeforeCapital(before: string, next: string): boolean {
  const isBareHour = /(?:^|[.!?]["”’)]? )(?:(?:At|By|Around|About|Before|After|Until|From|Since) )?(?:about |around )?\d{1,2}(?:[:.]\d\d)? ?$/.test(before)
  const word = /^["“«‘']?(\p{Lu}\p{L}*)/u.exec(next)?.[1]
  return !isBareHour && word !== undefined && !isAmong('calendar', word) && !/^\p{Lu}{2,4}$/u.test(word)
}

function goesOnInArabic(word: string, before: string, after: string): boolean {
  // In brackets the stop is the abbreviation's, for the sentence's would stand behind them.
  if (after.startsWith(')')) return isDotted(word) || isAmong('arabicEras', word) || /^\p{L}$/u.test(word)
  if (!after.startsWith(' ')) return false
  const next = after.trimStart()
  const previous = /([\p{L}\p{N}._]+) {0,3}$/u.exec(before)?.[1] ?? ''
  if (isAmong('arabicEras', word) && /\p{Nd}$/u.test(previous)) return !endsAfterEra(word, next)
  if (word === 'ق.م' || word === 'ق.ه') return !next.startsWith('و')
  if (/^\p{L}$/u.test(word)) return !isAmong('lettered', previous) && !isAmong('lettered', previous.replace(/^[وفبلك]/, ''))
  if (isDotted(word) || isAmong('arabicShort', word)) return true
  // A letter to which a conjunction or a preposition is joined: وج. ٢
  if (/^[وفبلك]\p{L}$/u.test(word) && /^\p{Nd}/u.test(next)) return true
  // Most of these are words as well, so that one alone tells nothing.
  return isAmong('arabicLetters', word) && (isSpelt(previous) || isSpelt(/^\p{L}+\./u.exec(next)?.[0] ?? ''))
}

/** A letter with its stop, by its name or alone. */
const isSpelt = (token: string): boolean => /^.\.$/u.test(token) || (token.endsWith('.') && isAmong('arabicLetters', token.slice(0, -1)))

function endsAfterEra(word: string, next: string): boolean {
  const first = /^\p{L}+/u.exec(next)?.[0] ?? ''
  return first !== '' && !(word.includes('.') && isAmong('arabicPrepositions', first))
}
