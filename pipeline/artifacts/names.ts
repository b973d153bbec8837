/** The names of all that a book is made into, what each shows, and in which form. */

import type { Book } from '../model/book.ts'
import type { ParallelView, View } from '../model/edition.ts'
import { counterpartOf } from '../model/language.ts'
import { exchangeNames, type ExchangeName } from '../writers/exchange/index.ts'

type Output = 'pdf' | 'epub'

/** What an edition shows: a view that leads with the book's leading language, or one that says who leads. */
type Shown = View | ParallelView | 'two-cover'

/** The editions, in the order in which they are made and offered. */
export const editions = {
  'facing.pdf': { shows: 'facing', output: 'pdf' },
  'columns.pdf': { shows: 'columns', output: 'pdf' },
  'interlinear.pdf': { shows: 'interlinear', output: 'pdf' },
  'en.pdf': { shows: 'en', output: 'pdf' },
  'ar.pdf': { shows: 'ar', output: 'pdf' },
  'two-cover.pdf': { shows: 'two-cover', output: 'pdf' },
  'parallel-en.epub': { shows: 'columns-en', output: 'epub' },
  'parallel-ar.epub': { shows: 'columns-ar', output: 'epub' },
  'tap.epub': { shows: 'tap', output: 'epub' },
  'en.epub': { shows: 'en', output: 'epub' },
  'ar.epub': { shows: 'ar', output: 'epub' },
} as const satisfies Record<string, { shows: Shown; output: Output }>

/** One view, or the two that a book with two covers consists of: the leading language from the front, the other from the back. */
export function viewsOf(shows: Shown, { leading }: Book): readonly [View, ...View[]] {
  switch (shows) {
    case 'facing': case 'columns': case 'interlinear': case 'tap': return [`${shows}-${leading}`]
    case 'two-cover': return [leading, counterpartOf(leading)]
    default: return [shows]
  }
}

/** The PDF whose pages an EPUB tells, where both are made; each carries the leading text of the other. */
export function printOf(view: View): EditionName | undefined {
  switch (view) {
    case 'en': case 'tap-en': return 'en.pdf'
    case 'ar': case 'tap-ar': return 'ar.pdf'
    case 'columns-en': case 'columns-ar': return 'columns.pdf'
    default: return undefined
  }
}

export type EditionName = keyof typeof editions
export type ArtifactName = EditionName | 'report.html' | 'report.json' | 'report.csv' | 'report.sarif' | 'index.html' | 'site' | ExchangeName

export const editionNames = Object.keys(editions) as readonly EditionName[]
/** What is made where nothing is said; a site, and findings for programs, are made for who asks for them. */
export const usualNames: readonly ArtifactName[] = [...editionNames, 'report.html', 'report.json', 'report.csv', 'index.html']
export const artifactNames: readonly ArtifactName[] = [...usualNames, 'report.sarif', 'site', ...exchangeNames]
