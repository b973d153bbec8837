/** The two languages of a parallel book, and pairs of things in them. */

export type Language = 'en' | 'ar'

/** One of a thing in each language; which side is the original is a field of the book. */
export interface Bilingual<T> {
  readonly en: T
  readonly ar: T
}

export type Direction = 'ltr' | 'rtl'

export const languages: readonly Language[] = ['en', 'ar']

export function directionOf(language: Language): Direction {
  return language === 'ar' ? 'rtl' : 'ltr'
}

export function counterpartOf(language: Language): Language {
  return language === 'ar' ? 'en' : 'ar'
}

/** Both sides, each made by the same function. */
export function bilingual<T>(make: (language: Language) => T): Bilingual<T> {
  return { en: make('en'), ar: make('ar') }
}
