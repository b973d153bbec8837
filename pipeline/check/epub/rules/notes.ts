/** Notes: called, popped up and left again in every reader, each in its own language. */

import { fileAt, type ContentDocument, type Found } from '../open.ts'
import { attribute, listed, once, textOf, type Book, type Finding, type Rule } from '../rule.ts'

interface Placed {
  readonly document: ContentDocument
  readonly found: Found
}

/** Asked often, and parted into words only where the word can be one of several. */
const says = (value: string | undefined, word: string): boolean => value !== undefined && (value === word || (value.includes(word) && listed(value).includes(word)))

const isTyped = ({ element: { attributes } }: Found, type: string): boolean => says(attributes['epub:type'], type)
const isRole = ({ element: { attributes } }: Found, role: string): boolean => says(attributes['role'], role)

/** Only what says a role or a type of its own can be a note or a sign. */
const partsOf = once(({ documents }): readonly Placed[] => documents.flatMap((document) => document.elements
  .filter(({ element: { attributes } }) => attributes['role'] !== undefined || attributes['epub:type'] !== undefined).map((found) => ({ document, found }))))

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

const calledNotes = once((book): { note: Placed; calls: Placed[]; backs: Found[] }[] => {
  const calls = grouped(all(book, isCall), targetOf)
  return all(book, isNote).map((note) => ({ note, calls: calls.get(own(note)) ?? [], backs: backsIn(note) }))
})

function grouped(placed: readonly Placed[], key: (one: Placed) => string): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const one of placed) {
    const name = key(one)
    const group = groups.get(name)
    if (group) group.push(one)
    else groups.set(name, [one])
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
  { name: 'note-no-way-back', severity: 'error', check: (book) => calledNotes(book).filter(({ calls, backs }) => calls.length > 0 && backs.length === 0).map(({ note }) => finding(note)) },
  {
    name: 'note-back-astray', severity: 'error',
    check: (book) => calledNotes(book).flatMap(({ note, calls, backs }) => {
      const from = new Set(calls.map(own))
      return calls.length === 0 ? [] : backs.filter((back) => !from.has(targetOf({ document: note.document, found: back }))).map((back) => finding({ document: note.document, found: back }))
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
