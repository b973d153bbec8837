/** What a rule of the linter is, and how it looks at a book. */

import type { Nodes } from 'xast'
import type { Digits } from '../../model/book.ts'
import type { Severity } from '../../model/message.ts'
import type { Found, OpenedEpub, ParsedElement } from './open.ts'

export interface Finding {
  /** File in the archive. */
  readonly file: string
  /** Element at which it is seen. */
  readonly at?: ParsedElement | undefined
  /** What is wrong there: a word, an address, an attribute. */
  readonly value?: string
}

export interface Book extends OpenedEpub {
  /** The digits that Arabic should have; undefined where nobody says. */
  readonly digits: Digits | undefined
}

export interface Rule {
  readonly name: string
  /** An error makes the EPUB useless to some reader; a warning asks for a look. */
  readonly severity: Severity
  readonly check: (book: Book) => readonly Finding[]
}

export const textOf = (node: Nodes | ParsedElement): string =>
  (node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '')

export const attribute = ({ element }: Found, name: string): string | undefined => element.attributes[name]

export const listed = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean)

/** Whether the element, or one that it stands in, is what is looked for. */
export function isWithin(found: Found | undefined, is: (element: ParsedElement) => boolean): boolean {
  for (let one = found; one; one = one.parent) if (is(one.element)) return true
  return false
}

export const directionIn = (lang: string): 'rtl' | 'ltr' => (/^(?:ar|fa|ur|he|yi|ps|ckb|sd|ug)(?:-|$)/i.test(lang) ? 'rtl' : 'ltr')

export const hasArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text) && /(?=\p{Script=Arabic})\p{L}/u.test(text)
export const hasLatin = (text: string): boolean => /(?=\p{Script=Latin})\p{L}/u.test(text)

/** What several rules ask of a book, found once for each. */
export function once<Value extends object>(find: (book: Book) => Value): (book: Book) => Value {
  const known = new WeakMap<Book['documents'], Value>()
  return (book) => {
    const value = known.get(book.documents) ?? find(book)
    known.set(book.documents, value)
    return value
  }
}
