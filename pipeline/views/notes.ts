/** Notes of both languages, each under a heading of its own, where the running text is not set in rows. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { directionOf, type Bilingual, type Language } from '../model/language.ts'
import type { Words } from '../model/words.ts'
import { inLanguage, noteElement } from './hast.ts'
import type { ParallelSection } from './parallel.ts'

/** Nothing where the section has no notes. */
export function notesOf({ notes }: ParallelSection, order: readonly Language[], words: Bilingual<Words>): Element[] {
  const asides = order.flatMap((language) => {
    const own = notes.flatMap((passage) => passage[language].map(({ unit, chapter }) => noteElement(unit, chapter, language, words[language])))
    return own.length > 0 ? [notesTitle(language, words[language]), ...own] : []
  })
  const [leading] = order
  return asides.length > 0 ? [h('section', { className: ['notes'], role: 'doc-endnotes', lang: leading, dir: leading && directionOf(leading) }, asides)] : []
}

export const notesTitle = (language: Language, words: Words): Element =>
  inLanguage(h('h2', { className: ['notes-title'] }, words('book:notes')), language)
