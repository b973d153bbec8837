/** The document that the browser lays out: every text in one long column of its own, notes apart. */

import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Book } from '../../model/book.ts'
import type { Edition, Section, SectionRole } from '../../model/edition.ts'
import { counterpartOf, directionOf, languages, type Language } from '../../model/language.ts'
import { hasClass } from './prepare.ts'

/** The name of the galley in which both languages stand together. */
export const bothLanguages = 'both'

export const notesGalley = (language: Language): string => `notes-${language}`

/** The index waits for the numbers of all other pages, so it has galleys of its own. */
export type Stretch = 'text' | 'index'

export const galleyName = (language: Language | typeof bothLanguages, stretch: Stretch): string => (stretch === 'text' ? language : `${language}-${stretch}`)

/** Galleys of an edition: one for each page of an opening, the leading one first, else one. */
export function galleyNames(edition: Edition, stretch: Stretch): readonly string[] {
  return galleyLanguages(edition).map((language) => galleyName(language, stretch))
}

function galleyLanguages({ view, language }: Edition): readonly (Language | typeof bothLanguages)[] {
  if (view === 'en' || view === 'ar') return [view]
  return isFacing(view) ? [language, counterpartOf(language)] : [bothLanguages]
}

export const isFacing = (view: Edition['view']): boolean => view.startsWith('facing')

/** `halves` are one edition, or the two that a book read from both ends consists of; all of them are prepared. */
export function galleysDocument(halves: readonly Edition[], book: Book, style: string): Root {
  const [first] = halves
  if (!first) throw new Error('Nothing to set')
  const texts = halves.flatMap((edition) => stretches.flatMap((stretch) =>
    galleyLanguages(edition).map((language) => textGalley(edition, language, stretch, book))))
  const notes = book.notes === 'foot' ? languages.map((language) => noteGalley(halves, language)) : []
  const head = h('head', h('meta', { charset: 'utf-8' }), h('title', first.imprint.title[first.language]), h('style', style))
  const body = h('body', { className: [`digits-${book.digits.ar}`, `view-${first.view}`] }, h('div', { className: ['galleys'] }, [...texts, ...notes]))
  return {
    type: 'root',
    children: [{ type: 'doctype' }, h('html', { lang: first.language, dir: directionOf(first.language), dataFacesFirst: true }, head, body)],
  }
}

export const htmlOf = (tree: Root): string => unified().use(rehypeStringify).stringify(tree)

const stretches: readonly Stretch[] = ['text', 'index']

function textGalley(edition: Edition, shown: Language | typeof bothLanguages, stretch: Stretch, book: Book): Element {
  const language = shown === bothLanguages ? edition.language : shown
  const sections = edition.sections.flatMap((section, index) =>
    ((section.role === 'index') === (stretch === 'index') ? [sectionElement(section, index, language, edition, book)] : []))
  return h('div', { className: ['galley'], dataGalley: galleyName(shown, stretch), lang: language, dir: directionOf(language) }, sections)
}

/** Class names of sections in the style sheets. */
const classOf = (role: SectionRole): string => (role === 'titlepage' ? 'title-page' : role)

function sectionElement({ id, role, tree }: Section, index: number, language: Language, edition: Edition, book: Book): Element {
  const children = tree.children as ElementContent[]
  const flows = children.filter((child): child is Element => child.type === 'element' && hasClass(child, 'flow'))
  const own = flows.length > 0 ? flows.find((flow) => flow.properties['lang'] === language)?.children ?? [] : language === edition.language ? children : []
  const shown = book.notes === 'foot' ? own.filter((child) => !isNotes(child)) : [...own, ...endnotes(children, flows, language)]
  return h('section', {
    // On facing pages both sides of a section are of one name.
    id: language === edition.language ? id : undefined, className: [classOf(role)], dataSection: String(index), lang: language, dir: directionOf(language),
  }, shown)
}

const isNotes = (node: ElementContent): node is Element => node.type === 'element' && node.tagName === 'section' && hasClass(node, 'notes')

/** Notes at the end of a chapter on facing pages: each side has its own. */
function endnotes(children: readonly ElementContent[], flows: readonly Element[], language: Language): Element[] {
  if (flows.length === 0) return []
  return children.filter(isNotes).map((section) => ({
    ...section, children: section.children.filter((child) => child.type === 'element' && child.properties['lang'] === language),
  })).filter((section) => section.children.length > 0)
}

/** Notes at the feet of pages: all of one language, in the order of the book. */
function noteGalley(halves: readonly Edition[], language: Language): Element {
  const notes = halves.flatMap(({ sections }) => sections.flatMap(({ tree }, index) =>
    notesIn(tree, language).map((note) => ({ ...note, properties: { ...note.properties, dataSection: String(index) } }))))
  return h('div', { className: ['galley', 'galley-notes'], dataGalley: notesGalley(language), lang: language, dir: directionOf(language) }, notes)
}

function notesIn(tree: Root | Element, language: Language): Element[] {
  return tree.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'aside' && hasClass(child, 'note')) return child.properties['lang'] === language ? [child] : []
    return notesIn(child, language)
  })
}
