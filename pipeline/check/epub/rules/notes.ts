/** Notes: called, popped up and left again in every reader, each in its own language. */

import { elementsIn, textOf, type Found } from '../../markup.ts'
import { fileAt } from '../open.ts'
import { at, listed, once, type Book, type Finding, type Rule } from '../rule.ts'

/** Asked often, and parted into words only where the word can be one of several. */
const says = (value: string | undefined, word: string): boolean => value !== undefined && (value === word || (value.includes(word) && listed(value).includes(word)))

const isTyped = ({ attributes }: Found, type: string): boolean => says(attributes['epub:type'], type)
const isRole = ({ attributes }: Found, role: string): boolean => says(attributes['role'], role)

const isCall = (found: Found): boolean => found.name === 'a' && (isTyped(found, 'noteref') || isRole(found, 'doc-noteref'))
const isNote = (found: Found): boolean => isTyped(found, 'footnote') || isTyped(found, 'rearnote') || isRole(found, 'doc-footnote')
const isEndnote = (found: Found): boolean => isTyped(found, 'endnote') || isRole(found, 'doc-endnote')
const isBack = (found: Found): boolean => found.name === 'a' && (isTyped(found, 'backlink') || isRole(found, 'doc-backlink'))

/** Only what says a role or a type of its own can be a note or a sign. */
const partsOf = once(({ documents }): readonly Found[] =>
  documents.flatMap(({ elements }) => elements.filter(({ attributes }) => attributes['role'] !== undefined || attributes['epub:type'] !== undefined)))

const keyOf = (file: string, id: string | undefined): string => `${file}#${id ?? ''}`

const own = ({ document, attributes }: Found): string => keyOf(document.file, attributes['id'])

const targetOf = ({ document, attributes }: Found): string => {
  const target = fileAt(document.file, attributes['href'] ?? '')
  return target ? keyOf(target.file, target.id) : ''
}

const finding = (found: Found, value = found.attributes['href'] ?? found.attributes['id'] ?? ''): Finding => at(found, value)

/** Letters of a note, its number and its way back included, that Kindle pops up. */
const least = 9
const most = 5000

/** Pairs of a role and EPUB's own word for it. */
const twins = [['doc-noteref', 'noteref'], ['doc-footnote', 'footnote'], ['doc-backlink', 'backlink'], ['doc-pagebreak', 'pagebreak']] as const

/** Spaces in a row count once; most notes have none. */
const lettersOf = (text: string): number => (/\s\s/.test(text) ? text.replaceAll(/\s+/g, ' ') : text).trim().length

/** A note with what leads to it and away from it. */
interface CalledNote {
  readonly note: Found
  readonly letters: number
  readonly calls: readonly Found[]
  readonly backs: readonly Found[]
}

const notesOf = once((book): readonly CalledNote[] => {
  const calls = new Map<string, Found[]>()
  for (const call of partsOf(book).filter(isCall)) {
    const group = calls.get(targetOf(call))
    if (group) group.push(call)
    else calls.set(targetOf(call), [call])
  }
  return partsOf(book).filter(isNote).map((note) => ({
    note, letters: lettersOf(textOf(note)), calls: calls.get(own(note)) ?? [], backs: elementsIn(note).filter(isBack),
  }))
})

const calledNotes = (book: Book): CalledNote[] => notesOf(book).filter(({ calls }) => calls.length > 0)

function callsOfNothing(book: Book): Finding[] {
  const notes = new Set(partsOf(book).filter((found) => isNote(found) || isEndnote(found)).map(own))
  return partsOf(book).filter((found) => isCall(found) && !notes.has(targetOf(found))).map((call) => finding(call))
}

/** Ways back to where nothing calls the note. */
const backsAstray = (book: Book): Finding[] => calledNotes(book).flatMap(({ calls, backs }) => {
  const from = new Set(calls.map(own))
  return backs.filter((back) => !from.has(targetOf(back))).map((back) => finding(back))
})

function notesBeforeCalls(book: Book): Finding[] {
  const order = new Map(book.documents.map((document, index) => [document, index]))
  const placeOf = ({ document }: Found): number => order.get(document) ?? 0
  const isBefore = (one: Found, other: Found): boolean => placeOf(one) < placeOf(other) || (placeOf(one) === placeOf(other) && one.at < other.at)
  return calledNotes(book).filter(({ note, calls: [first] }) => first !== undefined && isBefore(note, first)).map(({ note }) => finding(note))
}

const lacksDirection = ({ attributes: { dir, lang } }: Found): boolean => (dir !== 'ltr' && dir !== 'rtl') || !lang

export const noteRules: readonly Rule[] = [
  {
    name: 'note-type', severity: 'error',
    check: (book) => twins.flatMap(([role, type]) => partsOf(book).filter((found) => isRole(found, role) !== isTyped(found, type)).map((found) => finding(found, `role="${role}" epub:type="${type}"`))),
  },
  { name: 'note-nowhere', severity: 'error', check: callsOfNothing },
  { name: 'note-no-way-back', severity: 'error', check: (book) => calledNotes(book).filter(({ backs }) => backs.length === 0).map(({ note }) => finding(note)) },
  { name: 'note-back-astray', severity: 'error', check: backsAstray },
  { name: 'note-before-call', severity: 'error', check: notesBeforeCalls },
  { name: 'note-element', severity: 'error', check: (book) => notesOf(book).filter(({ note }) => note.name !== 'aside').map(({ note }) => finding(note, `<${note.name}>`)) },
  { name: 'note-dir', severity: 'error', check: (book) => notesOf(book).filter(({ note }) => lacksDirection(note)).map(({ note }) => finding(note)) },
  { name: 'note-short', severity: 'warning', check: (book) => notesOf(book).filter(({ letters }) => letters < least).map(({ note }) => finding(note, textOf(note).trim())) },
  { name: 'note-long', severity: 'warning', check: (book) => notesOf(book).filter(({ letters }) => letters > most).map(({ note }) => finding(note, textOf(note).trim().slice(0, 60))) },
]
