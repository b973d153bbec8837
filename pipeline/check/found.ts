/** What stands in the documents of a finished edition, in the order in which they are read. */

import { dirname, join } from 'node:path/posix'
import type { Element, Nodes, Root } from 'xast'
import type { Language } from '../model/language.ts'
import type { Token, TokenKind } from './token.ts'
import { spacedUnits } from './words.ts'

export interface FoundDocument {
  /** As links between the documents name it. */
  readonly file: string
  readonly tree: Root
}

interface Context {
  readonly file: string
  readonly language: Language
  readonly isNote: boolean
  readonly isTranslators: boolean
  /** Inside a chapter: what stands outside, such as a title page, is no part of a manuscript. */
  readonly isText: boolean
  readonly segment: string
}

/** Where links arrive: an element's own segment, or the one it holds first; and what of each segment goes on overleaf, where a word may be parted. */
interface Arrivals {
  readonly enclosing: ReadonlyMap<string, string>
  readonly first: ReadonlyMap<string, string>
  readonly rests: ReadonlyMap<string, string>
}

/** A word of a chapter outside every segment has no segment's id, and so is due nowhere. */
export function foundTokens(documents: readonly FoundDocument[]): Token[] {
  const arrivals = arrivalsIn(documents)
  const tokens: Token[] = []
  for (const { file, tree } of documents) {
    collect(tree, { file, language: 'en', isNote: false, isTranslators: false, isText: false, segment: '' }, arrivals, tokens)
  }
  return tokens
}

function collect(node: Root | Element, context: Context, arrivals: Arrivals, tokens: Token[]): void {
  const add = (kind: TokenKind, text = '', segment = '') =>
    void tokens.push({ kind, language: context.language, isNote: context.isNote, isTranslators: context.isTranslators, segment, text })
  const addWords = (text: string, segment?: string) => {
    const words = spacedUnits(text)
    if (words !== '') add('words', words, segment)
  }
  if (isSegment(node) && !isRest(node)) addWords(textOf(node) + (arrivals.rests.get(idOf(node)) ?? ''), context.segment)
  for (const child of node.children) {
    if (child.type === 'text' && context.isText && context.segment === '') addWords(child.value)
    if (child.type !== 'element' || child.attributes['hidden'] !== undefined) continue
    const inner = within(child, context)
    const href = () => targetOf(child, inner.file)
    const back = hasClass(child, 'note-back') ? arrivals.enclosing.get(href()) : undefined
    // A note that nothing calls has no way back, and a way to nowhere is none.
    if (back !== undefined) add('backlink', back)
    else if (isFurniture(child)) continue
    else if (hasClass(child, 'note-reference')) add('reference', arrivals.first.get(href()), context.segment)
    else if (inner.isText && child.name === 'img') add('image', spacedUnits(child.attributes['alt'] ?? ''), context.segment)
    else if (inner.isText && child.name === 'tr' && !isRest(child)) add('row')
    else if (inner.isText && (child.name === 'td' || child.name === 'th') && !isRest(child)) add('cell')
    if (!isLink(child)) collect(child, inner, arrivals, tokens)
  }
}

function within(element: Element, context: Context): Context {
  const lang = element.attributes['lang']
  return {
    file: context.file,
    language: lang === 'en' || lang === 'ar' ? lang : context.language,
    isNote: context.isNote || hasClass(element, 'note'),
    isTranslators: context.isTranslators || hasClass(element, 'by-translator'),
    isText: context.isText || hasClass(element, 'note') || (element.name === 'section' && (hasClass(element, 'chapter') || hasClass(element, 'about'))),
    segment: isSegment(element) ? idOf(element) : context.segment,
  }
}

/** The number before a note, the word that it is the translator's, the heading above the notes, what opens a counterpart and leads back from it, what stands beside a passage online, and the head of a table that goes on overleaf are the edition's own words. */
const isFurniture = (element: Element): boolean => ['note-number', 'note-by', 'notes-title', 'tap-marker', 'tap-back', 'tools', 'repeated'].some((name) => hasClass(element, name))

const isLink = (element: Element): boolean => hasClass(element, 'note-back') || hasClass(element, 'note-reference')

const isSegment = (node: Root | Element): node is Element => node.type === 'element' && hasClass(node, 'segment')

/** What goes on from the page before. */
const isRest = (element: Element): boolean => hasClass(element, 'rest')

/** Asked of every element many times, so without parting the names. */
function hasClass({ attributes }: Element, name: string): boolean {
  const names = attributes['class']
  return names === name || (names?.includes(name) === true && names.split(/\s+/).includes(name))
}

const idOf = ({ attributes }: Element): string => attributes['id'] ?? attributes['data-id'] ?? ''

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && (isLink(node) || node.attributes['hidden'] !== undefined)) return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function targetOf({ attributes }: Element, file: string): string {
  const [path = '', id = ''] = decodeURI(attributes['href'] ?? '').split('#')
  return `${path === '' ? file : join(dirname(file), path)}#${id}`
}

function arrivalsIn(documents: readonly FoundDocument[]): Arrivals {
  const enclosing = new Map<string, string>()
  const first = new Map<string, string>()
  const rests = new Map<string, string>()
  const walk = (node: Root | Element, file: string, segment: string, open: readonly string[]) => {
    const id = node.type === 'element' ? node.attributes['id'] : undefined
    const key = `${file}#${id}`
    if (id !== undefined) enclosing.set(key, segment)
    const own = isSegment(node) ? idOf(node) : segment
    const waiting = id === undefined ? open : [...open, key]
    if (isSegment(node)) for (const one of waiting) if (!first.has(one)) first.set(one, own)
    if (isSegment(node) && isRest(node)) rests.set(own, (rests.get(own) ?? '') + textOf(node))
    for (const child of node.children) if (child.type === 'element') walk(child, file, own, waiting)
  }
  for (const { file, tree } of documents) walk(tree, file, '', [])
  return { enclosing, first, rests }
}
