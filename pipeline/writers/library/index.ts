/** The page from which readers download: covers, formats and sizes, in both languages. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Book } from '../../model/book.ts'
import type { Artifact, Imprint } from '../../model/edition.ts'
import { counterpartOf, languages, type Bilingual } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { interfaceIn, languageSwitch, page, tagged, type Interface } from '../ui.ts'

interface File {
  readonly name: string
  /** Bytes. */
  readonly size: number
}

interface Library {
  readonly book: Book
  readonly imprint: Imprint
  /** Picture of each edition's first page, by the edition's name. */
  readonly covers: ReadonlyMap<string, string>
  readonly files: readonly File[]
}

const formats = ['pdf', 'epub'] as const

export function writeLibrary(library: Library): Artifact {
  const { book, imprint: { title }, files } = library
  const ui = interfaceIn(book.digits.ar)
  const shelves = formats.flatMap((format) => {
    const own = files.filter(({ name }) => name.endsWith(`.${format}`))
    return own.length > 0 ? [shelf(format, own, library, ui)] : []
  })
  const reports = files.filter(({ name }) => name.startsWith('report.'))
  const body = h('div', { className: ['page'] }, [
    header(library, ui),
    h('main', [
      ...shelves,
      ...(reports.length > 0 ? [reportsSection(reports, ui)] : []),
      ...(files.length === 0 ? [h('p', { className: ['quiet'] }, ui.both('library:nothing'))] : []),
    ]),
    h('footer', h('p', ui.both('library:made-with'))),
  ])
  return { name: 'index.html', bytes: page({ title: title.en, sheets: ['ui', 'library'], scripts: ['ui'], body: [body], pictures: 'beside' }) }
}

function header({ imprint }: Library, ui: Interface): Element {
  return h('header', [
    languageSwitch(ui, imprint.title),
    h('h1', perLanguage(imprint.title)),
    ...line(imprint.subtitle, 'subtitle'),
    ...(imprint.title.en === imprint.title.ar ? [] : [otherTitle(imprint.title)]),
    ...imprint.creators.flatMap(({ role, name }) => creator(role, name, ui)),
    ...line(imprint.publisher, 'publisher'),
  ])
}

/** Text that each language has for itself. */
const perLanguage = (text: Bilingual<string>): Element[] =>
  languages.map((language) => isolate(h('span', { dataUi: language, ...tagged(language) }, text[language]), language))

/** Under the title that the interface's language reads stands the one that it does not. */
function otherTitle(title: Bilingual<string>): Element {
  return h('p', { className: ['other-title'] }, languages.map((language) => {
    const other = counterpartOf(language)
    return h('span', { dataUi: language }, isolate(h('span', tagged(other), title[other]), other))
  }))
}

/** A line that only one language has stands in both, in its own direction. */
function line(text: Bilingual<string | undefined>, className: string): Element[] {
  if (!text.en && !text.ar) return []
  return [h('p', { className: [className] }, languages.map((language) => {
    const own = text[language] ? language : counterpartOf(language)
    return h('span', { dataUi: language }, isolate(h('span', tagged(own), text[own] ?? ''), own))
  }))]
}

function creator(role: string, name: Bilingual<string>, ui: Interface): Element[] {
  return [h('p', { className: ['creator'] }, ui.bothOf((words) =>
    isolate(h('span', words(`book:by.${role}`, { name: name[words.language] })), words.language).children))]
}

function shelf(format: string, files: readonly File[], library: Library, ui: Interface): Element {
  return h('section', { ariaLabelledBy: format }, [
    h('h2', { id: format }, ui.both(`library:format.${format}.name`)),
    h('p', { className: ['quiet'] }, ui.both(`library:format.${format}.about`)),
    h('ul', { className: ['shelf'], role: 'list' }, files.map((file) => h('li', download(file, library, ui)))),
  ])
}

function download({ name, size }: File, { book, imprint, covers }: Library, ui: Interface): Element {
  return h('a', { href: name, download: `${book.name}-${name}` }, [
    cover(covers.get(name), imprint.title, ui),
    h('strong', ui.both(`library:edition.${keyOf(name)}`)),
    h('span', { className: ['about'] }, ui.both(`library:about.${keyOf(name)}`)),
    fileLine(name, size, ui),
  ])
}

/** The first page as a picture, or the title where none was made. */
function cover(picture: string | undefined, title: Bilingual<string>, ui: Interface): Element {
  if (!picture) return h('span', { className: ['cover', 'blank'], ariaHidden: 'true' }, perLanguage(title))
  return h('span', { className: ['cover'] }, ui.bothOf((words) =>
    [h('img', { src: encodeURI(picture), alt: words('library:cover', { title: title[words.language] }), width: 300, loading: 'lazy' })]))
}

const keyOf = (name: string): string => name.replace('.', '-')

// Set apart by a space alone, for a dot beside Arabic digits reads as a zero.
const fileLine = (name: string, size: number, ui: Interface): Element =>
  h('span', { className: ['file'] }, [
    h('bdi', { dir: 'ltr', lang: 'en' }, (name.split('.').at(-1) ?? '').toUpperCase()), '\u2003', ...ui.bothBy((words) => sizeIn(words, size)),
  ])

/** `345 kB`, `1.3 MB`: what rounds to a thousand of the one is one of the other. */
export function sizeIn(words: Words, size: number): string {
  const kilobytes = Math.max(1, Math.round(size / 1000))
  return kilobytes < 1000
    ? words('library:kilobytes', { size: kilobytes })
    : words('library:megabytes', { size: Math.round(size / 100_000) / 10 })
}

function reportsSection(files: readonly File[], ui: Interface): Element {
  return h('section', { ariaLabelledBy: 'reports' }, [
    h('h2', { id: 'reports' }, ui.both('library:reports.name')),
    h('p', { className: ['quiet'] }, ui.both('library:reports.about')),
    h('ul', { className: ['reports'], role: 'list' }, files.map(({ name, size }) => h('li', [
      h('a', name.endsWith('.html') ? { href: name, dataPage: name } : { href: name }, ui.both(`library:edition.${keyOf(name)}`)), ' ', fileLine(name, size, ui),
    ]))),
  ])
}
