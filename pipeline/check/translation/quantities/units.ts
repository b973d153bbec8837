/** Currencies, percent signs and units of measure beside a number, in both languages. */

import { folded } from '../../../align/stem.ts'
import type { Language } from '../../../model/language.ts'
import { kept } from '../memo.ts'
import { measures } from './measures.ts'
import type { QuantityKind } from './quantity.ts'

export interface Unit {
  /** Of what it counts: days and years are told of as numbers are. */
  readonly kind: Extract<QuantityKind, 'percentage' | 'currency' | 'unit' | 'number'>
  readonly name: string
  /** Of a measure, and of the coin that is a weight as well; see `Measure`. */
  readonly dimension?: string
  readonly sizes?: readonly number[]
}

const currencies: readonly (readonly [name: string, en: string, ar: string])[] = [
  ['dollar', '\\$|us\\$|usd|dollars?', '\\$|دولار|دولارا|دولارات'],
  ['euro', '€|eur|euros?', '€|يورو'],
  ['pound', '£|gbp|egp|l\\.e\\.|lbp|syp|sdg|pounds?|lire|liras?', '£|(?:ج\\.م|ل\\.[لس])(?!\\p{L})|جنيه|جنيها|جنيهات|ليرة|ليرات'],
  ['dinar', 'kwd|bhd|jod|iqd|dzd|tnd|lyd|dinars?', 'د\\.[كبعجتل](?!\\p{L})|دينار|دينارا|دنانير'],
  ['dirham', 'aed|dirhams?', 'د\\.[ام](?!\\p{L})|درهم|درهما|دراهم'],
  ['riyal', 'sar|qar|omr|yer|riyals?|rials?', '﷼|ر\\.[سقعي](?!\\p{L})|ريال|ريالا|ريالات'],
  ['shekel', '₪|shekels?', '₪|شيكل|شيكلا|شيكلات|شاقل|شاقلا|شواقل'],
  ['yen', '¥|yen', '¥|ين'],
  ['franc', 'francs?', 'فرنك|فرنكا|فرنكات'],
  ['rupee', '₹|rupees?', '₹|روبية|روبيات'],
  ['rouble', '₽|rou?bles?', '₽|روبل|روبلا|روبلات'],
]

/** English has one word for the coin and the weight. */
const poundOfMass = { dimension: 'mass', sizes: [0.4536] }

const percent = { en: '%|percent|per cent|percentage points?', ar: '[%٪]|ب?ال?ما?ي[ةه]|في ال?ما?ي[ةه]' }

const all: readonly { unit: Unit; en: string; ar: string }[] = [
  { unit: { kind: 'percentage', name: 'percent' }, ...percent },
  ...currencies.map(([name, en, ar]) => ({ unit: { kind: 'currency' as const, name, ...(name === 'pound' && poundOfMass) }, en, ar })),
  ...measures.map(({ name, dimension, sizes, en, ar }) => ({ unit: { kind: dimension === 'duration' ? 'number' as const : 'unit' as const, name, dimension, sizes }, en, ar })),
]

const patternOf = (language: Language, flags: string, before: string): RegExp =>
  new RegExp(`${before}(?:${all.map((one) => `(${one[language]})`).join('|')})(?![\\p{L}\\d])`, flags)

/** Directly after a number; Arabic may join ال before. */
const behind: Readonly<Record<Language, RegExp>> = {
  en: patternOf('en', 'iu', '^[\\s\\u00a0-]{0,2}'),
  ar: patternOf('ar', 'u', '^[\\s\\u00a0]{0,2}(?:من )?(?:ال)?'),
}
/** As contracts write them before a number, by the one name that Arabic has for all coins of the kind. */
const codes: Readonly<Record<string, string>> = {
  dollar: 'USD', euro: 'EUR', pound: 'EGP LE L.E. E£ LBP SYP SDG GBP', dinar: 'KWD BHD JOD JD IQD DZD TND LYD', dirham: 'AED MAD', riyal: 'SAR SR QAR OMR YER',
}
const byCode = new Map(Object.entries(codes).flatMap(([name, all]) => all.split(' ').map((code) => [code, name] as const)))

const before: Readonly<Record<Language, RegExp>> = {
  en: new RegExp(`((?:US|us)?\\$|(?<![\\p{L}\\d.])(?:${[...byCode.keys()].join('|').replaceAll('.', '\\.')})|[€£¥₪₹₽])\\s?$`, 'u'),
  ar: /(\$|€|£|¥|₪|₹|₽|٪|%)\s?$/,
}
const signs: Readonly<Record<string, Unit>> = {
  ...Object.fromEntries([...byCode].map(([code, name]) => [code.toLowerCase(), { kind: 'currency', name } as const])),
  $: { kind: 'currency', name: 'dollar' }, us$: { kind: 'currency', name: 'dollar' }, '€': { kind: 'currency', name: 'euro' }, '£': { kind: 'currency', name: 'pound' },
  '¥': { kind: 'currency', name: 'yen' }, '₪': { kind: 'currency', name: 'shekel' }, '₹': { kind: 'currency', name: 'rupee' }, '₽': { kind: 'currency', name: 'rouble' },
  '%': { kind: 'percentage', name: 'percent' }, '٪': { kind: 'percentage', name: 'percent' },
}

/** Letters of the longest name of a unit, with tashkil. */
const longest = 40

export interface FoundUnit {
  readonly unit: Unit
  readonly from: number
  readonly to: number
}

/** The unit beside the number at `from … to`. */
export function unitBeside(text: string, from: number, to: number, language: Language): FoundUnit | undefined {
  const ahead = before[language].exec(text.slice(Math.max(0, from - 5), from))
  const sign = ahead?.[1] && signs[ahead[1].toLowerCase()]
  if (ahead && sign) return { unit: sign, from: from - ahead[0].length, to }
  const match = behind[language].exec(folded(text.slice(to, to + longest), language))
  const index = match ? match.findIndex((group, at) => at > 0 && group !== undefined) : -1
  const unit = all[index - 1]?.unit
  return match && unit ? { unit, from, to: endOfWord(text, to + match[0].length) } : undefined
}

/** The folded name is shorter than a vocalised one. */
const endOfWord = (text: string, from: number): number => from + (/^[\p{L}\p{M}]*/u.exec(text.slice(from, from + longest))?.[0].length ?? 0)

const anywhere = new Map(all.map((one) => [one.unit.name, {
  en: new RegExp(`(?<!\\p{L})(?:${one.en})(?!\\p{L})`, 'giu'), ar: new RegExp(`(?<!\\p{L})[وف]?[بلك]?(?:ال|لل)?(?:${one.ar})`, 'gu'),
}]))

/** How often the unit's name or sign stands in the text. */
export const timesNamed = (unit: string, text: string, language: Language): number => folded(text, language).match(anywhere.get(unit)?.[language] ?? /$^/g)?.length ?? 0

const byName = new Map(all.map(({ unit }) => [unit.name, unit]))

/** Whether two measures in different units are the same within so much: our own choice, for translators round. */
const tolerance = 0.08

export function isConverted(one: { value: number; unit: string }, other: { value: number; unit: string }): boolean {
  const [own, their] = [byName.get(one.unit), byName.get(other.unit)]
  if (!own?.sizes || !their?.sizes || own.dimension !== their.dimension || own === their) return false
  return magnitudes(one.value, own).some((left) => magnitudes(other.value, their).some((right) => Math.abs(left - right) <= tolerance * Math.max(Math.abs(left), Math.abs(right))))
}

/** In the dimension's own unit; degrees of Fahrenheit have another zero. */
const magnitudes = (value: number, { name, sizes = [] }: Unit): number[] => (name === 'fahrenheit' ? [((value - 32) * 5) / 9] : sizes.map((size) => value * size))

/** Whether two names are of one unit: a pound is a رطل where it weighs. */
export const areOne = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && isConverted({ value: 1, unit: one }, { value: 1, unit: other }))

/** The unit that an Arabic dual, folded, names twice: ميلان, كيلومترين, بوصتا. */
export const dualUnit = kept((word): string | undefined => {
  const joined = /^[وف]?[بلك]?(?:ال)?(?=\p{L}{3})/u
  const nouns = [word, word.replace(joined, '')].map((one) => one.replace(/(?:ان|ين|ا|ي)$/, ''))
  return nouns.flatMap((noun) => [noun, noun.replace(/ت$/, 'ة')]).map(measureNamed).find((name) => name !== undefined)
})

const wholeName = new RegExp(`^(?:${measures.map(({ ar }) => `(${ar})`).join('|')})$`, 'u')

/** The measure that a folded Arabic word is the name of; a pattern of one has no groups of its own. */
function measureNamed(noun: string): string | undefined {
  const groups = wholeName.exec(noun)?.slice(1) ?? []
  return measures[groups.findIndex((group) => group !== undefined)]?.name
}
