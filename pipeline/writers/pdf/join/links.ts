/** Places that links lead to, within a part and from part to part. */

import { PDFArray, PDFDict, PDFName, PDFString, type PDFContext, type PDFDocument } from '@cantoo/pdf-lib'
import { elsewhere } from '../parts.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** An id of the book is in one part alone, so no name stands for two places. */
export function joinDestinations(context: PDFContext, catalogs: readonly PDFDict[]): void {
  const all = PDFDict.withContext(context)
  for (const catalog of catalogs) for (const [key, place] of catalog.lookupMaybe(name('Dests'), PDFDict)?.entries() ?? []) all.set(key, place)
  const [first] = catalogs
  if (all.entries().length > 0) first?.set(name('Dests'), context.register(all))
}

/** Links that left their part lead to a place in another, which the browser has named there. */
export function leadElsewhere(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    for (const reference of page.node.lookupMaybe(name('Annots'), PDFArray)?.asArray() ?? []) {
      const link = pdf.context.lookupMaybe(reference, PDFDict)
      const address = link?.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI'))
      const id = address instanceof PDFString ? address.asString().split(`${elsewhere}#`)[1] : undefined
      if (!link || id === undefined) continue
      link.delete(name('A'))
      link.set(name('Dest'), PDFName.of(decodeURIComponent(id)))
    }
  }
}
