/** A book's pages as they lie open. */

import type { ToldPage, ToldPages } from '../pdf/pages-json.ts'

export interface Opening {
  /** Counted through the file, from 1. */
  readonly number: number
  readonly half: number
  /** One or two, in the order of reading. */
  readonly pages: readonly ToldPage[]
  readonly left: ToldPage | undefined
  readonly right: ToldPage | undefined
}

/** Page 1 lies alone, then a verso and a recto together; a right-bound book has its versos on the right. */
export function openingsOf({ halves, pages }: Pick<ToldPages, 'halves' | 'pages'>): Opening[] {
  const groups: ToldPage[][] = []
  for (const page of pages) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (group && before?.side === 'verso' && page.side === 'recto' && before.half === page.half) group.push(page)
    else groups.push([page])
  }
  return groups.map((group, index): Opening => {
    const half = group[0]?.half ?? 0
    const verso = group.find(({ side }) => side === 'verso')
    const recto = group.find(({ side }) => side === 'recto')
    const isLeftBound = halves[half]?.binding !== 'right'
    return { number: index + 1, half, pages: group, left: isLeftBound ? verso : recto, right: isLeftBound ? recto : verso }
  })
}
