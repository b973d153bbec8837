/** One block of a file read by itself, with the blocks beside it to see that it begins and ends where it should. */

import type { Nodes, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Cuts } from '../segment/cuts.ts'
import { takeAnchors } from './anchors.ts'
import { BlockCutter, type Draft } from './blocks.ts'
import { pageSigns } from './capture/index.ts'
import { settleImages } from './images.ts'
import { blockOf, folded, type Outline, type OutlineBlock } from './outline.ts'
import { parse } from './parse.ts'
import { makePlain } from './plain.ts'

/** Paragraphs of its drafts are counted from 0. */
export interface Alone {
  readonly node: RootContent
  readonly drafts: readonly Draft[]
  readonly paragraphs: number
  /** Its type, the depth of a heading, the label of a note. */
  readonly kind: string
  /** What stands beside it, as a value to compare. */
  readonly neighbours: string
  /** Number of its first line, from 1, and how many it has. */
  readonly line: number
  readonly lines: number
  /** Lines of Markdown that define what it refers to. */
  readonly defined: string
}

interface Where {
  readonly root: string
  readonly file: string
  readonly language: Language
  readonly cuts: Cuts | undefined
}

/** Undefined where the block is not what the outline says, defines anything, is marked for the index, or must be told of. */
export function alone(text: string, outline: Outline, index: number, { root, file, language, cuts }: Where): Alone | undefined {
  const block = outline.blocks[index]
  const window = block && windowOf(text, outline, index)
  const parsed = window && parse(window.text + window.defined, file, language).tree
  if (!parsed) return undefined
  const [blocks, definitions] = [parsed.children.slice(0, window.blocks.length), parsed.children.slice(window.blocks.length)]
  const own = blocks[window.own]
  if (!own || !isAsOutlined(blocks, window) || definitions.length !== window.definitions || isTooMuch(own)) return undefined
  const kind = own.type === 'heading' ? `heading ${own.depth}` : own.type === 'footnoteDefinition' ? `note ${own.identifier}` : own.type
  const neighbours = JSON.stringify(blocks.filter((one) => one !== own), (key, value: unknown) => (key === 'position' ? undefined : value))
  moveTo(parsed, window.line - 1, window.from)
  const line = own.position?.start.line ?? 1
  const lines = (own.position?.end.line ?? line) - line + 1
  // The first definition of a label counts, and these are in the order of the file.
  const tree: Root = { type: 'root', children: [...definitions, ...blocks] }
  const plain = makePlain(tree, text, file, language)
  takeAnchors(tree, text)
  const told = [...plain.removed, ...plain.messages, ...settleImages(tree, root, file, language)]
  if (told.some(({ place }) => !place || (place.line >= line && place.line < line + lines))) return undefined
  const nodes = tree.children.filter(({ position }) => (position?.start.offset ?? -1) >= block.from && (position?.start.offset ?? -1) < block.to)
  const [node] = nodes
  if (!node || nodes.length > 1 || pageSigns({ type: 'root', children: [node, node] }, language).size > 0) return undefined
  const count = { paragraph: 0 }
  const cut = new BlockCutter(file, language, count, { cuts, source: text }).cut(node, node.type === 'footnoteDefinition' ? 'note' : 'paragraph')
  return { ...cut, paragraphs: count.paragraph, kind, neighbours, line, lines, defined: window.defined }
}

interface Window {
  readonly text: string
  readonly from: number
  readonly line: number
  readonly blocks: readonly OutlineBlock[]
  /** Which of the blocks is to be read. */
  readonly own: number
  readonly defined: string
  readonly definitions: number
}

function windowOf(text: string, { blocks, definitions }: Outline, index: number): Window {
  const beside = blocks.slice(Math.max(0, index - 1), index + 2)
  const from = text.lastIndexOf('\n', (beside[0]?.from ?? 0) - 1) + 1
  const shown = text.slice(from, beside.at(-1)?.to)
  const seen = folded(shown)
  const needed = definitions.filter(({ label }) => seen.includes(label))
  return {
    text: shown, from, line: lineAt(text, from), blocks: beside, own: Math.min(index, 1),
    defined: needed.map(({ line }) => `\n\n${line}`).join(''), definitions: needed.length,
  }
}

/** Number of the line in which an offset stands, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

const isAsOutlined = (nodes: readonly RootContent[], { blocks, from }: Window): boolean => nodes.length === blocks.length && nodes.every((node, at) => {
  const [found, told] = [blockOf(node), blocks[at]]
  return found?.type === told?.type && found?.from === (told?.from ?? 0) - from && found?.to === (told?.to ?? 0) - from
})

/** What counts for the whole file: definitions of links, notes within, marks for the index, which are numbered. */
function isTooMuch(own: RootContent): boolean {
  let isFound = false
  visit(own, (node) => {
    isFound ||= node.type === 'definition' || (node.type === 'footnoteDefinition' && node !== own) || (node.type === 'textDirective' && node.name === 'index')
  })
  return isFound
}

/** Counts places of a tree on from where it begins in its file. */
function moveTo(tree: Root, lines: number, offset: number): void {
  // Nodes may share one and the same point.
  const moved = new Set<object>()
  visit(tree, ({ position }: Nodes) => {
    for (const point of position ? [position.start, position.end] : []) {
      if (moved.has(point)) continue
      moved.add(point)
      point.line += lines
      point.offset = (point.offset ?? 0) + offset
    }
  })
}
