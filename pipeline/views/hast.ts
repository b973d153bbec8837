/** Blocks and notes of a manuscript as HTML trees, each element with its language and direction. */

import type { Element, ElementContent, Root, Text } from 'hast'
import { h } from 'hastscript'
import type { FootnoteReference, PhrasingContent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { defaultHandlers, toHast, type Handlers, type State } from 'mdast-util-to-hast'
import { visit } from 'unist-util-visit'
import { hasClass } from '../model/classes.ts'
import type { Language } from '../model/language.ts'
import { directionOf } from '../model/language.ts'
import type { Block, Chapter, CodeNode, GlossNode, Note, NoteName, SegmentNode, VerseLineNode } from '../model/manuscript.ts'
import type { Words } from '../model/words.ts'
import { isolate } from '../typography/isolate.ts'
import { letterOf } from '../typography/letters.ts'
import { setNumerals } from '../typography/numerals.ts'

/** Elements that carry `lang` and `dir` of their own, for nothing may hang on what surrounds them. */
const marked = new Set([
  'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'table', 'th', 'td', 'figure', 'figcaption',
  'aside', 'section', 'div',
])

/** The HTML of one block, headings raised so that the chapter's own is an `h1`. All views share it: whoever changes an element takes a copy. */
export const blockElements = (block: Block, chapter: Chapter, language: Language, words: Words): readonly Element[] =>
  shared(blocks, block.node, words, () => elements([block.node], chapter, language, words))

/** One note as an aside with its number before and a way back after its last words; a translator's says that it is one. All views share it. */
export const noteElement = (note: Note, chapter: Chapter, language: Language, words: Words): Element =>
  shared(notes, note.children[0] ?? note, words, () => noteElementAnew(note, chapter, language, words))

type Shared<Made> = WeakMap<Words, WeakMap<object, Made>>

const blocks: Shared<readonly Element[]> = new WeakMap()
const notes: Shared<Element> = new WeakMap()

/** What was made of a node for another view in the same voice, or made now; where a text is read anew, nodes that didn't change stay. */
function shared<Made>(known: Shared<Made>, node: object, words: Words, make: () => Made): Made {
  const own = known.get(words) ?? new WeakMap<object, Made>()
  known.set(words, own)
  const made = own.get(node) ?? make()
  own.set(node, made)
  return made
}

function noteElementAnew(note: Note, chapter: Chapter, language: Language, words: Words): Element {
  const name = { ...note, chapter: chapter.id }
  const body = elements(note.children, chapter, language, words)
  const number = h('span', { className: ['note-number'] }, noteSign(note, words))
  const label = words('book:back-to-text', { number: noteSign(note, words) })
  const back = h('a', { className: ['note-back'], role: 'doc-backlink', href: `#${referenceId(name, 1)}`, ariaLabel: label }, '↑')
  const by = note.by === 'translator' ? [space(), h('span', { className: ['note-by'] }, words('book:translators-note'))] : []
  const first = body[0]
  const last = body.at(-1)
  if (first?.tagName === 'p') first.children.unshift(number, space())
  else body.unshift(h('p', number))
  if (last?.tagName === 'p') last.children.push(...by, space(), back)
  else body.push(h('p', ...by, back))
  const attributes = { className: note.by === 'translator' ? ['note', 'by-translator'] : ['note'], id: noteId(name), role: 'doc-footnote' }
  return inLanguage(h('aside', attributes, body), language)
}

const space = (): Text => ({ type: 'text', value: ' ' })

const seriesOf = ({ by, number }: Omit<NoteName, 'chapter'>): string => `${by === 'translator' ? 'tr-' : ''}${number}`

const noteId = (name: NoteName): string => `${name.chapter}-note-${seriesOf(name)}`

const referenceId = (name: NoteName, occurrence: number): string =>
  `${name.chapter}-ref-${seriesOf(name)}${occurrence > 1 ? `-${occurrence}` : ''}`

/** The author's notes are called by numbers, the translator's by letters. */
const noteSign = ({ by, number }: Omit<NoteName, 'chapter'>, words: Words): string =>
  (by === 'translator' ? letterOf(number, words.language) : words.numeral(number))

/** Deep: of what views share, for one that changes it. */
export function copyOf<Node extends ElementContent>(node: Node): Node {
  if (node.type !== 'element') return { ...node }
  const properties = { ...node.properties }
  for (const [key, value] of Object.entries(properties)) if (Array.isArray(value)) properties[key] = [...value]
  return { ...node, properties, children: node.children.map(copyOf) }
}

function elements(nodes: readonly RootContent[], chapter: Chapter, language: Language, words: Words): Element[] {
  const tree: Root = { type: 'root', children: stateOf(words).all({ type: 'root', children: [...nodes] }) }
  raiseHeadings(tree, chapter)
  nameTargets(tree)
  if (language === 'ar') setNumerals(tree, words.digits)
  isolate(tree, language)
  const children = tree.children.filter((child): child is Element => child.type === 'element')
  return children.map((element) => inLanguage(element, language))
}

/** Marks the element and all blocks in it; code keeps the direction that it has. */
export function inLanguage(element: Element, language: Language): Element {
  if (marked.has(element.tagName)) Object.assign(element.properties, { lang: language, dir: directionOf(language) })
  if (element.tagName === 'pre' || element.tagName === 'code') Object.assign(element.properties, { dir: element.properties['dir'] ?? 'ltr', translate: 'no' })
  for (const child of element.children) if (child.type === 'element') inLanguage(child, language)
  return element
}

/** A chapter read from `##` has its heading at depth 2: every heading of it goes up by one. */
function raiseHeadings(tree: Root, chapter: Chapter): void {
  const opening = chapter.blocks[0]?.node
  const by = opening?.type === 'heading' ? opening.depth - 1 : 0
  if (by > 0) raise(tree, by)
}

function raise(tree: Root | Element, by: number): void {
  for (const element of tree.children) {
    if (element.type !== 'element' || element.tagName === 'p') continue
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1]
    if (depth) element.tagName = `h${Math.max(1, Number(depth) - by)}`
    else raise(element, by)
  }
}

/** Lists lead to headings by the ids that they have, and to figures, which are named after their first segment: `en-13-figure`. */
function nameTargets(tree: Root | Element): void {
  for (const element of tree.children) {
    // Neither a heading nor a figure stands in a paragraph.
    if (element.type !== 'element' || element.tagName === 'p') continue
    const segment = element.tagName === 'figure' ? segmentsIn(element)[0] : undefined
    if (segment) element.properties['id'] = `${String(segment.properties['id'])}-figure`
    else nameTargets(element)
  }
}

/** Elements of the class `segment`, in order; none holds another. */
export const segmentsIn = (element: Element): Element[] =>
  (isSegment(element) ? [element] : element.children.flatMap((child) => (child.type === 'element' ? segmentsIn(child) : [])))

export const isSegment = (element: Element): boolean => hasClass(element, 'segment')

/** Letters and all other characters of an element's text; once there are more than `most`, they are not counted to the end. */
export function lettersIn(element: Element, most: number): number {
  let count = 0
  for (const child of element.children) {
    if (count > most) break
    count += child.type === 'text' ? child.value.length : child.type === 'element' ? lettersIn(child, most) : 0
  }
  return count
}

const states = new WeakMap<Words, State>()

/** What makes HTML of nodes, made once for each voice, for blocks are many; what nodes define the readers have put where it is used. */
function stateOf(words: Words): State {
  const known = states.get(words)
  if (known) return known
  const handed: State[] = []
  const root: Handlers['root'] = (state) => void handed.push(state)
  toHast({ type: 'root', children: [] }, { handlers: { ...handlers(words), root } })
  const [state] = handed
  if (!state) throw new Error('No state')
  states.set(words, state)
  return state
}

function handlers(words: Words): Handlers {
  return {
    footnoteReference: (_state, node: FootnoteReference) => reference(node, words),
    // Definitions are set as notes, where the view wants them.
    footnoteDefinition: () => undefined,
    verseLine: (state, node: VerseLineNode) => {
      const hemistichs = node.children.map((child) => h('span', { className: ['hemistich'] }, state.one(child, node) as ElementContent))
      const spaced = hemistichs.flatMap((span, index) => (index === 0 ? [span] : [{ type: 'text' as const, value: ' ' }, span]))
      return h('p', { className: [...node.data.hProperties.className] }, spaced)
    },
    codeBlock: (_state, node: CodeNode) => h('pre', node.children.map(literal)),
    gloss: (state, node: GlossNode) => h('div', { className: ['glosses'] }, h('span', { className: ['gloss-run'], dir: node.direction },
      node.children.flatMap((stack, index) => [...(index > 0 ? [space()] : []), h('span', { className: ['gloss'] },
        stack.children.map((word) => h('span', { className: ['gloss-word'] }, state.one(word, stack) as ElementContent)))]))),
    table: (state, node) => {
      const table = defaultHandlers.table(state, node)
      visit(table, 'element', (cell) => {
        // `align` is obsolete; left and right have no meaning in a book of two directions.
        const align = cell.properties['align']
        delete cell.properties['align']
        if (align) cell.properties['className'] = [align === 'left' ? 'align-start' : align === 'right' ? 'align-end' : 'align-center']
        if (cell.tagName === 'th') cell.properties['scope'] = 'col'
      })
      return table
    },
  }
}

/** Code as it stands: every other text loses the white space at the ends of its lines. */
const literal = (node: SegmentNode | PhrasingContent): ElementContent => (node.type === 'segment'
  ? h(node.data.hName, node.data.hProperties, node.children.map(literal))
  : { type: 'text', value: toString(node) })

function reference(node: FootnoteReference, words: Words): Element {
  const note = node.data?.note
  if (!note) return h('sup', `[${node.label ?? node.identifier}]`)
  return h('a', {
    className: ['note-reference'],
    id: referenceId(note, note.occurrence),
    href: `#${noteId(note)}`,
    role: 'doc-noteref',
  }, noteSign(note, words))
}
