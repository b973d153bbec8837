/** What of a text is written in the other script, and where: in Arabic what runs from left to right, in English Arabic. */

import type { Span } from '../model/alignment.ts'
import { runsIn, type Grammar } from './runs.ts'

/** Scripts of names, titles and formulas in an Arabic text. */
const western = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`

// Lengths are bounded so that a line of a million digits costs no more than a line of words.
const address = String.raw`(?:https?:\/\/|www\.)[^\s<>«»،؛\uFFFC]{0,2000}[^\s<>«».,:;!?()،؛\uFFFC]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}`
/** Signs and small figures of formulas, beside those that other texts have as well. */
const figures = '₀-₉₊₋⁰¹²³⁴-⁹⁺⁻'
const operators = '∫∮∑∏√∂∇∞∈∉∝∼≠≡→⇒↔∀∃∪∩⊂'
/** Of transliterated names: ʿayn and hamza, which are of no script. */
const modifiers = 'ʹʻʼʾʿˀˁ'
const word = String.raw`\p{Nd}{0,20}[${modifiers}°]?[${western}][${western}${modifiers}\p{M}\p{Nd}${figures}’'./&+_-]{0,200}(?<![./'’_+-])`
/** A number whose unit is written in Latin letters; without one it belongs to the Arabic before it. */
const measured = String.raw`\p{Nd}{1,20}(?:[.,٫٬]\p{Nd}{1,20}){0,4}\s(?=[${western}°]{1,4}(?:\/[${western}]{1,4})?(?![${western}\p{Nd}'’.-]))`
/** A number of a citation or a formula; what follows in Arabic counts by it. */
const number = String.raw`(?:(?<=[/⁄*·×=^+−≈<>≤≥≠]\s?)(?:[0-9]{1,20}(?:[.,][0-9]{1,20})?|[٠-٩]{1,20}(?:[٫٬][٠-٩]{1,20})?)|[0-9]{1,20}(?:[.,:/–-][0-9]{1,20}){0,6}(?![0-9\s]*\p{Script=Arabic}))`

const inArabic: Grammar = {
  // The letter that ends a number of a book is part of it.
  first: new RegExp(`${address}|(?<!\\p{Nd}-\\p{Nd}{1,20}-)(?:${measured}|[${operators}][${figures}]{0,3}\\s?)?${word}`, 'gu'),
  next: new RegExp(`${address}|${word}|${number}`, 'uy'),
  gap: new RegExp(`[\\s,;:.()[\\]“”‘’"'–—&§%=+·×⁄/*<>≈≤≥…^|−±#${operators}${figures}-]{1,6}`, 'uy'),
  around: '',
  // The rest of a citation, or of a formula; other brackets round a name belong to the Arabic.
  before: (opener, gap) => opener !== '(' || /^\)\s?[/⁄*·×=^+−]/.test(gap),
}

const arabicWord = String.raw`\p{Script=Arabic}[\p{Script=Arabic}\p{M}ـ]{0,200}`
const easternNumber = String.raw`[٠-٩]{1,20}(?:[٫٬.,/:–-][٠-٩]{1,20}){0,6}`
const countedWord = String.raw`[0-9]{1,20}(?=[\s،؛]{1,2}\p{Script=Arabic})`

const inEnglish: Grammar = {
  first: new RegExp(arabicWord, 'gu'),
  next: new RegExp(`${arabicWord}|${easternNumber}|${countedWord}`, 'uy'),
  // Without the English comma: Arabic words that it parts are items of an English list.
  gap: /[\s،؛؟:.!…()[\]«»﴿﴾-]{1,5}/uy,
  tail: /[،؛؟]/uy,
  around: '«﴿',
  before: (opener) => opener === '«' || opener === '﴿',
}

const anyWestern = new RegExp(`[${western}]`, 'u')

/** Latin, Greek and Cyrillic words of an Arabic text with the numbers, signs and brackets that belong to them. */
export const westernRuns = (text: string): Span[] => (anyWestern.test(text) ? runsIn(text, inArabic) : [])

/** Arabic words of an English text with their numbers and marks. */
export const arabicRuns = (text: string): Span[] => runsIn(text, inEnglish)
