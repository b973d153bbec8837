/** Which pages of a chapter show a bead, and how they lie before the reader. */

import { lengthOf, type Span } from '../model/alignment.ts'
import type { Bilingual, Language } from '../model/language.ts'
import { idsIn, type SetChapter } from './chapter.ts'

export interface ShownPage {
  /** Counted in the chapter, from 1: odd is a recto. */
  readonly number: number
  readonly side: 'left' | 'right'
  readonly print: number
  /** Counted in the print, from 1. */
  readonly page: number
}

/** Pages that are shown at once. */
const most = 2

/** Beads over which a neighbour's page still shows where something is missing. Own choice. */
const reach = 8

/** The bead itself, where it has words in one of these languages; else the nearest that has, the one before first. Undefined where none is near. */
export function nearestShown(beads: readonly Bilingual<Span>[], index: number, shown: readonly Language[]): Bilingual<Span> | undefined {
  const order = Array.from({ length: reach }, (_, at) => [index - at - 1, index + at + 1]).flat()
  return [index, ...order].flatMap((at) => beads[at] ?? []).find((bead) => shown.some((language) => lengthOf(bead[language]) > 0))
}

/** From left to right: the opening where the bead begins, or its page with the next where it ends there. */
export function pagesOf({ pages, isFacing, isLeftToRight }: Pick<SetChapter, 'pages' | 'isFacing' | 'isLeftToRight'>, bead: Bilingual<Span>): ShownPage[] {
  const all = pages.flatMap((own, print) => own.map((ids, at) => ({ ids, print, page: at + 1 })))
    .map((one, index) => ({ ...one, number: index + 1, side: sideOf(index + 1, isLeftToRight) }))
  const wanted = idsIn(bead)
  const [first, second] = all.filter(({ ids }) => wanted.some((id) => ids.has(id)))
  if (!first) return []
  const opening = Math.floor(first.number / 2)
  const shown = isFacing ? all.filter(({ number }) => Math.floor(number / 2) === opening) : second ? [first, second] : [first]
  return shown.slice(0, most).map(({ number, side, print, page }) => ({ number, side, print, page }))
    .sort((one, other) => (isLeftToRight ? one.number - other.number : other.number - one.number))
}

const sideOf = (number: number, isLeftToRight: boolean): 'left' | 'right' => ((number % 2 === 1) === isLeftToRight ? 'right' : 'left')
