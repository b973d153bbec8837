/** Faults put into sound Arabic sentences, each with the rules of which one must see it. */

export interface Fault {
  readonly name: string
  readonly seenBy: readonly string[]
  /** The faulty text, or undefined where the sentence offers no place for the fault. `at` is a number from 0 up to 1. */
  readonly put: (ar: string, en: string, at: number) => string | undefined
}

const quantities = ['numbers-differ', 'dates-differ', 'times-differ', 'percentages-differ', 'currencies-differ', 'units-differ']

/** The text with the one of its matches that `at` points to replaced. */
function replaced(text: string, pattern: RegExp, at: number, by: (match: string) => string): string | undefined {
  const matches = [...text.matchAll(pattern)]
  const match = matches[Math.floor(at * matches.length)]
  return match && `${text.slice(0, match.index)}${by(match[0])}${text.slice(match.index + match[0].length)}`
}

const otherDigit = (digit: string): string => String.fromCodePoint((digit.codePointAt(0) ?? 0) + (/[9٩]/.test(digit) ? -1 : 1))

const swaps = (name: string, from: string, to: string, seenBy: readonly string[]): Fault =>
  ({ name, seenBy, put: (ar, _, at) => replaced(ar, new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, 'gu'), at, () => to) })

export const faults: readonly Fault[] = [
  { name: 'another digit', seenBy: quantities, put: (ar, _, at) => replaced(ar, /(?<![\p{L}\p{N}.,:-])[1-9٢-٩](?=[0-9٠-٩])/gu, at, otherDigit) },
  swaps('another number word', 'ثلاثين', 'أربعين', ['number-words-differ', ...quantities]),
  swaps('another number word', 'سبعة', 'ثمانية', ['number-words-differ', ...quantities]),
  swaps('another month', 'مارس', 'مايو', quantities),
  swaps('another month', 'يناير', 'يونيو', quantities),
  { name: 'percent sign lost', seenBy: ['percentages-differ'], put: (ar, _, at) => replaced(ar, /(?<=[0-9٠-٩])\s?[%٪]/g, at, () => '') },
  swaps('another currency', 'دولار', 'يورو', ['currencies-differ']),
  swaps('another unit', '(?<=[0-9٠-٩] )(?:كيلومتر|كم|متر|ميل)(?:ات|ا|اً|اًا)?', 'هكتار', ['units-differ']),
  { name: 'half a sentence lost', seenBy: ['length-out-of-proportion', ...quantities, 'end-punctuation'], put: (ar) => (ar.length < 160 ? undefined : ar.slice(0, ar.lastIndexOf(' ', ar.length * 0.4))) },
  { name: 'left in English', seenBy: ['untranslated'], put: (_, en) => (en.split(' ').length > 4 && /^[A-Z]/.test(en) ? en : undefined) },
  { name: 'question mark lost', seenBy: ['end-punctuation'], put: (ar, en) => (/؟$/.test(ar) && /\?$/.test(en) ? ar.replace(/؟$/, '.') : undefined) },
  { name: 'quotation mark lost', seenBy: ['quotes-unpaired'], put: (ar, _, at) => (/^[^«»]*«[^«»]+»[^«»]*$/.test(ar) ? replaced(ar, /[«»]/g, at, () => '') : undefined) },
  { name: 'bracket lost', seenBy: ['brackets-unpaired'], put: (ar, _, at) => (/^[^()]*\([^()]+\)[^()]*$/.test(ar) ? replaced(ar, /[()]/g, at, () => '') : undefined) },
  { name: 'word twice', seenBy: ['repeated-word'], put: (ar, _, at) => replaced(ar, /(?<= )[\u0621-\u064A]{3,}(?= )/g, at, (word) => `${word} ${word}`) },
  { name: 'space twice', seenBy: ['double-space'], put: (ar, _, at) => replaced(ar, / /g, at, () => '  ') },
  { name: 'Latin comma', seenBy: ['latin-punctuation'], put: (ar, _, at) => replaced(ar, /،/g, at, () => ',') },
  { name: 'other digits', seenBy: ['digits-mixed'], put: (ar, _, at) => replaced(ar, /(?<![\p{L}\p{N}.,:-])[0-9]+(?![\p{L}\p{N}.,:-])(?! ?\p{Script=Latin})/gu, at, (digits) => [...digits].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('')) },
  { name: 'tatweel', seenBy: ['tatweel'], put: (ar, _, at) => replaced(ar, /(?<=[بتسن])(?=[\u0621-\u063A\u0641-\u064A]{2})/g, at, () => 'ـ') },
  { name: 'stray control', seenBy: ['bidi-unbalanced'], put: (ar, _, at) => replaced(ar, / /g, at, () => ' \u202B') },
  { name: 'old shapes', seenBy: ['presentation-forms'], put: (ar, _, at) => replaced(ar, /لا/g, at, () => 'ﻻ') },
  { name: 'name in another way', seenBy: ['names-vary'], put: (ar, en, at) => (/(?<=[a-z,] )[A-Z][a-z]{3}/.test(en) ? namesChanged(ar, at) : undefined) },
]

/** Names that the corpora have often, written as another house would. */
const houses: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})سليمان(?!\p{L})/gu, 'سولومان'], [/(?<!\p{L})بطرس(?!\p{L})/gu, 'بيتروس'], [/(?<!\p{L})يربعام(?!\p{L})/gu, 'ياروبعام'], [/(?<!\p{L})بلعام(?!\p{L})/gu, 'بالاعام'],
  [/(?<!\p{L})ترامب(?!\p{L})/gu, 'ترمب'], [/(?<!\p{L})بوسطن(?!\p{L})/gu, 'بوستن'], [/(?<!\p{L})فرنسا(?!\p{L})/gu, 'فرانسا'], [/(?<!\p{L})إبراهيم(?!\p{L})/gu, 'أبراهام'],
]

function namesChanged(ar: string, at: number): string | undefined {
  const found = houses.filter(([pattern]) => new RegExp(pattern).test(ar))
  const house = found[Math.floor(at * found.length)]
  return house && replaced(ar, house[0], 0, () => house[1])
}
