/** One language's side of the book, as read: a tree whose sentences are nodes with ids and places. */

import type { BlockContent, Node, PhrasingContent, RootContent } from 'mdast'
import type { Span } from './alignment.ts'
import { append } from './append.ts'
import type { Direction, Language } from './language.ts'
import type { Place } from './message.ts'

/** What a segment stands in; like is aligned with like. */
export type SegmentKind =
  | 'heading' | 'paragraph' | 'item' | 'quote' | 'verse' | 'cell' | 'caption' | 'note' | 'code'

/** The unit of alignment: a sentence, a heading, a verse line, a table cell or a caption. */
export interface Segment {
  /** `en-1`, `en-2`, … in the order of `segmentsOf`; stable only within one reading. */
  readonly id: string
  readonly kind: SegmentKind
  /** Plain text, exactly as written, without the white space around it. */
  readonly text: string
  readonly place: Place
  /** Number of the innermost block (paragraph, item, cell, line) that holds it; equal numbers are neighbours in one paragraph. */
  readonly paragraph: number
  /** Targets of the links inside it, for they are equal on both sides. */
  readonly links: readonly string[]
  /** Where it stands, with its markup, in the text of its file as decoded, in UTF-16 code units; undefined where that is not known exactly. */
  readonly source?: Span
}

/** The node that a segment is in the tree. `data.hProperties.id` is the segment's id. */
export interface SegmentNode extends Node {
  type: 'segment'
  children: PhrasingContent[]
  data: { hName: 'span'; hProperties: { id: string; className: ['segment'] } }
}

/** Verse: each line holds one or two hemistichs, each a segment. */
export interface VerseNode extends Node {
  type: 'verse'
  children: VerseLineNode[]
  data: { hName: 'div'; hProperties: { className: ['verse'] } }
}

export interface VerseLineNode extends Node {
  type: 'verseLine'
  children: SegmentNode[]
  data: { hName: 'p'; hProperties: { className: string[] } }
}

/** An image that stands alone, with its caption when it has one. */
export interface FigureNode extends Node {
  type: 'figure'
  children: (PhrasingContent | CaptionNode)[]
  data: { hName: 'figure' }
}

export interface CaptionNode extends Node {
  type: 'caption'
  children: SegmentNode[]
  data: { hName: 'figcaption' }
}

/** A block of code, one segment. */
export interface CodeNode extends Node {
  type: 'codeBlock'
  children: SegmentNode[]
  data: { hName: 'pre' }
}

/** Words with their glosses under them, in the order of reading: each stack holds a word of every line, each a segment. */
export interface GlossNode extends Node {
  type: 'gloss'
  /** That of the words, which may be in the other script than the book. */
  direction: Direction
  children: GlossStackNode[]
}

export interface GlossStackNode extends Node {
  type: 'glossStack'
  children: SegmentNode[]
}

/** Words that the index leads to, or a place without words. */
export interface IndexTermNode extends Node {
  type: 'indexTerm'
  children: PhrasingContent[]
  /** Without properties where it goes on from the sentence before. */
  data: { hName: 'span'; hProperties: IndexTermProperties } | { hName: 'span' }
}

/** `dataHeading` and `dataSub` are where it stands in the index, `dataSee` the heading that the entry refers to instead of a page. */
export type IndexTermProperties = { id: string; className: ['index-term']; dataHeading: string; dataSub?: string; dataSee?: string }

declare module 'mdast' {
  /** `anchor` is the name that links may call it by, `{#anchor}` in the manuscript. */
  interface HeadingData {
    anchor?: string
  }
  /** Which note a reference calls, and the how-manieth call of it this is. */
  interface FootnoteReferenceData {
    note?: NoteName & { occurrence: number }
  }
  interface RootContentMap {
    segment: SegmentNode
    verse: VerseNode
    verseLine: VerseLineNode
    figure: FigureNode
    caption: CaptionNode
    codeBlock: CodeNode
    indexTerm: IndexTermNode
    gloss: GlossNode
    glossStack: GlossStackNode
  }
  interface PhrasingContentMap {
    segment: SegmentNode
    indexTerm: IndexTermNode
  }
  interface BlockContentMap {
    verse: VerseNode
    figure: FigureNode
    codeBlock: CodeNode
    gloss: GlossNode
  }
}

/** A child of the chapter: paragraph, heading, list, quote, table, verse, figure, code, or thematic break. */
export interface Block {
  readonly node: RootContent
  /** In document order, at any depth; empty for an image without caption or a thematic break. */
  readonly segments: readonly Segment[]
  readonly place: Place
}

/** Whose words a note is: the translator's if its label begins with `tr-`. */
export type NoteAuthor = 'author' | 'translator'

/** What tells a note from all others: its chapter's id, whose it is, and its number, from 1, among those in the chapter. */
export interface NoteName {
  readonly chapter: string
  readonly by: NoteAuthor
  readonly number: number
}

/** A footnote: its label as written, and its blocks. */
export interface Note extends Omit<NoteName, 'chapter'> {
  readonly label: string
  readonly children: readonly BlockContent[]
  readonly segments: readonly Segment[]
  readonly place: Place
}

/** What a text at either end of the book is. */
export type Matter = 'dedication' | 'foreword' | 'preface' | 'acknowledgements' | 'introduction' | 'prologue' | 'epilogue' | 'afterword' | 'appendix'

/**
 * Where a chapter stands in the book. All others than `chapter` belong to the front matter: `about` is a note about the authors,
 * `dedication` has a page of its own before the contents, `front` is what else is said before the text begins.
 */
export type ChapterRole = 'chapter' | 'about' | 'dedication' | 'front'

export interface Chapter {
  /** `en-chapter-1`, … unique in the book. */
  readonly id: string
  readonly role: ChapterRole
  /** Undefined for a chapter like any other. */
  readonly matter?: Matter
  /** Index into the book's `parts`, the pair of files it came from. */
  readonly part: number
  /** Plain text of the opening heading; undefined where the chapter has none. */
  readonly title: string | undefined
  /** The opening heading, when there is one, is the first block. */
  readonly blocks: readonly Block[]
  /** The author's in the order of their references, then the translator's. */
  readonly notes: readonly Note[]
}

/** A fact that the text itself states, as written, and where. */
export interface Stated {
  readonly text: string
  readonly place: Place
}

export interface Metadata {
  readonly title: Stated | undefined
  readonly authors: readonly Stated[]
  /** `iso` is `YYYY-MM-DD`. */
  readonly date: (Stated & { readonly iso: string }) | undefined
}

/** Why something that stood in the file is not in the text. */
export type RemovalReason =
  | 'navigation'       // menus, breadcrumbs, language switches, share buttons
  | 'recommended'      // a tail of other articles
  | 'repeated-title'   // the title or by-line printed again
  | 'metadata'         // became author, date or title of the book
  | 'label'            // a kicker such as "Brief Analysis", an end mark
  | 'printed-url'      // a link's target printed again beside it
  | 'html'             // markup that a book does not carry
  | 'comment'

export interface Removal {
  readonly reason: RemovalReason
  readonly language: Language
  readonly place: Place
  /** Exactly what stood there, as text (for a link: its words and its target). */
  readonly text: string
}

export interface Manuscript {
  readonly language: Language
  readonly metadata: Metadata
  readonly chapters: readonly Chapter[]
  readonly removed: readonly Removal[]
}

/** A block of running text with its chapter; what passages are made of. */
export interface PlacedBlock {
  readonly chapter: Chapter
  readonly block: Block
}

/** All blocks of running text, notes apart, in reading order. */
export function blocksOf(manuscript: Manuscript): PlacedBlock[] {
  return manuscript.chapters.flatMap((chapter) => chapter.blocks.map((block) => ({ chapter, block })))
}

/** Segments of the running text of one part (a pair of files), in reading order. */
export const textSegments = (manuscript: Manuscript, part: number): Segment[] =>
  joined(chaptersOf(manuscript, part).map((chapter) => listsOf(chapter).text))

/** Segments of the notes of one part, in the order of their references. */
export const noteSegments = (manuscript: Manuscript, part: number): Segment[] =>
  joined(chaptersOf(manuscript, part).map((chapter) => listsOf(chapter).notes))

/** As `flat` does, in a tenth of its time. */
function joined<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const all: Item[] = []
  for (const list of lists) append(all, list)
  return all
}

/** Segments of a chapter's running text, and of its notes. */
interface Lists {
  readonly text: readonly Segment[]
  readonly notes: readonly Segment[]
}

/** Listed once for each chapter: of a book that was read again, most are the very same. */
function listsOf(chapter: Chapter): Lists {
  const known = lists.get(chapter) ?? { text: chapter.blocks.flatMap(({ segments }) => segments), notes: chapter.notes.flatMap(({ segments }) => segments) }
  lists.set(chapter, known)
  return known
}

const lists = new WeakMap<Chapter, Lists>()

/**
 * Every segment of the manuscript in the order of their ids:
 * part by part, the running text first, then the notes of that part. Listed once for each manuscript, which nobody changes.
 */
export function segmentsOf(manuscript: Manuscript): readonly Segment[] {
  const known = listed.get(manuscript) ?? allSegments(manuscript)
  listed.set(manuscript, known)
  return known
}

const listed = new WeakMap<Manuscript, readonly Segment[]>()

function allSegments(manuscript: Manuscript): readonly Segment[] {
  return joined(Array.from({ length: partsIn(manuscript) }, (_, part) => [textSegments(manuscript, part), noteSegments(manuscript, part)]).flat())
}

/** For each segment of `segmentsOf` the index of its chapter. */
export function chaptersOfSegments(manuscript: Manuscript): readonly number[] {
  const index = new Map(manuscript.chapters.map((chapter, at) => [chapter, at]))
  const all: number[] = []
  for (let part = 0; part < partsIn(manuscript); part++) {
    const own = chaptersOf(manuscript, part)
    for (const list of ['text', 'notes'] as const) {
      for (const chapter of own) append(all, listsOf(chapter)[list].map(() => index.get(chapter) ?? 0))
    }
  }
  return all
}

const partsIn = ({ chapters }: Manuscript): number => chapters.reduce((most, { part }) => Math.max(most, part + 1), 0)

const chaptersOf = (manuscript: Manuscript, part: number): readonly Chapter[] =>
  manuscript.chapters.filter((chapter) => chapter.part === part)
