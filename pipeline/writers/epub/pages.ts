/** Which documents an EPUB of an edition has, in the order of its spine. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { classesOf, type Edition, type Section } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'
import type { Matter } from '../../model/manuscript.ts'
import type { Words } from '../../model/words.ts'
import { lettersIn } from '../../views/hast.ts'
import { holdsTable, withBroadTables } from '../broad.ts'
import type { Page } from './xhtml.ts'

/** A spine document with the section that it shows, if it shows one. */
export interface SpinePage extends Page {
  readonly section: Section | undefined
}

/** Longest text, in letters, of a pair that is kept on one screen: our own choice, about six lines. */
const shortPair = 360

export const sectionPages = (edition: Edition): SpinePage[] => edition.sections.map((section) => sectionPage(section, edition))

/** `picture` is the name of the cover's file. */
export function coverPage({ language, imprint }: Edition, words: Words, picture: string): SpinePage {
  const image = h('img', { src: picture, alt: words('epub:cover-of', { title: imprint.title[language] }) })
  return {
    file: 'cover.xhtml', title: words('book:cover'), language, type: 'cover', section: undefined,
    children: [h('section', { className: ['cover'], lang: language, dir: directionOf(language) }, image)],
  }
}

function sectionPage(section: Section, { language, imprint }: Edition): SpinePage {
  const children = section.tree.children.map((child) => (child.type === 'element' ? withBroadTables(kept(child)) : child)) as ElementContent[]
  const attributes = { id: section.id, className: classesOf(section.role), lang: language, dir: directionOf(language), ...(section.matter ? { role: roles[section.matter] } : kind[section.role]) }
  return {
    file: `${section.id}.xhtml`, title: section.title[language] ?? imprint.title[language], language, section,
    type: section.role !== 'chapter' ? 'frontmatter' : section.matter && backMatter.has(section.matter) ? 'backmatter' : 'bodymatter',
    children: [h('section', attributes, children)],
  }
}

const backMatter: ReadonlySet<Matter> = new Set<Matter>(['acknowledgements', 'afterword', 'appendix'])

const roles: Record<Matter, string> = {
  dedication: 'doc-dedication', foreword: 'doc-foreword', preface: 'doc-preface', acknowledgements: 'doc-acknowledgments', introduction: 'doc-introduction',
  prologue: 'doc-prologue', epilogue: 'doc-epilogue', afterword: 'doc-afterword', appendix: 'doc-appendix',
}

const kind: Record<Section['role'], Record<string, string>> = {
  titlepage: { 'epub:type': 'titlepage' },
  about: { 'epub:type': 'preamble' },
  chapter: { role: 'doc-chapter' },
  dedication: { role: 'doc-dedication' },
  front: { role: 'doc-foreword' },
  halftitle: { 'epub:type': 'halftitlepage' },
  imprint: { 'epub:type': 'copyright-page' },
  contents: { role: 'doc-toc' },
  figures: { 'epub:type': 'loi' },
  glossary: { role: 'doc-glossary' },
  index: { role: 'doc-index' },
}

/**
 * Only short pairs may refuse to break: a long one that does would leave a screen empty. Pairs with tables are stacked on every screen.
 * They stand in the section itself, or in its notes.
 */
function kept(element: Element): Element {
  const { className } = element.properties
  const classes = Array.isArray(className) ? className : []
  if (classes.includes('notes')) return { ...element, children: element.children.map((child) => (child.type === 'element' ? kept(child) : child)) }
  if (!classes.includes('passage')) return element
  const more = [...(lettersIn(element, shortPair) <= shortPair ? ['short'] : []), ...(holdsTable(element) ? ['wide'] : [])]
  return more.length > 0 ? { ...element, properties: { ...element.properties, className: [...classes, ...more] } } : element
}
