/** The views of an aligned book: which sections each shows, and who leads. */

import type { Alignment } from '../model/alignment.ts'
import type { Book } from '../model/book.ts'
import type { DecidedBook } from '../model/decisions.ts'
import type { Edition, Imprint, Section, View } from '../model/edition.ts'
import { bilingual, type Bilingual, type Language } from '../model/language.ts'
import type { Manuscript } from '../model/manuscript.ts'
import { wordsIn, type Words } from '../model/words.ts'
import { inDigits } from '../typography/numerals.ts'
import { columnSections } from './columns.ts'
import { facingSections } from './facing.ts'
import { interlinearSections } from './interlinear.ts'
import { monolingualSections } from './monolingual.ts'
import { parallelSections } from './parallel.ts'
import { tapSections } from './tap.ts'
import { tiesOf } from './ties.ts'
import { titlePage } from './titlepage.ts'

/** The languages that a view shows, the leading one first. */
const languagesOf: Record<View, readonly [Language, ...Language[]]> = {
  'en': ['en'],
  'ar': ['ar'],
  'columns-en': ['en', 'ar'],
  'columns-ar': ['ar', 'en'],
  'facing-en': ['en', 'ar'],
  'facing-ar': ['ar', 'en'],
  'interlinear-en': ['en', 'ar'],
  'interlinear-ar': ['ar', 'en'],
  'tap-en': ['en', 'ar'],
  'tap-ar': ['ar', 'en'],
}

export interface AlignedBook {
  readonly book: Book
  readonly imprint: Imprint
  readonly manuscripts: Bilingual<Manuscript>
  readonly alignment: Alignment
  /** What people have decided about the alignment. */
  readonly decisions?: DecidedBook
}

/** One view of the book as sections; pure, linear in the text. */
export function compose(aligned: AlignedBook, view: View): Edition {
  const languages = languagesOf[view]
  const words = bilingual((language) => wordsIn(language, aligned.book.digits.ar))
  return {
    view,
    language: languages[0],
    languages,
    imprint: aligned.imprint,
    sections: [titlePage(aligned.imprint, languages, words), ...sectionsOf(aligned, view, words)].map((section) => counted(section, words.ar)),
    ties: languages.length > 1 ? tiesOf(aligned.alignment, aligned.manuscripts) : [],
  }
}

/** Titles are printed in heads and contents too, in the book's digits. */
function counted(section: Section, words: Words): Section {
  const { en, ar } = section.title
  return { ...section, title: { en, ar: ar === undefined ? undefined : inDigits(ar, words.digits) } }
}

function sectionsOf({ manuscripts, alignment, book }: AlignedBook, view: View, words: Bilingual<Words>): Section[] {
  const sections = (leading: Language) => parallelSections(manuscripts, alignment, leading, book.parts.length)
  switch (view) {
    case 'en':
    case 'ar':
      return monolingualSections(manuscripts[view], words[view])
    case 'columns-en': return columnSections(sections('en'), 'en', words, book.columns.level)
    case 'columns-ar': return columnSections(sections('ar'), 'ar', words, book.columns.level)
    case 'facing-en': return facingSections(sections('en'), 'en', words)
    case 'facing-ar': return facingSections(sections('ar'), 'ar', words)
    case 'interlinear-en': return interlinearSections(sections('en'), 'en', words)
    case 'interlinear-ar': return interlinearSections(sections('ar'), 'ar', words)
    case 'tap-en': return tapSections(sections('en'), { leading: 'en', words, settings: book.epub.tap })
    case 'tap-ar': return tapSections(sections('ar'), { leading: 'ar', words, settings: book.epub.tap })
  }
}
