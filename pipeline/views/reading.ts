/** Both texts for reading online: chapters as passages of two sides, on which every sentence tells its bead. */

import type { Element } from 'hast'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import type { ChapterRole, Segment } from '../model/manuscript.ts'
import { wordsIn, type Words } from '../model/words.ts'
import { blockElements, copyOf, noteElement, segmentsIn } from './hast.ts'
import type { AlignedBook } from './index.ts'
import { parallelSections, sectionOf, type ParallelSection, type PlacedPassage } from './parallel.ts'
import { inDigits } from '../typography/numerals.ts'

export interface ReadingChapter {
  readonly role: ChapterRole
  /** Plain text, the Arabic in the book's digits. */
  readonly title: Bilingual<string | undefined>
  /** Blocks of each side, with `lang` and `dir`; a side may be empty. Sentences that say the same share their `data-bead`. */
  readonly passages: readonly Bilingual<readonly Element[]>[]
  readonly notes: Bilingual<readonly Element[]>
  /** Sentences of the text and of its notes, in order. */
  readonly segments: Bilingual<readonly Segment[]>
}

/** Chapters as the book's leading side has them; linear in the text. */
export function readingChapters({ book, manuscripts, alignment }: AlignedBook): ReadingChapter[] {
  const words = bilingual((language) => wordsIn(language, book.digits.ar))
  return parallelSections(manuscripts, alignment, book.leading, book.parts.length).map((section) => chapterOf(section, words))
}

function chapterOf(section: ParallelSection, words: Bilingual<Words>): ReadingChapter {
  const { title } = sectionOf(section, [])
  let beads = 0
  const passages = section.text.map((passage) => {
    const sides = bilingual((language) => passage[language].flatMap(({ unit, chapter }) => blockElements(unit, chapter, language, words[language]).map(copyOf)))
    for (const language of languages) nameBeads(sides[language], passage, language, beads)
    beads += passage.beads.length
    return sides
  })
  return {
    role: section.lead.role, passages,
    title: { en: title.en, ar: title.ar === undefined ? undefined : inDigits(title.ar, words.ar.digits) },
    notes: bilingual((language) => section.notes.flatMap((passage) =>
      passage[language].map(({ unit, chapter }) => noteElement(unit, chapter, language, words[language])))),
    segments: bilingual((language) => [...section.text, ...section.notes].flatMap((passage) => passage[language].flatMap(({ unit }) => [...unit.segments]))),
  }
}

/** Numbers the beads from `before` on. Changes `elements`. */
function nameBeads(elements: readonly Element[], passage: PlacedPassage<{ readonly segments: readonly Segment[] }>, language: Language, before: number): void {
  const segments = passage[language].flatMap(({ unit }) => unit.segments)
  const beadOf = new Map(passage.beads.flatMap((bead, index) =>
    segments.slice(bead[language].from, bead[language].to).map(({ id }) => [id, before + index + 1] as const)))
  for (const segment of elements.flatMap(segmentsIn)) {
    const bead = beadOf.get(String(segment.properties['id']))
    if (bead !== undefined) segment.properties['dataBead'] = String(bead)
  }
}
