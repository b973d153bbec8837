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

function numberAt(words: readonly Word[], start: number, text: string): { taken: number; value: number; form: Form } {
  let [total, current, end, last] = [0, 0, start, Infinity]
  for (let at = start; at < words.length; at++) {
    const { folded: word, from } = words[at]!
    if (at > start && !/^[\s-]+$/.test(text.slice(words[at - 1]!.to, from))) break
    const decade = decades.get(word)
    const ordinal = ordinals.get(word) ?? decade
    const cardinal = cardinals.get(word)
    const scale = englishScales.get(word)
    const scaled = scaleOrdinals.get(word)
    if (scaled !== undefined) return { taken: at + 1 - start, value: total + Math.max(1, current) * scaled, form: 'ordinal' }
    if (word === 'dozen' && current > 0 && current < 10) return { taken: at + 1 - start, value: current * 12, form: 'cardinal' }
    if (word === 'and' && end === at && at > start && last >= 100) continue
    const plain = cardinal ?? ordinal
    if (plain !== undefined && (last === Infinity || last >= 100 || (last >= 20 && plain < 10 && plain > 0))) {
      if (ordinal !== undefined) return { taken: at + 1 - start, value: total + current + ordinal, form: decade === undefined ? 'ordinal' : 'decade' }
      current += plain
      last = plain
    } else if (scale !== undefined && (current > 0 || isArticle(words[at - 1]))) {
      if (scale === 100) current = Math.max(1, current) * 100
      else [total, current] = [total + Math.max(1, current) * scale, 0]
      last = scale
    } else break
    end = at + 1
  }
  return { taken: end - start, value: total + current, form: 'cardinal' }
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
