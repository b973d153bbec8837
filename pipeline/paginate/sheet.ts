/** What passes between the typesetter and the page in the browser that it measures and fills. Lengths are CSS pixels. */

import type { Bilingual, Language } from '../model/language.ts'
import type { Locator } from './locators.ts'
import type { Break, Galley, NoteSlice, TwoColumns } from './model.ts'

/** Where an element stands: `share` (0 to 1) of its line's width lies before that end of it which was asked for. */
export interface Spot {
  readonly galley: string
  readonly row: number
  readonly cell: number
  readonly line: number
  readonly share: number
}

export interface Heading {
  readonly galley: string
  readonly row: number
  /** 1 to 6. */
  readonly depth: number
  readonly language: Language
  readonly text: string
}

export interface Gauged {
  /** By the name of each galley. */
  readonly galleys: Readonly<Record<string, Galley>>
  readonly headings: readonly Heading[]
  /** Widths of tables that had to be set smaller: the share of their size, and a segment inside. */
  readonly tables: readonly { readonly fit: number; readonly segment: string }[]
  /** Paths of pictures that the browser could not decode. */
  readonly broken: readonly string[]
}

/** Where elements stand, in the order in which they were asked for; null for what is not there. */
export interface Spotted {
  readonly begins: readonly (Spot | null)[]
  readonly ends: readonly (Spot | null)[]
}

export interface GaugeOptions {
  /** Of the galleys to be gauged; the others keep what is known of them. */
  readonly names: readonly string[]
  /** Lines that may end in a hyphen one after the other. */
  readonly hyphensInRow: number
  /** The smallest share of its size at which a table, and of its height at which a picture, is set. */
  readonly leastTable: number
  readonly leastPicture: number
  /** From line to line of the grid on which every block begins, in galleys of each language; undefined without one. */
  readonly grid: Bilingual<number> | undefined
  /** What follows the head under which an index goes on, in each language. */
  readonly continued: Bilingual<string>
  /** Ids of elements whose beginnings and whose ends are to be found. */
  readonly begins: readonly string[]
  readonly ends: readonly string[]
}

/** A page number and what becomes of its place: kept, taken out, or made the end of a range. */
export interface FilledFolio {
  readonly text: string
  readonly as: Locator
}

/** A stretch of a galley as it stands on a page. */
export interface SheetText {
  readonly galley: string
  readonly from: Break
  readonly to: Break
  readonly columns: TwoColumns | undefined
  /** A table that goes on has its head once more. */
  readonly repeatsHead: boolean
  /** Distance from the head of its first line to the foot of its last. */
  readonly height: number
  /** By how much its pictures are made smaller, together. */
  readonly shrink: number
  /** Pixels above each of these rows. */
  readonly spread: number
  readonly spreadRows: readonly number[]
}

/** One page to be made. */
export interface Sheet {
  readonly side: 'left' | 'right'
  /** Of the page's element, for its look. */
  readonly classes: readonly string[]
  /** HTML, the product's own. */
  readonly head: string
  readonly foot: string
  readonly text: SheetText | undefined
  /** Footnotes, one column for each language that has any room on the page. */
  readonly notes: readonly { readonly galley: string; readonly language: Language; readonly slices: readonly NoteSlice[] }[]
  /** Of the notes with the space above them; 0 without any. */
  readonly notesHeight: number
}

/** Pages as they were made. */
export interface SetSheets {
  /** The body's children, with everything that the proof needs. */
  readonly html: string
  readonly faults: readonly SheetFault[]
}

/** What the finished page looks like beside what was chosen; all zero where every line stands where it was measured. */
export interface SheetFault {
  /** From 0. */
  readonly page: number
  /** Set height less the chosen one. */
  readonly text: number
  readonly notes: number
  /** By how much the page's content reaches beyond the type area. */
  readonly overflow: number
  /** Id of the first segment on the page; empty where there is none. */
  readonly segment: string
}
