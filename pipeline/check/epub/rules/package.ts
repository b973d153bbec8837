/** The package document: that it lists what is there, and in which direction and language the book is read. */

import { extname } from 'node:path/posix'
import { textOf, type Found } from '../../markup.ts'
import { at, directionIn, type Book, type Finding, type Rule } from '../rule.ts'

const elementsOf = ({ opf }: Book, name: string): Found[] => (opf?.elements ?? []).filter((element) => element.name === name)

/** At an element of the package, or at the package alone where there is none. */
const inPackage = ({ opf }: Book, element: Found | undefined, value: string): Finding => (element ? at(element, value) : { file: opf?.file ?? '', value })

/** References of the spine, each with its place in it. */
const references = (book: Book, is: (place: number, all: readonly Found[]) => boolean): Finding[] =>
  elementsOf(book, 'itemref').filter((_, place, all) => is(place, all)).map((element) => at(element, idrefOf(element)))

const idrefOf = ({ attributes }: Found): string => attributes['idref'] ?? ''

/** Media types by the ends of names. */
const types: Readonly<Record<string, readonly string[]>> = {
  '.xhtml': ['application/xhtml+xml'], '.html': ['application/xhtml+xml'], '.htm': ['application/xhtml+xml'], '.css': ['text/css'],
  '.ncx': ['application/x-dtbncx+xml'], '.svg': ['image/svg+xml'], '.png': ['image/png'], '.jpg': ['image/jpeg'], '.jpeg': ['image/jpeg'],
  '.gif': ['image/gif'], '.webp': ['image/webp'], '.js': ['text/javascript', 'application/javascript', 'application/ecmascript'],
  '.woff': ['font/woff', 'application/font-woff'], '.woff2': ['font/woff2'], '.otf': ['font/otf', 'application/vnd.ms-opentype', 'application/font-sfnt'],
  '.ttf': ['font/ttf', 'application/font-sfnt'], '.mp3': ['audio/mpeg'], '.smil': ['application/smil+xml'],
}

/** First bytes of pictures and faces, by their media types. */
const beginnings: Readonly<Record<string, RegExp>> = {
  'image/png': /^\u0089PNG/, 'image/jpeg': /^\u00FF\u00D8\u00FF/, 'image/gif': /^GIF8/, 'image/webp': /^RIFF[^]{4}WEBP/, 'font/woff2': /^wOF2/, 'font/woff': /^wOFF/,
  'font/ttf': /^(?:\0\u0001\0\0|true|ttcf)/, 'font/otf': /^OTTO/,
}

const progressionOf = (book: Book): string | undefined => elementsOf(book, 'spine')[0]?.attributes['page-progression-direction']

const languagesOf = (book: Book): string[] => elementsOf(book, 'dc:language').map((element) => textOf(element).trim())

const isDirection = (progression: string | undefined): boolean => progression === 'ltr' || progression === 'rtl'

/** Languages of paragraphs that the package does not list, each where it is met last. */
function unlisted(book: Book): Finding[] {
  const known = new Set(languagesOf(book).map((language) => language.split('-')[0]))
  const used = new Map<string, Found>()
  for (const { elements } of book.documents) for (const element of elements) if (element.name === 'p' && element.lang !== '') used.set(element.lang.split('-')[0] ?? '', element)
  return known.size === 0 ? [] : [...used].filter(([language]) => !known.has(language)).map(([language, element]) => at(element, language))
}

/** Whether a file is named or begins otherwise than its media type says. */
function isMistyped({ href, file, type }: Book['items'][number], files: Book['files']): boolean {
  const expected = types[extname(file ?? href).toLowerCase()]
  const start = (file === undefined ? undefined : files.get(file))?.subarray(0, 16).toString('latin1')
  return (expected !== undefined && !expected.includes(type)) || (start !== undefined && beginnings[type]?.test(start) === false)
}

export const packageRules: readonly Rule[] = [
  {
    name: 'manifest-missing-file', severity: 'error',
    check: ({ items, files }) => items.filter(({ file }) => file !== undefined && !files.has(file)).map(({ href, element }) => at(element, href)),
  },
  {
    name: 'manifest-unlisted', severity: 'warning',
    check: ({ opf, items, files }) => {
      const known = new Set(['mimetype', opf?.file, ...items.map(({ file }) => file)])
      return opf ? [...files.keys()].filter((file) => !known.has(file) && !file.startsWith('META-INF/')).map((file) => ({ file, value: file })) : []
    },
  },
  {
    name: 'manifest-twice', severity: 'error',
    check: ({ items }) => items.filter(({ id, file }, index) => items.some((other, before) => before < index && (other.id === id || (file !== undefined && other.file === file))))
      .map(({ href, element }) => at(element, href)),
  },
  {
    name: 'media-type', severity: 'error',
    check: ({ items, files }) => items.filter((item) => isMistyped(item, files)).map(({ href, type, element }) => at(element, `${href}: ${type}`)),
  },
  {
    name: 'spine-reference', severity: 'error',
    check: (book) => references(book, (place) => !/^(?:application\/xhtml\+xml|image\/svg\+xml)$/.test(book.spine[place]?.type ?? '')),
  },
  {
    name: 'spine-twice', severity: 'error',
    check: (book) => references(book, (place, all) => all.some((other, before) => before < place && other.attributes['idref'] === all[place]?.attributes['idref'])),
  },
  {
    name: 'progression-missing', severity: 'error',
    check: (book) => (!book.opf || isDirection(progressionOf(book)) ? [] : [inPackage(book, elementsOf(book, 'spine')[0], progressionOf(book) ?? '')]),
  },
  {
    name: 'language-missing', severity: 'error',
    check: (book) => (!book.opf || languagesOf(book).some((language) => language !== '') ? [] : [inPackage(book, undefined, '')]),
  },
  {
    name: 'language-first', severity: 'error',
    check: (book) => {
      const [first] = languagesOf(book)
      const progression = progressionOf(book)
      return first && isDirection(progression) && directionIn(first) !== progression ? [inPackage(book, elementsOf(book, 'dc:language')[0], `${first} · ${progression}`)] : []
    },
  },
  { name: 'language-unlisted', severity: 'warning', check: unlisted },
]
