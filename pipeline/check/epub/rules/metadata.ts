/** What the package says of the book: its identifier, its date, and names that read right where no markup is. */

import { textOf, type Book, type Finding, type Rule } from '../rule.ts'
import { directionIn } from '../rule.ts'
import type { Found } from '../open.ts'

const named = (book: Book, is: (found: Found) => boolean, fault: (text: string, found: Found) => boolean): Finding[] =>
  (book.opf?.elements ?? []).filter(is).filter((found) => fault(textOf(found.element).trim(), found))
    .map(({ element }) => ({ file: book.opf?.file ?? '', at: element, value: textOf(element).trim() }))

const isProperty = ({ element }: Found, property: string): boolean => element.name === 'meta' && element.attributes['property'] === property

const has = (book: Book, is: (found: Found) => boolean): boolean => (book.opf?.elements ?? []).some(is)

const lacking = (book: Book, is: (found: Found) => boolean): Finding[] => (!book.opf || has(book, is) ? [] : [{ file: book.opf.file }])

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
function readsWrong(text: string, { element, lang }: Found): boolean {
  const own = element.attributes['xml:lang'] ?? lang
  const first = /[\u200E\u200F]|\p{L}/u.exec(text)?.[0]
  if (own === '' || first === undefined) return false
  const isRight = first === '\u200F' || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first)
  return isRight !== (directionIn(own) === 'rtl')
}

const names = new Set(['dc:title', 'dc:creator', 'dc:contributor', 'dc:publisher'])

export const metadataRules: readonly Rule[] = [
  {
    name: 'identifier-missing', severity: 'error',
    check: (book) => {
      const wanted = book.opf?.elements[0]?.element.attributes['unique-identifier']
      return lacking(book, ({ element }) => element.name === 'dc:identifier' && wanted !== undefined && element.attributes['id'] === wanted)
    },
  },
  { name: 'identifier-malformed', severity: 'error', check: (book) => named(book, ({ element }) => element.name === 'dc:identifier', (text) => !isIdentifier(text)) },
  {
    name: 'modified', severity: 'error',
    check: (book) => [
      ...lacking(book, (found) => isProperty(found, 'dcterms:modified')),
      ...named(book, (found) => isProperty(found, 'dcterms:modified'), (text) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text) || Number.isNaN(Date.parse(text))),
    ],
  },
  { name: 'title-missing', severity: 'error', check: (book) => lacking(book, ({ element }) => element.name === 'dc:title' && textOf(element).trim() !== '') },
  {
    name: 'title-one-script', severity: 'warning',
    check: (book) => {
      const languages = new Set((book.opf?.elements ?? []).filter(({ element }) => element.name === 'dc:language').map(({ element }) => directionIn(textOf(element).trim())))
      const isBoth = languages.size > 1
      const titles = (book.opf?.elements ?? []).filter(({ element }) => element.name === 'dc:title')
      return isBoth && titles.length > 0 && !has(book, (found) => isProperty(found, 'alternate-script')) && new Set(titles.map(({ element }) => directionIn(element.attributes['xml:lang'] ?? ''))).size < 2
        ? [{ file: book.opf?.file ?? '', at: titles[0]?.element, value: titles[0] ? textOf(titles[0].element) : '' }] : []
    },
  },
  { name: 'name-direction', severity: 'warning', check: (book) => named(book, (found) => names.has(found.element.name) || isProperty(found, 'alternate-script'), readsWrong) },
  {
    name: 'name-language', severity: 'error',
    check: (book) => named(book, (found) => names.has(found.element.name) || isProperty(found, 'alternate-script'), (text, { element, lang }) => {
      const own = element.attributes['xml:lang'] ?? lang
      const letters = text.replace(marks, '').match(/\p{L}/gu) ?? []
      const arabic = letters.filter((letter) => /\p{Script=Arabic}/u.test(letter)).length
      // A name may be the same in both languages, so Latin letters in an Arabic one prove nothing.
      return arabic > letters.length / 2 && own !== '' && directionIn(own) === 'ltr'
    }),
  },
  {
    name: 'refines-nothing', severity: 'error',
    check: (book) => {
      const ids = new Set((book.opf?.elements ?? []).map(({ element }) => element.attributes['id']))
      return (book.opf?.elements ?? []).filter(({ element: { attributes: { refines } } }) => refines?.startsWith('#') && !ids.has(refines.slice(1)))
        .map(({ element }) => ({ file: book.opf?.file ?? '', at: element, value: element.attributes['refines'] ?? '' }))
    },
  },
]
