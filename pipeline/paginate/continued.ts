/** Under which head an index goes on where a column begins: that of an entry that is not at its end, or, at the head of a page, that of its letter. */

import { isCut } from './height.ts'
import type { Break, ContinuedHead, Galley } from './model.ts'
import type { RowRange } from './places.ts'

/** `opensPage` for the first column of a page; a second says no letter again. */
export function headAbove({ rows }: Galley, at: Break, opensPage: boolean): ContinuedHead | undefined {
  const heights = rows[at.row]?.continued
  if (!heights) return undefined
  if (isCut(at) ? heights.inside > 0 : heights.before > 0) return 'entry'
  return opensPage && !isCut(at) && heights.letter > 0 ? 'letter' : undefined
}

/** 0 without a head. */
export function headHeight({ rows }: Galley, at: Break, head: ContinuedHead | undefined): number {
  const heights = rows[at.row]?.continued
  if (!heights || !head) return 0
  return head === 'letter' ? heights.letter : isCut(at) ? heights.inside : heights.before
}

/** Of all that may stand above columns of these rows; 0 where there are none. */
export const tallestContinued = ({ rows }: Galley, { from, to }: RowRange): number =>
  rows.slice(from, to).reduce((most, { continued }) => Math.max(most, continued?.letter ?? 0, continued?.before ?? 0, continued?.inside ?? 0), 0)
