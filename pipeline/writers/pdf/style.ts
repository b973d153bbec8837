/** The style sheet of one edition: the shared sheets, its page, and its sizes. */

import { readFileSync } from 'node:fs'
import type { Book, PageSpecification } from '../../model/book.ts'
import type { Edition } from '../../model/edition.ts'
import { fontFiles, fontName, fontStyles } from '../../print/fonts.ts'

export const pixelsPerMillimetre = 96 / 25.4

const sheet = (name: string): string => readFileSync(new URL(`../../../templates/styles/${name}.css`, import.meta.url), 'utf8')

/**
 * Sizes and leadings in points. Amiri is set about 1.17 times as large as EB Garamond, where the heights of its
 * letters agree with the other's capitals and the two pages look equally dark; our own choice, made by eye.
 * Its leading stays near 1.7, the height that its metrics below fill.
 */
const sizes = {
  single: { en: 11, enLeading: 14.4, ar: 13, arLeading: 22.1 },
  parallel: { en: 10.6, enLeading: 14.2, ar: 11.4, arLeading: 19.4 },
}

/**
 * Where Amiri's baseline lies in its line, in hundredths of its size, for print: ink that stands above its line prints
 * again at the foot of the page before, ink below it does no harm. The highest stacks of marks (hamza, damma and shadda
 * over a tall letter) measured 136.
 */
const metrics = { 'Amiri': 'ascent-override:130%;descent-override:40%;line-gap-override:0%;' }

/** Shares of the measure for the two columns; Arabic runs shorter in line but taller, and both end about level so. */
const shares = { en: 1, ar: 1.14 }

/** Latin letters inside Arabic come from the English face, smaller, so that both look of one size. Digits and marks stay Amiri's. */
const latinInArabic = fontFiles
  .filter(({ family }) => family === 'EB Garamond')
  .map((file) => `@font-face{font-family:"Latin in Arabic";font-weight:${file.weight};font-style:${file.style};size-adjust:86%;` +
    `src:url("fonts/${fontName(file)}") format("woff2");unicode-range:${file.subset === 'latin' ? 'U+41-5A,U+61-7A,U+C0-FF,U+152-153' : 'U+100-24F,U+1E00-1EFF'}}`)
  .join('\n')

export const pageOf = (edition: Edition, book: Book): PageSpecification =>
  edition.languages.length > 1 ? book.parallelPage : book.page

/** The browser rounds pages to 1/300 inch, up or down; what fills a page must not be wider or taller for that. */
const rounding = { width: 0.3, height: 0.5 }

/** The box that text fills, in millimetres; its width is the same where it is measured and where it is printed. */
export function typeArea({ width, height, margin }: PageSpecification): { width: number; height: number } {
  return { width: width - margin.inner - margin.outer - rounding.width, height: height - margin.top - margin.bottom - rounding.height }
}

export function styleOf(edition: Edition, book: Book): string {
  const page = pageOf(edition, book)
  const isParallel = edition.languages.length > 1
  return [fontStyles((name) => `fonts/${name}`, metrics), latinInArabic, pageRules(page), properties(page, isParallel), sheet('book'), isParallel ? sheet('columns') : ''].join('\n')
}

/** The inner margin lies at the binding: on the left of a right-hand page, whichever way the book is read. */
function pageRules({ width, height, margin }: PageSpecification): string {
  return `@page{size:${width}mm ${height}mm;margin-top:${margin.top}mm;margin-bottom:${margin.bottom}mm}
    @page:left{margin-left:${margin.outer}mm;margin-right:${margin.inner}mm}
    @page:right{margin-left:${margin.inner}mm;margin-right:${margin.outer}mm}`
}

function properties(page: PageSpecification, isParallel: boolean): string {
  const { en, enLeading, ar, arLeading } = isParallel ? sizes.parallel : sizes.single
  const area = typeArea(page)
  return `:root{--en-size:${en}pt;--en-leading:${enLeading}pt;--ar-size:${ar}pt;--ar-leading:${arLeading}pt;--gap:7mm;
    --en-share:${shares.en};--ar-share:${shares.ar};--measure:${area.width.toFixed(2)}mm;--area-height:${area.height.toFixed(2)}mm;--sink:${Math.round(area.height * 0.16)}mm;--figure-height:${Math.round(area.height * 0.6)}mm}`
}
