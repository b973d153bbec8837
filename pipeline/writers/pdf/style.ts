/** The style sheet of one edition: the shared sheets, its page, and its sizes. */

import { readFileSync } from 'node:fs'
import type { Book, PageSpecification } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { fontFiles, fontName, fontStyles } from '../../print/fonts.ts'

export const pixelsPerMillimetre = 96 / 25.4
const pixelsPerPoint = 96 / 72

const sheet = (name: string): string => readFileSync(new URL(`../../../templates/styles/${name}.css`, import.meta.url), 'utf8')

/** Sizes and leadings in points. */
export interface TypeSizes {
  readonly en: number
  readonly enLeading: number
  readonly ar: number
  readonly arLeading: number
}

/**
 * Amiri is set about 1.17 times as large as EB Garamond, where the heights of its
 * letters agree with the other's capitals and the two pages look equally dark; our own choice, made by eye.
 * Its leading stays near 1.7, the height that its metrics below fill.
 */
const sizes = {
  single: { en: 11, enLeading: 14.4, ar: 13, arLeading: 22.1 },
  parallel: { en: 10.6, enLeading: 14.2, ar: 11.4, arLeading: 19.4 },
} as const satisfies Record<string, TypeSizes>

/**
 * Where Amiri's baseline lies in its line, in hundredths of its size. The highest stacks of marks (hamza, damma and shadda
 * over a tall letter) measured 136; what little stands above a page's first line is drawn in the margin.
 */
const metrics = { 'Amiri': 'ascent-override:130%;descent-override:40%;line-gap-override:0%;' }

/** Shares of the measure for the two columns; Arabic runs shorter in line but taller, and both end about level so. */
const shares = { en: 1, ar: 1.14 }

/** Millimetres between columns. */
const gap = 7

/** Space between text and notes, as a share of the English leading. */
const noteGapShare = 0.9

/** Latin letters inside Arabic come from the English face, smaller, so that both look of one size. Digits and marks stay Amiri's. */
const latinInArabic = fontFiles
  .filter(({ family }) => family === 'EB Garamond')
  .map((file) => `@font-face{font-family:"Latin in Arabic";font-weight:${file.weight};font-style:${file.style};size-adjust:86%;` +
    `src:url("fonts/${fontName(file)}") format("woff2");unicode-range:${file.subset === 'latin' ? 'U+41-5A,U+61-7A,U+C0-FF,U+152-153' : 'U+100-24F,U+1E00-1EFF'}}`)
  .join('\n')

const isColumns = ({ view }: Edition): boolean => view.startsWith('columns')

/** Columns need a wider page. */
export const pageOf = (edition: Edition, book: Book): PageSpecification => (isColumns(edition) ? book.parallelPage : book.page)

/** The browser rounds pages to 1/300 inch, up or down; what fills a page must not be taller for that. */
const rounding = 0.2

/** The box that text and notes fill, in millimetres. */
export function typeArea({ width, height, margin }: PageSpecification): { width: number; height: number } {
  return { width: width - margin.inner - margin.outer, height: height - margin.top - margin.bottom - rounding }
}

/** The room of a page in CSS pixels. */
export function roomOf(edition: Edition, book: Book): { height: number; noteGap: number } {
  const { height } = typeArea(pageOf(edition, book))
  return { height: height * pixelsPerMillimetre, noteGap: noteGapShare * sizesOf(edition).enLeading * pixelsPerPoint }
}

export const sizesOf = (edition: Edition): TypeSizes => (isColumns(edition) ? sizes.parallel : sizes.single)

export function styleOf(edition: Edition, book: Book): string {
  const page = pageOf(edition, book)
  return [
    fontStyles((name) => `fonts/${name}`, metrics), latinInArabic, `@page{size:${page.width}mm ${page.height}mm;margin:0}`,
    properties(page, edition), sheet('book'), edition.languages.length > 1 ? sheet('columns') : '', sheet('pages'),
  ].join('\n')
}

function properties(page: PageSpecification, edition: Edition): string {
  const { en, enLeading, ar, arLeading } = sizesOf(edition)
  const area = typeArea(page)
  const sides = isColumns(edition) || edition.view.startsWith('interlinear')
  const column = (share: number) => (sides ? (area.width - gap) * share / (shares.en + shares.ar) : area.width)
  const { margin, width, height } = page
  return `:root{--en-size:${en}pt;--en-leading:${enLeading}pt;--ar-size:${ar}pt;--ar-leading:${arLeading}pt;--gap:${gap}mm;
    --en-share:${shares.en};--ar-share:${shares.ar};--en-notes:${column(shares.en).toFixed(3)}mm;--ar-notes:${column(shares.ar).toFixed(3)}mm;
    --measure:${area.width.toFixed(3)}mm;--area-height:${area.height.toFixed(3)}mm;--note-gap:${(noteGapShare * enLeading).toFixed(2)}pt;
    --page-width:${width}mm;--page-height:${(height - rounding).toFixed(2)}mm;--top:${margin.top}mm;--bottom:${margin.bottom}mm;--inner:${margin.inner}mm;--outer:${margin.outer}mm;
    --sink:${Math.round(area.height * 0.16)}mm;--figure-height:${Math.round(area.height * 0.6)}mm}`
}
