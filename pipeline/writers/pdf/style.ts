/** The style sheet of one edition: the shared sheets, its page, and its sizes. */

import { readFileSync } from 'node:fs'
import type { Book, PageSpecification } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { bilingual, type Bilingual } from '../../model/language.ts'
import type { InitialLines } from './initials.ts'
import { codeFiles, fontFace, fontFiles, fontName, fontStyles } from '../../print/fonts.ts'
import { signStyles } from '../../print/signs.ts'

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

/** On a grid: leadings of whole and half pixels, sizes near those above; languages of one edition share a leading, the least that Amiri's lines can do with. */
const gridSizes = {
  single: { en: 11, enLeading: 14.25, ar: 13, arLeading: 21.75 },
  shared: { en: 10.5, enLeading: 18, ar: 12, arLeading: 18 },
  parallel: { en: 9.75, enLeading: 16.5, ar: 11.25, arLeading: 16.5 },
} as const satisfies Record<string, TypeSizes>

/** Above and below the base line of EB Garamond, as shares of its size. */
const garamond = { ascent: 1.007, descent: 0.298 }

/** An ascent and a descent in hundredths of the size. */
const fontMetrics = (ascent: number, descent: number) => ({ Amiri: `ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%;` })

/**
 * Where Amiri's baseline lies in its line. The highest stacks of marks (hamza, damma and shadda
 * over a tall letter) measured 136; what little stands above a page's first line is drawn in the margin.
 * On a grid that languages share, both base lines lie at one height; the browser rounds what is above and below to whole pixels.
 */
function metricsOf(edition: Edition, book: Book): Record<string, string> {
  if (!book.grid || edition.languages.length === 1) return fontMetrics(130, 40)
  const { en, ar } = sizesOf(edition, book)
  const difference = Math.round(garamond.ascent * en * pixelsPerPoint) - Math.round(garamond.descent * en * pixelsPerPoint)
  const size = ar * pixelsPerPoint
  const descent = Math.round(0.5 * size)
  return fontMetrics(100 * (descent + difference) / size, 100 * descent / size)
}

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

/** Millimetres for each language's columns or notes; the whole measure where languages don't stand side by side. */
export function columnWidths(edition: Edition, book: Book): Bilingual<number> {
  const { width } = typeArea(pageOf(edition, book))
  const isParted = isColumns(edition) || edition.view.startsWith('interlinear')
  return bilingual((language) => (isParted ? (width - gap) * shares[language] / (shares.en + shares.ar) : width))
}

const isColumns = ({ view }: Edition): boolean => view.startsWith('columns')

/** Columns need a wider page. */
export const pageOf = (edition: Edition, book: Book): PageSpecification => (isColumns(edition) ? book.parallelPage : book.page)

/** Millimetres that two titles need to stand beside each other. Our own choice. */
const leastAbreast = 75

/** Whether two languages on a page have no room for titles beside each other. */
export const isNarrow = (edition: Edition, book: Book): boolean =>
  edition.languages.length > 1 && !edition.view.startsWith('facing') && typeArea(pageOf(edition, book)).width < leastAbreast

/** The browser rounds pages to 1/300 inch, up or down; what fills a page must not be taller for that. */
const rounding = 0.2

/** The box that text and notes fill, in millimetres. */
export function typeArea({ width, height, margin }: PageSpecification): { width: number; height: number } {
  return { width: width - margin.inner - margin.outer, height: height - margin.top - margin.bottom - rounding }
}

/** Millimetres of one of two columns, as an index is set. */
export const doubleWidth = (page: PageSpecification): number => (typeArea(page).width - gap) / 2

/** Letters of a running head for which the measure has room, one as wide as 0.34 of the English size: measured, Arabic takes 0.32 and English 0.28 of it. */
export function headLetters(edition: Edition, book: Book): number {
  const letter = 0.34 * sizesOf(edition, book).en * pixelsPerPoint / pixelsPerMillimetre
  return Math.floor(typeArea(pageOf(edition, book)).width / letter)
}

/** The room of a page in CSS pixels. */
export function roomOf(edition: Edition, book: Book): { height: number; noteGap: number } {
  const { height } = typeArea(pageOf(edition, book))
  return { height: height * pixelsPerMillimetre, noteGap: noteGapShare * sizesOf(edition, book).enLeading * pixelsPerPoint }
}

/** Lines beside a drop initial; interlinear stacks, whose paragraphs are in pieces, have none. */
export function initialLines(edition: Edition, book: Book): InitialLines | undefined {
  if (!edition.languages.includes('en') || edition.view.startsWith('interlinear')) return undefined
  const { en, enLeading } = sizesOf(edition, book)
  const measure = columnWidths(edition, book).en * pixelsPerMillimetre
  return { count: isColumns(edition) ? 2 : 3, size: en * pixelsPerPoint, leading: enLeading * pixelsPerPoint, measure }
}

export function sizesOf(edition: Edition, book: Book): TypeSizes {
  if (!book.grid) return isColumns(edition) ? sizes.parallel : sizes.single
  return isColumns(edition) ? gridSizes.parallel : edition.languages.length > 1 ? gridSizes.shared : gridSizes.single
}

/** Pixels from line to line of the grid, for each language; undefined without a grid. */
export function gridOf(edition: Edition, book: Book): Bilingual<number> | undefined {
  const { enLeading, arLeading } = sizesOf(edition, book)
  return book.grid ? { en: enLeading * pixelsPerPoint, ar: arLeading * pixelsPerPoint } : undefined
}

/** The faces, alike in nearly all editions: first those of text, then those of signs, which few books need. */
export const facesOf = (edition: Edition, book: Book): string => [textFacesOf(edition, book), signStyles(inPrint)].join('\n')

export const textFacesOf = (edition: Edition, book: Book): string =>
  [fontStyles(inPrint, metricsOf(edition, book)), latinInArabic, ...codeFiles.map((file) => fontFace(file, inPrint))].join('\n')

const inPrint = (name: string): string => `fonts/${name}`

/** Everything but the faces. */
export function sheetStyleOf(edition: Edition, book: Book, sizes: TypeSizes): string {
  const page = pageOf(edition, book)
  return [
    `@page{size:${page.width}mm ${page.height}mm;margin:0}`, properties(page, edition, book, sizes),
    sheet('book'), edition.languages.length > 1 ? sheet('columns') : '', sheet('pages'), book.grid ? sheet('grid') : '',
  ].join('\n')
}

export const styleOf = (edition: Edition, book: Book): string => [facesOf(edition, book), sheetStyleOf(edition, book, sizesOf(edition, book))].join('\n')

/** Those that are found while a book is set, as custom properties. */
export const sizeProperties = ({ ar, arLeading }: TypeSizes): Record<string, string> => ({ '--ar-size': `${ar}pt`, '--ar-leading': `${arLeading}pt` })

function properties(page: PageSpecification, edition: Edition, book: Book, { en, enLeading, ar, arLeading }: TypeSizes): string {
  const area = typeArea(page)
  const columns = columnWidths(edition, book)
  const { margin, width, height } = page
  return `:root{--en-size:${en}pt;--en-leading:${enLeading}pt;--ar-size:${ar}pt;--ar-leading:${arLeading}pt;--gap:${gap}mm;
    --en-share:${shares.en};--ar-share:${shares.ar};--en-notes:${columns.en.toFixed(3)}mm;--ar-notes:${columns.ar.toFixed(3)}mm;
    --measure:${area.width.toFixed(3)}mm;--double:${doubleWidth(page).toFixed(3)}mm;--area-height:${area.height.toFixed(3)}mm;--note-gap:${(noteGapShare * enLeading).toFixed(2)}pt;
    --page-width:${width}mm;--page-height:${(height - rounding).toFixed(2)}mm;--top:${margin.top}mm;--bottom:${margin.bottom}mm;--inner:${margin.inner}mm;--outer:${margin.outer}mm;
    --sink:${Math.round(area.height * 0.16)}mm;--figure-height:${Math.round(area.height * 0.6)}mm}`
}
