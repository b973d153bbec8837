/** Blocks of a chapter, their running text cut into segments; figures and verse take their own shapes. */

import type { BlockContent, List, Nodes, Paragraph, PhrasingContent, RootContent, Table, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Point } from 'unist'
import { append } from '../model/append.ts'
import type { Language } from '../model/language.ts'
import type { CaptionNode, CodeNode, FigureNode, GlossNode, GlossStackNode, Segment, SegmentKind, SegmentNode, VerseLineNode, VerseNode } from '../model/manuscript.ts'
import { placeIn } from './images.ts'
import { pointIn, sentencesIn, type Sentence, type Setting } from './inline.ts'
import { pointAt } from './offsets.ts'

/** A segment whose id is not given yet; `node` carries it once it is. */
export interface Draft {
  readonly node: SegmentNode
  readonly segment: Omit<Segment, 'id'>
}

export interface DraftBlock<Node extends Nodes = RootContent> {
  readonly node: Node
  readonly drafts: readonly Draft[]
}

/** Cuts blocks of one file; paragraphs are counted from `count.paragraph` on, through all files of a side. */
export class BlockCutter {
  readonly #file: string
  readonly #language: Language
  readonly #count: { paragraph: number }
  readonly #setting: Setting
  #drafts: Draft[] = []

  constructor(file: string, language: Language, count: { paragraph: number }, setting: Setting = {}) {
    this.#file = file
    this.#language = language
    this.#count = count
    this.#setting = setting
  }

  cut<Node extends Nodes>(node: Node, kind: SegmentKind): DraftBlock<Node> {
    this.#drafts = []
    // A block stays a block, and a table a table: shapes change only within their kind.
    const shaped = this.#block(node as Nodes, kind) as Node
    return { node: shaped, drafts: this.#drafts }
  }

  #block(node: Nodes, kind: SegmentKind): Nodes {
    switch (node.type) {
      case 'paragraph': return isFigure(node) ? this.#figure(node) : this.#running(node, kind)
      case 'heading': return { ...node, children: this.#segments(node.children, 'heading', true, startOf(node)) }
      case 'list': return { ...node, children: node.children.map((item) => this.#within(item, kind === 'note' ? kind : 'item')) } satisfies List
      case 'blockquote': return this.#within(node, kind === 'note' ? kind : 'quote')
      case 'table': return this.#table(node)
      case 'code': return this.#code(node)
      case 'containerDirective': return node.name === 'verse' ? this.#verse(node) : node.name === 'gloss' ? this.#gloss(node) : this.#within(node, kind)
      default: return 'children' in node ? this.#within(node, kind) : node
    }
  }

  #within<Node extends Nodes & { children: Nodes[] }>(node: Node, kind: SegmentKind): Node {
    return { ...node, children: node.children.map((child) => this.#block(child, kind)) }
  }

  #running(node: Paragraph, kind: SegmentKind): Paragraph {
    return { ...node, children: this.#segments(node.children, kind, false, startOf(node)) }
  }

  #table(node: Table): Table {
    const rows = node.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: this.#segments(cell.children, 'cell', true, startOf(cell)) })),
    }))
    return { ...node, children: rows }
  }

  #code(node: Extract<Nodes, { type: 'code' }>): CodeNode {
    const children = this.#segments([this.#textIn(node, node.value)], 'code', true, startOf(node))
    return { type: 'codeBlock', children: children as SegmentNode[], data: { hName: 'pre' }, ...(node.position && { position: node.position }) }
  }

  /** A text that the syntax holds inside a node, with its place where it stands there as it is. */
  #textIn(node: Nodes, value: string): Text {
    const { start, end } = node.position ?? {}
    const at = this.#source.lastIndexOf(value, (end?.offset ?? 0) - value.length)
    if (!start || start.offset === undefined || at < start.offset) return { type: 'text', value, ...(start && { position: { start: roughly(start), end: roughly(start) } }) }
    return { type: 'text', value, position: { start: pointAt(this.#source, start, at), end: pointAt(this.#source, start, at + value.length) } }
  }

  #figure(node: Paragraph): FigureNode {
    const image = node.children.find((child) => child.type === 'image')
    const caption = image?.title
    const position = node.position && { position: node.position }
    const pictures = node.children.filter((child) => child.type === 'image')
    if (!caption) return { type: 'figure', children: pictures, data: { hName: 'figure' }, ...position }
    const sentences = this.#segments([this.#textIn(image, caption)], 'caption', false, startOf(node))
    const figcaption: CaptionNode = { type: 'caption', children: sentences as SegmentNode[], data: { hName: 'figcaption' } }
    return { type: 'figure', children: [...pictures, figcaption], data: { hName: 'figure' }, ...position }
  }

  #verse(node: Extract<Nodes, { type: 'containerDirective' }>): VerseNode {
    const stanzas = node.children.map((child) => versesOf(child, this.#source))
    const lines = stanzas.flatMap((verses, stanza) => verses.map((verse, index) => this.#verseLine(verse, stanza > 0 && index === 0, startOf(node))))
    return { type: 'verse', children: lines, data: { hName: 'div', hProperties: { className: ['verse'] } }, ...(node.position && { position: node.position }) }
  }

  /** Words and their glosses are in different lines of the file and in one stack of the page. */
  #gloss(node: Extract<Nodes, { type: 'containerDirective' }>): GlossNode {
    const lines = node.children.flatMap((child) => versesOf(child, this.#source)).map((line) => splitAt(line, /[ \t]*\|[ \t]*/, this.#source))
    const stacks = (lines[0] ?? []).map((_, index): GlossStackNode => ({
      type: 'glossStack',
      children: lines.flatMap((words) => this.#segments(words[index] ?? [], 'cell', true, startOf(node)).filter((child) => child.type === 'segment')),
    }))
    const direction = /\p{Script=Arabic}/u.test(toString({ type: 'paragraph', children: lines[0]?.flat() ?? [] })) ? 'rtl' : 'ltr'
    return { type: 'gloss', direction, children: stacks, ...(node.position && { position: node.position }) }
  }

  #verseLine(line: PhrasingContent[], opensStanza: boolean, start: Point): VerseLineNode {
    const hemistichs = splitAt(line, /\s+\*\*\*\s+/, this.#source)
    const paragraph = this.#count.paragraph
    const children = hemistichs.flatMap((half) => {
      this.#count.paragraph = paragraph
      return this.#segments(half, 'verse', true, start).filter((node): node is SegmentNode => node.type === 'segment')
    })
    const className = ['verse-line', ...(children.length > 1 ? ['bayt'] : []), ...(opensStanza ? ['stanza'] : [])]
    return { type: 'verseLine', children, data: { hName: 'p', hProperties: { className } } }
  }

  /** One paragraph's worth of running text; every call counts as a paragraph of its own. */
  #segments(children: readonly PhrasingContent[], kind: SegmentKind, whole: boolean, start: Point): PhrasingContent[] {
    const { nodes, sentences } = sentencesIn(children, this.#language, whole, start, this.#setting)
    append(this.#drafts, sentences.map((sentence) => this.#draft(sentence, kind)))
    this.#count.paragraph++
    return nodes
  }

  get #source(): string {
    return this.#setting.source ?? ''
  }

  #draft({ node, text, start, links, source }: Sentence, kind: SegmentKind): Draft {
    const place = placeIn(this.#file, { position: { start } })
    return { node, segment: { kind, text, place, paragraph: this.#count.paragraph, links, ...(source && { source }) } }
  }
}

/** Without its offset, for what begins there is not the text itself. */
const roughly = ({ line, column }: Point): Point => ({ line, column })

const noPoint: Point = { line: 1, column: 1 }

const startOf = (node: Nodes): Point => node.position?.start ?? noPoint

/** A picture alone in its paragraph, white space apart. */
const isFigure = (node: Paragraph): boolean =>
  node.children.some((child) => child.type === 'image') &&
  node.children.every((child) => child.type === 'image' || (child.type === 'text' && child.value.trim() === ''))

/** Lines of a stanza. What Markdown takes for a list or a heading inside verse is read as its words. */
function versesOf(child: BlockContent | Nodes, source: string): PhrasingContent[][] {
  if (child.type === 'paragraph') return splitAt(child.children, /[ \t]*\n[ \t]*/, source)
  return [[{ type: 'text', value: toString(child), ...(child.position && { position: child.position }) }]]
}

/** Splits running text where `mark` stands in its outermost texts, or at a hard break. */
function splitAt(children: readonly PhrasingContent[], mark: RegExp, source: string): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type === 'break') parts.push([])
    else if (child.type !== 'text') parts.at(-1)?.push(child)
    else {
      const marks = [...child.value.matchAll(new RegExp(mark, 'g'))]
      const starts = [0, ...marks.map(({ 0: found, index }) => index + found.length)]
      const ends = [...marks.map(({ index }) => index), child.value.length]
      for (const [index, start] of starts.entries()) {
        if (index > 0) parts.push([])
        const end = ends[index] ?? start
        const value = child.value.slice(start, end)
        const at = (length: number) => pointIn(source, child.position?.start ?? noPoint, child.value, length)
        if (value !== '') parts.at(-1)?.push({ ...child, value, ...(child.position && { position: { start: at(start), end: at(end) } }) })
      }
    }
  }
  return parts.filter((part) => part.length > 0)
}
