/** Front and back matter of a printed edition, put before and after its text. */

import type { Edition } from '../../model/edition.ts'
import { bilingual } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { AlignedBook } from '../index.ts'
import { contents, listOfFigures } from './contents.ts'
import { glossary } from './glossary.ts'
import { headOf, targetsOf, type Entry } from './targets.ts'
import { indexOfTerms } from './terms.ts'
import { halfTitle, imprintPage, titlePageOf } from './titles.ts'

/**
 * Half title, title page, imprint, contents and list of figures before the text, glossary and index after it.
 *
 * Where a page number belongs there is an empty `span.folio` whose `data-for` names an element of the text.
 */
export function withMatter(edition: Edition, { book }: Pick<AlignedBook, 'book'>): Edition {
  const words = bilingual((language) => wordsIn(language, book.digits.ar))
  const [titlePage, ...text] = edition.sections
  const targets = targetsOf(edition, text)
  const figures = listOfFigures(edition, targets.flatMap((target) => target.figures), words)
  const back = [...glossary(edition, book.align.glossary, words), ...indexOfTerms(edition, text, words)]
  const headings = new Map(targets.map(({ head, headings }): [Entry, readonly Entry[]] => [head, headings]))
  const heads = [...figures.map((section) => headOf(section, edition)), ...headings.keys(), ...back.map((section) => headOf(section, edition))]
  const below = (head: Entry) => (book.contents.depth > 1 ? headings.get(head) ?? [] : [])
  return {
    ...edition,
    sections: [
      halfTitle(edition),
      ...(titlePage ? [titlePageOf(titlePage, edition)] : []),
      imprintPage(edition, book, words),
      ...contents(edition, heads, below, words),
      ...figures,
      ...targets.map(({ section }) => section),
      ...back,
    ],
  }
}
