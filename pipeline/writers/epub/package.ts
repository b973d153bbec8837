/** The package document: what the book is, what it holds, and in which direction it is read. */

import { v5 as uuid } from 'uuid'
import { x } from 'xastscript'
import { toXml } from 'xast-util-to-xml'
import type { Element } from 'xast'
import type { Book, Conformance } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { counterpartOf, directionOf, type Bilingual, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { firstStrong } from './first-strong.ts'
import type { SpinePage } from './pages.ts'
import type { Survey } from './survey.ts'

/** A file of the package; the name is relative to the package document. */
export interface Entry {
  readonly name: string
  readonly type: string
  /** Made when it is packed. */
  readonly bytes: () => Uint8Array
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

/** What a package lists and tells. */
interface Contents {
  /** In the order of the spine. */
  readonly pages: readonly SpinePage[]
  readonly entries: readonly Entry[]
  readonly survey: Survey
  /** What the pages are pages of, where the EPUB tells of any. */
  readonly pageSource: string | undefined
}

export function packageDocument(edition: Edition, book: Book, contents: Contents): string {
  const { entries, pages } = contents
  const direction = directionOf(edition.language)
  const manifest = entries.map(({ name, type, properties }) =>
    x('item', { id: idOf(name), href: encodeURI(name), 'media-type': type, ...(properties && { properties }) }))
  const tree = x('package', {
    'xmlns': 'http://www.idpf.org/2007/opf', 'version': '3.0', 'unique-identifier': 'identifier', 'xml:lang': edition.language, 'dir': direction,
  }, [
    x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, metadata(edition, book, contents)),
    x('manifest', manifest),
    x('spine', { 'toc': idOf('toc.ncx'), 'page-progression-direction': direction },
      pages.map(({ file }) => x('itemref', { idref: idOf(file) }))),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(tree, { closeEmptyElements: true })}\n`
}

const idOf = (name: string): string => `item-${name.replaceAll(/[^A-Za-z0-9.-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`)}`

function metadata(edition: Edition, book: Book, { entries, survey, pageSource }: Contents): Element[] {
  const { imprint, language, languages } = edition
  return [
    x('dc:identifier', { id: 'identifier' }, identifierOf(edition, book)),
    ...(imprint.isbn ? [x('dc:identifier', `urn:isbn:${imprint.isbn.replaceAll(/[^0-9Xx]/g, '')}`)] : []),
    ...named('dc:title', 'title', imprint.title, language, [['title-type', 'main']]),
    ...named('dc:title', 'subtitle', imprint.subtitle, language, [['title-type', 'subtitle']]),
    ...languages.map((side) => x('dc:language', side)),
    ...creators(edition),
    ...named('dc:publisher', 'publisher', imprint.publisher, language),
    ...inEach('dc:description', book.description, languages),
    ...inEach('dc:rights', imprint.rights, languages),
    ...(imprint.date ? [x('dc:date', imprint.date.iso)] : []),
    x('meta', { property: 'dcterms:modified' }, modified(edition)),
    ...accessibility(edition, book, survey, pageSource !== undefined),
    ...(pageSource === undefined ? [] : [x('meta', { property: 'pageBreakSource' }, pageSource)]),
    ...claim(edition, book),
    ...entries.filter(({ properties }) => properties === 'cover-image').map(({ name }) => x('meta', { name: 'cover', content: idOf(name) })),
  ]
}

/** A text of its own for each language of the edition that has one. */
const inEach = (element: string, texts: Bilingual<string | undefined>, languages: readonly Language[]): Element[] =>
  languages.flatMap((side) => (texts[side] ? [x(element, marks(side), firstStrong(texts[side], side))] : []))

const marks = (language: Language) => ({ 'xml:lang': language, 'dir': directionOf(language) })

/** A name with its refinements and, where it is another, the same name in the other script; nothing where neither language has it. */
function named(
  element: string, id: string, name: Bilingual<string | undefined>, leading: Language, refinements: readonly (readonly [property: string, value: string])[] = [],
): Element[] {
  const language = name[leading] ? leading : counterpartOf(leading)
  const other = counterpartOf(language)
  const own = name[language]
  if (!own) return []
  const refine = (property: string, value: string, more: Record<string, string>) => x('meta', { refines: `#${id}`, property, ...more }, value)
  return [
    x(element, { id, ...marks(language) }, firstStrong(own, language)),
    ...refinements.map(([property, value]) => refine(property, value, property === 'role' ? { scheme: 'marc:relators' } : {})),
    ...(name[other] && name[other] !== own ? [refine('alternate-script', firstStrong(name[other], other), marks(other))] : []),
  ]
}

const creators = ({ imprint, language }: Edition): Element[] =>
  imprint.creators.flatMap(({ role, name }, index) =>
    named(role === 'author' ? 'dc:creator' : 'dc:contributor', `creator-${index + 1}`, name, language, [['role', relators[role] ?? 'oth']]))

/** What is true of this book; a claim of conformance is the publisher's to make. */
function accessibility({ languages }: Edition, book: Book, { pictures, hasNotes }: Survey, hasPageList: boolean): Element[] {
  const isDescribed = pictures.every(({ properties: { alt } }) => typeof alt === 'string' && alt.trim() !== '')
  const say = (property: string, value: string, more: Record<string, string> = {}) => x('meta', { property: `schema:${property}`, ...more }, value)
  const all = (property: string, values: readonly (string | false)[]) => values.flatMap((value) => (value === false ? [] : [say(property, value)]))
  const hasPictures = pictures.length > 0
  return [
    ...all('accessMode', ['textual', hasPictures && 'visual']),
    ...all('accessModeSufficient', [isDescribed ? 'textual' : 'textual,visual']),
    ...all('accessibilityFeature', ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability', hasPictures && isDescribed && 'alternativeText', hasPageList && 'pageBreakMarkers', hasPageList && 'pageNavigation']),
    // A GIF may flash, and nobody has looked.
    say('accessibilityHazard', pictures.some(({ properties: { src } }) => /\.gif$/i.test(String(src))) ? 'unknown' : 'none'),
    ...languages.map((side) => {
      const words = wordsIn(side, book.digits.ar)
      const parts = ['text', hasNotes && 'notes', languages.length > 1 && 'languages', hasPictures && isDescribed && 'pictures']
      return say('accessibilitySummary', parts.flatMap((part) => (part === false ? [] : [words(`epub:accessibility.${part}`)])).join(' '), marks(side))
    }),
  ]
}

/** The standard's own wording, which readers of metadata compare letter by letter. */
const wordingOfClaim = (conforms: Conformance): string => {
  const [, version = '', level = ''] = /^wcag-(2\.\d)-(a+)$/.exec(conforms) ?? []
  return `EPUB Accessibility 1.1 - WCAG ${version} Level ${level.toUpperCase()}`
}

/** Only what the publisher has put a name to. */
function claim({ language }: Edition, { epub: { accessibility: signed } }: Book): Element[] {
  if (!signed) return []
  return [
    x('meta', { id: 'conformance', property: 'dcterms:conformsTo' }, wordingOfClaim(signed.conforms)),
    x('meta', { refines: '#conformance', property: 'a11y:certifiedBy', ...marks(language) }, firstStrong(signed.certifier[language], language)),
  ]
}
