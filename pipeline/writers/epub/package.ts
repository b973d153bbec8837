/** The package document: what the book is, what it holds, and in which direction it is read. */

import { v5 as uuid } from 'uuid'
import { x } from 'xastscript'
import { toXml } from 'xast-util-to-xml'
import type { Element } from 'xast'
import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import type { SpinePage } from './pages.ts'

/** A file of the package; the name is relative to the package document. */
export interface Entry {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly properties?: string
}

/** Tawazi's own name space for identifiers, made once at random. */
const nameSpace = '0d3c0e4e-5b0a-4f5e-9d43-6f2d4c1f7a55'

/** The same book, language and view have the same identifier on every machine. */
export const identifierOf = (edition: Edition, book: Book): string =>
  `urn:uuid:${uuid([book.isbn ?? '', edition.imprint.title.en, edition.imprint.title.ar, edition.imprint.creators[0]?.name.en ?? '', edition.view].join('\n'), nameSpace)}`

/** A book that states no date was modified, as far as anyone can tell, on the first day of computing. */
const modified = (edition: Edition): string => `${edition.imprint.date?.iso ?? '1970-01-01'}T00:00:00Z`

/** MARC codes of creators' roles. */
const relators: Readonly<Record<string, string>> = { author: 'aut', translator: 'trl', editor: 'edt', illustrator: 'ill' }

export function packageDocument(edition: Edition, book: Book, pages: readonly SpinePage[], entries: readonly Entry[], words: Words): string {
  const direction = directionOf(edition.language)
  const manifest = entries.map(({ name, type, properties }) =>
    x('item', { id: idOf(name), href: encodeURI(name), 'media-type': type, ...(properties && { properties }) }))
  const tree = x('package', {
    'xmlns': 'http://www.idpf.org/2007/opf', 'version': '3.0', 'unique-identifier': 'identifier', 'xml:lang': edition.language, 'dir': direction,
  }, [
    x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata(edition, book, entries, words)),
    x('manifest', manifest),
    x('spine', { 'toc': idOf('toc.ncx'), 'page-progression-direction': direction },
      pages.map(({ file }) => x('itemref', { idref: idOf(file) }))),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree)}\n`
}

const idOf = (name: string): string => `item-${name.replaceAll(/[^A-Za-z0-9.-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`

function metadata(edition: Edition, book: Book, entries: readonly Entry[], words: Words): Element[] {
  const { imprint, language, languages } = edition
  const lang = (side: string) => ({ 'xml:lang': side, 'dir': side === 'ar' ? 'rtl' : 'ltr' })
  const other = language === 'en' ? 'ar' : 'en'
  return [
    x('dc:identifier', { id: 'identifier' }, identifierOf(edition, book)),
    ...(imprint.isbn ? [x('dc:identifier', `urn:isbn:${imprint.isbn.replaceAll(/[^0-9Xx]/g, '')}`)] : []),
    x('dc:title', { id: 'title', ...lang(language) }, imprint.title[language]),
    refine('title', 'title-type', 'main'),
    ...alternate('title', imprint.title[language], imprint.title[other], other),
    ...languages.map((side) => x('dc:language', side)),
    ...creators(edition),
    ...(imprint.publisher[language] ? [x('dc:publisher', lang(language), imprint.publisher[language])] : []),
    ...(imprint.rights[language] ? [x('dc:rights', lang(language), imprint.rights[language])] : []),
    ...(imprint.date ? [x('dc:date', imprint.date.iso)] : []),
    x('meta', { property: 'dcterms:modified' }, modified(edition)),
    ...accessibility(entries, words),
    ...(entries.some(({ properties }) => properties === 'cover-image') ? [x('meta', { name: 'cover', content: idOf('cover.png') })] : []),
  ]
}

const refine = (id: string, property: string, value: string, more: Record<string, string> = {}): Element =>
  x('meta', { refines: `#${id}`, property, ...more }, value)

/** The same name in the other script, where it is another. */
const alternate = (id: string, own: string, value: string, language: string): Element[] =>
  value === own || value === '' ? [] : [refine(id, 'alternate-script', value, { 'xml:lang': language })]

function creators({ imprint, language }: Edition): Element[] {
  const other = language === 'en' ? 'ar' : 'en'
  return imprint.creators.flatMap(({ role, name }, index) => {
    const id = `creator-${index + 1}`
    const element = role === 'author' ? 'dc:creator' : 'dc:contributor'
    return [
      x(element, { id, 'xml:lang': language, dir: directionOf(language) }, name[language]),
      refine(id, 'role', relators[role] ?? 'oth', { scheme: 'marc:relators' }),
      ...alternate(id, name[language], name[other], other),
    ]
  })
}

/** What is true of every book made here; a claim of conformance is the publisher's to make. */
function accessibility(entries: readonly Entry[], words: Words): Element[] {
  const hasImages = entries.some(({ name }) => name.startsWith('media/'))
  const say = (property: string, value: string) => x('meta', { property: `schema:${property}` }, value)
  return [
    say('accessMode', 'textual'),
    ...(hasImages ? [say('accessMode', 'visual')] : []),
    say('accessModeSufficient', 'textual'),
    ...(hasImages ? [say('accessibilityFeature', 'alternativeText')] : []),
    say('accessibilityFeature', 'structuralNavigation'),
    say('accessibilityFeature', 'tableOfContents'),
    say('accessibilityFeature', 'readingOrder'),
    say('accessibilityHazard', 'none'),
    say('accessibilitySummary', words('epub:accessibility')),
  ]
}
