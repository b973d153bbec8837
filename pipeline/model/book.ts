/** The book as its editor describes it, every default filled in and every unit converted. */

import type { GlossaryEntry } from './glossary.ts'
import type { Bilingual, Language } from './language.ts'
import type { Matter } from './manuscript.ts'
import type { Profile } from './profile.ts'

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

/** Levels of the Web Content Accessibility Guidelines that a publisher may claim. */
export type Conformance = `wcag-2.${0 | 1 | 2}-${'a' | 'aa' | 'aaa'}`

/** How EPUBs are made. */
export interface EpubSettings {
  /** Whether the book's faces travel with it. */
  readonly fonts: boolean
  /** What opens a counterpart in the edition to tap, and how much of one. */
  readonly tap: { readonly by: 'sentences' | 'paragraphs'; readonly link: 'marker' | 'sentence' }
  /** The publisher's own word: without a name that answers for it there is no claim. */
  readonly accessibility: { readonly conforms: Conformance; readonly certifier: Bilingual<string> } | undefined
}

/** A pair of files, or one that has no counterpart, and what stands in them where that is no chapter like any other. */
export interface BookPart extends Partial<Bilingual<string>> {
  readonly as?: Matter
}

export interface Book {
  /** Name of the output folder: letters, digits, `-`. */
  readonly name: string
  /** Absolute folder; every path of the book is relative to it, and no file outside it is read. */
  readonly root: string
  /** Pairs of manuscript files, relative to `root` with `/`, in reading order; each language has one at least. Beads never cross from one pair to the next. */
  readonly parts: readonly BookPart[]
  /** Where in `root` people's decisions about the alignment are kept; the file need not be there. */
  readonly decisions: string
  /** What the book gives the aligner: terms, and the absolute folder of an embedding model, or undefined for words alone. */
  readonly align: { readonly glossary: readonly GlossaryEntry[]; readonly model: string | undefined }
  /** From the configuration; a manuscript's own title serves where it is undefined. */
  readonly title: Bilingual<string | undefined>
  readonly subtitle: Bilingual<string | undefined>
  /** What a library says about the book, in a few sentences. */
  readonly description: Bilingual<string | undefined>
  /** What a wraparound cover shows beside names and description. */
  readonly cover: {
    /** Path of the picture that fills the front, relative to `root`. */
    readonly picture: string | undefined
    /** A note on the author, for the back. */
    readonly author: Bilingual<string | undefined>
  }
  /** Where a site of this book alone will stand. */
  readonly site: { readonly address: string } | undefined
  readonly original: Language
  readonly creators: readonly Creator[]
  readonly publisher: Bilingual<string | undefined>
  readonly rights: Bilingual<string | undefined>
  /** `YYYY-MM-DD`, or undefined: a clock is never asked. */
  readonly date: string | undefined
  readonly isbn: string | undefined
  readonly digits: { readonly ar: Digits }
  /** The side that leads in parallel PDFs: on the versos of facing pages, first on a shared page, and at the binding. */
  readonly leading: Language
  /** Where print sets notes: at the foot of the page that calls them, or at the end of their chapter. */
  readonly notes: 'foot' | 'chapter'
  /** What print sets after the words of a link to another place of the book: its page number, or nothing. */
  readonly references: 'pages' | 'words'
  /** What stands level in columns. */
  readonly columns: { readonly level: 'passages' | 'beads' }
  /** Headings that the contents list: those of chapters, or also those of the sections in them. */
  readonly contents: { readonly depth: 1 | 2 }
  /** How Arabic lines are filled: by the spaces between words alone, or by kashida too. */
  readonly justify: { readonly ar: 'spaces' | 'kashida' }
  /** Whether the lines of all pages stand on one grid. */
  readonly grid: boolean
  /** Whether English chapters open with a drop initial. */
  readonly initials: boolean
  readonly epub: EpubSettings
  /** Printers that a PDF is also made for, by the name of its edition. */
  readonly profiles: Readonly<Record<string, readonly Profile[]>>
  /** The page of an edition in one language. */
  readonly page: PageSpecification
  /** The page of an edition in both languages, wider unless the book sets one trim for all. */
  readonly parallelPage: PageSpecification
}

/** Every manuscript file, pair by pair. */
export const manuscriptFiles = ({ parts }: Pick<Book, 'parts'>): readonly string[] => parts.flatMap(({ en, ar }) => [en, ar].filter((file) => file !== undefined))
