/** One book: cover, description, chapters to read, formats and sizes. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import { counterpartOf, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { sizeIn } from '../library/index.ts'
import { tagged } from '../ui.ts'
import { coverElement, creatorLines, otherTitle } from './about.ts'
import { either, named, type SitePage } from './page.ts'
import type { Shelved, SiteChapter } from './shelved.ts'

export function bookPage(book: Shelved, language: Language): SitePage {
  const { imprint, description } = book
  const words = wordsIn(language, book.book.digits.ar)
  const subtitle = either(imprint.subtitle, language)
  const about = either(description, language)
  return {
    language, words, book, path: `${book.name}/index.html`, title: imprint.title[language], description: description[language] ?? imprint.subtitle[language],
    main: [
      h('div', { className: ['about-book'] }, [
        coverElement(book, language, '../../'),
        h('div', [
          h('h1', named(imprint.title, language)),
          ...(subtitle ? [h('p', { className: ['subtitle'] }, subtitle)] : []),
          ...(imprint.title.en === imprint.title.ar ? [] : [h('p', { className: ['other-title'] }, otherTitle(book, language))]),
          ...creatorLines(book, language),
          ...(about ? [h('p', { className: ['about'] }, about)] : []),
          ...[either(imprint.publisher, language), either(imprint.rights, language)].flatMap((line) => (line ? [h('p', { className: ['quiet'] }, line)] : [])),
          ...(imprint.date ? [h('p', { className: ['quiet'] }, h('time', { dateTime: imprint.date.iso }, words.date(imprint.date.iso)))] : []),
        ]),
      ]),
      section('read', words('site:read'), h('ol', { className: ['chapters'], role: 'list' }, book.chapters.map((chapter) => h('li', chapterLink(chapter, language, words))))),
      ...(book.files.length > 0 ? [section('download', words('site:download'), downloads(book, words))] : []),
    ],
  }
}

function section(id: string, title: string, ...children: Element[]): Element {
  return h('section', { ariaLabelledBy: id }, [h('h2', { id }, title), ...children])
}

/** Under the page's own title that of the other language. */
function chapterLink({ file, title }: SiteChapter, language: Language, words: Words): Element {
  const own = title[language]
  const other = title[counterpartOf(language)]
  const line = (text: string, side: Language, ...classes: string[]) => isolate(h('span', { className: classes, ...tagged(side) }, text), side)
  return h('a', { href: file }, [
    line(own ?? (other === undefined ? words('book:untitled') : other), own === undefined && other !== undefined ? counterpartOf(language) : language, 'line'),
    ...(own !== undefined && other !== undefined && other !== own ? [line(other, counterpartOf(language), 'line', 'quiet')] : []),
  ])
}

function downloads({ name, files }: Shelved, words: Words): Element {
  return h('ul', { className: ['downloads'], role: 'list' }, files.map((file) => {
    const key = file.name.replace('.', '-')
    return h('li', [
      h('a', { href: `../../books/${encodeURI(name)}/${file.name}`, download: `${name}-${file.name}` }, [
        h('strong', words(`library:edition.${key}`)), ' ',
        h('span', { className: ['file'] }, [h('bdi', { dir: 'ltr', lang: 'en' }, (file.name.split('.').at(-1) ?? '').toUpperCase()), '\u2003', sizeIn(words, file.bytes.byteLength)]),
      ]),
      h('p', { className: ['quiet'] }, words(`library:about.${key}`)),
    ])
  }))
}
