/** Half title, title page and the verso of it. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Edition, Section } from '../../model/edition.ts'
import type { Bilingual, Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { laid, langOf } from './layout.ts'

const untitled = { en: undefined, ar: undefined }

/** The book's title alone, in every language, for it faces no page; no heading, for the title page has that. */
export function halfTitle(edition: Edition): Section {
  const titles = (languages: readonly Language[]) => [...new Set([...languages, ...edition.languages])].map((language) =>
    h('div', { className: ['titles'], ...langOf(language) }, line(language, edition.imprint.title[language], 'title')))
  return { id: 'half-title', role: 'halftitle', title: untitled, tree: { type: 'root', children: laid(edition, titles) } }
}

/** The title page as it is; on facing pages each language has its own. */
export function titlePageOf(section: Section, edition: Edition): Section {
  const titles = (languages: readonly Language[]) => section.tree.children.filter((child): child is Element =>
    child.type === 'element' && languages.some((language) => language === child.properties['lang']))
  return { ...section, tree: { type: 'root', children: laid(edition, titles) } }
}

/** Rights, number, and how the book was made; where languages share a page, each in a column of its own. */
export function imprintPage(edition: Edition, book: Book, words: Bilingual<Words>): Section {
  const columns = (languages: readonly Language[]) => languages.map((language) =>
    h('div', { className: ['facts'], ...langOf(language) }, factsIn(language, edition, book, words[language]).flatMap((text) => line(language, text))))
  return { id: 'imprint', role: 'imprint', title: untitled, tree: { type: 'root', children: laid(edition, columns) } }
}

/** A translation says how it was called in its own language. */
function factsIn(language: Language, { imprint, languages }: Edition, book: Book, words: Words): (string | undefined)[] {
  const isTranslation = languages.length === 1 && language !== book.original && imprint.title[book.original] !== imprint.title[language]
  return [
    imprint.title[language],
    isTranslation ? words('book:original-title', { title: imprint.title[book.original] }) : undefined,
    imprint.publisher[language],
    imprint.publisher[language] && imprint.date?.text[language],
    imprint.rights[language],
    imprint.isbn && words('book:isbn', { isbn: imprint.isbn }),
    words('book:made-with'),
  ]
}

const line = (language: Language, text: string | undefined, className?: string): Element[] =>
  (text ? [isolate(h('p', { ...(className && { className: [className] }), ...langOf(language) }, text), language)] : [])
