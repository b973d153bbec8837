/** What the product says of the pages it has set: `NAME.pages.json` beside `NAME.pdf`. The one place that knows its shape. */

import { existsSync, readFileSync } from 'node:fs'
import { languages, type Language } from '../../../pipeline/model/language.ts'

interface TypesetPage {
  readonly language?: Language
  /** 0 to 1 of the height of the text. */
  readonly blank?: number
  /** Lines; null where nothing faces the page. */
  readonly overhang?: number | null
  /** Why the page ends; `section` is the end of a chapter. */
  readonly ends?: string
  readonly faults?: readonly string[]
}

export interface Blank {
  readonly language: Language
  readonly pages: number
  readonly mean: number
  readonly ninthDecile: number
}

export interface PageFigures {
  /** Of each side that has pages, the last pages of chapters apart. */
  readonly blank: readonly Blank[]
  /** Lines, over all openings; undefined where nothing faces anything. */
  readonly overhang: number | undefined
  /** How often each fault is named. */
  readonly faults: ReadonlyMap<string, number>
}

/** Undefined where the product has written no such file. */
export function pageFigures(pdf: string): PageFigures | undefined {
  const path = pdf.replace(/\.pdf$/, '.pages.json')
  if (!existsSync(path)) return undefined
  const { pages } = JSON.parse(readFileSync(path, 'utf8')) as { pages: readonly TypesetPage[] }
  const overhangs = pages.flatMap(({ overhang }) => (typeof overhang === 'number' ? [overhang] : []))
  const faults = new Map<string, number>()
  for (const fault of pages.flatMap((page) => page.faults ?? [])) faults.set(fault, (faults.get(fault) ?? 0) + 1)
  return { blank: languages.flatMap((language) => blankOf(pages, language)), overhang: overhangs.length > 0 ? mean(overhangs) : undefined, faults }
}

function blankOf(pages: readonly TypesetPage[], language: Language): Blank[] {
  const shares = pages
    .filter((page) => page.language === language && page.ends !== 'section')
    .flatMap(({ blank }) => (typeof blank === 'number' ? [Math.max(0, blank)] : []))
    .sort((one, other) => one - other)
  return shares.length === 0 ? [] : [{ language, pages: shares.length, mean: mean(shares), ninthDecile: quantile(shares, 0.9) }]
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Of values in order, by the nearest rank. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN
