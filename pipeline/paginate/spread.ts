/** Space between the paragraphs of a page, so that less of it is left at the foot: what is blank beside a fuller counterpart. */

import type { Break, Galley, Opening, Row, SetPage } from './model.ts'

/** Shares of a line: between two paragraphs, and on one page together. Our own choices: more would be seen as gaps. */
const most = { gap: 0.3, page: 1.25 }

/** Rows that begin below the first of a page and may stand lower than in the galley. */
export function spreadRows({ rows }: Galley, from: Break, to: Break): number[] {
  const isBegun = to.cuts.some((cut) => cut > 0)
  const found: number[] = []
  for (let at = from.row + 1; at < to.row + (isBegun ? 1 : 0); at++) if (isSpread(rows[at])) found.push(at)
  return found
}

/** Paragraphs of one column; what stands level with something else, or closes up with it, stays. */
const isSpread = (row: Row | undefined): boolean => row?.kind === 'text' && row.cells.length === 1 && row.group === undefined

/** Both pages of an opening, each with its paragraphs further apart, unless a section ends on them. */
export const spreadOpening = (opening: Opening, { en, ar }: { readonly en: Galley; readonly ar: Galley }): Opening =>
  ({ ...opening, en: spreadPage(opening.en, en), ar: spreadPage(opening.ar, ar) })

/** The page with as much of its blank between its paragraphs as the limits let; a page that ends a section stays. */
export function spreadPage(page: SetPage, galley: Galley): SetPage {
  if (page.ends === 'section' || page.ends === 'notes' || page.blank <= 0) return page
  const rows = spreadRows(galley, page.from, page.to)
  const [line] = rows.flatMap((at) => galley.rows[at]?.cells[0]?.[0] ?? [])
  if (!line) return page
  const leading = line.bottom - line.top
  const spread = Math.min(most.gap * leading, Math.min(page.blank, most.page * leading) / rows.length)
  const all = spread * rows.length
  return { ...page, spread, height: page.height + all, blank: page.blank - all }
}
