/** The document that is printed: title page, imprint, contents, sections. */

import type { Element, ElementContent, Properties, Root } from 'hast'
import { h, s } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Book } from '../../model/book.ts'
import type { Edition, Section } from '../../model/edition.ts'
import { directionOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import { isolate } from '../../typography/isolate.ts'
import { beforeFigureId, figureId, type FigureHeights } from './figures.ts'
import { writtenFolio, type Folio } from './numbering.ts'

/** What one print has taught the next. */
export interface Plan {
  /** Folio of each section's first page, by its id; a section without one is not known yet. */
  readonly folios: ReadonlyMap<string, Folio>
  /** Sections before which a blank page brings them to a recto. */
  readonly blanks: ReadonlySet<string>
  readonly figures: FigureHeights
}

export interface Setting {
  readonly edition: Edition
  readonly book: Book
  readonly words: Bilingual<Words>
  readonly style: string
  /** Share of its natural size at which each table is set, in document order; 1 where none is given. */
  readonly tableFits: readonly number[]
}

export const contentsId = 'contents'

/** The complete document; the text of every section stands as the edition has it. */
export function documentOf(setting: Setting, plan: Plan): Root {
  const { edition, book } = setting
  const [titlePage, ...rest] = edition.sections
  const front = rest.filter(({ role }) => role === 'about')
  const chapters = rest.filter(({ role }) => role !== 'about')
  const listed = [...front, ...chapters]
  const texts = listed.flatMap((section) => [
    ...(plan.blanks.has(section.id) ? [h('section', { className: ['blank'] })] : []),
    sectionElement(section, section.role, edition),
  ])
  const figures = markFigures(texts, plan.figures)
  const marks = [contentsId, ...listed.map(({ id }) => id), ...figures].map(mark)
  const sections = [
    ...(titlePage ? [sectionElement(titlePage, 'title-page', edition)] : []),
    imprintPage(setting, marks),
    ...contentsPage(setting, listed, plan),
    ...texts,
  ]
  return pageOfSections(setting, sections, { className: [`digits-${book.digits.ar}`] })
}

/** A link too small to be seen, so that the browser writes down where its target stands; it is taken out of the finished file. */
const mark = (id: string): Element => h('a', { className: ['mark'], href: `#${id}`, ariaHidden: 'true', tabIndex: -1 })

/** Names every figure and the place before it, and sets the heights that are given; yields the names. Changes `sections`. */
function markFigures(sections: readonly Element[], heights: FigureHeights): string[] {
  const names: string[] = []
  let ordinal = 0
  for (const section of sections) {
    visit(section, 'element', (figure, index, parent) => {
      if (figure.tagName !== 'figure' || parent === undefined || index === undefined) return
      const id = figureId(ordinal)
      const before = beforeFigureId(ordinal)
      const height = heights.get(ordinal)
      ordinal++
      names.push(before, id)
      figure.properties['id'] = id
      if (height !== undefined) figure.properties['style'] = `--figure-height:${height}px`
      parent.children.splice(index, 0, h('div', { id: before, ariaHidden: 'true' }))
      return [SKIP, index + 2]
    })
  }
  return names
}

/** The title page alone, within its margins, to be looked at as a picture. */
export function coverDocument(setting: Setting, padding: string): Root {
  const titlePage = setting.edition.sections.slice(0, 1).map((section) => sectionElement(section, 'title-page', setting.edition))
  return pageOfSections(setting, titlePage, { style: `inline-size:auto;padding:${padding};box-sizing:border-box;background:#fff` })
}

function pageOfSections({ edition, style, tableFits }: Setting, sections: readonly Element[], body: Properties): Root {
  const { language } = edition
  const head = h('head', h('meta', { charset: 'utf-8' }), h('title', edition.imprint.title[language]), h('style', style))
  const page = h('html', { lang: language, dir: directionOf(language) }, head, h('body', body, ...sections))
  const tree: Root = { type: 'root', children: [{ type: 'doctype' }, page] }
  fitTables(tree, tableFits)
  return tree
}

export const htmlOf = (tree: Root): string => unified().use(rehypeStringify).stringify(tree)

/** Changes `tree`. */
function fitTables(tree: Root, fits: readonly number[]): void {
  let ordinal = 0
  visit(tree, 'element', ({ tagName, properties }) => {
    const fit = tagName === 'table' ? fits[ordinal++] ?? 1 : 1
    if (fit < 1) Object.assign(properties, { className: ['tight'], style: `--fit:${fit.toFixed(3)}` })
  })
}

function sectionElement(section: Section, className: string, { language }: Edition): Element {
  const tree = structuredClone(section.tree)
  return h('section', { id: section.id, className: [className], lang: language, dir: directionOf(language) }, tree.children as ElementContent[])
}

/** The verso of the title page: rights, number, and how the book was made; languages side by side. */
function imprintPage({ edition, words }: Setting, marks: readonly Element[]): Element {
  const { imprint } = edition
  const columns = edition.languages.map((side) => {
    const facts = [
      imprint.title[side], imprint.publisher[side], imprint.publisher[side] && imprint.date?.text[side], imprint.rights[side],
      imprint.isbn && words[side]('book:isbn', { isbn: imprint.isbn }), words[side]('book:made-with'),
    ]
    return h('div', langOf(side), facts.flatMap((text) => (text ? [isolate(h('p', langOf(side), text), side)] : [])))
  })
  return h('section', { id: 'imprint', className: ['imprint'], ...langOf(edition.language) }, [...columns, ...marks])
}

/** A list of one is no help: it needs two entries. */
function contentsPage(setting: Setting, sections: readonly Section[], plan: Plan): Element[] {
  const { edition, words } = setting
  const entries = sections.filter(({ title }) => edition.languages.some((side) => title[side])).map((section) => contentsEntry(section, setting, plan))
  if (entries.length < 2) return []
  const headings = edition.languages.map((side) => h('h1', langOf(side), words[side]('book:contents')))
  const heading = edition.languages.length > 1
    ? [h('div', { className: ['passage'] }, headings.map((element, index) => h('div', { className: ['side'], ...langOf(edition.languages[index]) }, element)))]
    : headings
  return [h('section', { id: contentsId, className: ['contents'], ...langOf(edition.language) }, [...heading, h('ol', { role: 'list' }, entries)])]
}

const langOf = (language: Language | undefined): Record<string, string> =>
  language ? { lang: language, dir: directionOf(language) } : {}

/** Dots from the folio to the title, drawn from the folio's end. */
const leader = (side: Language): Element => {
  const [from, to] = directionOf(side) === 'ltr' ? ['100%', '0'] : ['0', '100%']
  return s('svg', { className: ['leader'], ariaHidden: 'true' }, s('line', { x1: from, x2: to, y1: '50%', y2: '50%' }))
}

/** Title, leader and number; with two languages once from either side, so that the numbers meet in the middle. */
function contentsEntry({ id, title }: Section, { edition, words }: Setting, plan: Plan): Element {
  const folio = plan.folios.get(id) ?? { isFront: false, number: 0 }
  const halves = edition.languages.map((side) => h('span', { className: ['half'], ...langOf(side) }, [
    isolate(h('span', { className: ['entry'], ...langOf(side) }, title[side] ?? ''), side),
    leader(side),
    h('span', { className: ['folio'], ...langOf(side) }, writtenFolio(folio, words[side])),
  ]))
  return h('li', langOf(edition.language), h('a', { href: `#${id}` }, halves))
}
