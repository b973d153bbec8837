/** Arabic number words in every gender, case and joining, ordinals, decades and duals, to values. */

import { factOf, type Word } from '../words.ts'
import type { SpokenNumber } from './english.ts'

/** Forms are folded as the aligner folds words: no hamza, no tashkil, final ya for alef maqsura. */
const units: readonly (readonly string[])[] = [
  ['صفر'], ['واحد', 'واحدة', 'احد', 'احدي'], ['اثنان', 'اثنين', 'اثنتان', 'اثنتين', 'اثنا', 'اثني', 'اثنتا', 'اثنتي', 'اثنان', 'ثنتان', 'ثنتين'],
  ['ثلاث', 'ثلاثة', 'ثلث'], ['اربع', 'اربعة'], ['خمس', 'خمسة'], ['ست', 'ستة'], ['سبع', 'سبعة'], ['ثمان', 'ثماني', 'ثمانية', 'ثمانيا', 'ثمانيي'], ['تسع', 'تسعة'], ['عشر', 'عشرة'],
]
const tens = ['عشر', 'ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']
const hundredsBefore = ['ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع']
const hundreds = ['مية', 'ماية', 'ميه', 'مايه']

const unitOrdinals: readonly (readonly string[])[] = [
  ['اول', 'اولي', 'حادي', 'حادية'], ['ثاني', 'ثانية', 'ثان'], ['ثالث', 'ثالثة'], ['رابع', 'رابعة'], ['خامس', 'خامسة'], ['سادس', 'سادسة'],
  ['سابع', 'سابعة'], ['ثامن', 'ثامنة'], ['تاسع', 'تاسعة'], ['عاشر', 'عاشرة'],
]

interface Spoken {
  readonly value: number
  readonly kind: 'unit' | 'ten' | 'tens' | 'hundred' | 'scale' | 'plural' | 'ordinal' | 'decade'
}

const scaleForms: readonly (readonly [value: number, forms: readonly string[], dual: readonly string[]])[] = [
  [1000, ['الف', 'الاف', 'الفا', 'الوف'], ['الفان', 'الفين', 'الفي', 'الفا']],
  [1e6, ['مليون', 'ملايين', 'مليونا'], ['مليونان', 'مليونين', 'مليوني']],
  [1e9, ['مليار', 'مليارات', 'مليارا', 'بليون', 'بلايين', 'بليونا'], ['ملياران', 'مليارين', 'ملياري', 'بليونان', 'بليونين']],
  [1e12, ['تريليون', 'تريليونات', 'تريليونا'], ['تريليونان', 'تريليونين']],
]

/** Words that multiply what stands before them. */
export const arabicScales: ReadonlyMap<string, number> = new Map([
  ...hundreds.map((form): [string, number] => [form, 100]),
  ...scaleForms.flatMap(([value, forms]) => forms.map((form): [string, number] => [form, value])),
])

/** Alone they are “hundreds of” and “thousands of”, which count nothing; behind a number they multiply it. */
const plurals: Readonly<Record<string, number>> = { الوف: 1000, الاف: 1000, ملايين: 1e6, مليارات: 1e9, بلايين: 1e9 }

const table: ReadonlyMap<string, Spoken> = new Map<string, Spoken>([
  ...units.flatMap((forms, value) => forms.flatMap((form): [string, Spoken][] => [
    [form, { value, kind: value === 10 ? 'ten' : 'unit' }],
    ...(/[ةاي]$/.test(form) ? [] : [[`${form}ا`, { value, kind: value === 10 ? 'ten' : 'unit' }] as [string, Spoken]]),
  ])),
  ...tens.flatMap((stem, index): [string, Spoken][] => ['ون', 'ين'].map((end) => [stem + end, { value: (index + 2) * 10, kind: 'tens' }])),
  ...tens.flatMap((stem, index): [string, Spoken][] => ['ينيات', 'ينات'].map((end) => [stem + end, { value: (index + 2) * 10, kind: 'decade' }])),
  ...hundreds.map((form): [string, Spoken] => [form, { value: 100, kind: 'hundred' }]),
  ...hundredsBefore.flatMap((stem, index) => hundreds.flatMap((form): [string, Spoken][] =>
    [stem, stem === 'ثمان' ? 'ثماني' : stem].map((before) => [before + form, { value: (index + 3) * 100, kind: 'hundred' }]))),
  ...['ميتان', 'ميتين', 'مايتان', 'مايتين', 'ميتي', 'مايتي', 'ميتا', 'مايتا'].map((form): [string, Spoken] => [form, { value: 200, kind: 'hundred' }]),
  ...unitOrdinals.flatMap((forms, index) => forms.map((form): [string, Spoken] => [form, { value: index + 1, kind: 'ordinal' }])),
  ...scaleForms.flatMap(([value, forms, dual]) => [
    ...dual.map((form): [string, Spoken] => [form, { value: value * 2, kind: 'scale' }]),
    ...forms.map((form): [string, Spoken] => [form, { value, kind: 'scale' }]),
  ]),
  ...['ميات', 'ميين', 'الوف', 'الاف', 'ملايين', 'مليارات', 'بلايين'].map((form): [string, Spoken] => [form, { value: plurals[form] ?? 100, kind: 'plural' }]),
  ...['احادي', 'ثنايي', 'ثلاثي', 'رباعي', 'خماسي', 'سداسي', 'سباعي', 'ثماني', 'تساعي', 'عشاري'].flatMap((form, index): [string, Spoken][] =>
    (form === 'ثماني' ? [] : [[form, { value: index + 1, kind: 'ordinal' }], [`${form}ة`, { value: index + 1, kind: 'ordinal' }]])),
])

interface Read extends Spoken {
  readonly and: boolean
  /** عشر, not عشرة. */
  readonly isMasculineTen: boolean
}

/** Longest first. */
const prefixes = ['و', 'ف', ''].flatMap((and) => ['بال', 'كال', 'لل', 'ال', 'ب', 'ك', 'ل', ''].map((rest) =>
  [and + rest, and === 'و'] as const))
  .filter(([prefix]) => prefix !== '').sort(([one], [other]) => other.length - one.length)

function readForm(word: string): Read | undefined {
  const own = table.get(word)
  if (own) return { ...own, and: false, isMasculineTen: word === 'عشر' }
  for (const [prefix, and] of prefixes) {
    if (!word.startsWith(prefix)) continue
    const spoken = table.get(word.slice(prefix.length))
    if (spoken) return { ...spoken, and, isMasculineTen: false }
  }
  return undefined
}

const readWord = factOf(readForm)

/** Numbers in words; و joins their parts, the unit before the ten. A dual noun is no number word: see `dualsIn`. Linear. */
export function arabicNumbers(words: readonly Word[], text: string): SpokenNumber[] {
  const found: SpokenNumber[] = []
  for (let at = 0; at < words.length;) {
    const number = numberAt(words, at, text)
    if (number) found.push(number.spoken)
    at += number?.taken ?? 1
  }
  return found
}

function numberAt(words: readonly Word[], start: number, text: string): { spoken: SpokenNumber; taken: number } | undefined {
  const first = readWord(words[start]!)
  if (!first || first.kind === 'plural') return undefined
  const sum = new Sum(first, /واحد/.test(words[start]!.folded))
  let taken = 1
  for (let at = start + 1; at < words.length; at++) {
    if (!/^\s+$/.test(text.slice(words[at - 1]!.to, words[at]!.from))) break
    // و may stand apart, against the rule.
    const isApart = words[at]!.folded === 'و' && words[at + 1] !== undefined
    if (isApart) at++
    const next = readWord(words[at]!)
    if (taken === 1 && isTheOne(words[start]!) && !/^وال/.test(words[at]!.folded) && (next?.kind === 'tens' || next?.kind === 'ten')) break
    if (taken === 1 && isFirst(words[start]!) && next?.kind === 'ten') break
    if (!next || !sum.take(isApart ? { ...next, and: true } : next)) break
    taken = at + 1 - start
  }
  const [from, to] = [words[start]!.from, words[start + taken - 1]!.to]
  return { spoken: { value: sum.value, from, to, form: sum.form }, taken }
}

/** “The one curtain and fifty loops”, الشقة الواحدة وخمسين عروة: in a definite number both parts have ال, and eleven is أحد عشر. */
const isTheOne = ({ folded }: Word): boolean => /^[وف]?[بلك]?الواحد/.test(folded)

/** أول عشر صور are the first ten pictures; eleventh is حادي عشر. */
const isFirst = ({ folded }: Word): boolean => /^[وف]?[بلك]?(?:ال)?اولي?$/.test(folded)

/** A number as its words come in. */
class Sum {
  #thousands = 0
  #current = 0
  #last: Spoken['kind']
  readonly form: SpokenNumber['form']

  /** واحد is an adjective before a number: a thousand is ألف alone, eleven أحد عشر; but واحد عشر may be that with و before it. */
  readonly #isOne: boolean

  constructor({ value, kind }: Read, isOne: boolean) {
    this.#isOne = isOne
    this.form = kind === 'ordinal' || kind === 'decade' ? kind : 'cardinal'
    this.#last = kind
    if (kind === 'scale') this.#thousands = value
    else this.#current = value
  }

  get value(): number {
    return this.#thousands + this.#current
  }

  /** False where the word begins a number of its own. */
  take(next: Read): boolean {
    const done = next.and ? this.#add(next) : this.#multiply(next)
    if (done) this.#last = next.kind === 'plural' ? 'scale' : next.kind
    return done
  }

  #multiply({ value, kind, isMasculineTen }: Read): boolean {
    if (this.#isOne && this.#current === 1 && !isMasculineTen) return false
    const isUnit = this.#last === 'unit' || this.#last === 'ordinal'
    if (kind === 'ten' && isUnit && this.#current % 100 < 10) this.#current += 10
    else if (kind === 'hundred' && value === 100 && this.#last === 'unit') this.#current *= 100
    else if ((kind === 'scale' || kind === 'plural') && this.#current > 0 && this.#last !== 'ordinal') {
      this.#thousands += this.#current * value
      this.#current = 0
    } else return false
    return true
  }

  #add({ value, kind }: Read): boolean {
    const afterLarge = this.#last === 'hundred' || this.#last === 'scale'
    if (kind === 'tens' && (this.#last === 'unit' || this.#last === 'ordinal')) this.#current += value
    else if (afterLarge && (kind === 'unit' || kind === 'ten' || kind === 'tens')) this.#current += value
    else if (this.#last === 'scale' && kind === 'hundred') this.#current += value
    else if (kind === 'scale' && this.#last === 'scale' && value < this.#thousands) this.#thousands += value
    else return false
    return true
  }
}

/** Whether a word, folded, is a part of a number. */
export const isArabicNumberWord = (word: string): boolean => readForm(word) !== undefined
