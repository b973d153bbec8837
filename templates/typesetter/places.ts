/** Where in the text a line begins: the place in the tree that a page break needs. */

import type { LaidBlock, LaidCell } from './galley.ts'

/** Before the child `offset` of `node`, or before the character `offset` of a text. */
export interface Place {
  readonly node: Node
  readonly offset: number
  /** The line before it breaks at a space and not at a break of its own, so it is still to be justified. */
  readonly isSoft: boolean
}

interface Piece {
  readonly node: Text
  /** Characters of the block before it. */
  readonly before: number
}

const range = document.createRange()

const piecesOf = (block: Element): Piece[] => {
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.length > 0) pieces.push({ node, before })
    before += node.length
  }
  return pieces
}

/** Vertical middle of a character; undefined for white space that is not drawn. */
function middleOf(node: Text, at: number): number | undefined {
  range.setStart(node, at)
  range.setEnd(node, at + 1)
  const rects = range.getClientRects()
  const rect = rects[rects.length - 1]
  return rect ? (rect.top + rect.bottom) / 2 : undefined
}

/** The first character, as piece and offset, that stands below `y`; from it on all do. */
function firstBelow(pieces: readonly Piece[], y: number): { piece: Piece; at: number } | undefined {
  const last = pieces.at(-1)
  if (!last) return undefined
  let low = 0
  let high = last.before + last.node.length
  while (low < high) {
    const middle = (low + high) >> 1
    const below = isBelow(pieces, middle, high, y)
    if (below.is) high = middle
    else low = below.next
  }
  const piece = pieces.findLast(({ before }) => before <= low)
  return piece && low < piece.before + piece.node.length ? { piece, at: low - piece.before } : undefined
}

/** Whether the first drawn character from `from` on is below; `next` is the place after it. */
function isBelow(pieces: readonly Piece[], from: number, to: number, y: number): { is: boolean; next: number } {
  for (let at = from; at < to; at++) {
    const piece = pieces.findLast(({ before }) => before <= at)
    const middle = piece && middleOf(piece.node, at - piece.before)
    if (middle !== undefined) return { is: middle >= y, next: at + 1 }
  }
  return { is: true, next: to }
}

/** Where line `line` (from 1) of a block of text begins. */
function startOfLine({ element, lines }: LaidBlock, line: number): Place | undefined {
  const y = lines[line]?.top ?? 0
  const found = firstBelow(piecesOf(element), y)
  if (!found) return undefined
  const { piece: { node }, at } = found
  const before = at > 0 ? node.data[at - 1] : node.previousSibling?.textContent?.at(-1)
  const isForced = element.tagName === 'PRE' || node.parentElement?.tagName === 'BR' || node.previousSibling?.nodeName === 'BR' || before === '\n'
  return at === 0 ? { ...climbed(node, element), isSoft: !isForced } : { node, offset: at, isSoft: !isForced }
}

/** Where the second line of an element that holds nothing but text begins, and each after it; its lines are equally tall. */
export function startsOfLines(element: Element): { node: Text; at: number }[] {
  const { top, height } = element.getBoundingClientRect()
  const lineHeight = parseFloat(getComputedStyle(element).lineHeight)
  const pieces = piecesOf(element)
  return Array.from({ length: Math.max(0, Math.round(height / lineHeight) - 1) }, (_, line) => firstBelow(pieces, top + (line + 1) * lineHeight))
    .flatMap((found) => found ? [{ node: found.piece.node, at: found.at }] : [])
}

/** Before `node`, or before what it begins, up to but not including `limit`. */
export function climbed(node: Node, limit: Element): { node: Node; offset: number } {
  let inner = node
  while (inner.parentNode && inner.parentNode !== limit && isFirst(inner)) inner = inner.parentNode
  const parent = inner.parentNode ?? limit
  return { node: parent, offset: [...parent.childNodes].indexOf(inner as ChildNode) }
}

/** What stands before the text of a row or of a line of code goes with it. */
const goesAlong = (node: Node): boolean => node instanceof Element && node.matches('colgroup, .run-over-mark')

const isFirst = (node: Node): boolean => {
  for (let before = node.previousSibling; before; before = before.previousSibling) {
    if (!goesAlong(before) && (before.nodeType !== Node.TEXT_NODE || (before.textContent ?? '').trim() !== '')) return false
  }
  return true
}

/** Whether the line before `line` + 1 of a block ends inside a word: only a soft hyphen can do that here. */
export function endsInWord(block: LaidBlock, line: number): boolean {
  return hyphenLines(block).has(line)
}

const known = new WeakMap<LaidBlock, Set<number>>()

/** After hyphens are settled, each that is left breaks a line: its own. */
function hyphenLines(block: LaidBlock): Set<number> {
  const found = known.get(block)
  if (found) return found
  const lines = new Set<number>()
  for (const { node } of piecesOf(block.element)) {
    for (let at = node.data.indexOf('\u00AD'); at > 0; at = node.data.indexOf('\u00AD', at + 1)) {
      const y = middleOf(node, at - 1)
      const line = y === undefined ? -1 : block.lines.findIndex(({ bottom }) => y < bottom)
      if (line >= 0) lines.add(line)
    }
  }
  known.set(block, lines)
  return lines
}

/** Where line `cut` of a cell begins; before the block where that is its first. */
export function placeInCell({ root, blocks }: LaidCell, cut: number): Place | undefined {
  let before = 0
  for (const block of blocks) {
    if (cut === before && block.element === root) return { node: root, offset: 0, isSoft: false }
    if (cut === before) return { ...climbed(block.element, root), isSoft: false }
    if (cut < before + block.lines.length) return startOfLine(block, cut - before)
    before += block.lines.length
  }
  return undefined
}
