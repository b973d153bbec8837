/** The page from which readers download: covers, formats and sizes, in both languages. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Artifact, Imprint } from '../../model/edition.ts'
import { bilingual, languages, type Language } from '../../model/language.ts'
import { wordsIn, type Words } from '../../model/words.ts'
import { both, bothBy, languageSwitch, page, tagged } from '../ui.ts'

interface File {
  readonly name: string
  /** Bytes. */
  readonly size: number
}

interface Library {
  readonly imprint: Imprint
  /** Picture of each edition's first page, by the edition's name. */
  readonly covers: ReadonlyMap<string, string>
  readonly files: readonly File[]
}

export function writeLibrary({ imprint, covers, files }: Library): Artifact {
  const shelf = (ending: string) => files.filter(({ name }) => name.endsWith(ending))
  const reports = files.filter(({ name }) => name.startsWith('report.'))
  const body = h('div', { className: ['page'] }, [
    languageSwitch(),
    h('header', [
      h('h1', languages.map((language) => h('span', { 'data-ui': language, ...tagged(language) }, imprint.title[language]))),
      ...headLines(imprint),
    ]),
    h('main', [
      ...(['.pdf', '.epub'] as const).flatMap((ending) => (shelf(ending).length > 0 ? [shelfSection(ending.slice(1), shelf(ending), covers)] : [])),
      ...(reports.length > 0 ? [reportsSection(reports)] : []),
    ]),
    h('footer', both('library:made-with')),
  ])
  return { name: 'index.html', bytes: page(`${imprint.title.en} · ${imprint.title.ar}`, ['ui', 'library'], [body]) }
}

function headLines({ subtitle, creators, publisher }: Imprint): Element[] {
  const line = (text: (language: Language, words: Words) => string | undefined) => {
    const said = bilingual((language) => text(language, wordsIn(language)))
    return said.en || said.ar ? [h('p', languages.map((language) => h('span', { 'data-ui': language, ...tagged(language) }, said[language] ?? said.en ?? said.ar ?? '')))] : []
  }
  return [
    ...line((language) => subtitle[language]),
    ...creators.flatMap(({ role, name }) => line((language, words) => words(`book:by.${role}`, { name: name[language] }))),
    ...line((language) => publisher[language]),
  ]
}

function shelfSection(format: string, files: readonly File[], covers: ReadonlyMap<string, string>): Element {
  return h('section', { ariaLabelledBy: format }, [
    h('h2', { id: format }, both(`library:format.${format}`)),
    h('ul', { className: ['shelf'] }, files.map((file) => h('li', download(file, covers.get(file.name))))),
  ])
}

function download({ name, size }: File, cover: string | undefined): Element {
  const language: Language = name.startsWith('ar') ? 'ar' : 'en'
  // The words below the cover name the link; the picture repeats the title and is silent.
  const picture = cover ? [h('img', { src: cover, alt: '', width: 600, loading: 'lazy' })] : []
  return h('a', { href: name, download: true, hrefLang: language }, [
    ...picture,
    h('strong', both(`library:edition.${keyOf(name)}`)),
    h('small', both(`library:about.${keyOf(name)}`)),
    h('small', [h('bdi', { dir: 'ltr' }, name), ' · ', ...sizeOf(size)]),
  ])
}

const keyOf = (name: string): string => name.replace('.', '-')

const sizeOf = (size: number): Element[] =>
  bothBy((words) => (size < 1_000_000
    ? words('library:kilobytes', { size: Math.max(1, Math.round(size / 1000)) })
    : words('library:megabytes', { size: Math.round(size / 100_000) / 10 })))

function reportsSection(files: readonly File[]): Element {
  return h('section', { ariaLabelledBy: 'reports' }, [
    h('h2', { id: 'reports' }, both('library:reports')),
    h('ul', { className: ['reports'] }, files.map(({ name, size }) => h('li', h('a', { href: name }, both(`library:edition.${keyOf(name)}`)), ' ', h('small', sizeOf(size))))),
  ])
}

