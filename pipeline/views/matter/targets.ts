/** What contents and lists lead to: headings and figures of the text, each with an id. */

import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { EXIT, SKIP, visit } from 'unist-util-visit'
import type { Edition, Section } from '../../model/edition.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../model/language.ts'
import { isFacing } from './layout.ts'

/** A place in the text, and the words by which a list names it. */
export interface Target {
  readonly id: string
  readonly title: string
}

/** An entry of a list: in each language that it shows, or undefined where the text has nothing there. */
export type Entry = Bilingual<Target | undefined>

export interface Targets {
  readonly section: Section
  /** The section itself, by the title of its opening chapter. */
  readonly head: Entry
  readonly headings: readonly Entry[]
  /** Those with a caption. */
  readonly figures: readonly Entry[]
}

/** Sections of the text with an id on every heading of the second level and on every figure; trees are copied before. */
export function targetsOf(edition: Edition, sections: readonly Section[]): Targets[] {
  const count = { en: 0, ar: 0 }
  return sections.map((section) => {
    const marked = { ...section, tree: structuredClone(section.tree) }
    return { section: marked, head: headOf(marked, edition), headings: headingsIn(marked), figures: figuresIn(marked.tree, count) }
  })
}

/** On facing pages each language begins on a page of its own, and so its first block is what a list leads to; it gets an id. */
export function headOf(section: Section, edition: Edition): Entry {
  return bilingual((language) => {
    const title = section.title[language]
    if (title === undefined || !edition.languages.includes(language)) return undefined
    if (!isFacing(edition)) return { id: section.id, title }
    const first = firstOf(section.tree, language)
    if (!first) return undefined
    first.properties['id'] ??= `${section.id}-${language}`
    return { id: String(first.properties['id']), title }
  })
}

function firstOf(tree: Root, language: Language): Element | undefined {
  const flow = tree.children.find((child): child is Element => child.type === 'element' && child.properties['lang'] === language)
  return flow?.children.find((child) => child.type === 'element')
}

function headingsIn(section: Section): Entry[] {
  let count = 0
  return paired(section.tree, (element) => {
    if (element.tagName !== 'h2' || hasClass(element, 'notes-title')) return undefined
    element.properties['id'] ??= `${section.id}-heading-${++count}`
    return { id: String(element.properties['id']), title: titleOf(element) }
  })
}

/** A list names a figure by the first sentence of its caption. Moves `count` on. */
function figuresIn(tree: Root, count: { en: number; ar: number }): Entry[] {
  return paired(tree, (element, language) => {
    if (element.tagName !== 'figure') return undefined
    element.properties['id'] ??= `${language}-figure-${++count[language]}`
    const caption = firstSegment(element)
    return caption && { id: String(element.properties['id']), title: titleOf(caption).replace(/\.$/, '') }
  })
}

function firstSegment(figure: Element): Element | undefined {
  let found: Element | undefined
  visit(figure, 'element', (element) => {
    if (!hasClass(element, 'segment')) return undefined
    found = element
    return EXIT
  })
  return found
}

/** Text without the numbers of notes. */
function titleOf(element: Element): string {
  const copy = structuredClone(element)
  visit(copy, 'element', (inner, index, parent) => {
    if (!hasClass(inner, 'note-reference') || !parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return toString(copy).trim()
}

/** What `find` yields of both languages, paired within each row of the tree: what stands side by side belongs together. */
function paired(tree: Root, find: (element: Element, language: Language) => Target | undefined): Entry[] {
  return tree.children.flatMap((row) => {
    const found: Record<Language, Target[]> = { en: [], ar: [] }
    visit(row, 'element', (element) => {
      const language = languages.find((one) => one === element.properties['lang'])
      const target = language && find(element, language)
      if (target) found[language].push(target)
    })
    return Array.from({ length: Math.max(found.en.length, found.ar.length) }, (_, index) => bilingual((language) => found[language][index]))
  })
}

const hasClass = ({ properties }: Element, name: string): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes(name)

/** Entries that have something in one of the languages of a text. */
export const entriesIn = (entries: readonly Entry[], among: readonly Language[]): Entry[] =>
  entries.filter((entry) => among.some((language) => entry[language] !== undefined))
