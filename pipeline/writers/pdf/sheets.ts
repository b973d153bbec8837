/** What the page in the browser is told of each leaf. */

import type { Book } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { bilingual, directionOf, languages, type Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { GalleyPage, Leaf } from '../../paginate/leaves.ts'
import { notesGalley, partOf, shownIn } from '../../paginate/names.ts'
import type { Gauged, Sheet, SheetText } from '../../paginate/sheet.ts'
import { spreadRows } from '../../paginate/spread.ts'
import { isFacing } from './galleys.ts'
import { furnitureOf } from './heads.ts'
import { headLetters } from './style.ts'

export function sheetsOf(leaves: readonly Leaf[], edition: Edition, gauged: Gauged, book: Book): Sheet[] {
  const words = bilingual((language) => wordsIn(language, book.digits.ar))
  const letters = headLetters(edition, book)
  return leaves.map((leaf): Sheet => {
    const on = languagesOn(leaf, edition)
    const topHeading = bilingual((language) => topHeadingOf(leaf, gauged, language))
    const { head, foot } = furnitureOf(leaf, { edition, words, languages: on, isFacing: isFacing(edition.view), topHeading, letters })
    // An Arabic-led book opens on the left: its rectos are left-hand pages.
    const isRight = (leaf.number % 2 === 1) === (directionOf(edition.language) === 'ltr')
    const { page } = leaf
    return {
      side: isRight ? 'right' : 'left', classes: [on.length > 1 ? 'parallel' : 'single'], head, foot,
      text: page && { galley: page.galley, from: page.set.from, to: page.set.to, columns: page.set.columns, repeatsHead: page.set.repeats !== undefined, height: page.set.height, shrink: page.set.shrink, ...spreadOf(page, gauged) },
      notes: page ? on.map((language) => ({ galley: notesGalley(language, partOf(page.galley)), language, slices: page.set.notes[language] })) : [],
      notesHeight: page?.set.notesHeight ?? 0,
    }
  })
}

function spreadOf({ galley, set }: GalleyPage, { galleys }: Gauged): Pick<SheetText, 'spread' | 'spreadRows'> {
  return { spread: set.spread, spreadRows: set.spread > 0 ? spreadRows(galleys[galley] ?? { rows: [] }, set.from, set.to) : [] }
}

/** From left to right: English stands on the left of a shared page, whoever leads. */
function languagesOn({ page }: Leaf, { language, languages: shown, view }: Edition): readonly Language[] {
  if (!isFacing(view)) return shown.length > 1 ? languages : shown
  return [languages.find((one) => page && shownIn(page.galley) === one) ?? language]
}

/** The last heading of the second level that stands above the page, or that opens it; of the leaf's own section. */
export function topHeadingOf({ page, section }: Pick<Leaf, 'page' | 'section'>, gauged: Gauged, language: Language): string | undefined {
  if (!page) return undefined
  const { from } = page.set
  const rows = gauged.galleys[page.galley]?.rows ?? []
  const isAbove = (row: number) => row < from.row || (row === from.row && from.cuts.every((cut) => cut === 0))
  return gauged.headings.findLast((heading) => heading.galley === page.galley && heading.language === language && heading.depth === 2 &&
    isAbove(heading.row) && rows[heading.row]?.section === section)?.text
}
