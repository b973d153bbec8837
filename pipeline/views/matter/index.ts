/** Front and back matter of a printed edition, put before and after its text. */

import type { Edition } from '../../model/edition.ts'
import { bilingual } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { AlignedBook } from '../index.ts'
import { contents, listOfFigures } from './contents.ts'
import { glossary } from './glossary.ts'
import { figuresIn, headingsIn, headOf, type Entry } from './targets.ts'
import { indexOfTerms } from './terms.ts'
import { halfTitle, imprintPage, titlePageOf } from './titles.ts'

/**
 * Half title, title page, imprint, dedications, contents and list of figures before the text, glossary and index after it.
 *
 * Where a page number belongs there is an empty `span.folio` whose `data-for` names an element of the text.
 */
export function withMatter(edition: Edition, { book }: Pick<AlignedBook, 'book'>): Edition {
  const words = bilingual((language) => wordsIn(language, book.digits.ar))
  const [titlePage, ...text] = edition.sections
  const figures = listOfFigures(edition, text.flatMap(figuresIn), words)
  const back = [...glossary(edition, book.align.glossary, words), ...indexOfTerms(edition, text, words)]
  const opening = text.filter(({ role }) => role === 'dedication')
  const rest = text.filter((section) => !opening.includes(section))
  const heads = new Map([...figures, ...rest, ...back].map((section) => [headOf(section, edition), section]))
  const below = (head: Entry) => (book.contents.depth > 1 ? [heads.get(head) ?? []].flat().flatMap(headingsIn) : [])
  return {
    ...edition,
    sections: [
      halfTitle(edition),
      ...(titlePage ? [titlePageOf(titlePage, edition)] : []),
      imprintPage(edition, book, words),
      ...opening,
      ...contents(edition, [...heads.keys()], below, words),
      ...figures,
      ...rest,
      ...back,
    ],
  }
}
