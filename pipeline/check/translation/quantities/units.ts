/** Currencies, percent signs and units of measure beside a number, in both languages. */

import { folded } from '../../../align/stem.ts'
import type { Language } from '../../../model/language.ts'
import type { QuantityKind } from './quantity.ts'

export interface Unit {
  readonly kind: Extract<QuantityKind, 'percentage' | 'currency' | 'unit'>
  readonly name: string
  /** What it measures, and how many of the dimension's own unit it is; currencies have none. */
  readonly dimension?: string
  readonly size?: number
}

const measures: readonly (readonly [name: string, dimension: string, size: number, en: string, ar: string])[] = [
  ['kmh', 'speed', 1, 'km/h|kmh|kph|kilomet(?:er|re)s? (?:per|an) hour', 'كم[/\\\\]س(?:اعة)?|كيلومتر(?:ات|ا)? في الساعة'],
  ['mph', 'speed', 1.609, 'mph|miles? (?:per|an) hour', '(?:ميل|اميال|ميلا) في الساعة|ميل[/\\\\]س(?:اعة)?'],
  ['mm', 'length', 0.001, 'mm|millimet(?:er|re)s?', 'ملم|مم|ملي?ي?متر(?:ات|ا)?|ميليمتر(?:ات|ا)?'],
  ['cm', 'length', 0.01, 'cm|centimet(?:er|re)s?', 'سم|سنتي?متر(?:ات|ا)?|سانتيمتر(?:ات|ا)?'],
  ['m', 'length', 1, 'm|met(?:er|re)s?', 'متر|امتار|مترا'],
  ['km', 'length', 1000, 'km|kilomet(?:er|re)s?', 'كم|كلم|كيلومتر(?:ات|ا)?|كيلو متر(?:ات|ا)?'],
  ['inch', 'length', 0.0254, 'in|inch(?:es)?', 'بوصة|بوصات|انش|انشات'],
  ['foot', 'length', 0.3048, 'ft|foot|feet', 'قدم|اقدام|قدما'],
  ['yard', 'length', 0.9144, 'yds?|yards?', 'ياردة|ياردات'],
  ['mile', 'length', 1609.34, 'mi|miles?', 'ميل|اميال|ميلا'],
  ['g', 'mass', 0.001, 'g|gram(?:me)?s?', 'غ|غم|جم|غرام(?:ات|ا)?|جرام(?:ات|ا)?'],
  ['kg', 'mass', 1, 'kg|kilos?|kilogram(?:me)?s?', 'كغ|كغم|كجم|كلغ|كيلو|كيلوغرام(?:ات|ا)?|كيلوجرام(?:ات|ا)?|كيلو غرام(?:ات|ا)?|كيلو جرام(?:ات|ا)?'],
  ['lb', 'mass', 0.4536, 'lbs?', 'رطل|رطلا|ارطال|باوند'],
  ['ounce', 'mass', 0.02835, 'oz|ounces?', 'اونصة|اونصات|اوقية|اواق|اواقي'],
  ['ton', 'mass', 1000, 'tons?|tonnes?', 'طن|اطنان|طنا'],
  ['ml', 'volume', 0.001, 'ml|millilit(?:er|re)s?', 'مل|ملل|ملي?ي?لتر(?:ات|ا)?'],
  ['l', 'volume', 1, 'l|lit(?:er|re)s?', 'لتر|لترا|لترات|ليتر|ليترا|ليترات'],
  ['hectare', 'area', 1, 'ha|hectares?', 'هكتار|هكتارا|هكتارات'],
  ['acre', 'area', 0.4047, 'acres?', 'فدان|فدانا|افدنة|اكر|اكرات'],
  ['fahrenheit', 'temperature', 1, '°\\s?f|degrees fahrenheit', '°\\s?ف|درجة فهرنهايت|درجات فهرنهايت'],
  ['celsius', 'temperature', 1, '°\\s?c|degrees celsius', '°\\s?م|درجة ميوية|درجات ميوية'],
]

const currencies: readonly (readonly [name: string, en: string, ar: string])[] = [
  ['dollar', '\\$|us\\$|usd|dollars?', '\\$|دولار|دولارا|دولارات'],
  ['euro', '€|eur|euros?', '€|يورو'],
  ['pound', '£|gbp|pounds?|lire|liras?', '£|جنيه|جنيها|جنيهات|ليرة|ليرات'],
  ['dinar', 'dinars?', 'دينار|دينارا|دنانير'],
  ['dirham', 'dirhams?', 'درهم|درهما|دراهم'],
  ['riyal', 'riyals?|rials?', '﷼|ريال|ريالا|ريالات'],
  ['shekel', '₪|shekels?', '₪|شيكل|شيكلا|شيكلات|شاقل|شاقلا|شواقل'],
  ['yen', '¥|yen', '¥|ين'],
  ['franc', 'francs?', 'فرنك|فرنكا|فرنكات'],
  ['rupee', '₹|rupees?', '₹|روبية|روبيات'],
  ['rouble', '₽|rou?bles?', '₽|روبل|روبلا|روبلات'],
]

/** English has one word for the coin and the weight. */
const poundOfMass = { dimension: 'mass', size: 0.4536 }

const percent = { en: '%|percent|per cent|percentage points?', ar: '[%٪]|ب?ال?ما?ي[ةه]|في ال?ما?ي[ةه]' }

const all: readonly { unit: Unit; en: string; ar: string }[] = [
  { unit: { kind: 'percentage', name: 'percent' }, ...percent },
  ...currencies.map(([name, en, ar]) => ({ unit: { kind: 'currency' as const, name, ...(name === 'pound' && poundOfMass) }, en, ar })),
  ...measures.map(([name, dimension, size, en, ar]) => ({ unit: { kind: 'unit' as const, name, dimension, size }, en, ar })),
]

const patternOf = (language: Language, flags: string, before: string): RegExp =>
  new RegExp(`${before}(?:${all.map((one) => `(${one[language]})`).join('|')})(?![\\p{L}])`, flags)

/** Directly after a number; Arabic may join ال before. */
const behind: Readonly<Record<Language, RegExp>> = {
  en: patternOf('en', 'iu', '^[\\s\\u00a0-]{0,2}'),
  ar: patternOf('ar', 'u', '^[\\s\\u00a0]{0,2}(?:من )?(?:ال)?'),
}
const before: Readonly<Record<Language, RegExp>> = {
  en: /(us\$|\$|€|£|¥|₪|₹|₽)\s?$/i,
  ar: /(\$|€|£|¥|₪|₹|₽|٪|%)\s?$/,
}
const signs: Readonly<Record<string, Unit>> = {
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
  if (!own?.size || !their?.size || own.dimension !== their.dimension || own === their) return false
  const [left, right] = [sizeOf(one.value, own), sizeOf(other.value, their)]
  return Math.abs(left - right) <= tolerance * Math.max(Math.abs(left), Math.abs(right))
}

/** In the dimension's own unit; degrees of Fahrenheit have another zero. */
const sizeOf = (value: number, { name, size = 1 }: Unit): number => (name === 'fahrenheit' ? ((value - 32) * 5) / 9 : value * size)
