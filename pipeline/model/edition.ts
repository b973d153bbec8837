/** A view of the aligned book: sections of HTML trees that every writer sets. */

import type { Root } from 'hast'
import type { Bilingual, Language } from './language.ts'
import type { ChapterRole, Matter } from './manuscript.ts'

/** English alone, Arabic alone, or both in step, with the leading side named. */
export type View = Language | `${ParallelView}-${Language}`

/** Side by side, on pages that face each other, bead under bead, or one text whose sentences open their counterparts. */
export type ParallelView = 'columns' | 'facing' | 'interlinear' | 'tap'

/** Front matter, text and back matter, in the order in which they stand; only print has all of it. */
export type SectionRole =
  | 'halftitle' | 'titlepage' | 'imprint' | 'contents' | 'figures'
  | ChapterRole
  | 'glossary' | 'index'

/** Roles of sections that hold the words of the manuscripts. */
export const textRoles: ReadonlySet<SectionRole> = new Set<ChapterRole>(['chapter', 'about', 'dedication', 'front'])

/** Class names of a section in the style sheets: what a manuscript holds is a chapter, whatever else it is. */
export function classesOf(role: SectionRole): string[] {
  if (role === 'titlepage') return ['title-page']
  return role === 'dedication' || role === 'front' ? ['chapter', role] : [role]
}

export interface Section {
  /** Unique in the edition; names the section's file and its anchor. */
  readonly id: string
  readonly role: SectionRole
  readonly matter?: Matter
  /** For contents and running heads; plain text. A side without a heading is undefined. */
  readonly title: Bilingual<string | undefined>
  /**
   * Children of the section's `<section>` element, every block with its own `lang` and `dir`,
   * every segment a `<span class="segment" id="en-12">`. Image sources are paths from the book's root.
   */
  readonly tree: Root
}

/** What a title page, a running head or an EPUB's metadata says about the book, resolved. */
export interface Imprint {
  readonly title: Bilingual<string>
  readonly subtitle: Bilingual<string | undefined>
  /** As the book or the manuscripts name them; `role` is worded by `locales`. */
  readonly creators: readonly { readonly role: string; readonly name: Bilingual<string> }[]
  readonly publisher: Bilingual<string | undefined>
  readonly rights: Bilingual<string | undefined>
  /** As each text writes it; `iso` is `YYYY-MM-DD`. */
  readonly date: { readonly iso: string; readonly text: Bilingual<string> } | undefined
  readonly isbn: string | undefined
}

export interface Edition {
  readonly view: View
  /** Leads: decides direction, binding and the first language of the metadata. */
  readonly language: Language
  /** One or both, the leading one first. */
  readonly languages: readonly Language[]
  readonly imprint: Imprint
  readonly sections: readonly Section[]
  /** For each bead of the running text, in order, the id of the last segment of each side, where it has any; empty for one language. */
  readonly ties: readonly Bilingual<string | undefined>[]
}

/** A finished file; `name` is relative to the output folder. */
export interface Artifact {
  readonly name: string
  readonly bytes: Uint8Array
}
