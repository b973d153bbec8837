/** Running heads and folios of each page. */

import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Edition, Section } from '../../model/edition.ts'
import { directionOf, type Bilingual, type Language } from '../../model/language.ts'
import type { Words } from '../../model/words.ts'
import type { Leaf } from '../../paginate/leaves.ts'
import type { SetPage } from '../../paginate/model.ts'
import { isolate } from '../../typography/isolate.ts'
import { shortenedPair } from '../../typography/shortened.ts'
import { printableCharacters } from '../../print/signs.ts'
import { htmlOf } from './galleys.ts'
import { spellOut } from './glyphs.ts'
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
  /** That a line of the page has room for, about. */
  readonly letters: number
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
  const head = leaf.isOpening ? [] : headsOf(leaf, section, context)
  // A page in one language has its folio at the fore edge.
  return { head: written(head), foot: written(foot.length === 1 ? [h('span'), ...foot] : foot) }
}

/** A page that faces the end of a longer text. */
const isEmpty = ({ height, notes }: SetPage): boolean => height === 0 && notes.en.length === 0 && notes.ar.length === 0

const written = (children: readonly Element[]): string => (children.length === 0 ? '' : htmlOf({ type: 'root', children: [...children] }))

const span = (language: Language, text: string): Element => {
  const element = isolate(h('span', { lang: language, dir: directionOf(language) }, text), language)
  spellOut(element, printableCharacters())
  return element
}

/** The two on a page's line. */
function headsOf(leaf: Leaf, section: Section, context: HeadContext): Element[] {
  const [first = 'en', second = first] = context.languages
  const pair: readonly [string, string] = first === second ? ownHead(first, leaf, section, context)
    : [sharedHead(first, leaf, section, context), sharedHead(second, leaf, section, context)]
  const [one, other] = shortenedPair(pair, context.letters)
  return [span(first, one), span(second, other)]
}

/**
 * At the binding, then at the fore edge. The book stands on the verso and the chapter on the recto, with the section
 * beside it; on facing pages, where a language has but one of the two, the chapter is at the fore edge and the section or the book at the binding.
 */
function ownHead(language: Language, { number }: Leaf, section: Section, { edition, isFacing, topHeading }: HeadContext): [string, string] {
  const book = edition.imprint.title[language]
  const chapter = section.title[language] ?? book
  const top = topHeading[language] ?? ''
  if (isFacing) return [top || (chapter === book ? '' : book), chapter]
  if (number % 2 === 0) return ['', chapter === book ? edition.imprint.creators[0]?.name[language] ?? book : book]
  return [top, chapter]
}

/** Over its column: the book on the verso, on the recto the section in force, or else the chapter. */
function sharedHead(language: Language, { number }: Leaf, section: Section, { edition, topHeading }: HeadContext): string {
  const book = edition.imprint.title[language]
  const chapter = section.title[language] ?? book
  const onVerso = chapter === book ? edition.imprint.creators[0]?.name[language] ?? book : book
  return number % 2 === 0 ? onVerso : topHeading[language] ?? chapter
}
