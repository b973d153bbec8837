/** A chapter to read: both texts once, which radio buttons show side by side, one under the other, alone, or one behind the other. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { counterpartOf, languages, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { segmentsIn } from '../../views/hast.ts'
import { notesTitle } from '../../views/notes.ts'
import { isolate } from '../../typography/isolate.ts'
import { withBroadTables } from '../broad.ts'
import { tagged } from '../ui.ts'
import { linked } from './links.ts'
import { named, type SitePage } from './page.ts'
import type { Shelved, SiteChapter } from './shelved.ts'

/** Ways to read; without scripts the first holds whenever a page opens. */
const ways = ['columns', 'stacked', 'en', 'ar', 'tap-en', 'tap-ar'] as const

export const chapterPages = (book: Shelved, language: Language): SitePage[] => book.chapters.map((_, index) => chapterPage(book, index, language))

function chapterPage(book: Shelved, index: number, language: Language): SitePage {
  const chapter = book.chapters[index]
  if (!chapter) throw new Error('A page of a chapter that is not there')
  const words = wordsIn(language, book.book.digits.ar)
  const order = [language, counterpartOf(language)]
  const title = chapter.title[language] ?? chapter.title[counterpartOf(language)]
  const hasHeading = languages.some((side) => chapter.title[side] !== undefined)
  return {
    language, words, book, path: `${book.name}/${chapter.file}`, description: undefined,
    title: words('site:page-title', { page: title ?? words('book:untitled'), book: book.imprint.title[language] }),
    main: [
      viewSwitch(words),
      ...(hasHeading ? [] : [h('h1', { className: ['unseen'] }, named(book.imprint.title, language))]),
      h('section', { className: ['reading', chapter.role, `digits-${book.book.digits.ar}`] }, [
        ...chapter.passages.map((passage, number) => passageElement(passage, number + 1, order, book, chapter, words)),
        ...notesElement(chapter, order, book, words),
      ]),
      turning(book, index, language, words),
    ],
  }
}

function viewSwitch(words: Words): Element {
  return h('fieldset', { className: ['views'] }, [
    h('legend', words('site:view.legend')),
    ...ways.map((way, index) => h('label', [h('input', { type: 'radio', name: 'view', value: way, id: `view-${way}`, checked: index === 0 }), h('span', words(`site:view.${way}`))])),
  ])
}

function passageElement(passage: SiteChapter['passages'][number], number: number, order: readonly Language[], book: Shelved, chapter: SiteChapter, words: Words): Element {
  const first = order.map((language) => passage[language].flatMap(segmentsIn)[0]?.properties['id']).find((id) => id !== undefined)
  return h('div', { className: ['passage'] }, [
    ...order.map((language) => sideElement(passage[language], language, book, chapter)),
    h('p', { className: ['tools'] }, [
      ...languages.flatMap((language) => (passage[language].length > 0 ? [opener(language, number, words)] : [])),
      ...(first === undefined ? [] : [h('a', { className: ['place'], href: `#${String(first)}`, ariaLabel: words('site:place', { number }) }, words.numeral(number))]),
    ]),
  ])
}

/** Opens one side, where the view shows the other; a box to tick needs no script. */
const opener = (language: Language, number: number, words: Words): Element =>
  h('label', { className: ['opener', `opens-${language}`] }, [
    h('input', { type: 'checkbox', autoComplete: 'off' }), ' ', words(`site:open.${language}`), h('span', { className: ['unseen'] }, ` ${words.numeral(number)}`),
  ])

const sideElement = (elements: readonly Element[], language: Language, book: Shelved, chapter: SiteChapter): Element =>
  h('div', { className: elements.length > 0 ? ['side'] : ['side', 'empty'], ...tagged(language) }, linked(elements, book, chapter).map(withBroadTables))

function notesElement(chapter: SiteChapter, order: readonly Language[], book: Shelved, words: Words): Element[] {
  const sides = order.filter((language) => chapter.notes[language].length > 0)
  if (sides.length === 0) return []
  return [h('section', { className: ['notes'], role: 'doc-endnotes', ariaLabel: words('book:notes') }, sides.map((language) =>
    h('div', { className: ['side'], ...tagged(language) }, [notesTitle(language, wordsIn(language, words.digits)), ...linked(chapter.notes[language], book, chapter).map(withBroadTables)])))]
}

/** To the chapter before and after. */
function turning({ chapters }: Shelved, index: number, language: Language, words: Words): Element {
  const link = (chapter: SiteChapter | undefined, rel: 'prev' | 'next'): ElementContent[] => {
    if (!chapter) return []
    const side = chapter.title[language] === undefined && chapter.title[counterpartOf(language)] !== undefined ? counterpartOf(language) : language
    return [h('a', { rel: [rel], href: chapter.file, className: [rel] }, [
      h('span', { className: ['quiet'] }, words(`site:${rel}`)), ' ', isolate(h('span', tagged(side), chapter.title[side] ?? words('book:untitled')), side),
    ])]
  }
  return h('nav', { className: ['turning'], ariaLabel: words('site:chapters') }, [...link(chapters[index - 1], 'prev'), ...link(chapters[index + 1], 'next')])
}
