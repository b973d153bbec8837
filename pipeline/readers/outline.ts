/** Which blocks a file has and where, so that one of them can be read again by itself. */

import type { Nodes, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

/** Offsets are UTF-16 code units of the file as decoded. */
export interface OutlineBlock {
  readonly type: RootContent['type']
  readonly from: number
  readonly to: number
}

export interface Outline {
  /** The tree's own children as parsed, in order. */
  readonly blocks: readonly OutlineBlock[]
  /** What links and calls of notes need to be read as such, each as a line of Markdown; by its label in small letters. */
  readonly definitions: readonly { readonly label: string; readonly line: string }[]
}

/** Undefined where a label is written so that it cannot be told apart with ease. To be made before the tree is changed. */
export function outlineOf(tree: Root, text: string): Outline | undefined {
  const blocks = tree.children.map(blockOf)
  const definitions = definitionsIn(tree, text)
  return definitions && blocks.every((block) => block !== undefined) ? { blocks, definitions } : undefined
}

export function blockOf({ type, position }: RootContent): OutlineBlock | undefined {
  const [from, to] = [position?.start.offset, position?.end.offset]
  return from === undefined || to === undefined ? undefined : { type, from, to }
}

function definitionsIn(tree: Root, text: string): Outline['definitions'] | undefined {
  const lines: string[] = []
  visit(tree, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return
    const written = sourceOf(node, text)
    // The words of a note do not matter to those who call it, and a dash is no word.
    lines.push(node.type === 'definition' ? written : `${written.slice(0, written.indexOf(']:') + 2)} –`)
  })
  const isOdd = lines.some((line) => !/^\[[^\]\\\n]*\]:[^\n]*$/.test(line))
  return isOdd ? undefined : lines.map((line) => ({ label: folded(line.slice(1, line.indexOf(']:'))), line }))
}

const sourceOf = ({ position }: Nodes, text: string): string => text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)

/** A label as its references may write it: letters and white space are not told apart. */
export const folded = (label: string): string => label.replaceAll(/[\s>]+/g, ' ').trim().toLowerCase().toUpperCase()

/** The same file with one block longer by `grown`. */
export function outlineAfter({ blocks, definitions }: Outline, index: number, grown: number): Outline {
  const moved = blocks.map((block, at) => (at < index ? block : { ...block, from: at === index ? block.from : block.from + grown, to: block.to + grown }))
  return { blocks: moved, definitions }
}
