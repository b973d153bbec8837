/** Whether both sides of a finished PDF stay in step: where poppler finds the end of each bead in either language. */

import { execFileSync } from 'node:child_process'
import { languages, type Language } from '../../../pipeline/model/language.ts'
import type { Chapter } from './book.ts'
import { columnTexts } from './columns.ts'

export interface Step {
  /** Beads whose ends were found on both sides. */
  readonly found: number
  /** Those of them that end on different openings (or pages, where both languages share one), and by more than one. */
  readonly apart: number
  readonly far: number
}

/** `facing`: pages 2 and 3, 4 and 5, … are one opening. */
export function stepOf(pdf: string, chapters: readonly Chapter[], facing: boolean): Step {
  const columns = columnTexts(pdf)
  const pages = columns ? [] : execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 2 ** 30 }).split('\f')
  const [en = [], ar = []] = languages.map((language) => endsOf(chapters, language, (columns?.[language] ?? pages).map((text) => lettersOf(text, language))))
  const place = (page: number) => (facing ? Math.floor((page + 1) / 2) : page)
  const distances = en.flatMap((page, bead) => {
    const other = ar[bead]
    return page === undefined || other === undefined ? [] : Math.abs(place(page) - place(other))
  })
  return { found: distances.length, apart: distances.filter((distance) => distance > 0).length, far: distances.filter((distance) => distance > 1).length }
}

/** Letters of the script alone, so that neither hyphens nor ligatures nor the numbers of notes matter, nor what stands in the other column. */
const letters = (text: string, language: Language): string => text.normalize('NFKC').replaceAll(others[language], '')

/** On pages with more English than Arabic, poppler gives the pieces of an Arabic line from left to right; either way is looked through. */
function lettersOf(page: string, language: Language): string {
  const forward = letters(page, language)
  return language === 'en' ? forward : [forward, ...page.split('\n').map((line) => letters(line.split(/[\u202A-\u202C]/).reverse().join(''), language))].join('')
}

const others = { en: /[^A-Za-z]+/g, ar: /[^\u0621-\u063A\u0641-\u064A]+/g }

/** Letters that know the end of a bead from any other nearby. */
const tail = 28

/** Pages that a bead may be after the one before. */
const reach = 40

/** For each bead of the paragraphs, in order, the index of the page that holds its end; undefined where it is not found, or parted. */
function endsOf(chapters: readonly Chapter[], language: Language, pages: readonly string[]): (number | undefined)[] {
  let from = 0
  const beads = chapters.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'paragraph' ? block.beads : [])))
  return beads.map(({ bead }, index) => {
    const end = letters(bead[language].join(''), language).slice(-tail)
    // Front matter of any length may stand before the first.
    const within = index === 0 ? pages.length : reach
    const page = Array.from({ length: within }, (_, step) => from + step).find((at) => pages[at]?.includes(end))
    if (page !== undefined) from = page
    return page
  })
}
