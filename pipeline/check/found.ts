/** What stands in the documents of a finished edition, in the order in which they are read. */

import { dirname, join } from 'node:path/posix'
import type { Language } from '../model/language.ts'
import { elementsIn, type Found, type MarkupDocument } from './markup.ts'
import type { Token, TokenKind } from './token.ts'
import { spacedUnits } from './words.ts'

interface Context {
  readonly language: Language
  readonly isNote: boolean
  readonly isTranslators: boolean
  /** Inside a chapter: what stands outside, such as a title page, is no part of a manuscript. */
  readonly isText: boolean
  readonly segment: string
}

/** A word of a chapter outside every segment has no segment's id, and so is due nowhere. */
export function foundTokens(documents: readonly MarkupDocument[]): Token[] {
  const collector = new Collector(documents)
  for (const { elements: [root] } of documents) {
    if (root) collector.collect(root, { language: 'en', isNote: false, isTranslators: false, isText: false, segment: '' })
  }
  return collector.tokens
}

class Collector {
  readonly tokens: Token[] = []
  readonly #targets: Targets
  readonly #rests: ReadonlyMap<string, string>

  constructor(documents: readonly MarkupDocument[]) {
    this.#targets = new Targets(documents)
    this.#rests = restsIn(documents)
  }

  /** An element that stands in `outer`, and all that it holds. */
  collect(element: Found, outer: Context): void {
    if (element.attributes['hidden'] !== undefined) return
    const context = within(element, outer)
    const own = kinds(element)
    const isCounted = this.#mark(element, own, outer, context.isText)
    if (!isCounted || own.isBack || own.isReference) return
    if (own.isSegment && !own.isRest) this.#words(textOf(element) + (this.#rests.get(idOf(element)) ?? ''), context)
    const { nodes } = element.document
    for (let at = element.at + 1; at < element.end;) {
      const node = nodes[at]
      if (!node) break
      if (node.isText) {
        if (context.isText && context.segment === '') this.#words(node.text, context)
        at++
      } else {
        this.collect(node, context)
        at = node.end
      }
    }
  }

  /** Tells of what is no word. False for the edition's own words. */
  #mark(element: Found, { isBack, isFurniture, isReference, isRest }: Kinds, outer: Context, isText: boolean): boolean {
    const { name, attributes } = element
    const back = isBack ? this.#targets.of(element) : undefined
    // A note that nothing calls has no way back, and a way to nowhere is none.
    if (back) this.#add('backlink', outer, segmentAround(back))
    else if (isFurniture) return false
    else if (isReference) this.#add('reference', outer, segmentWithin(this.#targets.of(element)), outer.segment)
    else if (isText && name === 'img') this.#add('image', outer, spacedUnits(attributes['alt'] ?? ''), outer.segment)
    else if (isText && name === 'tr' && !isRest) this.#add('row', outer)
    else if (isText && (name === 'td' || name === 'th') && !isRest) this.#add('cell', outer)
    return true
  }

  #words(text: string, context: Context): void {
    const words = spacedUnits(text)
    if (words !== '') this.#add('words', context, words, context.segment)
  }

  #add(kind: TokenKind, { language, isNote, isTranslators }: Context, text = '', segment = ''): void {
    this.tokens.push({ kind, language, isNote, isTranslators, segment, text })
  }
}

/** Most elements change nothing. */
function within(element: Found, outer: Context): Context {
  const { lang, class: names } = element.attributes
  const language = lang === 'en' || lang === 'ar' ? lang : outer.language
  if (names === undefined && language === outer.language) return outer
  const { isNote, isTranslators, isChapter } = kindsOf(names)
  return {
    language,
    isNote: outer.isNote || isNote,
    isTranslators: outer.isTranslators || isTranslators,
    isText: outer.isText || isNote || (element.name === 'section' && isChapter),
    segment: isSegment(element) ? idOf(element) : outer.segment,
  }
}

/** The number before a note, the word that it is the translator's, the heading above the notes, what opens a counterpart and leads back from it, what stands beside a passage online, a page number after a link, and the head of a table that goes on overleaf are the edition's own words. */
const furniture = ['note-number', 'note-by', 'notes-title', 'tap-marker', 'tap-back', 'tools', 'page-reference', 'repeated']

/** What the names of an element's class say of it. */
interface Kinds {
  readonly isNote: boolean
  readonly isTranslators: boolean
  readonly isChapter: boolean
  readonly isSegment: boolean
  /** What goes on from the page before. */
  readonly isRest: boolean
  readonly isBack: boolean
  readonly isReference: boolean
  readonly isFurniture: boolean
}

const known = new Map<string, Kinds>()

/** Asked of every element many times; an edition has few classes. */
function kindsOf(names = ''): Kinds {
  const kinds = known.get(names) ?? kindsAnew(names.split(/\s+/))
  if (known.size < 1000) known.set(names, kinds)
  return kinds
}

const kindsAnew = (names: readonly string[]): Kinds => ({
  isNote: names.includes('note'),
  isTranslators: names.includes('by-translator'),
  isChapter: names.includes('chapter') || names.includes('about'),
  isSegment: names.includes('segment'),
  isRest: names.includes('rest'),
  isBack: names.includes('note-back'),
  isReference: names.includes('note-reference'),
  isFurniture: names.some((name) => furniture.includes(name)),
})

const kinds = ({ attributes }: Found): Kinds => kindsOf(attributes['class'])

const isSegment = (element: Found): boolean => kinds(element).isSegment

const idOf = ({ attributes }: Found): string => attributes['id'] ?? attributes['data-id'] ?? ''

/** Without the signs of notes, the edition's own words, and what is hidden. */
function textOf(element: Found): string {
  const { nodes } = element.document
  let text = ''
  for (let at = element.at + 1; at < element.end;) {
    const node = nodes[at]
    if (!node) break
    if (node.isText) text += node.text
    at = !node.isText && isLeftOut(node) ? node.end : at + 1
  }
  return text
}

function isLeftOut(element: Found): boolean {
  const { isBack, isReference, isFurniture } = kinds(element)
  return isBack || isReference || isFurniture || element.attributes['hidden'] !== undefined
}

/** Where links arrive. */
class Targets {
  readonly #documents: ReadonlyMap<string, MarkupDocument>
  readonly #ids = new Map<string, ReadonlyMap<string, Found>>()

  constructor(documents: readonly MarkupDocument[]) {
    this.#documents = new Map(documents.map((document) => [document.file, document]))
  }

  of({ document, attributes }: Found): Found | undefined {
    const [path = '', id = ''] = decodeURI(attributes['href'] ?? '').split('#')
    return this.#idsOf(path === '' ? document.file : join(dirname(document.file), path)).get(id)
  }

  #idsOf(file: string): ReadonlyMap<string, Found> {
    const known = this.#ids.get(file) ?? idsIn(this.#documents.get(file)?.elements ?? [])
    this.#ids.set(file, known)
    return known
  }
}

function idsIn(elements: readonly Found[]): Map<string, Found> {
  const ids = new Map<string, Found>()
  for (const element of elements) {
    const id = element.attributes['id']
    if (id !== undefined) ids.set(id, element)
  }
  return ids
}

/** The segment in which an element stands. */
function segmentAround({ parent }: Found): string {
  for (let outer = parent; outer; outer = outer.parent) if (isSegment(outer)) return idOf(outer)
  return ''
}

/** The first segment in an element, or the element itself. */
function segmentWithin(element: Found | undefined): string {
  const first = element && [element, ...elementsIn(element)].find(isSegment)
  return first ? idOf(first) : ''
}

/** What of each segment goes on overleaf, where a word may be parted. */
function restsIn(documents: readonly MarkupDocument[]): Map<string, string> {
  const rests = new Map<string, string>()
  for (const { elements } of documents) {
    for (const element of elements) if (kinds(element).isRest && isSegment(element)) rests.set(idOf(element), (rests.get(idOf(element)) ?? '') + textOf(element))
  }
  return rests
}
