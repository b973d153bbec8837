/** The title page of an edition, in one language or in both. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Imprint, Section } from '../model/edition.ts'
import { directionOf, type Bilingual, type Language } from '../model/language.ts'
import type { Words } from '../model/words.ts'
import { isolate } from '../typography/isolate.ts'
import { setNumerals } from '../typography/numerals.ts'

export function titlePage(imprint: Imprint, languages: readonly Language[], words: Bilingual<Words>): Section {
  return {
    id: 'title-page',
    role: 'titlepage',
    title: imprint.title,
    tree: { type: 'root', children: languages.map((language) => titlesIn(language, imprint, words[language])) },
  }
}

function titlesIn(language: Language, imprint: Imprint, words: Words): Element {
  const line = (className: string, text: string | undefined, tagName = 'p') =>
    text ? [isolate(counted(h(tagName, { className: [className], lang: language, dir: directionOf(language) }, text)), language)] : []
  const counted = (element: Element) => (language === 'ar' ? setNumerals(element, words.digits) : element)
  return h('div', { className: ['titles'], lang: language, dir: directionOf(language) }, [
    ...line('title', imprint.title[language], 'h1'),
    ...line('subtitle', imprint.subtitle[language]),
    ...imprint.creators.flatMap(({ role, name }) => line('creator', words(`book:by.${role}`, { name: name[language] }))),
    ...line('date', imprint.publisher[language] ? undefined : imprint.date?.text[language]),
    ...line('publisher', imprint.publisher[language]),
    ...line('rights', imprint.rights[language]),
    ...line('isbn', imprint.isbn && words('book:isbn', { isbn: imprint.isbn })),
  ])
}
