/** What pages say about a book: its cover, its title and who made it. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { counterpartOf, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { tagged } from '../ui.ts'
import { named } from './page.ts'
import { coverOf, type Shelved } from './shelved.ts'

/** `root` leads from the page to the site's root. Without a picture the titles themselves are the cover. */
export function coverElement(book: Shelved, language: Language, root: string): Element {
  const cover = coverOf(book, language)
  if (cover === undefined) {
    return h('span', { className: ['cover', 'blank'], ariaHidden: 'true' }, [named(book.imprint.title, language), otherTitle(book, language)])
  }
  const words = wordsIn(language, book.book.digits.ar)
  return h('span', { className: ['cover'] }, h('img', { src: root + encodeURI(cover), alt: words('library:cover', { title: book.imprint.title[language] }), width: 300 }))
}

/** The title that the page does not speak. */
export const otherTitle = ({ imprint }: Shelved, language: Language): Element => named(imprint.title, counterpartOf(language))

export function creatorLines({ imprint, book }: Shelved, language: Language): Element[] {
  const words = wordsIn(language, book.digits.ar)
  return imprint.creators.map(({ role, name }) =>
    h('p', { className: ['creator'] }, isolate(h('span', tagged(language), words(`book:by.${role}`, { name: name[language] })), language)))
}
