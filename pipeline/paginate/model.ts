/** What gauging tells of laid-out text, and what breaking it into pages yields. All lengths are CSS pixels (1/96 inch). */

import type { Bilingual, Language } from '../model/language.ts'

/** A reference to a note: `note` is its row in the galley of notes in that language. */
export interface NoteCall {
  readonly language: Language
  readonly note: number
}

/** One line of a cell, or one thing that is never cut, such as a picture with its caption. */
export interface Line {
  /** Edges of its box, half-leading included, counted from the top of the galley. */
  readonly top: number
  readonly bottom: number
  /** Ends inside a word. */
  readonly isHyphenated: boolean
  /** A paragraph, an item or the like begins with it; said of none but those further down in a cell. */
  readonly opens?: boolean
  /** It would rather not begin a page, for it closes what stands before it, such as the name under a letter; said of those inside a cell. */
  readonly closes?: boolean
  /** A heading inside a cell ends with it. */
  readonly heads?: boolean
  /** Notes called in it, in the order of reading. */
  readonly notes: readonly NoteCall[]
}

export type RowKind = 'text' | 'heading' | 'figure' | 'table-head' | 'table-row' | 'verse' | 'note'

/**
 * The smallest stretch of a galley over its whole width: a paragraph, a line of verse, a row of a table,
 * or a passage of columns with a cell for each side.
 */
export interface Row {
  readonly kind: RowKind
  readonly top: number
  readonly bottom: number
  /** One, or in columns one for each side; the lines of a cell lie one under the other, cells beside each other. A cell may be empty. */
  readonly cells: readonly (readonly Line[])[]
  /** By how much its picture may be made smaller; 0 for what has none. */
  readonly shrink: number
  /** Section of the edition, from 0. */
  readonly section: number
  /** Equal for rows that belong to one passage; passages are numbered alike in both languages. */
  readonly passage: number
  /** It would rather not begin a page, as `Line.closes`. */
  readonly closes?: boolean
  /** Rows of one number would rather stay on one page: a stanza, a short table; undefined for running text. */
  readonly group: number | undefined
  /** A stanza of its poem begins with it. */
  readonly opensStanza?: boolean
  /** A line of verse whose sentence goes on in the next. */
  readonly runsOn?: boolean
  /** Its group is a bead of an interlinear text, a side under the other. */
  readonly isStacked?: boolean
  /** Of an index: heights of the heads, such as `lamp (continued)`, under which it goes on. */
  readonly continued?: ContinuedHeights
}

/** Heights of the heads under which an index goes on in a column that begins before a row, or inside it; 0 for none. */
export interface ContinuedHeights {
  /** Its letter's, at the head of a page: before a row that is a new entry under a letter begun before. */
  readonly letter: number
  /** Its entry's, before a row that is a sub-entry. */
  readonly before: number
  /** Its entry's, inside the row. */
  readonly inside: number
}

/** What a column of an index goes on with. */
export type ContinuedHead = 'letter' | 'entry'

/** A text in one column, or in rows of columns, laid out at its measure; nothing of it is on a page yet. */
export interface Galley {
  /** In order, none above the one before it. */
  readonly rows: readonly Row[]
}

/** Where a segment ends: in which line, and after which share (0 to 1) of that line's width in the direction of reading. */
export interface SegmentEnd {
  readonly row: number
  readonly cell: number
  readonly line: number
  readonly share: number
}

/** A place between two lines: `cuts` says for each cell of the row how many of its lines stand before it. All zero: before the row. */
export interface Break {
  readonly row: number
  readonly cuts: readonly number[]
}

/** Lines `from` ≤ i < `to` of one note. */
export interface NoteSlice {
  readonly note: number
  readonly from: number
  readonly to: number
}

/**
 * What a page could not avoid. `stranded-heading` is a heading or a table's head that is last on its page;
 * `late-note` a note that begins on a later page than its reference, or with less than two lines there.
 */
export type PageFault = 'widow' | 'orphan' | 'stranded-heading' | 'broken-group' | 'hyphen' | 'overfull' | 'late-note'

/** Why a page ends where it does; `notes` where its text ends the section and notes go on over the page. */
export type BreakKind = 'section' | 'passage' | 'paragraph' | 'segment' | 'line' | 'notes'

/** Over the whole measure, or in the first or the second column of a page that has two. */
export type Slot = 'across' | 'first' | 'second'

/** A page of two columns. */
export interface TwoColumns {
  /** Height of the headings that reach over both, with the space below them; 0 where there are none. */
  readonly across: number
  /** Where the first column and where the second begins. */
  readonly begins: readonly [Break, Break]
  /** The head that stands once more above each. */
  readonly heads: readonly [ContinuedHead | undefined, ContinuedHead | undefined]
}

/** One page of one galley. */
export interface SetPage {
  readonly section: number
  /** Equal on a page that holds only notes, or nothing while its counterpart goes on. */
  readonly from: Break
  readonly to: Break
  /** Undefined on a page of one column. */
  readonly columns: TwoColumns | undefined
  /** Row of the table's head that is set once more at its top, above a table that goes on; its height counts in `height`. */
  readonly repeats: number | undefined
  readonly notes: Bilingual<readonly NoteSlice[]>
  /** Height of the text as set, and of the notes with the space above them. */
  readonly height: number
  readonly notesHeight: number
  /** Pixels by which pictures on it are made smaller, together. */
  readonly shrink: number
  /** Pixels added above each of its paragraphs but the first; counted in `height`. */
  readonly spread: number
  /** Left free under the text and above the notes; negative on a page that is overfull. */
  readonly blank: number
  readonly ends: BreakKind
  readonly faults: readonly PageFault[]
}

/** Facing pages: they carry the same beads. */
export interface Opening extends Bilingual<SetPage> {
  /** By how much the text of one side runs beyond the counterpart of what the other ends with, in lines. */
  readonly overhang: number
}

/** The room on a page. */
export interface PageRoom {
  readonly height: number
  /** Between text and notes. */
  readonly noteGap: number
}
