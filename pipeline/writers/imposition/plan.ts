/** A whole book on sheets: signatures behind each other, or sheets within each other for a booklet; blanks at its end. */

import { sheetOf, type Binding, type Cell, type Sheet } from './fold.ts'

export type Style = 'booklet' | 4 | 8 | 16 | 32

export interface Place {
  /** Counted from 0 through the book; undefined is a blank. */
  readonly page: number | undefined
  readonly isTurned: boolean
  /** Whether the spine is on the left of the page as it is read. */
  readonly isSpineLeft: boolean
  /** Leaves of its signature that lie outside it: so much of it stands out at the fore edge. */
  readonly depth: number
}

export interface PlannedSheet {
  readonly front: readonly (readonly Place[])[]
  readonly back: readonly (readonly Place[])[]
}

export interface Plan {
  readonly sheets: readonly PlannedSheet[]
  readonly blanks: number
}

/** Of `count` pages. Linear. */
export function planOf(count: number, style: Style, binding: Binding): Plan {
  const signature = style === 'booklet' ? upTo(count, 4) : style
  const whole = upTo(count, signature)
  const sheets: PlannedSheet[] = []
  for (let first = 0; first < whole; first += signature) {
    const place = placeIn({ first, signature, count, binding })
    for (const sheet of style === 'booklet' ? nested(signature, binding) : [sheetOf(signature, binding)]) {
      sheets.push({ front: sheet.front.map((row) => row.map(place)), back: sheet.back.map((row) => row.map(place)) })
    }
  }
  return { sheets, blanks: whole - count }
}

const upTo = (count: number, multiple: number): number => Math.max(1, Math.ceil(count / multiple)) * multiple

/** Sheets of four pages, the outermost first. */
const nested = (pages: number, binding: Binding): Sheet[] => Array.from({ length: pages / 4 }, (_, depth) => {
  const [first, second, third, fourth] = [2 * depth, 2 * depth + 1, pages - 2 * depth - 2, pages - 2 * depth - 1]
  const renamed = (rows: Sheet['front']) => rows.map((row) => row.map((cell): Cell => ({ ...cell, page: [first, second, third, fourth][cell.page]! })))
  const { front, back } = sheetOf(4, binding)
  return { front: renamed(front), back: renamed(back) }
})

interface Signature {
  readonly first: number
  readonly signature: number
  readonly count: number
  readonly binding: Binding
}

/** The first page of a book that is bound on the left has its spine on the left, and every second one. */
const placeIn = ({ first, signature, count, binding }: Signature) => ({ page, isTurned }: Cell): Place => {
  const leaf = Math.floor(page / 2)
  const depth = Math.min(leaf, signature / 2 - 1 - leaf)
  return { page: first + page < count ? first + page : undefined, isTurned, isSpineLeft: (page % 2 === 0) === (binding === 'left'), depth }
}
