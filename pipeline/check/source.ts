/** Proves that every word of a manuscript file is a word of its segments, in order and once, or was removed on purpose. */

import type { Nodes, Root } from 'mdast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { append } from '../model/append.ts'
import type { Language } from '../model/language.ts'
import type { Removal, Segment } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'
import { wordsOf } from './words.ts'

interface Word {
  readonly word: string
  readonly place: Place
}

/**
 * The file is read here by a plain parser that shares nothing with the readers.
 *
 * Walks the file's words once: each is either the next word of the segments, in the order of their places,
 * or one of the removed. What is neither was lost; what is left over was invented. Linear in the text.
 */
export function sourceFaults(
  file: string, text: string, language: Language, segments: readonly Segment[], removed: readonly Removal[],
): Message[] {
  const here = segments.filter(({ place }) => place.file === file)
  const expected = [...here].sort(byPlace).flatMap((segment) => wordsOf(segment.text).map((word) => ({ word, place: segment.place })))
  const bag = bagOf(removed.filter(({ place }) => place.file === file).flatMap((removal) => wordsOf(removal.text)))
  let next = 0
  for (const { word, place } of sourceWords(file, text)) {
    if (expected[next]?.word === word) next++
    else if (!take(bag, word)) return [fault('lost-word', language, place, word)]
  }
  const extra = expected[next]
  return extra ? [fault('added-word', language, extra.place, extra.word)] : []
}

const fault = (rule: string, language: Language, place: Place, word: string): Message =>
  ({ rule: `check/${rule}`, severity: 'error', language, place, values: { word } })

function sourceWords(file: string, text: string): Word[] {
  // What a backslash makes plain text is told apart by a sign that no word has.
  const tree = treeOf(withItems(text.replaceAll(hidingMarks, '$1').replaceAll('\\:index', `\\:${noWord}index`)))
  const words: Word[] = []
  collect(tree, file, words)
  return words
}

/** Marks of direction at the head of a line, which would hide from this parser that an item begins there. */
const hidingMarks = /^([ \t>]*)[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/gmu

const treeOf = (text: string): Root => unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text)

/** A number in Arabic digits at the head of a line, with what may stand before it. */
const headNumber = /^([\s>*+\-.)\d٠-٩۰-۹]*?)([٠-٩۰-۹]{1,9})(?=[.)](?:\s|$))/u

/** The text, in which a number in Arabic digits that begins an item of a list is a Latin one, as this parser reads it; others are words. */
function withItems(text: string): string {
  if (!/[٠-٩۰-۹][.)]/u.test(text)) return text
  const lines = text.split('\n')
  let isByLine = false
  const shown = lines.map((line) => {
    // Verse and glosses are fences that this parser does not know; their lines are no items.
    if (line.trimStart().startsWith(':::')) isByLine = /^\s*:{3,}\s*(?:verse|gloss)/.test(line)
    return isByLine ? line : line.replace(headNumber, (_, before: string, number: string) => before + number.replaceAll(/./gu, (digit) => String(digit.charCodeAt(0) % 16)))
  })
  const items = new Set<string>()
  visit(treeOf(shown.join('\n')), 'listItem', ({ position }) => void items.add(`${position?.start.line} ${position?.start.column}`))
  return lines.map((line, index) => {
    const [, before = ''] = headNumber.exec(line) ?? []
    return items.has(`${index + 1} ${before.length + 1}`) ? shown[index] : line
  }).join('\n')
}

/** An explicit stack, for a manuscript may nest deeper than the engine's own. */
function collect(root: Nodes, file: string, words: Word[]): void {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (holdsRunningText(node)) append(words, wordsIn(node, file))
    else if ('children' in node) append<Nodes>(stack, node.children.toReversed())
  }
}

const holdsRunningText = (node: Nodes): boolean =>
  ['paragraph', 'heading', 'tableCell'].includes(node.type) || !('children' in node)

/** Words of one block; a word that emphasis divides is still one. */
function wordsIn(block: Nodes, file: string): Word[] {
  const pieces = withoutMarks(block.type === 'heading' ? withoutName(leaves(block)) : leaves(block))
  const places = pieces.flatMap(({ text, node }) => {
    const place = { file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 }
    return wordsOf(text).map((): Place => place)
  })
  const words = wordsOf(pieces.map(({ text }) => text).join(''))
  return words.map((word, index) => ({ word, place: places[Math.min(index, places.length - 1)] ?? { file, line: 1, column: 1 } }))
}

/** A heading's name for links, `{#name}`, is none of its words, unless it has no others. */
function withoutName<Piece extends { readonly text: string }>(pieces: readonly Piece[]): Piece[] {
  const last = pieces.at(-1)
  const text = last?.text.replace(/[ \t]*\{#[^\s{}#]+\}[ \t]*$/, '')
  return last && text !== undefined && (text !== '' || pieces.length > 1) ? [...pieces.slice(0, -1), { ...last, text }] : [...pieces]
}

/** Marks for the index: their words are text, the rest is not. */
const mark = /(?<!:):index(?:\[((?:[^[\]]|\[[^[\]]*\])*)\])?(\{(?:[^{}"']|"[^"]*"|'[^']*')*\})?/g

/** A word joiner, which belongs to no word. */
const noWord = '\u2060'

/** The pieces of a block without what only marks its words; a mark may begin in one and end in another. */
function withoutMarks<Piece extends { readonly text: string }>(pieces: readonly Piece[]): Piece[] {
  const text = pieces.map((piece) => piece.text).join('')
  const cuts = [...text.matchAll(mark)].flatMap(({ 0: whole, 1: words, index }) => {
    if (whole === ':index') return []
    const inner = words === undefined ? index + whole.length : index + ':index['.length
    return [[index, inner], [inner + (words ?? '').length, index + whole.length]] as const
  })
  if (cuts.length === 0) return [...pieces]
  let start = 0
  const cut = pieces.map((piece) => {
    const from = start
    start += piece.text.length
    const at = (offset: number) => Math.max(0, offset - from)
    return { ...piece, text: cuts.reduceRight((kept, [first, last]) => kept.slice(0, at(first)) + kept.slice(at(last)), piece.text) }
  })
  // A mark may hold another.
  return withoutMarks(cut)
}

/** A picture's title is its caption where the picture stands alone; in a line it is no running text. */
function leaves(node: Nodes, isAlone = standsAlone(node)): { text: string; node: Nodes }[] {
  if ('children' in node) return node.children.flatMap((child) => leaves(child, isAlone))
  if (node.type === 'image') return [{ text: isRemote(node.url) ? ` ${node.alt ?? ''} ${node.title ?? ''} ` : isAlone && node.title ? ` ${node.title} ` : '', node }]
  return [{ text: visibleText(node), node }]
}

const standsAlone = (node: Nodes): boolean =>
  node.type === 'paragraph' && node.children.every((child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''))

/** Text that a reader of the page sees: addresses, labels of notes and markup are none. */
function visibleText(node: Nodes): string {
  switch (node.type) {
    case 'text': return node.value.replaceAll(/^:{3,}\s*(?:verse|epigraph|bibliography|gloss)\b.*$/gm, '')
    case 'inlineCode': case 'code': return node.value.replaceAll(':index', `:${noWord}index`)
    case 'break': return '\n'
    case 'html': return markupText(node.value)
    default: return ''
  }
}

/** A picture that a book cannot carry leaves its words. */
const isRemote = (url: string): boolean => /^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)

/** Words between tags; scripts and styles are markup too. */
function markupText(html: string): string {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html)
  visit(tree, 'element', (element) => {
    if (element.tagName === 'script' || element.tagName === 'style') element.children = []
  })
  return toString(tree)
}

const byPlace = (one: Segment, other: Segment): number =>
  one.place.line - other.place.line || one.place.column - other.place.column

function bagOf(words: readonly string[]): Map<string, number> {
  const bag = new Map<string, number>()
  for (const word of words) bag.set(word, (bag.get(word) ?? 0) + 1)
  return bag
}

function take(bag: Map<string, number>, word: string): boolean {
  const count = bag.get(word) ?? 0
  if (count > 0) bag.set(word, count - 1)
  return count > 0
}
