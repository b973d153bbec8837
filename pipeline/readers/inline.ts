/** Cuts running text, with the emphasis, links and notes in it, into sentences that are nodes. */

import type { PhrasingContent } from 'mdast'
import type { Point } from 'unist'
import type { Span } from '../model/alignment.ts'
import { append } from '../model/append.ts'
import type { Language } from '../model/language.ts'
import type { SegmentNode } from '../model/manuscript.ts'
import type { Cuts } from '../segment/cuts.ts'
import { sentenceEnds } from '../segment/index.ts'
import { offsetAfter, pointAt } from './offsets.ts'

/** A sentence as found, before it has its id. */
export interface Sentence {
  readonly node: SegmentNode
  readonly text: string
  readonly start: Point
  readonly links: readonly string[]
  /** Where it stands in the source, with the marks that it holds whole. */
  readonly source: Span | undefined
}

/** The file that running text stands in. */
export interface Setting {
  /** Where people have sentences end otherwise. */
  readonly cuts?: Cuts | undefined
  /** As decoded; without it, places inside a text are only about right. */
  readonly source?: string
}

/** A piece of text, or a thing without text, with the marks that it stands in, outermost first. */
interface Leaf {
  readonly node: PhrasingContent
  readonly wrappers: readonly PhrasingContent[]
  readonly from: number
  readonly to: number
}

/**
 * `nodes` holds the sentences and the white space between them; joined, they are `children` again.
 *
 * Emphasis or a link that spans two sentences becomes two; a note reference after a stop stays with its sentence.
 * With `whole`, everything is one sentence; else `cuts` have the last word. Linear in the text.
 */
export function sentencesIn(
  children: readonly PhrasingContent[], language: Language, whole: boolean, fallback: Point, { cuts, source = '' }: Setting = {},
): { nodes: PhrasingContent[]; sentences: Sentence[] } {
  const leaves = leavesOf(children)
  const text = leaves.map(({ node }) => textOf(node)).join('')
  const found = whole ? [text.length] : sentenceEnds(leaves.map((leaf, index) => seenOf(leaf, leaves[index + 1])).join(''), language)
  const ends = whole || !cuts ? found : cuts.over(text, found)
  const nodes: PhrasingContent[] = []
  const sentences: Sentence[] = []
  const queue = new Queue(leaves, source)
  const extents = extentsOf(leaves)
  let from = 0
  for (const to of ends) {
    const body = text.slice(from, to)
    const start = from + body.length - body.trimStart().length
    const end = from + body.trimEnd().length
    if (end <= start && to < text.length) continue
    append(nodes, rebuilt(queue.take(start)))
    const taken = queue.take(Math.max(start, end), true)
    if (end > start) {
      const sentence = sentenceOf(taken, text.slice(start, end), fallback, extents)
      sentences.push(sentence)
      nodes.push(sentence.node)
    } else append(nodes, rebuilt(taken))
    from = to
  }
  append(nodes, rebuilt(queue.take(Infinity, true)))
  return { nodes, sentences }
}

function sentenceOf(leaves: readonly Leaf[], text: string, fallback: Point, extents: Extents): Sentence {
  const start = leaves[0]?.node.position?.start ?? fallback
  const end = leaves.at(-1)?.node.position?.end ?? start
  const links = leaves.flatMap(({ wrappers }) => wrappers.flatMap((wrapper) => (wrapper.type === 'link' ? [wrapper.url] : [])))
  const node: SegmentNode = {
    type: 'segment',
    children: rebuilt(leaves),
    data: { hName: 'span', hProperties: { id: '', className: ['segment'] } },
    position: { start, end },
  }
  return { node, text, start, links: [...new Set(links)], source: sourceOf(leaves, extents) }
}

/** Offsets of the text that each mark holds. */
type Extents = ReadonlyMap<PhrasingContent, Span>

function extentsOf(leaves: readonly Leaf[]): Extents {
  const extents = new Map<PhrasingContent, Span>()
  for (const { wrappers, from, to } of leaves) for (const wrapper of wrappers) extents.set(wrapper, { from: extents.get(wrapper)?.from ?? from, to })
  return extents
}

/** From the first leaf to the last, and out over the marks that stand in the sentence alone. */
function sourceOf(leaves: readonly Leaf[], extents: Extents): Span | undefined {
  const [first, last] = [leaves[0], leaves.at(-1)]
  if (!first || !last || leaves.some(({ node }) => node.position?.start.offset === undefined)) return undefined
  const isWhole = (wrapper: PhrasingContent) => {
    const extent = extents.get(wrapper)
    return extent !== undefined && extent.from >= first.from && extent.to <= last.to
  }
  const from = [first.node, ...first.wrappers.filter(isWhole)].map(({ position }) => position?.start.offset)
  const to = [last.node, ...last.wrappers.filter(isWhole)].map(({ position }) => position?.end.offset)
  if ([...from, ...to].some((offset) => offset === undefined)) return undefined
  return { from: Math.min(...from as number[]), to: Math.max(...to as number[]) }
}

/** Text that counts as the segment's own; a note reference and a picture have none. */
function textOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text': case 'inlineCode': return node.value
    case 'break': return '\n'
    default: return ''
  }
}

/**
 * What the segmenter sees in its stead, as long: a hard break ends a line for good, and code is never cut. Before
 * emphasis and links stands a hard blank, for a capital there may be a title's, and then tells of no forgotten stop.
 */
function seenOf({ node, wrappers }: Leaf, next: Leaf | undefined): string {
  if (node.type === 'break') return '\u2028'
  if (node.type === 'inlineCode') return 'X'.repeat(node.value.length)
  const opensTitle = next?.wrappers.some((wrapper) => /^(?:emphasis|link)$/.test(wrapper.type) && !wrappers.includes(wrapper))
  return opensTitle ? textOf(node).replace(/ $/, '\u00A0') : textOf(node)
}

/** Leaves in order; an explicit stack is not needed, for the reader bounds the depth. */
function leavesOf(children: readonly PhrasingContent[]): Leaf[] {
  const leaves: Leaf[] = []
  let at = 0
  const walk = (nodes: readonly PhrasingContent[], wrappers: readonly PhrasingContent[]) => {
    for (const node of nodes) {
      // A mark of the index may stand without words.
      if ('children' in node && (node.type !== 'indexTerm' || node.children.length > 0)) {
        walk(node.children, [...wrappers, node])
        continue
      }
      const length = textOf(node).length
      leaves.push({ node, wrappers, from: at, to: at + length })
      at += length
    }
  }
  walk(children, [])
  return leaves
}

/** Gives leaves out in order, cutting a text where a sentence ends inside it. */
class Queue {
  readonly #leaves: readonly Leaf[]
  readonly #source: string
  #next = 0
  #rest: Leaf | undefined

  constructor(leaves: readonly Leaf[], source: string) {
    this.#leaves = leaves
    this.#source = source
  }

  /** Leaves up to offset `to`; with `marks`, also what stands at `to` without text, such as a note reference. */
  take(to: number, marks = false): Leaf[] {
    const taken: Leaf[] = []
    for (let leaf = this.#peek(); leaf; leaf = this.#peek()) {
      const isMark = leaf.from === leaf.to
      if (isMark ? leaf.from > to || (leaf.from === to && !marks) : leaf.from >= to) break
      if (leaf.to <= to) {
        taken.push(leaf)
        this.#drop()
      } else {
        const [before, after] = cut(leaf, to - leaf.from, this.#source)
        taken.push(before)
        this.#rest = after
      }
    }
    return taken
  }

  #peek(): Leaf | undefined {
    return this.#rest ?? this.#leaves[this.#next]
  }

  #drop(): void {
    if (this.#rest) this.#rest = undefined
    this.#next++
  }
}

function cut(leaf: Leaf, at: number, source: string): [Leaf, Leaf] {
  const { node } = leaf
  if (node.type !== 'text' && node.type !== 'inlineCode') throw new Error(`A ${node.type} cannot be cut`)
  const start = node.position?.start
  const middle = start && (node.type === 'text' ? pointIn(source, start, node.value, at) : roughPoint(start, node.value, at))
  const before = { ...node, value: node.value.slice(0, at), ...(node.position && middle && { position: { start: node.position.start, end: middle } }) }
  const after = { ...node, value: node.value.slice(at), ...(node.position && middle && { position: { start: middle, end: node.position.end } }) }
  return [
    { ...leaf, node: before, to: leaf.from + at },
    { ...leaf, node: after, from: leaf.from + at },
  ]
}

/** The point after the first `length` characters of a text that begins at `start`; exact, and with an offset, wherever the source reads so. */
export function pointIn(source: string, start: Point, value: string, length: number): Point {
  const offset = start.offset === undefined ? undefined : offsetAfter(source, start.offset, value, length)
  return offset === undefined ? roughPoint(start, value, length) : pointAt(source, start, offset)
}

/** As if the text stood in the file as it stands here. */
function roughPoint(start: Point, value: string, length: number): Point {
  const lines = value.slice(0, length).split('\n')
  const last = lines.at(-1) ?? ''
  return lines.length === 1 ? { line: start.line, column: start.column + last.length } : { line: start.line + lines.length - 1, column: last.length + 1 }
}

/** Leaves as a tree again: neighbours in the same mark share one copy of it. */
function rebuilt(leaves: readonly Leaf[], depth = 0): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (let index = 0; index < leaves.length;) {
    const leaf = leaves[index]
    if (!leaf) break
    const wrapper = leaf.wrappers[depth]
    let end = index + 1
    if (!wrapper) nodes.push(leaf.node)
    else {
      while (leaves[end]?.wrappers[depth] === wrapper) end++
      nodes.push(wrapped(wrapper, rebuilt(leaves.slice(index, end), depth + 1)))
    }
    index = end
  }
  return nodes
}

function wrapped(wrapper: PhrasingContent, children: PhrasingContent[]): PhrasingContent {
  const start = children[0]?.position?.start
  const end = children.at(-1)?.position?.end
  // A mark holds what it held, so its kind of children stays right. What is told of a link is told at its own place.
  return { ...wrapper, children, ...(wrapper.type !== 'link' && start && end && { position: { start, end } }) } as PhrasingContent
}
