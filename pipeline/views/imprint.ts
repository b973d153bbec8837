/** What the book says of itself, from its configuration and, where that is silent, from its manuscripts. */

import type { Book } from '../model/book.ts'
import type { Imprint } from '../model/edition.ts'
import { bilingual, counterpartOf, type Bilingual, type Language } from '../model/language.ts'
import type { Manuscript } from '../model/manuscript.ts'
import { wordsIn } from '../model/words.ts'

export function imprintOf(book: Book, manuscripts: Bilingual<Manuscript>): Imprint {
  return {
    title: bilingual((language) => titleIn(language, book, manuscripts)),
    subtitle: book.subtitle,
    creators: book.creators.length > 0 ? book.creators : statedAuthors(manuscripts),
    publisher: book.publisher,
    rights: book.rights,
    date: dateOf(book, manuscripts),
    isbn: book.isbn,
  }
}

/** A side without a title takes the first heading of its text, then its counterpart's title. */
function titleIn(language: Language, book: Book, manuscripts: Bilingual<Manuscript>): string {
  const own = (side: Language) =>
    book.title[side] ??
    manuscripts[side].metadata.title?.text ??
    manuscripts[side].chapters.find((chapter) => chapter.role === 'chapter' && chapter.title)?.title
  return own(language) ?? own(counterpartOf(language)) ?? wordsIn(language)('book:untitled')
}

/** Authors whom only one text names stand under that name in both languages. */
function statedAuthors(manuscripts: Bilingual<Manuscript>): Imprint['creators'] {
  const names = bilingual((language) => manuscripts[language].metadata.authors.map((author) => author.text))
  return Array.from({ length: Math.max(names.en.length, names.ar.length) }, (_, index) => ({
    role: 'author',
    name: bilingual((language) => names[language][index] ?? names[counterpartOf(language)][index] ?? ''),
  }))
}

/** The book's date wins; a date that a text states is printed as that text writes it. */
function dateOf(book: Book, manuscripts: Bilingual<Manuscript>): Imprint['date'] {
  const stated = bilingual((language) => manuscripts[language].metadata.date)
  const iso = book.date ?? stated.en?.iso ?? stated.ar?.iso
  if (!iso) return undefined
  const text = bilingual((language) => {
    const own = stated[language]
    return own && own.iso === iso ? own.text : wordsIn(language, book.digits.ar).date(iso)
  })
  return { iso, text }
}
