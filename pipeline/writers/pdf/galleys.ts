/** What the browser lays out: every text of a part in one long column of its own, notes apart. */

import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import { hasClass } from '../../model/classes.ts'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { Book } from '../../model/book.ts'
import { classesOf, type Edition } from '../../model/edition.ts'
import { counterpartOf, directionOf, languages, type Language } from '../../model/language.ts'
import { bothLanguages, galleyName, isDouble, notesGalley, type Shown, type Stretch } from '../../paginate/names.ts'
import type { Part } from './parts.ts'
import { isNarrow } from './style.ts'

/** Galleys of a part: one for each page of an opening, or for each language of an index, the leading one first; else one. */
export const galleyNames = ({ edition, number }: Part, stretch: Stretch): readonly string[] =>
  shownIn(edition, stretch).map((shown) => galleyName(shown, stretch, number))

function shownIn({ view, language }: Edition, stretch: Stretch): readonly Shown[] {
  if (view === 'en' || view === 'ar') return [view]
  return isFacing(view) || stretch === 'index' ? [language, counterpartOf(language)] : [bothLanguages]
}

export const isFacing = (view: Edition['view']): boolean => view.startsWith('facing')

/** Children of the body: the galleys of a part, made from its prepared trees. */
export function galleysOf(part: Part, book: Book): Root {
  const { edition, number, targets } = part
  const texts = stretches.flatMap((stretch) => shownIn(edition, stretch).map((shown) => textGalley(part, shown, stretch, book)))
  const notes = book.notes === 'foot' ? languages.map((language) => noteGalley(part, language)) : []
  // The browser keeps the place of an element only if a link leads there.
  const links = targets.size > 0 ? [h('div', { hidden: true }, [...targets].map((id) => h('a', { href: `#${id}` })))] : []
  return { type: 'root', children: [h('div', { className: ['galleys'], dataPart: String(number) }, [...texts, ...notes]), ...links] }
}

export const bodyClasses = (edition: Edition, book: Book): string[] =>
  [`digits-${book.digits.ar}`, `view-${edition.view}`, ...(isNarrow(edition, book) ? ['narrow'] : [])]

export const htmlOf = (tree: Root): string => unified().use(rehypeStringify).stringify(tree)

const stretches: readonly Stretch[] = ['text', 'index']

function textGalley(part: Part, shown: Shown, stretch: Stretch, book: Book): Element {
  const { edition, number, sections } = part
  const language = shown === bothLanguages ? edition.language : shown
  const own = sections.filter((index) => (edition.sections[index]?.role === 'index') === (stretch === 'index'))
  const name = galleyName(shown, stretch, number)
  return h('div', { className: isDouble(name) ? ['galley', 'double'] : ['galley'], dataGalley: name, lang: language, dir: directionOf(language) },
    own.flatMap((index) => sectionElement(edition, index, language, book)))
}

function sectionElement(edition: Edition, index: number, language: Language, book: Book): Element[] {
  const section = edition.sections[index]
  if (!section) return []
  const children = section.tree.children as ElementContent[]
  const flows = children.filter((child): child is Element => child.type === 'element' && hasClass(child, 'flow'))
  const own = flows.length > 0 ? flows.find((flow) => flow.properties['lang'] === language)?.children ?? [] : language === edition.language ? children : []
  const shown = book.notes === 'foot' ? own.filter((child) => !isNotes(child)) : [...own, ...endnotes(children, flows, language)]
  return [h('section', {
    // Where each language of a section stands by itself both are of one name.
    id: language === edition.language ? section.id : undefined, className: classesOf(section.role), dataSection: String(index), lang: language, dir: directionOf(language),
  }, shown)]
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
function noteGalley({ edition, number, sections }: Part, language: Language): Element {
  const notes = sections.flatMap((index) => notesIn(edition.sections[index]?.tree, language)
    .map((note) => ({ ...note, properties: { ...note.properties, dataSection: String(index) } })))
  return h('div', { className: ['galley', 'galley-notes'], dataGalley: notesGalley(language, number), lang: language, dir: directionOf(language) }, notes)
}

function notesIn(tree: Root | Element | undefined, language: Language): Element[] {
  return (tree?.children ?? []).flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName === 'aside' && hasClass(child, 'note')) return child.properties['lang'] === language ? [child] : []
    return notesIn(child, language)
  })
}
