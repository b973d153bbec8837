/** Names that `Intl` knows in both languages: territories, languages, currencies, months and days of the week. */

import { bilingual, type Bilingual } from '../../model/language.ts'

const tags = { en: ['en'], ar: ['ar', 'ar-SY', 'ar-MA'] }

export function namesOf(): Bilingual<string>[] {
  return [...displayNames('region', codes(2)), ...displayNames('language', [...codes(2), ...codes(3)]), ...displayNames('currency', currencies()), ...calendarNames()]
}

function displayNames(type: 'region' | 'language' | 'currency', all: readonly string[]): Bilingual<string>[] {
  const names = bilingual((language) => new Intl.DisplayNames(language, { type, fallback: 'none' }))
  return all.flatMap((code) => {
    const [en, ar] = [names.en.of(code), names.ar.of(code)]
    return en !== undefined && ar !== undefined && /\p{Script=Arabic}/u.test(ar) ? [{ en, ar }] : []
  })
}

const currencies = (): string[] => Intl.supportedValuesOf('currency')

/** Every code of so many letters; those that name nothing fall out. */
function codes(length: number): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const grown = Array.from({ length: length - 1 }).reduce<string[]>((all) => all.flatMap((code) => letters.map((letter) => code + letter)), letters)
  return length === 2 ? grown : grown.map((code) => code.toLowerCase())
}

/** Month names differ between the Levant, Egypt and the Maghreb; all of them count. */
function calendarNames(): Bilingual<string>[] {
  const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 1 + month)))
  return (['month', 'weekday'] as const).flatMap((part) => days.flatMap((day) => {
    const name = (tag: string) => new Intl.DateTimeFormat(tag, { [part]: 'long', timeZone: 'UTC' }).format(day)
    const en = name('en')
    return [...new Set(tags.ar.map(name))].map((ar) => ({ en, ar }))
  }))
}
