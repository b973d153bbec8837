/** How front and back matter stands on the pages of a view: one text, two on a shared page, or two that face each other. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition, Section, SectionRole } from '../../model/edition.ts'
import { bilingual, directionOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { sideElement } from '../columns.ts'
import { named } from '../facing.ts'

type Spoken = Pick<Edition, 'view' | 'languages'>

export const isFacing = ({ view }: Spoken): boolean => view.startsWith('facing')

/** The languages of each text that is set by itself: all in one where they share their pages. */
export const textsOf = (edition: Spoken): readonly (readonly Language[])[] =>
  isFacing(edition) ? edition.languages.map((language) => [language]) : [edition.languages]

/** Whether each language of a section has pages to itself: on facing pages, and in an index, whose entries have no counterparts beside them. */
export const isParted = (edition: Spoken, role: SectionRole): boolean => isFacing(edition) || (role === 'index' && edition.languages.length > 1)

/** A text for each of `textsOf`. */
export const laid = (edition: Spoken, text: (languages: readonly Language[]) => readonly Element[]): Element[] =>
  isFacing(edition) ? flows(edition.languages, text) : textsOf(edition).flatMap(text)

/** A flow for each language. */
const flows = (languages: readonly Language[], text: (languages: readonly Language[]) => readonly Element[]): Element[] =>
  languages.map((language) => h('div', { className: ['flow'], ...langOf(language) }, [...text([language])]))

/** The same in each language: one after the other's, or side by side where they share a page. */
function abreast(languages: readonly Language[], blocks: (language: Language) => readonly Element[]): Element[] {
  return languages.length > 1
    ? [h('div', { className: ['passage'] }, languages.map((language) => sideElement(language, blocks(language))))]
    : languages.flatMap((language) => [...blocks(language)])
}

/** A section under its own heading in each of the languages `spoken` in it; `text` is what follows in these languages. */
export function matterSection(
  role: 'contents' | 'figures' | 'glossary' | 'index', edition: Edition, words: Bilingual<Words>,
  text: (languages: readonly Language[]) => readonly Element[], spoken: readonly Language[] = edition.languages,
): Section {
  const content = (languages: readonly Language[]) => [
    ...abreast(languages, (language) => (spoken.includes(language) ? [heading(language, words[language](`book:${role}`))] : [])),
    ...text(languages),
  ]
  const children = isParted(edition, role) ? flows(edition.languages, content).map((flow) => named(flow, role)) : textsOf(edition).flatMap(content)
  return {
    id: role,
    role,
    title: bilingual((language) => (spoken.includes(language) ? words[language](`book:${role}`) : undefined)),
    tree: { type: 'root', children },
  }
}

const heading = (language: Language, text: string): Element =>
  isolate(h('h1', langOf(language), text), language)

export const langOf = (language: Language): { lang: Language; dir: 'ltr' | 'rtl' } =>
  ({ lang: language, dir: directionOf(language) })

/** Where the typesetter writes the folio of the page on which the element of that id begins. */
export const folio = (id: string, language: Language): Element =>
  h('span', { className: ['folio'], dataFor: id, ...langOf(language) })
