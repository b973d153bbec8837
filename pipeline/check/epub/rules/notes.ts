/** Notes: called, popped up and left again in every reader, each in its own language. */

import { fileAt, type ContentDocument, type Found } from '../open.ts'
import { attribute, listed, textOf, type Book, type Finding, type Rule } from '../rule.ts'

interface Placed {
  readonly document: ContentDocument
  readonly found: Found
}

const isTyped = ({ element: { attributes } }: Found, type: string): boolean => attributes['epub:type'] === type || listed(attributes['epub:type']).includes(type)
const isRole = ({ element: { attributes } }: Found, role: string): boolean => attributes['role'] === role || listed(attributes['role']).includes(role)

const parts = new WeakMap<Book['documents'], readonly Placed[]>()

/** Only what says a role or a type of its own can be a note or a sign: found once, for books are long. */
function partsOf({ documents }: Book): readonly Placed[] {
  const found = parts.get(documents) ?? documents.flatMap((document) => document.elements
    .filter(({ element: { attributes } }) => attributes['role'] !== undefined || attributes['epub:type'] !== undefined).map((one) => ({ document, found: one })))
  parts.set(documents, found)
  return found
}

const all = (book: Book, is: (found: Found) => boolean): Placed[] => partsOf(book).filter(({ found }) => is(found))

const isCall = (found: Found): boolean => found.element.name === 'a' && (isTyped(found, 'noteref') || isRole(found, 'doc-noteref'))
const isNote = (found: Found): boolean => isTyped(found, 'footnote') || isTyped(found, 'rearnote') || isRole(found, 'doc-footnote')
const isBack = (found: Found): boolean => found.element.name === 'a' && (isTyped(found, 'backlink') || isRole(found, 'doc-backlink'))

const keyOf = (file: string, id: string | undefined): string => `${file}#${id ?? ''}`

const targetOf = ({ document, found }: Placed): string => {
  const target = fileAt(document.file, attribute(found, 'href') ?? '')
  return target ? keyOf(target.file, target.id) : ''
}

const finding = ({ document: { file }, found: { element } }: Placed, value = element.attributes['href'] ?? element.attributes['id'] ?? ''): Finding => ({ file, at: element, value })

const own = ({ document, found }: Placed): string => keyOf(document.file, attribute(found, 'id'))

/** The ways back in a note: it is what follows it in the document as long as that stands inside. */
function backsIn({ document, found }: Placed): Found[] {
  const backs: Found[] = []
  for (let index = found.at + 1; index < document.elements.length; index++) {
    const next = document.elements[index]
    let within = next?.parent
    while (within && within.at > found.at) within = within.parent
    if (!next || within !== found) break
    if (isBack(next)) backs.push(next)
  }
  return backs
}

/** Letters of a note, its number and its way back included, that Kindle pops up. */
const least = 9
const most = 5000

const lengthOf = ({ found }: Placed): number => textOf(found.element).replaceAll(/\s+/g, ' ').trim().length

/** Pairs of a role and EPUB's own word for it. */
const twins = [['doc-noteref', 'noteref'], ['doc-footnote', 'footnote'], ['doc-backlink', 'backlink'], ['doc-pagebreak', 'pagebreak']] as const

function calledNotes(book: Book): { note: Placed; calls: Placed[] }[] {
  const calls = grouped(all(book, isCall), targetOf)
  return all(book, isNote).map((note) => ({ note, calls: calls.get(own(note)) ?? [] }))
}

function grouped(placed: readonly Placed[], key: (one: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}

export const noteRules: readonly Rule[] = [
  {
    name: 'note-type', severity: 'error',
    check: (book) => twins.flatMap(([role, type]) => all(book, (found) => isRole(found, role) !== isTyped(found, type)).map((placed) => finding(placed, `role="${role}" epub:type="${type}"`))),
  },
  {
    name: 'note-nowhere', severity: 'error',
    check: (book) => {
      const notes = new Set(all(book, (found) => isNote(found) || isTyped(found, 'endnote') || isRole(found, 'doc-endnote')).map(own))
      return all(book, isCall).filter((call) => !notes.has(targetOf(call))).map((call) => finding(call))
    },
  },
  { name: 'note-no-way-back', severity: 'error', check: (book) => calledNotes(book).filter(({ note, calls }) => calls.length > 0 && backsIn(note).length === 0).map(({ note }) => finding(note)) },
  {
    name: 'note-back-astray', severity: 'error',
    check: (book) => calledNotes(book).flatMap(({ note, calls }) => {
      const from = new Set(calls.map(own))
      return calls.length === 0 ? [] : backsIn(note).filter((back) => !from.has(targetOf({ document: note.document, found: back }))).map((back) => finding({ document: note.document, found: back }))
    }),
  },
  {
    name: 'note-before-call', severity: 'error',
    check: (book) => {
      const order = new Map(book.documents.map((document, index) => [document, index]))
      const isBefore = (one: Placed, other: Placed) => (one.document === other.document ? one.found.at < other.found.at : (order.get(one.document) ?? 0) < (order.get(other.document) ?? 0))
      return calledNotes(book).filter(({ note, calls: [first] }) => first !== undefined && isBefore(note, first)).map(({ note }) => finding(note))
    },
  },
  { name: 'note-element', severity: 'error', check: (book) => all(book, isNote).filter(({ found }) => found.element.name !== 'aside').map((note) => finding(note, `<${note.found.element.name}>`)) },
  { name: 'note-dir', severity: 'error', check: (book) => all(book, isNote).filter(({ found }) => !/^(?:ltr|rtl)$/.test(attribute(found, 'dir') ?? '') || !attribute(found, 'lang')).map((note) => finding(note)) },
  { name: 'note-short', severity: 'warning', check: (book) => all(book, isNote).filter((note) => lengthOf(note) < least).map((note) => finding(note, textOf(note.found.element).trim())) },
  { name: 'note-long', severity: 'warning', check: (book) => all(book, isNote).filter((note) => lengthOf(note) > most).map((note) => finding(note, textOf(note.found.element).trim().slice(0, 60))) },
]
