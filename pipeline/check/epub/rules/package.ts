/** The package document: that it lists what is there, and in which direction and language the book is read. */

import { extname } from 'node:path/posix'
import { textOf, type Book, type Finding, type Rule } from '../rule.ts'
import { directionIn } from '../rule.ts'

const elementsOf = ({ opf }: Book, name: string) => (opf?.elements ?? []).filter(({ element }) => element.name === name)

const opfFile = ({ opf }: Book): string => opf?.file ?? ''

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

const progressionOf = (book: Book): string | undefined => elementsOf(book, 'spine')[0]?.element.attributes['page-progression-direction']

const languagesOf = (book: Book): string[] => elementsOf(book, 'dc:language').map(({ element }) => textOf(element).trim())

export const packageRules: readonly Rule[] = [
  {
    name: 'manifest-missing-file', severity: 'error',
    check: (book) => book.items.filter(({ file }) => file !== undefined && !book.files.has(file)).map(({ href, element }) => ({ file: opfFile(book), at: element, value: href })),
  },
  {
    name: 'manifest-unlisted', severity: 'warning',
    check: (book) => {
      const known = new Set(['mimetype', opfFile(book), ...book.items.map(({ file }) => file)])
      return !book.opf ? [] : [...book.files.keys()].filter((file) => !known.has(file) && !file.startsWith('META-INF/')).map((file) => ({ file, value: file }))
    },
  },
  {
    name: 'manifest-twice', severity: 'error',
    check: (book) => book.items.filter(({ id, file }, index) => book.items.some((other, at) => at < index && (other.id === id || (file !== undefined && other.file === file))))
      .map(({ href, element }) => ({ file: opfFile(book), at: element, value: href })),
  },
  {
    name: 'media-type', severity: 'error',
    check: (book) => book.items.flatMap(({ href, file, type, element }): Finding[] => {
      const expected = types[extname(file ?? href).toLowerCase()]
      const start = (file === undefined ? undefined : book.files.get(file))?.subarray(0, 16).toString('latin1')
      const isOther = (expected && !expected.includes(type)) || (start !== undefined && beginnings[type]?.test(start) === false)
      return isOther ? [{ file: opfFile(book), at: element, value: `${href}: ${type}` }] : []
    }),
  },
  {
    name: 'spine-reference', severity: 'error',
    check: (book) => elementsOf(book, 'itemref').filter((_, index) => book.spine[index] === undefined || !/^(?:application\/xhtml\+xml|image\/svg\+xml)$/.test(book.spine[index].type))
      .map(({ element }) => ({ file: opfFile(book), at: element, value: element.attributes['idref'] ?? '' })),
  },
  {
    name: 'spine-twice', severity: 'error',
    check: (book) => elementsOf(book, 'itemref').filter(({ element }, index, all) => all.some((other, at) => at < index && other.element.attributes['idref'] === element.attributes['idref']))
      .map(({ element }) => ({ file: opfFile(book), at: element, value: element.attributes['idref'] ?? '' })),
  },
  {
    name: 'progression-missing', severity: 'error',
    check: (book) => (!book.opf || progressionOf(book) === 'ltr' || progressionOf(book) === 'rtl' ? [] : [{ file: opfFile(book), at: elementsOf(book, 'spine')[0]?.element, value: progressionOf(book) ?? '' }]),
  },
  {
    name: 'language-missing', severity: 'error',
    check: (book) => (!book.opf || languagesOf(book).some((language) => language !== '') ? [] : [{ file: opfFile(book) }]),
  },
  {
    name: 'language-first', severity: 'error',
    check: (book) => {
      const [first] = languagesOf(book)
      const progression = progressionOf(book)
      return first && (progression === 'ltr' || progression === 'rtl') && directionIn(first) !== progression
        ? [{ file: opfFile(book), at: elementsOf(book, 'dc:language')[0]?.element, value: `${first} · ${progression}` }] : []
    },
  },
  {
    name: 'language-unlisted', severity: 'warning',
    check: (book) => {
      const listed = new Set(languagesOf(book).map((language) => language.split('-')[0]))
      const used = new Map(book.documents.flatMap(({ file, elements }) => elements.filter(({ element, lang }) =>
        element.name === 'p' && lang !== '').map(({ element, lang }) => [lang.split('-')[0] ?? '', { file, at: element }] as const)))
      return listed.size === 0 ? [] : [...used].filter(([language]) => !listed.has(language)).map(([language, place]) => ({ ...place, value: language }))
    },
  },
]
