/** A static site of one or several books, in English and in Arabic: start page, books, chapters to read, search, feeds, map. */

import type { Artifact } from '../../model/edition.ts'
import { languages } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import { assets } from './assets.ts'
import { bookPage } from './book-page.ts'
import { chapterPages } from './chapter-page.ts'
import { opds1 } from './opds1.ts'
import { opds2 } from './opds2.ts'
import { htmlOf, type SitePage } from './page.ts'
import { publicationsOf } from './publications.ts'
import { searchIndex, searchPage } from './search.ts'
import { sitemap } from './sitemap.ts'
import { doorPage, startPage } from './start-page.ts'
import type { Shelved, SiteBook, SiteSettings } from './shelved.ts'
import { coverPath, mediaOf, shelved } from './shelved.ts'

export type { SiteBook, SiteSettings } from './shelved.ts'

export interface Site {
  /** Empty where the messages hold an error; names are relative to the site's root. */
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
}

/** The same books give the same bytes. Reads the books' pictures from the disk. */
export function writeSite(books: readonly SiteBook[], { address }: SiteSettings): Site {
  const settings = { address: address?.replace(/\/*$/, '/') }
  const messages = faults(books, settings)
  if (messages.some(({ severity }) => severity === 'error')) return { artifacts: [], messages }
  const shelf = books.map(shelved)
  const pages = languages.flatMap((language) => [startPage(shelf, language), ...shelf.flatMap((book) => pagesOf(book, language))])
  const hasFeeds = publicationsOf(shelf).length > 0
  return {
    messages,
    artifacts: [
      { name: 'index.html', bytes: doorPage(shelf, settings) },
      ...pages.map((page) => ({ name: `${page.language}/${page.path}`, bytes: htmlOf(page, { ...settings, hasFeeds }) })),
      ...(hasFeeds ? languages.flatMap((language) => [opds1(shelf, language), ...opds2(shelf, language)]) : []),
      ...(settings.address === undefined ? [] : [sitemap(pages, shelf, settings.address)]),
      ...shelf.flatMap(ownFiles),
      ...assets(),
    ],
  }
}

const pagesOf = (book: Shelved, language: SitePage['language']): SitePage[] =>
  [bookPage(book, language), ...chapterPages(book, language), searchPage(book, language)]

/** What both languages share: downloads, covers, pictures, the index of the search. */
function ownFiles(book: Shelved): Artifact[] {
  const home = `books/${book.name}`
  return [
    ...book.files.map(({ name, bytes }) => ({ name: `${home}/${name}`, bytes })),
    ...[...book.covers].map(([name, bytes]) => ({ name: coverPath(book, name), bytes })),
    ...[...mediaOf(book)].map(([path, bytes]) => ({ name: `${home}/media/${path}`, bytes })),
    { name: `${home}/search.js`, bytes: searchIndex(book) },
  ]
}

function faults(books: readonly SiteBook[], { address }: SiteSettings): Message[] {
  const names = books.map(({ aligned }) => aligned.book.name)
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) < index))]
  return [
    ...twice.map((name): Message => ({ rule: 'site/same-name', severity: 'error', values: { name } })),
    ...books.filter(({ files }) => files.length === 0).map(({ aligned }): Message => ({ rule: 'site/no-files', severity: 'note', values: { name: aligned.book.name } })),
    ...(address === undefined ? [{ rule: 'site/no-address', severity: 'note' } satisfies Message] : []),
  ]
}

