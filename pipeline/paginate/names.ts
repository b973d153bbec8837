/** Names of galleys: what stands in one, and of which part of the book it is. */

import type { Language } from '../model/language.ts'

/** In place of a language where both stand together. */
export const bothLanguages = 'both'

export type Shown = Language | typeof bothLanguages

/** The index waits for the numbers of all other pages, so it has galleys of its own. */
export type Stretch = 'text' | 'index'

/** `both@0`, `ar-index@3`; parts are counted through the file. */
export const galleyName = (shown: Shown, stretch: Stretch, part: number): string => `${stretch === 'text' ? shown : `${shown}-${stretch}`}@${part}`

/** `notes-en@0`. */
export const notesGalley = (language: Language, part: number): string => `notes-${language}@${part}`

/** Whether it is set in two columns: an index. */
export const isDouble = (name: string): boolean => kindOf(name).endsWith('-index')

/** The name without its part. */
export const kindOf = (name: string): string => name.slice(0, name.indexOf('@'))

export const partOf = (name: string): number => Number(name.slice(name.indexOf('@') + 1))

export function shownIn(name: string): Shown {
  const [shown] = kindOf(name).split('-')
  return shown === 'en' || shown === 'ar' ? shown : bothLanguages
}
