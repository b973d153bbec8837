/** The index: what the manuscripts' marks name, in the order of each language, with a place for every page number. */

import type { Element, ElementContent, Nodes } from 'hast'
import { h } from 'hastscript'
import type { Edition, Section } from '../../model/edition.ts'
import type { Bilingual, Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { setNumerals } from '../../typography/numerals.ts'
import { compareKeys, keyOf, type Key } from './collation.ts'
import { folio, langOf, matterSection } from './layout.ts'

/** One mark in the text. */
interface Mark {
  readonly id: string
  readonly heading: string
  readonly sub: string | undefined
  readonly see: string | undefined
}

/** A heading, or a sub-entry of one, as it was written first. */
interface IndexEntry {
  readonly name: string
  readonly key: Key
  /** Ids of its marks in the order of the text. */
  readonly places: string[]
  readonly sees: string[]
  readonly subs: IndexEntry[]
}

/** Nothing where no mark stands in a language that the edition shows. */
export function indexOfTerms(edition: Edition, text: readonly Section[], words: Bilingual<Words>): Section[] {
  const marks = edition.languages.map((language) => [language, text.flatMap(({ tree }) => marksIn(tree, language))] as const)
  if (marks.every(([, own]) => own.length === 0)) return []
  const blocks = new Map(marks.map(([language, own]) => [language, entryElements(entriesOf(own, language), words[language])]))
  const spoken = marks.flatMap(([language, own]) => (own.length > 0 ? [language] : []))
  return [matterSection('index', edition, words, (languages) => languages.flatMap((language) => blocks.get(language) ?? []), spoken)]
}

/** Marks of a language, whose ids begin with its name. */
function marksIn(node: Nodes, language: Language, marks: Mark[] = []): Mark[] {
  if (!('children' in node)) return marks
  if (node.type === 'element') marks.push(...markOf(node, language))
  for (const child of node.children) marksIn(child, language, marks)
  return marks
}

function markOf({ properties }: Element, language: Language): Mark[] {
  const { id, dataHeading, dataSub, dataSee } = properties
  if (dataHeading === undefined || !String(id).startsWith(`${language}-`)) return []
  const said = (value: unknown) => (value === undefined ? undefined : String(value))
  return [{ id: String(id), heading: String(dataHeading), sub: said(dataSub), see: said(dataSee) }]
}

function entriesOf(marks: readonly Mark[], language: Language): IndexEntry[] {
  const entries: IndexEntry[] = []
  for (const { id, heading, sub, see } of marks) {
    const head = entryNamed(entries, heading, language)
    const entry = sub === undefined ? head : entryNamed(head.subs, sub, language)
    if (see === undefined) entry.places.push(id)
    else if (!entry.sees.includes(see)) entry.sees.push(see)
  }
  return sorted(entries, language)
}

/** The entry of that name, made where it is new; words that differ in a capital or in vowel marks are one. */
function entryNamed(entries: IndexEntry[], name: string, language: Language): IndexEntry {
  const key = keyOf[language](name)
  const found = entries.find((entry) => entry.key.text === key.text)
  if (found) return found
  const made = { name, key, places: [], sees: [], subs: [] }
  entries.push(made)
  return made
}

function sorted(entries: readonly IndexEntry[], language: Language): IndexEntry[] {
  return [...entries].sort((one, other) => compareKeys(language, one.key, other.key)).map((entry) => ({ ...entry, subs: sorted(entry.subs, language) }))
}

/** Each letter once, in the line above the first entry under it, from which no page may part it. */
function entryElements(entries: readonly IndexEntry[], words: Words): Element[] {
  return entries.flatMap((entry, index) => {
    const { letter } = entry.key
    const opens = letter !== '' && letter !== entries[index - 1]?.key.letter
    const lines = [
      entryElement(entry, opens ? ['index-entry', 'opens'] : ['index-entry'], words, opens ? [h('span', { className: ['letter'] }, letter), { type: 'text', value: ' ' }] : []),
      ...entry.subs.map((sub) => entryElement(sub, ['index-sub'], words)),
    ]
    return lines.length > 1 ? [h('div', { className: ['index-group'], ...langOf(words.language) }, lines)] : lines
  })
}

/** `heading, 4, 7, see another`; the typesetter merges page numbers that are equal or follow each other. */
function entryElement({ name, places, sees }: IndexEntry, classes: readonly string[], words: Words, before: readonly ElementContent[] = []): Element {
  const { language } = words
  const separator: ElementContent = { type: 'text', value: words('book:separator') }
  // The first number stays with the last word, for a number alone on a line is read as that of the next entry.
  const first: ElementContent = { type: 'text', value: words('book:separator').replace(' ', noBreakSpace) }
  const locators = places.flatMap((id, index) => [index === 0 ? first : separator, h('a', { className: ['locator'], href: `#${id}` }, folio(id, language))])
  const references = sees.flatMap((see) => [separator, h('span', { className: ['see'] }, words(places.length > 0 ? 'book:see-also' : 'book:see')),
    { type: 'text' as const, value: ' ' }, spoken(see, 'reference', words)])
  return h('p', { className: [...classes], ...langOf(language) }, [...before, h('span', { className: ['index-line'] }, [
    spoken(name, 'heading', words), ...(locators.length > 0 ? [h('span', { className: ['locators'] }, locators)] : []), ...references,
  ])])
}

const noBreakSpace = '\u00A0'

function spoken(text: string, className: string, { language, digits }: Words): Element {
  const element = h('span', { className: [className] }, text)
  return isolate(language === 'ar' ? setNumerals(element, digits) : element, language)
}
