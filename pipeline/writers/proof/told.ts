/** The summary of a contact sheet as data, for scripts. */

import type { ToldPage } from '../pdf/pages-json.ts'
import type { Summary } from './summary.ts'

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Pages by their place in their half, from 1, and their printed number. */
const pageOf = ({ half, page, folio, front, faults }: ToldPage): object => ({ half, page, folio, front, faults })

export function toldSummary(edition: string, { pages, blanks, openings, blank, overhang, faults, faulty, worst }: Summary): object {
  return {
    edition, pages, blankPages: blanks, openings: openings.length,
    blank: blank.map(({ side, pages: counted, mean, ninthDecile }) => ({ side, pages: counted, mean: rounded(mean), ninthDecile: rounded(ninthDecile) })),
    ...(overhang !== undefined && { overhang: rounded(overhang) }),
    faults: Object.fromEntries(faults.map(({ kind, count }) => [kind, count])),
    look: faulty.flatMap((opening) => opening.pages.filter((page) => page.faults.length > 0).map(pageOf)),
    worst: worst.map(({ opening, points }) => ({ points: rounded(points), pages: opening.pages.map(pageOf) })),
  }
}
