/** Running heads and folios of each page. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition, Section } from '../../model/edition.ts'
import { directionOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import type { Leaf } from '../../paginate/leaves.ts'
import type { SetPage } from '../../paginate/model.ts'
import { isolate } from '../../typography/isolate.ts'
import { htmlOf } from './galleys.ts'
import { writtenFolio } from './numbering.ts'

/** What the heads of one page are made from. */
export interface HeadContext {
  readonly edition: Edition
  readonly words: Bilingual<Words>
  /** Languages of the page, in the order from left to right where there are two. */
  readonly languages: readonly Language[]
  readonly isFacing: boolean
  /** The section heading in force at the head of the page. */
  readonly topHeading: Bilingual<string | undefined>
}

/** HTML of a page's head and foot; empty where it has none. */
export interface Furniture {
  readonly head: string
  readonly foot: string
}

const bareRoles: ReadonlySet<Section['role']> = new Set(['halftitle', 'titlepage', 'imprint', 'dedication'])

/** Half title, title page, its verso, dedications and blanks are bare, also where the other language goes on; a page on which a section begins has a folio and no head. */
export function furnitureOf(leaf: Leaf, context: HeadContext): Furniture {
  const section = context.edition.sections[leaf.section]
  if (!leaf.page || isEmpty(leaf.page.set) || !section || bareRoles.has(section.role)) return { head: '', foot: '' }
  const foot = context.languages.map((language) => span(language, writtenFolio(leaf.folio, context.words[language])))
  const head = leaf.isOpening ? [] : context.languages.length > 1
    ? context.languages.map((language) => span(language, sharedHead(language, leaf, section, context)))
    : context.languages.flatMap((language) => ownHead(language, leaf, section, context).map((text) => span(language, text)))
  // A page in one language has its folio at the fore edge.
  return { head: written(head), foot: written(foot.length === 1 ? [h('span'), ...foot] : foot) }
}

/** A page that faces the end of a longer text. */
const isEmpty = ({ height, notes }: SetPage): boolean => height === 0 && notes.en.length === 0 && notes.ar.length === 0

const written = (children: readonly Element[]): string => (children.length === 0 ? '' : htmlOf({ type: 'root', children: [...children] }))

const span = (language: Language, text: string): Element =>
  isolate(h('span', { lang: language, dir: directionOf(language) }, text), language)

/** A letter or two more than a line holds is better than a cut title, so these are on the safe side of a line. */
const mostLetters = { whole: 62, half: 36 }

/**
 * At the binding, then at the fore edge. The book stands on the verso and the chapter on the recto, with the section
 * beside it; on facing pages, where a language has but one of the two, the chapter is at the fore edge and the section or the book at the binding.
 */
function ownHead(language: Language, { number }: Leaf, section: Section, { edition, isFacing, topHeading }: HeadContext): [string, string] {
  const book = edition.imprint.title[language]
  const chapter = section.title[language] ?? book
  const top = topHeading[language] ?? ''
  if (isFacing) return [shortened(top || (chapter === book ? '' : book), mostLetters.half), shortened(chapter, mostLetters.half)]
  if (number % 2 === 0) return ['', shortened(chapter === book ? edition.imprint.creators[0]?.name[language] ?? book : book, mostLetters.whole)]
  return top ? [shortened(top, mostLetters.half), shortened(chapter, mostLetters.half)] : ['', shortened(chapter, mostLetters.whole)]
}

/** Over its column: the book on the verso, on the recto the section in force, or else the chapter. */
function sharedHead(language: Language, { number }: Leaf, section: Section, { edition, topHeading }: HeadContext): string {
  const book = edition.imprint.title[language]
  const chapter = section.title[language] ?? book
  const onVerso = chapter === book ? edition.imprint.creators[0]?.name[language] ?? book : book
  return shortened(number % 2 === 0 ? onVerso : topHeading[language] ?? chapter, mostLetters.half)
}

/** A title too long for its line is cut between words. */
const shortened = (text: string, letters: number): string =>
  text.length <= letters ? text : `${text.slice(0, letters).replace(/\s+\S*$/, '')} …`
