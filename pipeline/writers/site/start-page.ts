/** All books of the site; and the door before it, where a language is chosen. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { tagged } from '../ui.ts'
import { creatorLines, coverElement } from './about.ts'
import { document, either, named, type SitePage } from './page.ts'
import type { Shelved, SiteSettings } from './shelved.ts'

export function startPage(shelf: readonly Shelved[], language: Language): SitePage {
  const words = wordsIn(language, shelf[0]?.book.digits.ar)
  return {
    language, words, path: 'index.html', title: words('site:library'), description: words('site:about'), book: undefined,
    main: [
      h('h1', words('site:library')),
      h('ul', { className: ['books'], role: 'list' }, shelf.map((book) => h('li', shelfItem(book, language)))),
    ],
  }
}

function shelfItem(book: Shelved, language: Language): Element {
  const about = either(book.description, language) ?? either(book.imprint.subtitle, language)
  return h('article', [
    coverElement(book, language, '../'),
    h('div', [
      h('h2', h('a', { href: `${encodeURI(book.name)}/index.html` }, named(book.imprint.title, language))),
      ...creatorLines(book, language),
      ...(about ? [h('p', { className: ['about'] }, about)] : []),
    ]),
  ])
}

/** Stands at the root, and leads into either language. */
export function doorPage(shelf: readonly Shelved[], { address }: SiteSettings): Uint8Array {
  const [words, ...others] = languages.map((language) => wordsIn(language))
  const [only] = shelf
  const title = [words, ...others].flatMap((say) => (say ? [shelf.length === 1 && only ? only.imprint.title[say.language] : say('site:library')] : []))
  return document('en', [
    h('title', [...new Set(title)].join(' · ')),
    h('link', { rel: ['stylesheet'], href: 'assets/site.css' }),
    ...languages.map((language) => h('link', { rel: ['alternate'], hrefLang: language, href: `${address ?? ''}${language}/index.html` })),
    h('link', { rel: ['alternate'], hrefLang: 'x-default', href: `${address ?? ''}index.html` }),
  ], [
    h('main', { className: ['door'] }, [
      h('h1', languages.map((language, index) => h('span', { ...tagged(language), className: ['line'] }, title[index]))),
      h('ul', { role: 'list' }, languages.map((language) =>
        h('li', h('a', { href: `${language}/index.html`, hrefLang: language, ...tagged(language) }, wordsIn(language)('report:own-name'))))),
    ]),
  ])
}
