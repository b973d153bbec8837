/** The pages of a book in numbers, and which of them to look at first. */

import type { PageFault } from '../../paginate/model.ts'
import { weights } from '../../paginate/weights.ts'
import type { ToldPage, ToldPages } from '../pdf/pages-json.ts'
import { openingsOf, type Opening } from './openings.ts'

/** Of one side, the last pages of sections apart: shares of the type area. */
export interface BlankShare {
  readonly side: 'en' | 'ar' | 'both'
  readonly pages: number
  readonly mean: number
  /** Nine pages in ten are blank by no more. */
  readonly ninthDecile: number
}

export interface RankedOpening {
  readonly opening: Opening
  /** What it costs beyond a page that is full: see `points`. */
  readonly points: number
}

export interface Summary {
  readonly pages: number
  /** Pages without text. */
  readonly blanks: number
  readonly openings: readonly Opening[]
  readonly blank: readonly BlankShare[]
  /** Mean of the openings of the text, in lines; undefined where no page is bound to the one that faces it. */
  readonly overhang: number | undefined
  /** Kinds that occur, the dearest first. */
  readonly faults: readonly { readonly kind: PageFault; readonly count: number }[]
  /** Openings with faults, in the order of the book. */
  readonly faulty: readonly Opening[]
  /** At most ten, the dearest first. */
  readonly worst: readonly RankedOpening[]
}

const prices: Readonly<Record<PageFault, number>> = {
  overfull: weights.overfull, 'stranded-heading': weights.strandedHeading, 'late-note': weights.lateNote, hyphen: weights.hyphen,
  widow: weights.widow, orphan: weights.orphan, 'broken-group': weights.brokenGroup,
}

const kinds = Object.keys(prices) as readonly PageFault[]

const listed = 10

/** Lines of overhang below which nothing shows. */
export const leastOverhang = 0.05

/** Cheaper openings are not worth a look: it is what a page costs that is blank by a tenth. */
const leastPoints = 1

export function summaryOf(told: ToldPages): Summary {
  const openings = openingsOf(told)
  const text = told.pages.filter(isText)
  const count = (kind: PageFault) => told.pages.flatMap(({ faults }) => faults).filter((fault) => fault === kind).length
  const overhangs = told.view.startsWith('facing') ? text.flatMap(({ overhang }) => overhang ?? []) : []
  return {
    pages: told.pages.length,
    blanks: told.pages.filter(({ ends }) => ends === 'blank').length,
    openings,
    blank: (['en', 'ar', 'both'] as const).flatMap((side) => blankOf(side, text)),
    overhang: overhangs.length > 0 ? mean(overhangs) : undefined,
    faults: kinds.flatMap((kind) => (count(kind) > 0 ? [{ kind, count: count(kind) }] : [])),
    faulty: openings.filter(({ pages }) => pages.some(({ faults }) => faults.length > 0)),
    worst: openings.map((opening) => ({ opening, points: points(opening) }))
      .filter((ranked) => ranked.points >= leastPoints)
      .sort((one, other) => other.points - one.points || one.opening.number - other.opening.number)
      .slice(0, listed),
  }
}

/**
 * Blank, overhang and faults of an opening as the choice of pages weighs them (`paginate/weights.ts`);
 * a blank at the end of a section is free.
 */
export function points({ pages }: Opening): number {
  const overhang = Math.max(0, ...pages.map((page) => (isText(page) ? page.overhang ?? 0 : 0)))
  return pages.reduce((sum, page) => {
    const blank = isFree(page) ? 0 : Math.max(0, page.blank)
    return sum + weights.blank * blank ** 2 + page.faults.reduce((all, fault) => all + prices[fault], 0)
  }, weights.overhang * overhang ** 2)
}

/** Front and back matter are no text. */
const isText = ({ role, ends }: ToldPage): boolean => role === 'chapter' && ends !== 'blank'

/** Its blank is the end of a section, or a whole page before a new one. */
export const isFree = ({ ends }: ToldPage): boolean => ends === 'section' || ends === 'blank'

function blankOf(side: BlankShare['side'], text: readonly ToldPage[]): BlankShare[] {
  const shares = text.filter((page) => sideOf(page) === side && !isFree(page)).map(({ blank }) => Math.max(0, blank)).sort((one, other) => one - other)
  return shares.length === 0 ? [] : [{ side, pages: shares.length, mean: mean(shares), ninthDecile: shares[Math.ceil(shares.length * 0.9) - 1] ?? 0 }]
}

export const sideOf = ({ galley = '' }: ToldPage): BlankShare['side'] => (galley.startsWith('en') ? 'en' : galley.startsWith('ar') ? 'ar' : 'both')

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
