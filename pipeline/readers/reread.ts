/**
 * A side after a change within one block of one of its files: that block is read again, what follows is only counted anew.
 *
 * How Markdown reads a line hangs on the lines before it and on what is defined anywhere. So if the block and its neighbours, read by themselves, begin and
 * end where they did, and nothing was defined in it, all others read as they did. Whatever is not certain is left to a reading of the whole. Nodes keep the
 * `position` of their first reading; places and sources of segments are right.
 */

import type { FootnoteDefinition } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Cut } from '../model/decisions.ts'
import type { Language } from '../model/language.ts'
import type { Block, Chapter, Manuscript, Note, Segment } from '../model/manuscript.ts'
import type { Place } from '../model/message.ts'
import { Cuts } from '../segment/cuts.ts'
import { keepIds } from './anchors.ts'
import { decode } from './decode.ts'
import type { ReadSide, SourceText } from './index.ts'
import { movedManuscript, movedMessages, type Moved, type PlaceIn } from './moved.ts'
import { outlineAfter, type Outline } from './outline.ts'
import { referencesIn, withoutReferences } from './references.ts'
import { alone, lineAt, type Alone } from './window.ts'

export interface Reread {
  readonly read: ReadSide
  /** The block by itself as Markdown, and its segments, to be held against each other. */
  readonly proof: { readonly text: string; readonly segments: readonly Segment[] }
}

interface Where {
  /** The book's folder, in which its pictures are. */
  readonly root: string
  readonly file: string
  readonly language: Language
  /** Of both languages. */
  readonly cuts: readonly Cut[]
}

/** A block may be this share of its file: one that is more could make another language of it. Own choice. */
const most = 0.1

/** `bytes` are the file's, otherwise than it was read in one place. Undefined where the whole must be read. Linear, but slow only in the block. */
export function reread(read: ReadSide, bytes: Uint8Array, where: Where): Reread | undefined {
  const source = sourceIn(read, where.file)
  const { text, messages } = decode(bytes, where.file, where.language)
  if (!source?.outline || text === undefined || messages.some(({ rule }) => rule !== 'reading/converted')) return undefined
  const change = changeOf(source.text, text)
  const index = source.outline.blocks.findIndex(({ from, to }) => from <= change.from && change.to <= to)
  return replaced(read, { old: source.text, text, outline: source.outline, index }, where)
}

/** With other cuts; `changed` are those that came or went. Undefined where the whole must be read. */
export function recut(read: ReadSide, changed: readonly Cut[], where: Omit<Where, 'file'>): ReadSide | undefined {
  let now: ReadSide | undefined = read
  for (const { file, line } of placesOf(read.manuscript, changed.filter(({ language }) => language === where.language))) {
    const source: SourceText | undefined = sourceIn(now, file)
    if (!source?.outline) return undefined
    const index = source.outline.blocks.findIndex(({ from }) => lineAt(source.text, from) === line)
    now = replaced(now, { old: source.text, text: source.text, outline: source.outline, index }, { ...where, file })?.read
    if (!now) return undefined
  }
  return now
}

/** A file that stands in the book once. */
function sourceIn({ source }: ReadSide, file: string): SourceText | undefined {
  const found = source.filter((one) => one.file === file)
  return found.length === 1 ? found[0] : undefined
}

/** Blocks in which the words of a cut stand, whatever white space is between them. */
function placesOf({ chapters }: Manuscript, cuts: readonly Cut[]): Place[] {
  const words = cuts.map(({ before, after }) => squeezed(before + after))
  return chapters.flatMap(({ blocks, notes }) => [...blocks, ...notes]).filter(({ segments }) => {
    const text = squeezed(segments.map((segment) => segment.text).join(''))
    return words.some((run) => text.includes(run))
  }).map(({ place }) => place)
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')

/** What is not the same in two texts: offsets into the old one. */
function changeOf(old: string, text: string): { readonly from: number; readonly to: number } {
  const shorter = Math.min(old.length, text.length)
  let from = 0
  while (from < shorter && old.charCodeAt(from) === text.charCodeAt(from)) from++
  let tail = 0
  while (tail < shorter - from && old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)) tail++
  return { from, to: old.length - tail }
}

/** A file before and after, and which of its blocks changed. */
interface Replacing {
  readonly old: string
  readonly text: string
  readonly outline: Outline
  readonly index: number
}

function replaced(read: ReadSide, { old, text, outline, index }: Replacing, where: Where): Reread | undefined {
  const after = outlineAfter(outline, index, text.length - old.length)
  const span = after.blocks[index]
  if (!span || span.to - span.from > text.length * most) return undefined
  const before = alone(old, outline, index, { ...where, cuts: undefined })
  const now = alone(text, after, index, { ...where, cuts: new Cuts(where.cuts.filter(({ language }) => language === where.language)) })
  const found = before && placeOf(read.manuscript, where.file, before.line)
  if (!found || !now || before.neighbours !== now.neighbours || before.kind !== now.kind || !isAlike(found.block, before, now)) return undefined
  const moved = movedBy(found.block, { before, now }, where.file, text.length - old.length)
  const segments = namedSegments(now, moved, where.language)
  const { title } = read.manuscript.chapters[found.place.chapter] as Chapter
  const manuscript = movedManuscript(read.manuscript, moved, found.place, withNode(found.block, now, segments), isTitle(found.place, now) ? toString(withoutReferences(now.node)) : title)
  return {
    read: {
      manuscript, messages: movedMessages(read.messages, moved),
      source: read.source.map((one) => (one.file === where.file ? { file: one.file, text, outline: after } : one)),
    },
    proof: { text: text.slice(span.from, span.to) + now.defined, segments },
  }
}

/** The block or note that begins in a line. */
function placeOf({ chapters, metadata: { title } }: Manuscript, file: string, line: number): { readonly place: PlaceIn; readonly block: Block | Note } | undefined {
  // The title of the book is told of in more than one place.
  if (title?.place.file === file && title.place.line === line) return undefined
  for (const [chapter, own] of chapters.entries()) {
    for (const list of ['blocks', 'notes'] as const) {
      const at = own[list].findIndex(({ place }) => place.line === line && place.file === file)
      const block = own[list][at]
      if (block) return { place: { chapter, list, at }, block }
    }
  }
  return undefined
}

/** Whether a block has segments as before and calls the same notes in the same order; the calls are numbered as they were then. */
function isAlike(block: Block | Note, before: Alone, now: Alone): boolean {
  if (block.segments.length === 0 || before.drafts.length === 0 || now.drafts.length === 0) return false
  if ('label' in block !== (now.node.type === 'footnoteDefinition')) return false
  if (!keepIds(now.node, 'label' in block ? block.children : [block.node])) return false
  const old = 'label' in block ? block.children.flatMap((child) => referencesIn(child)) : referencesIn(block.node)
  const calls = referencesIn(now.node)
  if (old.length !== calls.length || old.some(({ identifier }, index) => identifier !== calls[index]?.identifier)) return false
  for (const [index, call] of calls.entries()) {
    const { note } = old[index]?.data ?? {}
    if (note) call.data = { ...call.data, note }
  }
  return true
}

function movedBy({ segments }: Block | Note, { before, now }: { before: Alone; now: Alone }, file: string, offset: number): Moved {
  const [first] = segments
  const number = Number(first?.id.slice(first.id.indexOf('-') + 1))
  // A block that is read alone counts its paragraphs from 0.
  const paragraph = (first?.paragraph ?? 0) - (before.drafts[0]?.segment.paragraph ?? 0)
  return {
    file, offset, line: { after: before.line, by: now.lines - before.lines },
    segment: { from: number, to: number + segments.length, by: now.drafts.length - segments.length },
    paragraph: { from: paragraph, to: paragraph + before.paragraphs, by: now.paragraphs - before.paragraphs },
  }
}

const namedSegments = ({ drafts }: Alone, { segment: { from }, paragraph }: Moved, language: Language): Segment[] => drafts.map(({ node, segment }, index) => {
  const id = `${language}-${from + index}`
  node.data.hProperties.id = id
  return { id, ...segment, paragraph: segment.paragraph + paragraph.from }
})

const withNode = (block: Block | Note, { node }: Alone, segments: readonly Segment[]): Block | Note =>
  ('label' in block ? { ...block, segments, children: (node as FootnoteDefinition).children as Note['children'] } : { ...block, segments, node })

const isTitle = ({ list, at }: PlaceIn, { node }: Alone): boolean => list === 'blocks' && at === 0 && node.type === 'heading'
