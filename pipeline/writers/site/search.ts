/** The search of a book: its page, and the sentences that the page's script looks through. */

import { h } from 'hastscript'
import { languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { SitePage } from './page.ts'
import type { Shelved } from './shelved.ts'

/** So many results the page's script shows (`templates/site/search.ts`). */
const most = 200

/** The six forms that a count may take, of which a language uses its own. */
const counts = { zero: 0, one: 1, two: 2, few: 3, many: 11, other: 100 }

export function searchPage(book: Shelved, language: Language): SitePage {
  const words = wordsIn(language, book.book.digits.ar)
  const rules = new Intl.PluralRules(language)
  const found = Object.entries(counts).filter(([form, count]) => rules.select(count) === form)
    // The script puts the number in, so its place is kept by one that no wording writes out.
    .map(([form, count]) => [form, words('site:search.found', { count }).replace(words.number(count), '#')])
  return {
    language, words, book, path: `${book.name}/search.html`, isUnlisted: true, description: undefined,
    title: words('site:page-title', { page: words('site:search.title'), book: book.imprint.title[language] }),
    scripts: [`../../books/${encodeURI(book.name)}/search.js`],
    main: [
      h('h1', words('site:search.title')),
      h('p', { className: ['quiet'] }, words('site:search.about')),
      h('noscript', h('p', words('site:search.no-script'))),
      h('p', {
        id: 'found', role: 'status', dataForms: JSON.stringify(Object.fromEntries(found)), dataMore: words('site:search.more', { most }),
        dataLocale: language === 'en' ? 'en-GB' : `ar-EG-u-nu-${book.book.digits.ar}`,
      }),
      h('ol', { id: 'results', role: 'list' }),
    ],
  }
}

/** A script, for pages that are read from a disk may load nothing else: `[id, chapter, text]` of every sentence. */
export function searchIndex({ chapters }: Shelved): Uint8Array {
  const index = {
    chapters: chapters.map(({ file, title }) => ({ file, title })),
    segments: chapters.flatMap(({ segments }, chapter) => languages.flatMap((language) => segments[language].map(({ id, text }) => [id, chapter, text]))),
  }
  return Buffer.from(`globalThis.tawaziIndex=${JSON.stringify(index)}\n`)
}
