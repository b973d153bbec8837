/** What the package says of the book: its identifier, its date, and names that read right where no markup is. */

import { textOf, type Found } from '../../markup.ts'
import { at, directionIn, type Book, type Finding, type Rule } from '../rule.ts'

/** Elements of the package. */
const elementsOf = ({ opf }: Book, is: (found: Found) => boolean): Found[] => (opf?.elements ?? []).filter(is)

const named = (book: Book, is: (found: Found) => boolean, fault: (text: string, found: Found) => boolean): Finding[] =>
  elementsOf(book, is).filter((found) => fault(textOf(found).trim(), found)).map((found) => at(found, textOf(found).trim()))

const isProperty = ({ name, attributes }: Found, property: string): boolean => name === 'meta' && attributes['property'] === property

const lacking = (book: Book, is: (found: Found) => boolean): Finding[] => (!book.opf || book.opf.elements.some(is) ? [] : [{ file: book.opf.file, value: '' }])

/** The weights of ISBN-13 make a sum that ten divides; of ISBN-10, one that eleven divides. */
function isIsbn(written: string): boolean {
  const digits = written.replaceAll('-', '')
  if (/^\d{13}$/.test(digits)) return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (index % 2 === 0 ? 1 : 3), 0) % 10 === 0
  return /^\d{9}[\dXx]$/.test(digits) && [...digits].reduce((sum, digit, index) => sum + (/x/i.test(digit) ? 10 : Number(digit)) * (10 - index), 0) % 11 === 0
}

const isIdentifier = (text: string): boolean => {
  if (/^urn:uuid:/i.test(text)) return /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text)
  return /^urn:isbn:/i.test(text) ? isIsbn(text.slice(9)) : text !== ''
}

const marks = /^[\u200E\u200F]/

/** A reader that knows no `dir` takes the direction of a name from its first letter, or from a mark before it. */
function readsWrong(text: string, { attributes, lang }: Found): boolean {
  const own = attributes['xml:lang'] ?? lang
  const first = /[\u200E\u200F]|\p{L}/u.exec(text)?.[0]
  if (own === '' || first === undefined) return false
  const isRight = first === '\u200F' || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first)
  return isRight !== (directionIn(own) === 'rtl')
}

/** A name of Arabic letters said to be English. One may be the same in both languages, so Latin letters in an Arabic one prove nothing. */
function isForeign(text: string, { attributes, lang }: Found): boolean {
  const own = attributes['xml:lang'] ?? lang
  const letters = text.replace(marks, '').match(/\p{L}/gu) ?? []
  const arabic = letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length
  return arabic > letters.length / 2 && own !== '' && directionIn(own) === 'ltr'
}

const names = new Set(['dc:title', 'dc:creator', 'dc:contributor', 'dc:publisher'])

const isName = (found: Found): boolean => names.has(found.name) || isProperty(found, 'alternate-script')

/** The first title of a book of two directions whose titles have one, and no name in the other script. */
function titleOfOneScript(book: Book): Finding[] {
  const languages = elementsOf(book, ({ name }) => name === 'dc:language')
  const titles = elementsOf(book, ({ name }) => name === 'dc:title')
  const isInBoth = new Set(languages.map((language) => directionIn(textOf(language).trim()))).size > 1
  const isNamedInBoth = elementsOf(book, (found) => isProperty(found, 'alternate-script')).length > 0 || new Set(titles.map(({ attributes }) => directionIn(attributes['xml:lang'] ?? ''))).size > 1
  return isInBoth && !isNamedInBoth ? titles.slice(0, 1).map((title) => at(title, textOf(title))) : []
}

export const metadataRules: readonly Rule[] = [
  {
    name: 'identifier-missing', severity: 'error',
    check: (book) => {
      const wanted = book.opf?.elements[0]?.attributes['unique-identifier']
      return lacking(book, ({ name, attributes }) => name === 'dc:identifier' && wanted !== undefined && attributes['id'] === wanted)
    },
  },
  { name: 'identifier-malformed', severity: 'error', check: (book) => named(book, ({ name }) => name === 'dc:identifier', (text) => !isIdentifier(text)) },
  {
    name: 'modified', severity: 'error',
    check: (book) => [
      ...lacking(book, (found) => isProperty(found, 'dcterms:modified')),
      ...named(book, (found) => isProperty(found, 'dcterms:modified'), (text) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) || Number.isNaN(Date.parse(text))),
    ],
  },
  { name: 'title-missing', severity: 'error', check: (book) => lacking(book, (found) => found.name === 'dc:title' && textOf(found).trim() !== '') },
  { name: 'title-one-script', severity: 'warning', check: titleOfOneScript },
  { name: 'name-direction', severity: 'warning', check: (book) => named(book, isName, readsWrong) },
  { name: 'name-language', severity: 'error', check: (book) => named(book, isName, isForeign) },
  {
    name: 'refines-nothing', severity: 'error',
    check: (book) => {
      const ids = new Set(elementsOf(book, ({ attributes: { id } }) => id !== undefined).map(({ attributes: { id } }) => id))
      return elementsOf(book, ({ attributes: { refines } }) => refines?.startsWith('#') === true && !ids.has(refines.slice(1))).map((found) => at(found, found.attributes['refines'] ?? ''))
    },
  },
]
