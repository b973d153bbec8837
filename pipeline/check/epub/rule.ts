/** What a rule of the linter is, and how it looks at a book. */

import { append } from '../../model/append.ts'
import type { Digits } from '../../model/book.ts'
import type { Severity } from '../../model/message.ts'
import type { Found, FoundText } from '../markup.ts'
import type { OpenedEpub } from './open.ts'
import { hasKind } from './signs.ts'

export interface Finding {
  /** File in the archive. */
  readonly file: string
  /** Line of the file, from 1. */
  readonly line?: number
  /** What is wrong there: a word, an address, an attribute. */
  readonly value: string
}

export interface Book extends OpenedEpub {
  /** The digits that Arabic should have; undefined where nobody says. */
  readonly digits: Digits | undefined
}

/** A rule asks elements of the content documents, each of their texts, or the whole book; what is wrong there comes back, else nothing. */
export interface Rule {
  readonly name: string
  /** An error makes the EPUB useless to some reader; a warning asks for a look. */
  readonly severity: Severity
  /** Names of the elements that it asks; all where it says none. */
  readonly of?: readonly string[]
  readonly element?: (found: Found, book: Book) => string | undefined
  readonly text?: (text: string, within: Found, book: Book) => string | undefined
  readonly check?: (book: Book) => readonly Finding[]
}

/** What each rule has found, in reading order; the documents are gone through once for all of them. Linear in the text. */
export function findingsOf(rules: readonly Rule[], book: Book): Finding[][] {
  const findings = rules.map((): Finding[] => [])
  const askersOf = elementAskers(rules)
  const textAskers = rules.flatMap(({ text }, rule) => (text ? [{ rule, ask: text }] : []))
  const tell = (rule: number, found: Found, value: string | undefined): void => {
    if (value !== undefined) findings[rule]?.push(at(found, value))
  }
  const askElement = (found: Found): void => { for (const { rule, ask } of askersOf(found.name)) tell(rule, found, ask(found, book)) }
  const askText = ({ text, within }: FoundText): void => { for (const { rule, ask } of textAskers) tell(rule, within, ask(text, within, book)) }
  for (const { nodes } of book.documents) for (const node of nodes) node.isText ? askText(node) : askElement(node)
  rules.forEach(({ check }, rule) => append(findings[rule] ?? [], check?.(book) ?? []))
  return findings
}

/** What is asked of the elements of a name, each with the place of its rule. */
function elementAskers(rules: readonly Rule[]) {
  const known = new Map<string, readonly { readonly rule: number; readonly ask: NonNullable<Rule['element']> }[]>()
  return (name: string) => {
    const askers = known.get(name) ?? rules.flatMap(({ of, element }, rule) => (element && of?.includes(name) !== false ? [{ rule, ask: element }] : []))
    known.set(name, askers)
    return askers
  }
}

/** What is found at an element. */
export const at = ({ document: { file }, line }: Found, value: string): Finding => ({ file, line, value })

export const listed = (value: string | undefined): string[] => (value ?? '').split(/\s+/).filter(Boolean)

/** The head of a text, as a message tells it. */
export const excerpt = (text: string): string => text.trim().slice(0, 60)

/** Whether the element, or one that it stands in, is what is looked for. */
export function isWithin(found: Found | undefined, is: (element: Found) => boolean): boolean {
  for (let one = found; one; one = one.parent) if (is(one)) return true
  return false
}

const rightToLeft = /^(?:ar|fa|ur|he|yi|ps|ckb|sd|ug)(?:-|$)/i
const directions = new Map<string, 'rtl' | 'ltr'>()

/** Direction of a language. Asked of every text, and a book has few languages. */
export function directionIn(lang: string): 'rtl' | 'ltr' {
  const direction = directions.get(lang) ?? (rightToLeft.test(lang) ? 'rtl' : 'ltr')
  if (directions.size < 100) directions.set(lang, direction)
  return direction
}

export const hasArabic = (text: string): boolean => hasKind(text, 'arabic')
export const hasLatin = (text: string): boolean => hasKind(text, 'latin')

/** What several rules ask of a book, found once for each. */
export function once<Value extends object>(find: (book: Book) => Value): (book: Book) => Value {
  const known = new WeakMap<Book['documents'], Value>()
  return (book) => {
    const value = known.get(book.documents) ?? find(book)
    known.set(book.documents, value)
    return value
  }
}
