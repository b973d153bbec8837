/** What a sentence holds besides its words: calls of notes, emphasis and pictures, by the segment's id. */

import type { Nodes, Parents } from 'mdast'
import type { Manuscript, SegmentNode } from '../../model/manuscript.ts'

export interface Inline {
  /** Calls of the author's notes; those of a translator have no counterpart. */
  readonly notes: number
  /** Stretches of emphasis, strong or not. */
  readonly emphasis: number
  /** Addresses of pictures inside the sentence, and of those that stand by themselves before it. */
  readonly images: readonly string[]
}

export const noInline: Inline = { notes: 0, emphasis: 0, images: [] }

/** One walk over the manuscript, once for each; only segments that hold something are in the map. */
export function inlineOf(manuscript: Manuscript): ReadonlyMap<string, Inline> {
  const found = known.get(manuscript) ?? walked(manuscript)
  known.set(manuscript, found)
  return found
}

const known = new WeakMap<Manuscript, ReadonlyMap<string, Inline>>()

function walked({ chapters }: Manuscript): ReadonlyMap<string, Inline> {
  const walk = new Walk()
  for (const { blocks, notes } of chapters) {
    for (const { node } of blocks) walk.block(node)
    for (const { children } of notes) for (const child of children) walk.block(child)
  }
  return walk.end()
}

class Walk {
  readonly #found = new Map<string, Inline>()
  #last = ''
  /** Pictures since the last sentence: they belong to the next one. */
  #waiting: string[] = []

  block(node: Nodes): void {
    if (node.type === 'segment') this.#segment(node)
    else if (node.type === 'image') this.#waiting.push(node.url)
    else if ('children' in node) for (const child of node.children) this.block(child)
  }

  /** Pictures after the last sentence belong to that one. */
  end(): ReadonlyMap<string, Inline> {
    const before = this.#found.get(this.#last) ?? noInline
    if (this.#waiting.length > 0) this.#found.set(this.#last, { ...before, images: [...before.images, ...this.#waiting] })
    return this.#found
  }

  #segment(node: SegmentNode): void {
    const counted = { notes: 0, emphasis: 0, images: this.#waiting }
    count(node, counted)
    this.#waiting = []
    this.#last = node.data.hProperties.id
    if (counted.notes + counted.emphasis + counted.images.length > 0) this.#found.set(this.#last, counted)
  }
}

function count(parent: Parents, counted: { notes: number; emphasis: number; images: string[] }): void {
  for (const child of parent.children) {
    if (child.type === 'footnoteReference' && child.data?.note?.by !== 'translator') counted.notes++
    else if (child.type === 'image') counted.images.push(child.url)
    else if (child.type === 'emphasis' || child.type === 'strong') counted.emphasis++
    if ('children' in child) count(child, counted)
  }
}
