/** What a sentence holds besides its words: calls of notes, emphasis and pictures, by the segment's id. */

import type { Nodes, Parents } from 'mdast'
import type { Chapter, Manuscript, SegmentNode } from '../../model/manuscript.ts'

export interface Inline {
  /** Calls of the author's notes; those of a translator have no counterpart. */
  readonly notes: number
  /** Stretches of emphasis, strong or not. */
  readonly emphasis: number
  /** Addresses of pictures inside the sentence, and of those that stand by themselves before it. */
  readonly images: readonly string[]
}

export const noInline: Inline = { notes: 0, emphasis: 0, images: [] }

/** Each chapter is walked once; only segments that hold something are in the map. */
export function inlineOf(manuscript: Manuscript): ReadonlyMap<string, Inline> {
  const found = known.get(manuscript) ?? together(manuscript.chapters.map(walked))
  known.set(manuscript, found)
  return found
}

const known = new WeakMap<Manuscript, ReadonlyMap<string, Inline>>()

/** What a chapter holds, whichever stand beside it: of a book that was read again, most are the very same. */
interface Walked {
  readonly found: ReadonlyMap<string, Inline>
  /** Ids; undefined where the chapter has no sentence. */
  readonly first: string | undefined
  readonly last: string | undefined
  /** Pictures after the last sentence. */
  readonly waiting: readonly string[]
}

const walks = new WeakMap<Chapter, Walked>()

function walked(chapter: Chapter): Walked {
  const before = walks.get(chapter)
  if (before) return before
  const walk = new Walk()
  for (const { node } of chapter.blocks) walk.block(node)
  for (const { children } of chapter.notes) for (const child of children) walk.block(child)
  walks.set(chapter, walk)
  return walk
}

/** Pictures after a chapter's last sentence belong to the first of the next, those after the book's last to that one. */
function together(chapters: readonly Walked[]): ReadonlyMap<string, Inline> {
  const all = new Map<string, Inline>()
  let [last, waiting]: [string, readonly string[]] = ['', []]
  for (const chapter of chapters) {
    for (const [id, inline] of chapter.found) all.set(id, inline)
    if (chapter.first !== undefined && waiting.length > 0) {
      const own = all.get(chapter.first) ?? noInline
      all.set(chapter.first, { ...own, images: [...waiting, ...own.images] })
    }
    waiting = chapter.first === undefined ? [...waiting, ...chapter.waiting] : chapter.waiting
    last = chapter.last ?? last
  }
  const before = all.get(last) ?? noInline
  if (waiting.length > 0) all.set(last, { ...before, images: [...before.images, ...waiting] })
  return all
}

class Walk implements Walked {
  readonly found = new Map<string, Inline>()
  first: string | undefined
  last: string | undefined
  /** Pictures since the last sentence: they belong to the next one. */
  waiting: string[] = []

  block(node: Nodes): void {
    if (node.type === 'segment') this.#segment(node)
    else if (node.type === 'image') this.waiting.push(node.url)
    else if ('children' in node) for (const child of node.children) this.block(child)
  }

  #segment(node: SegmentNode): void {
    const counted = { notes: 0, emphasis: 0, images: this.waiting }
    count(node, counted)
    this.waiting = []
    this.last = node.data.hProperties.id
    this.first ??= this.last
    if (counted.notes + counted.emphasis + counted.images.length > 0) this.found.set(this.last, counted)
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
