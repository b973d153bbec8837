/** The words that the product itself says, in both languages, from `locales`. */

import { readdirSync, readFileSync } from 'node:fs'
import { createInstance, type i18n } from 'i18next'
import type { Digits } from './book.ts'
import type { Language } from './language.ts'
import type { Message } from './message.ts'

const folder = new URL('../../locales/', import.meta.url)

/** Looks up `namespace:key`; numbers among `values` are written in the language's digits. */
export interface Words {
  readonly language: Language
  /** The family of Arabic digits that the book prints. */
  readonly digits: Digits
  (key: string, values?: Readonly<Record<string, string | number>>): string
  /** A whole or decimal number, grouped: `12,345`, `١٢٬٣٤٥`. */
  number(value: number, options?: Intl.NumberFormatOptions): string
  /** A number that is a name, such as a folio or a line number: never grouped. */
  numeral(value: number): string
  /** `2020-07-01` as `1 July 2020` or `١ تموز/يوليو ٢٠٢٠`. */
  date(iso: string): string
}

/** Values that are lists of names; Arabic parts these by its own comma. */
const lists: ReadonlySet<string> = new Set(['names', 'known', 'allowed', 'browsers', 'fonts'])

const voices = new Map<string, Words>()

/**
 * Words in one language; each pair of a language and digits has one voice. A key that is missing is a bug and throws.
 *
 * In a wording, `{{name}}` takes a value; a number takes the digits of the language; `count` chooses the plural form.
 */
export function wordsIn(language: Language, digits: Digits = 'arab'): Words {
  const key = `${language} ${digits}`
  const words = voices.get(key) ?? voiceOf(language, digits)
  voices.set(key, words)
  return words
}

function voiceOf(language: Language, digits: Digits): Words {
  const instance = instanceOf(language)
  const locale = localeOf(language, digits)
  const written = (name: string, value: string | number) =>
    typeof value === 'number' ? numberFormat(locale).format(value) : language === 'ar' && lists.has(name) ? value.replaceAll(', ', '، ') : value
  const plain = new Map<string, string>()
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => {
    if (values !== undefined) return filled(key, values)
    // Words that stand at every sentence are looked up once.
    const wording = plain.get(key) ?? filled(key, {})
    plain.set(key, wording)
    return wording
  }
  const filled = (key: string, values: Readonly<Record<string, string | number>>): string => {
    if (!instance.exists(key, { ...values })) throw new Error(`No wording for ${key} in ${language}`)
    const replace = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(name, value)]))
    return instance.t(key, { ...values, replace })
  }
  return Object.assign(say, {
    language,
    digits,
    number: (value: number, options?: Intl.NumberFormatOptions) => numberFormat(locale, options).format(value),
    numeral: (value: number) => numberFormat(locale, { useGrouping: false }).format(value),
    date: (iso: string) => writtenDate(iso, language, locale),
  })
}

/** What a message says: what is wrong and what to do, in one paragraph. Its rule is `namespace/key`. */
export function wordingOf(message: Pick<Message, 'rule' | 'values'>, words: Words): { what: string; todo: string } {
  const key = message.rule.replace('/', ':')
  return { what: words(`${key}.what`, message.values), todo: words(`${key}.do`, message.values) }
}

/** Levantine and Egyptian month names stand together, as Arabic publishers of the Mashriq print them. */
function writtenDate(iso: string, language: Language, locale: string): string {
  const date = new Date(`${iso}T00:00:00Z`)
  const part = (tag: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(tag, options).format(date)
  if (language === 'en') return part('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  const numeral = (value: number) => numberFormat(locale, { useGrouping: false }).format(value)
  const months = ['ar-SY', 'ar-EG'].map((tag) => part(tag, { month: 'long' }))
  return `${numeral(date.getUTCDate())} ${[...new Set(months)].join('/')} ${numeral(date.getUTCFullYear())}`
}

const localeOf = (language: Language, digits: Digits): string =>
  language === 'en' ? 'en-GB' : `ar-EG-u-nu-${digits}`

const formats = new Map<string, Intl.NumberFormat>()

/** Made once, for making a format costs many times what using it does, and a report writes tens of thousands of numbers. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = formats.get(key) ?? new Intl.NumberFormat(locale, options)
  formats.set(key, format)
  return format
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  dateFormats.set(key, format)
  return format
}

const instances = new Map<Language, i18n>()

function instanceOf(language: Language): i18n {
  const made = instances.get(language)
  if (made) return made
  const home = new URL(`${language}/`, folder)
  const files = readdirSync(home).filter((name) => name.endsWith('.json')).sort()
  const resources = Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(new URL(name, home), 'utf8'))]),
  )
  const instance = createInstance()
  void instance.init({
    lng: language,
    resources: { [language]: resources },
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  instances.set(language, instance)
  return instance
}
