/** A manuscript in which one block is another: what stands after it is counted anew, and only that is copied. */

import type { Nodes } from 'mdast'
import type { Span } from '../model/alignment.ts'
import type { Block, Chapter, Manuscript, Note, Segment } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'

/** How many more there are now of what follows. */
export interface Moved {
  readonly file: string
  /** `after` is the old block's first line; `by` counts lines. */
  readonly line: { readonly after: number; readonly by: number }
  /** UTF-16 code units. */
  readonly offset: number
  /** Numbers of the old block's segments, as their ids have them. */
  readonly segment: Span & { readonly by: number }
  /** Numbers of the old block's paragraphs. */
  readonly paragraph: Span & { readonly by: number }
}

/** A block or note that stands in a list of a chapter, counted from 0. */
export interface PlaceIn {
  readonly chapter: number
  readonly list: 'blocks' | 'notes'
  readonly at: number
}

/** `block` stands where `place` says already as it is to be, `title` is the chapter's. */
export function movedManuscript({ language, metadata, chapters, removed }: Manuscript, moved: Moved, place: PlaceIn, block: Block | Note, title: string | undefined): Manuscript {
  const isOwn = (chapter: number, list: PlaceIn['list'], at: number) => chapter === place.chapter && list === place.list && at === place.at
  return {
    language,
    metadata: {
      title: metadata.title && { ...metadata.title, place: movedPlace(metadata.title.place, moved) },
      authors: metadata.authors.map((author) => ({ ...author, place: movedPlace(author.place, moved) })),
      date: metadata.date && { ...metadata.date, place: movedPlace(metadata.date.place, moved) },
    },
    chapters: chapters.map((chapter, index): Chapter => {
      const blocks = otherwise(chapter.blocks, (one, at) => (isOwn(index, 'blocks', at) ? block as Block : movedBlock(one, moved)))
      const notes = otherwise(chapter.notes, (one, at) => (isOwn(index, 'notes', at) ? block as Note : movedNote(one, moved)))
      const isSame = index !== place.chapter && blocks === chapter.blocks && notes === chapter.notes
      return isSame ? chapter : { ...chapter, ...(index === place.chapter && { title }), blocks, notes }
    }),
    removed: removed.map((one) => ({ ...one, place: movedPlace(one.place, moved) })),
  }
}

/** The very same list where every item stays the very same. */
function otherwise<Item>(list: readonly Item[], change: (item: Item, index: number) => Item): readonly Item[] {
  const now = list.map(change)
  return now.every((item, index) => item === list[index]) ? list : now
}

export const movedMessages = (messages: readonly Message[], moved: Moved): readonly Message[] =>
  messages.map((message) => (message.place ? { ...message, place: movedPlace(message.place, moved) } : message))

function movedPlace(place: Place, { file, line }: Moved): Place {
  return line.by !== 0 && place.file === file && place.line > line.after ? { ...place, line: place.line + line.by } : place
}

function movedBlock(block: Block, moved: Moved): Block {
  const segments = movedSegments(block, moved)
  const place = movedPlace(block.place, moved)
  if (segments === block.segments) return place === block.place ? block : { ...block, place }
  return { segments, place, node: areNumbered(block, moved) ? renamed(block.node, moved) : block.node }
}

function movedNote(note: Note, moved: Moved): Note {
  const segments = movedSegments(note, moved)
  const place = movedPlace(note.place, moved)
  if (segments === note.segments) return place === note.place ? note : { ...note, place }
  return { ...note, segments, place, children: areNumbered(note, moved) ? note.children.map((child) => renamed(child, moved)) : note.children }
}

/** Whether the segments of a block have other numbers now; all have, or none. */
const areNumbered = ({ segments: [first] }: Block | Note, { segment }: Moved): boolean =>
  segment.by !== 0 && first !== undefined && numberOf(first.id) >= segment.to

/** The very same where nothing about them changes. */
function movedSegments(block: Block | Note, moved: Moved): readonly Segment[] {
  const [first] = block.segments
  const isBehind = block.place.file === moved.file && block.place.line > moved.line.after && (moved.line.by !== 0 || moved.offset !== 0)
  const isCounted = moved.paragraph.by !== 0 && (first?.paragraph ?? 0) >= moved.paragraph.to
  const isNumbered = areNumbered(block, moved)
  if (!isBehind && !isCounted && !isNumbered) return block.segments
  return block.segments.map((segment): Segment => ({
    ...segment,
    ...(isNumbered && { id: movedId(segment.id, moved) }),
    ...(isCounted && { paragraph: segment.paragraph + moved.paragraph.by }),
    ...(isBehind && { place: movedPlace(segment.place, moved) }),
    ...(isBehind && segment.source && { source: { from: segment.source.from + moved.offset, to: segment.source.to + moved.offset } }),
  }))
}

const numberOf = (id: string): number => Number(id.slice(id.indexOf('-') + 1))

const movedId = (id: string, { segment }: Moved): string => `${id.slice(0, id.indexOf('-') + 1)}${numberOf(id) + segment.by}`

/** A copy whose segments have their new ids; what holds no segment is shared. */
function renamed<Node extends Nodes>(node: Node, moved: Moved): Node {
  if (node.type === 'segment') return { ...node, data: { ...node.data, hProperties: { ...node.data.hProperties, id: movedId(node.data.hProperties.id, moved) } } }
  // Each copy is of the kind of node that it is a copy of.
  return 'children' in node ? { ...node, children: node.children.map((child: Nodes) => renamed(child, moved)) } as Node : node
}
