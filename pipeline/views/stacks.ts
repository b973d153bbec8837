/** What each bead says on each side, cut out of its blocks: a paragraph is parted at the ends of its beads, a table never. */

import type { Element, ElementContent } from 'hast'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { hasClass } from '../model/classes.ts'
import type { Span } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Block, Segment } from '../model/manuscript.ts'
import type { Words } from '../model/words.ts'
import { blockElements, copyOf } from './hast.ts'
import { numberItems } from './items.ts'
import type { PlacedPassage } from './parallel.ts'

/** Blocks, or parts of blocks, on each side. A part that is not the first of its block has the class `continued`. */
export type Stack = Bilingual<readonly Element[]>

/**
 * The passage as stacks in order, mostly one for each bead.
 *
 * Beads that would part a table, a figure, a gloss or a line of verse share a stack. What holds no segment, such as a picture
 * without caption, stands with what comes before it in its passage. Linear in the text.
 */
export function stacksOf(passage: PlacedPassage<Block>, words: Bilingual<Words>): Stack[] {
  const rows = rowsIn(passage)
  const sides = bilingual((language) => partsIn(passage, rows, language, words[language]))
  return rows.map((_, row) => bilingual((language) => sides[language][row] ?? []))
}

/** Segments of each stack, counted from the passage's first on each side; a passage has one stack at least. */
export function rowsIn(passage: PlacedPassage<Block>): Bilingual<Span>[] {
  const segments = bilingual((language) => segmentsOf(passage, language))
  const held = bilingual((language) => new Set(passage[language].flatMap(({ unit }) => heldIn(unit.node))))
  const rows = rowsOf(passage.beads, segments, held)
  return rows.length > 0 ? rows : [bilingual(() => ({ from: 0, to: 0 }))]
}

export const segmentsOf = (passage: PlacedPassage<Block>, language: Language): Segment[] => passage[language].flatMap(({ unit }) => unit.segments)

/** What one side says in each of these stacks. */
export function partsIn(passage: PlacedPassage<Block>, rows: readonly Bilingual<Span>[], language: Language, words: Words): (readonly Element[])[] {
  const parts = partsByRow(passage, language, words, rowsById(rows, segmentsOf(passage, language), language))
  return rows.map((_, row) => parts.get(row) ?? [])
}

export const isContinued = (element: Element | undefined): boolean => element !== undefined && hasClass(element, 'continued')

/** Ids of the segments after which no stack may end, for the rest of a table, a figure, a gloss or a line of verse follows. */
function heldIn(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return []
  if (node.type === 'table' || node.type === 'figure' || node.type === 'verseLine' || node.type === 'gloss') return idsIn(node).slice(0, -1)
  return 'children' in node ? node.children.flatMap(heldIn) : []
}

function idsIn(node: Nodes): string[] {
  if (node.type === 'segment') return [node.data.hProperties.id]
  return 'children' in node ? node.children.flatMap(idsIn) : []
}

/** Runs of beads that end where both sides may be parted. */
function rowsOf(beads: readonly Bilingual<Span>[], segments: Bilingual<readonly Segment[]>, held: Bilingual<ReadonlySet<string>>): Bilingual<Span>[] {
  const rows: Bilingual<Span>[] = []
  let start = { en: 0, ar: 0 }
  for (const [index, bead] of beads.entries()) {
    const end = bilingual((language) => bead[language].to)
    const isHeld = languages.some((language) => held[language].has(segments[language][end[language] - 1]?.id ?? ''))
    if (isHeld && index < beads.length - 1) continue
    rows.push(bilingual((language) => ({ from: start[language], to: end[language] })))
    start = end
  }
  return rows
}

function rowsById(rows: readonly Bilingual<Span>[], segments: readonly Segment[], language: Language): Map<string, number> {
  return new Map(rows.flatMap((row, index) =>
    segments.slice(row[language].from, row[language].to).map(({ id }) => [id, index] as const)))
}

function partsByRow(passage: PlacedPassage<Block>, language: Language, words: Words, rowOf: ReadonlyMap<string, number>): Map<number, Element[]> {
  const sides = new Map<number, Element[]>()
  let row = 0
  for (const { unit, chapter } of passage[language]) {
    row = rowOf.get(unit.segments[0]?.id ?? '') ?? row
    for (const shared of blockElements(unit, chapter, language, words)) {
      // A paragraph is parted as it is; others are changed, here or where their stacks are put together.
      const element = shared.tagName === 'p' ? shared : copyOf(shared)
      if (element !== shared) visit(element, 'element', (list) => { if (list.tagName === 'ol') numberItems(list) })
      const cutter = new Cutter(rowOf, row)
      for (const [at, part] of cutter.parts(element)) if (part.type === 'element') put(sides, at, part)
      row = cutter.row
    }
  }
  return sides
}

/** Parts a tree by the rows of its segments; whatever lies between two of them goes with the first. */
class Cutter {
  readonly #rowOf: ReadonlyMap<string, number>
  /** Row of the last segment met. */
  row: number

  constructor(rowOf: ReadonlyMap<string, number>, row: number) {
    this.#rowOf = rowOf
    this.row = row
  }

  parts(node: ElementContent): Map<number, ElementContent> {
    if (node.type !== 'element' || node.children.length === 0) return new Map([[this.row, node]])
    const row = this.#rowOf.get(String(node.properties['id'] ?? ''))
    if (row !== undefined) return new Map([[this.row = row, node]])
    const children = new Map<number, ElementContent[]>()
    for (const child of node.children) {
      for (const [at, part] of this.parts(child)) put(children, at, part)
    }
    // White space at the head of an item still stands in the row before, where it would be an item, or a list, of nothing.
    const told = [...children].filter(([, parts]) => children.size === 1 || !parts.every(isBlank))
    return new Map(told.map(([at, parts], index) => [at, partOf(node, parts, { isLater: index > 0, goesOn: index < told.length - 1 })]))
  }
}

const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === ''

function put<Node>(rows: Map<number, Node[]>, row: number, node: Node): void {
  const nodes = rows.get(row)
  if (nodes) nodes.push(node)
  else rows.set(row, [node])
}

/** An id stays with the first part. */
function partOf(element: Element, children: ElementContent[], { isLater, goesOn }: { readonly isLater: boolean; readonly goesOn: boolean }): Element {
  const { id, className, ...properties } = element.properties
  const classes = [...(Array.isArray(className) ? className : []), ...(isLater ? ['continued'] : []), ...(goesOn ? ['goes-on'] : [])]
  return { ...element, properties: { ...properties, ...(!isLater && id !== undefined && { id }), ...(classes.length > 0 && { className: classes }) }, children }
}
