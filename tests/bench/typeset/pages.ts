/** What the product says of the pages it has set: `NAME.pages.json` beside `NAME.pdf`. The one place that knows its shape. */

import { existsSync, readFileSync } from 'node:fs'

interface TypesetPage {
  /** The column of text that it is of, named by its language. */
  readonly galley?: string
  /** Of its section; front and back matter are no text. */
  readonly role?: string
  /** 0 to 1 of the height of the text. */
  readonly blank?: number
  /** Lines, the same on both pages of an opening. */
  readonly overhang?: number
  /** Why the page ends; `section` is the end of a chapter, `blank` a page without text. */
  readonly ends?: string
  readonly faults?: readonly string[]
}

export interface Blank {
  readonly side: string
  readonly mean: number
  readonly ninthDecile: number
}

export interface PageFigures {
  /** Of each side, the last pages of chapters apart. */
  readonly blank: readonly Blank[]
  /** Lines, over all pages that face another; undefined where none does. */
  readonly overhang: number | undefined
  /** How often each fault is named. */
  readonly faults: ReadonlyMap<string, number>
}

/** Undefined where the product has written no such file. */
export function pageFigures(pdf: string): PageFigures | undefined {
  const path = pdf.replace(/\.pdf$/, '.pages.json')
  if (!existsSync(path)) return undefined
  const { pages } = JSON.parse(readFileSync(path, 'utf8')) as { pages: readonly TypesetPage[] }
  const text = pages.filter(({ role = 'chapter', ends }) => role === 'chapter' && ends !== 'blank')
  const overhangs = text.flatMap(({ overhang }) => overhang ?? [])
  const faults = new Map<string, number>()
  for (const fault of pages.flatMap((page) => page.faults ?? [])) faults.set(fault, (faults.get(fault) ?? 0) + 1)
  const sides = [...new Set(text.map(sideOf))].sort()
  return {
    blank: sides.flatMap((side) => blankOf(side, text.filter((page) => sideOf(page) === side))),
    overhang: overhangs.length > 0 ? mean(overhangs) : undefined,
    faults,
  }
}

const sideOf = ({ galley = '' }: TypesetPage): string => galley

function blankOf(side: string, pages: readonly TypesetPage[]): Blank[] {
  const shares = pages
    .filter(({ ends }) => ends !== 'section')
    .flatMap(({ blank }) => (blank === undefined ? [] : Math.max(0, blank)))
    .sort((one, other) => one - other)
  return shares.length === 0 ? [] : [{ side, mean: mean(shares), ninthDecile: quantile(shares, 0.9) }]
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of values in order, by the nearest rank. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
