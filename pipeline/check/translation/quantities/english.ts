/** English number words: cardinals, ordinals, decades and Roman numerals, to values. */

import type { Word } from '../words.ts'

export interface SpokenNumber {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly form: 'cardinal' | 'ordinal' | 'decade'
}

type Form = SpokenNumber['form']

const units = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const unitOrdinals = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(' ')

/** Words that multiply what stands before them. */
export const englishScales: ReadonlyMap<string, number> = new Map([
  ['hundred', 100], ['thousand', 1000], ['million', 1e6], ['billion', 1e9], ['trillion', 1e12], ['mln', 1e6], ['bn', 1e9],
  ['megatons', 1e6], ['megatonnes', 1e6], ['gigatons', 1e9], ['gigatonnes', 1e9],
])

const cardinals = new Map([
  ...units.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, (index + 2) * 10]), ['dozen', 12], ['decade', 10],
])
const ordinals = new Map([
  ...unitOrdinals.map((word, index): [string, number] => [word, index + 1]),
  ...tens.map((word, index): [string, number] => [`${word.slice(0, -1)}ieth`, (index + 2) * 10]),
])
const scaleOrdinals = new Map([['hundredth', 100], ['thousandth', 1000], ['millionth', 1e6]])
const decades = new Map(tens.map((word, index): [string, number] => [`${word.slice(0, -1)}ies`, (index + 2) * 10]))

/** Those that a number may begin with: most words are none. */
const numberWords = new Set([...cardinals, ...ordinals, ...decades, ...englishScales, ...scaleOrdinals].map(([word]) => word))

/** Whether a word, folded, may begin a number. */
export const isEnglishNumberWord = (word: string): boolean => numberWords.has(word)

/** Numbers in words, with no more than spaces, hyphens and “and” between their words. Linear. */
export function englishNumbers(words: readonly Word[], text: string): SpokenNumber[] {
  const found: SpokenNumber[] = []
  for (let at = 0; at < words.length;) {
    if (!numberWords.has(words[at]!.folded)) {
      at++
      continue
    }
    const { taken, value, form } = numberAt(words, at, text)
    const [first, last] = [words[at], words[at + taken - 1]]
    if (taken > 0 && first && last) found.push({ value, from: first.from, to: last.to, form })
    at += Math.max(1, taken)
  }
  return [...found, ...romanNumbers(text)]
}

interface NumberRead {
  readonly taken: number
  readonly value: number
  readonly form: Form
}

function numberAt(words: readonly Word[], start: number, text: string): NumberRead {
  const sum = new Sum()
  for (let at = start; at < words.length; at++) {
    if (at > start && !/^[\s-]+$/.test(text.slice(words[at - 1]!.to, words[at]!.from))) break
    const { folded: word } = words[at]!
    const last = sum.ended(word)
    if (last) return { taken: at + 1 - start, ...last }
    if (!(at > start && sum.waits(word)) && !sum.take(word, at + 1 - start, isArticle(words[at - 1]))) break
  }
  return { taken: sum.taken, value: sum.value, form: 'cardinal' }
}

/** A number as its words come in. */
class Sum {
  #total = 0
  #current = 0
  /** Value of the last word; a smaller one may follow. */
  #last = Infinity
  #hasAnd = false
  /** Words up to the last that counts: an “and” without a number behind it is none of them. */
  taken = 0

  get value(): number {
    return this.#total + this.#current
  }

  /** The number with this word, if none can follow: an ordinal, a decade, so many dozens. */
  ended(word: string): Pick<NumberRead, 'value' | 'form'> | undefined {
    const scaled = scaleOrdinals.get(word)
    if (scaled !== undefined) return { value: this.#total + Math.max(1, this.#current) * scaled, form: 'ordinal' }
    if (word === 'dozen' && this.#current > 0 && this.#current < 10) return { value: this.#current * 12, form: 'cardinal' }
    const decade = decades.get(word)
    const plain = ordinals.get(word) ?? decade
    return plain === undefined || !this.#mayAdd(plain) ? undefined : { value: this.value + plain, form: decade === undefined ? 'ordinal' : 'decade' }
  }

  /** Whether this is the “and” behind a hundred or more. */
  waits(word: string): boolean {
    if (word !== 'and' || this.#hasAnd || this.#last < 100) return false
    this.#hasAnd = true
    return true
  }

  /** False where the word begins a number of its own, or is none. */
  take(word: string, taken: number, isBehindArticle: boolean): boolean {
    const [cardinal, scale] = [cardinals.get(word), englishScales.get(word)]
    if (cardinal !== undefined && this.#mayAdd(cardinal)) this.#add(cardinal)
    else if (scale !== undefined && (this.#current > 0 || isBehindArticle)) this.#multiply(scale)
    else return false
    this.taken = taken
    this.#hasAnd = false
    return true
  }

  #mayAdd = (value: number): boolean => this.#last === Infinity || this.#last >= 100 || (this.#last >= 20 && value < 10 && value > 0)

  #add(value: number): void {
    this.#current += value
    this.#last = value
  }

  #multiply(scale: number): void {
    const product = Math.max(1, this.#current) * scale
    if (scale === 100) this.#current = product
    else [this.#total, this.#current] = [this.#total + product, 0]
    this.#last = scale
  }
}

const isArticle = (word: Word | undefined): boolean => word?.folded === 'a' || word?.folded === 'one'

export const mayHoldRoman = (text: string): boolean => /[IVXL]{2}|-[IVX]/.test(text)

/** After a word, as in “Louis XIV”, of two letters or more, for I is a word; or joined to one, as in “type-I”. */
function romanNumbers(text: string): SpokenNumber[] {
  if (!mayHoldRoman(text)) return []
  return Array.from(text.matchAll(/(?:(?<=\p{L}\s)(?=[IVXL]{2})|(?<=\p{L}-)(?=[IVXL]))(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b/gu), ({ 0: roman, index }) =>
    ({ value: romanValue(roman), from: index, to: index + roman.length, form: 'ordinal' }))
}

const letters: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 }

const romanValue = (roman: string): number => [...roman].reduce((sum, letter, index) => {
  const [own = 0, next = 0] = [letters[letter], letters[roman[index + 1] ?? '']]
  return sum + (own < next ? -own : own)
}, 0)
