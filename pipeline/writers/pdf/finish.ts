/** Last touches on the objects of a printed PDF: labels, direction, facts; no clock. */

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import type { Edition } from '../../model/edition.ts'
import { directionOf, type Language } from '../../model/language.ts'
import type { Leaf } from '../../paginate/leaves.ts'
import { renameElements } from './identifiers.ts'
import { saved } from './save.ts'
import type { Half } from './typeset.ts'

/** The same print gives the same bytes. A second half is bound from the other side: its pages follow in reverse. */
export async function finished(pdf: PDFDocument, halves: readonly Half[]): Promise<Uint8Array> {
  const [first, second] = halves
  if (!first) throw new Error('Nothing to finish')
  if (second) reverseFrom(pdf, first.leaves.length)
  describe(pdf, first.edition, halves.flatMap(({ edition }) => edition.languages))
  label(pdf, [...first.leaves, ...(second?.leaves.toReversed() ?? [])])
  pdf.catalog.set(PDFName.of('ViewerPreferences'), pdf.context.obj({
    DisplayDocTitle: true, Direction: directionOf(first.edition.language) === 'rtl' ? PDFName.of('R2L') : PDFName.of('L2R'),
  }))
  renameElements(pdf)
  return saved(pdf)
}

/** Reverses the order of the pages from `first` on; links, tags and outline name pages, not places, and stay true. */
function reverseFrom(pdf: PDFDocument, first: number): void {
  const pages = pdf.getPages()
  const order = [...pages.slice(0, first), ...pages.slice(first).reverse()]
  const tree = pdf.catalog.get(PDFName.of('Pages'))
  const kids = PDFArray.withContext(pdf.context)
  for (const page of order) {
    kids.push(page.ref)
    if (tree) page.node.set(PDFName.of('Parent'), tree)
  }
  pdf.catalog.Pages().set(PDFName.of('Kids'), kids)
}

function describe(pdf: PDFDocument, { imprint, language }: Edition, languages: readonly Language[]): void {
  pdf.setTitle(languages.map((side) => imprint.title[side]).join(' · '))
  pdf.setAuthor([...new Set(imprint.creators.flatMap(({ name }) => languages.map((side) => name[side])))].join(', '))
  pdf.setCreator('Tawazi')
  pdf.setProducer('Tawazi')
  pdf.setLanguage(language)
  const details = pdf.context.lookup(pdf.context.trailerInfo.Info)
  if (!(details instanceof PDFDict)) return
  // A clock would make every build another file; the book's own date, where it has one, is the same on every machine.
  for (const key of ['CreationDate', 'ModDate']) {
    if (imprint.date) details.set(PDFName.of(key), PDFString.of(`D:${imprint.date.iso.replaceAll('-', '')}000000Z`))
    else details.delete(PDFName.of(key))
  }
}

/** Page labels: roman for the front matter, then Arabic numbers; a range begins where the count does. */
function label(pdf: PDFDocument, leaves: readonly Leaf[]): void {
  const ranges = PDFArray.withContext(pdf.context)
  leaves.forEach(({ folio }, index) => {
    const before = leaves[index - 1]?.folio
    if (before && before.isFront === folio.isFront && before.number + 1 === folio.number) return
    ranges.push(PDFNumber.of(index))
    ranges.push(pdf.context.obj({ S: PDFName.of(folio.isFront ? 'r' : 'D'), St: folio.number }))
  })
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: ranges }))
}
