/** The order of a file's pages: halves that meet, blanks that fill a sheet, books that begin at the other end. */

import { PDFArray, PDFName, PDFNumber, type PDFDocument, type PDFPage } from '@cantoo/pdf-lib'
import { directionOf, type Language } from '../../../model/language.ts'
import type { Profile } from '../../../model/profile.ts'
import type { Folio } from '../../../paginate/leaves.ts'

/** Pages that are read from one end, in that order. */
export interface Run {
  readonly language: Language
  /** One for each page. */
  readonly folios: readonly Folio[]
}

/** A page where it lies in the file. */
export interface Placed {
  readonly page: PDFPage
  /** Whether it lies on the right of an opening, its binding edge on its left. */
  readonly isRight: boolean
  /** Undefined on a blank that was added. */
  readonly folio: Folio | undefined
}

const name = (text: string): PDFName => PDFName.of(text)

/** How many pages a book of `pages` has when its sheets are full. */
export const filledTo = (pages: number, { multiple }: Profile['pages']): number => Math.ceil(pages / multiple) * multiple

/** Adds blanks and puts the pages of `pdf` in order: links, tags and outline name pages, not places, and stay true. Changes `pdf`. */
export function arrange(pdf: PDFDocument, [first, second]: readonly Run[], { pages: { ...counts }, reversed }: Pick<Profile, 'pages' | 'reversed'>): Placed[] {
  if (!first) throw new Error('Nothing to arrange')
  const pages = pdf.getPages()
  const count = pages.length
  const blanks = Array.from({ length: filledTo(count, counts) - count }, () => pdf.addPage([pages[0]!.getWidth(), pages[0]!.getHeight()]))
  // Behind the text, or between two texts that are read from either end.
  const own = placedOf(first, [...pages.slice(0, first.folios.length), ...blanks])
  const others = second ? placedOf(second, pages.slice(first.folios.length)).reverse() : []
  const isRightBound = directionOf(first.language) === 'rtl'
  const placed = reversed && isRightBound ? [...own, ...others].reverse() : [...own, ...others]
  if (placed.some(({ page }, index) => page !== pages[index])) order(pdf, placed)
  return placed
}

function placedOf({ language, folios }: Run, pages: readonly PDFPage[]): Placed[] {
  const isLeftBound = directionOf(language) === 'ltr'
  return pages.map((page, index) => ({ page, isRight: (index % 2 === 0) === isLeftBound, folio: folios[index] }))
}

function order(pdf: PDFDocument, placed: readonly Placed[]): void {
  const tree = pdf.catalog.get(name('Pages'))
  const kids = PDFArray.withContext(pdf.context)
  for (const { page } of placed) {
    kids.push(page.ref)
    if (tree) page.node.set(name('Parent'), tree)
  }
  pdf.catalog.Pages().set(name('Kids'), kids)
  pdf.catalog.Pages().set(name('Count'), PDFNumber.of(placed.length))
}

/** Page labels: roman for the front matter, then Arabic numbers; a range begins where the count does, and blanks that were added have none. */
export function label(pdf: PDFDocument, placed: readonly Placed[]): void {
  const ranges = PDFArray.withContext(pdf.context)
  placed.forEach(({ folio }, index) => {
    const before = placed[index - 1]
    if (before && follows(folio, before.folio)) return
    ranges.push(PDFNumber.of(index))
    ranges.push(pdf.context.obj(folio ? { S: name(folio.isFront ? 'r' : 'D'), St: folio.number } : {}))
  })
  pdf.catalog.set(name('PageLabels'), pdf.context.obj({ Nums: ranges }))
}

const follows = (folio: Folio | undefined, before: Folio | undefined): boolean =>
  folio && before ? before.isFront === folio.isFront && before.number + 1 === folio.number : folio === before

/** The side from which the text is read, in whatever order its pages lie. */
export function direct(pdf: PDFDocument, isRightBound: boolean): void {
  pdf.catalog.set(name('ViewerPreferences'), pdf.context.obj({
    DisplayDocTitle: true, Direction: name(isRightBound ? 'R2L' : 'L2R'),
  }))
}
