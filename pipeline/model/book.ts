/** The book as its editor describes it, every default filled in and every unit converted. */

import type { GlossaryEntry } from './glossary.ts'
import type { Bilingual, Language } from './language.ts'

/** Digits of Arabic text that the product itself prints: ٠١٢٣ (`arab`) or 0123 (`latn`). */
export type Digits = 'arab' | 'latn'

export type CreatorRole = 'author' | 'translator' | 'editor' | 'illustrator'

export interface Creator {
  readonly role: CreatorRole
  readonly name: Bilingual<string>
}

/** Lengths in millimetres. `inner` is at the binding, `outer` at the fore edge. */
export interface PageSpecification {
  readonly width: number
  readonly height: number
  readonly margin: { readonly inner: number; readonly outer: number; readonly top: number; readonly bottom: number }
}

export interface Book {
  /** Name of the output folder: letters, digits, `-`. */
  readonly name: string
  /** Absolute folder; every path of the book is relative to it, and no file outside it is read. */
  readonly root: string
  /** Pairs of manuscript files, relative to `root` with `/`, in reading order. Beads never cross from one pair to the next. */
  readonly parts: readonly Bilingual<string>[]
  /** What the book gives the aligner: terms, and the absolute folder of an embedding model, or undefined for words alone. */
  readonly align: { readonly glossary: readonly GlossaryEntry[]; readonly model: string | undefined }
  /** From the configuration; a manuscript's own title serves where it is undefined. */
  readonly title: Bilingual<string | undefined>
  readonly subtitle: Bilingual<string | undefined>
  readonly original: Language
  readonly creators: readonly Creator[]
  readonly publisher: Bilingual<string | undefined>
  readonly rights: Bilingual<string | undefined>
  /** `YYYY-MM-DD`, or undefined: a clock is never asked. */
  readonly date: string | undefined
  readonly isbn: string | undefined
  readonly digits: { readonly ar: Digits }
  /** The page of an edition in one language. */
  readonly page: PageSpecification
  /** The page of an edition in both languages, wider unless the book sets one trim for all. */
  readonly parallelPage: PageSpecification
}
