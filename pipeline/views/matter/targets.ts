/** What contents and lists lead to: sections, headings and figures of the text. */

import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { hasClass } from '../../model/classes.ts'
import type { Edition, Section } from '../../model/edition.ts'
import { bilingual, languages, type Bilingual, type Language } from '../../model/language.ts'
import { segmentsIn } from '../hast.ts'
import { isParted } from './layout.ts'

/** An element of the text, and the words by which a list names it. */
export interface Target {
  readonly id: string
  readonly title: string
}

/** An entry of a list: in each language that it shows, or undefined where the text has nothing there. */
export type Entry = Bilingual<Target | undefined>

/** The section by its title, each of its languages by itself where it has pages to itself. */
export function headOf({ id, role, title }: Section, edition: Edition): Entry {
  return bilingual((language) => {
    const own = title[language]
    if (own === undefined || !edition.languages.includes(language)) return undefined
    return { id: isParted(edition, role) ? `${id}-${language}` : id, title: own }
  })
}

/** Headings of the second level, notes' own apart. */
export const headingsIn = ({ tree }: Section): Entry[] => paired(tree, (element) =>
  (element.tagName === 'h2' && element.properties['id'] !== undefined ? { id: String(element.properties['id']), title: titleOf(element) } : undefined))

/** Figures with a caption, by its first sentence. */
export const figuresIn = ({ tree }: Section): Entry[] => paired(tree, (element) => {
  const [sentence] = element.tagName === 'figure' ? segmentsIn(element) : []
  return sentence && { id: String(element.properties['id']), title: titleOf(sentence).replace(/\.$/, '') }
})

/** Text without the numbers of notes. */
function titleOf(element: Element): string {
  const copy = structuredClone(element)
  visit(copy, 'element', (inner, index, parent) => {
    if (!isReference(inner) || !parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
  return toString(copy).trim()
}

const isReference = (element: Element): boolean => hasClass(element, 'note-reference')

/** What `find` yields of both languages, paired within each row of the tree: what stands side by side belongs together. */
function paired(tree: Root, find: (element: Element) => Target | undefined): Entry[] {
  return tree.children.flatMap((row) => {
    const found: Record<Language, Target[]> = { en: [], ar: [] }
    visit(row, 'element', (element) => {
      const target = find(element)
      const language = languages.find((one) => one === element.properties['lang'])
      if (target && language) found[language].push(target)
    })
    return Array.from({ length: Math.max(found.en.length, found.ar.length) }, (_, index) => bilingual((language) => found[language][index]))
  })
}

/** Entries that have something in one of these languages. */
export const entriesIn = (entries: readonly Entry[], among: readonly Language[]): Entry[] =>
  entries.filter((entry) => among.some((language) => entry[language] !== undefined))
