/** What an edition owes to a manuscript: every word, picture, table cell and note, in order. */

import type { Nodes, Table } from 'mdast'
import type { Block, Chapter, Manuscript, Note, NoteName, Segment } from '../model/manuscript.ts'
import type { Token } from './token.ts'
import { spacedUnits } from './words.ts'

type Place = Pick<Token, 'language' | 'isNote' | 'isTranslators'>

const known = new WeakMap<Manuscript, readonly Token[]>()

/** Running text and notes, each in its order; found once for a manuscript, which never changes. Linear in the text. */
export function dueTokens(manuscript: Manuscript): readonly Token[] {
  const tokens = known.get(manuscript) ?? tokensOf(manuscript)
  known.set(manuscript, tokens)
  return tokens
}

function tokensOf(manuscript: Manuscript): Token[] {
  const { language, chapters } = manuscript
  const calls = callsOf(chapters)
  return chapters.flatMap((chapter) => [
    ...chapter.blocks.flatMap((block) => blockTokens(block, [block.node], { language, isNote: false, isTranslators: false }, chapters)),
    ...chapter.notes.flatMap((note) => noteTokens(note, chapters, calls, { language, isNote: true, isTranslators: note.by === 'translator' })),
  ])
}

/** A note that the text calls has its way back there. */
function noteTokens(note: Note, chapters: readonly Chapter[], calls: ReadonlyMap<Note, string>, place: Place): Token[] {
  const call = calls.get(note)
  const back: Token[] = call === undefined ? [] : [{ kind: 'backlink', ...place, segment: '', text: call }]
  return [...blockTokens(note, note.children, place, chapters), ...back]
}

/** A segment that the trees have lost is due none the less. */
function blockTokens({ segments }: Pick<Block, 'segments'>, nodes: readonly Nodes[], place: Place, chapters: readonly Chapter[]): Token[] {
  const waiting = new Map(segments.map((segment) => [segment.id, segment]))
  const tokens = nodes.flatMap((node) => nodeTokens(node, place, chapters, waiting))
  return [...tokens, ...[...waiting.values()].flatMap((segment) => wordTokens(segment, place))]
}

function wordTokens({ id, text: written }: Segment, place: Place): Token[] {
  const text = spacedUnits(written)
  return text === '' ? [] : [{ kind: 'words', ...place, segment: id, text }]
}

/** The readers bound how deep a manuscript nests. */
function nodeTokens(node: Nodes, place: Place, chapters: readonly Chapter[], waiting: Map<string, Segment>, segment = ''): Token[] {
  const within = (children: readonly Nodes[], id = segment) => children.flatMap((child) => nodeTokens(child, place, chapters, waiting, id))
  switch (node.type) {
    case 'segment': {
      const { id } = node.data.hProperties
      const own = waiting.get(id)
      waiting.delete(id)
      return [...(own ? wordTokens(own, place) : []), ...within(node.children, id)]
    }
    case 'image': return [{ kind: 'image', ...place, segment, text: spacedUnits(node.alt ?? '') }]
    case 'footnoteReference': return [{ kind: 'reference', ...place, segment, text: firstSegment(noteOf(node.data?.note, chapters)) }]
    case 'table': return tableTokens(node, place, within)
    default: return 'children' in node ? within(node.children) : []
  }
}

/** Every row has as many cells as the table has columns, whatever was written in it. */
function tableTokens(table: Table, place: Place, within: (children: readonly Nodes[]) => Token[]): Token[] {
  const columns = table.align?.length ?? table.children[0]?.children.length ?? 0
  const mark = (kind: 'row' | 'cell'): Token => ({ kind, ...place, segment: '', text: '' })
  return table.children.flatMap((row) => [
    mark('row'),
    ...Array.from({ length: Math.max(columns, row.children.length) }, (_, index) => [mark('cell'), ...within(row.children[index]?.children ?? [])]).flat(),
  ])
}


const noteOf = (call: NoteName | undefined, chapters: readonly Chapter[]): Note | undefined =>
  chapters.find(({ id }) => id === call?.chapter)?.notes.find(({ by, number }) => by === call?.by && number === call.number)

const firstSegment = (note: Note | undefined): string => note?.segments[0]?.id ?? ''

/** The segment that calls each note first; empty for a call outside of any. */
function callsOf(chapters: readonly Chapter[]): Map<Note, string> {
  const calls = new Map<Note, string>()
  const walk = (node: Nodes, segment: string) => {
    const note = node.type === 'footnoteReference' ? noteOf(node.data?.note, chapters) : undefined
    if (note && !calls.has(note)) calls.set(note, segment)
    if ('children' in node) for (const child of node.children) walk(child, node.type === 'segment' ? node.data.hProperties.id : segment)
  }
  for (const { blocks, notes } of chapters) {
    for (const { node } of blocks) walk(node, '')
    for (const { children } of notes) for (const child of children) walk(child, '')
  }
  return calls
}
