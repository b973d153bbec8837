/** From objects to bytes. */

import { PDFCrossRefStream, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

interface Entries {
  readonly entries: { readonly ref: PDFRef }[]
}

/**
 * The library (2.11) looks for the place of each entry of the cross-reference table from the first entry on, which
 * grows with the square of the objects: 3 s of 3.3 for 600 pages. They come nearly in order, so the place is looked for from the end.
 */
function appendEntry(this: Entries, entry: { readonly ref: PDFRef }): void {
  let at = this.entries.length
  while (at > 0 && this.entries[at - 1]!.ref.objectNumber > entry.ref.objectNumber) at--
  this.entries.splice(at, 0, entry)
}

// The method is private, so types do not know it.
Object.assign(PDFCrossRefStream.prototype, { appendEntry })

/** The same objects give the same bytes; linear in them. */
export const saved = (pdf: PDFDocument): Promise<Uint8Array> =>
  pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity })
