/** What a reader aloud, a search and a copy find in the pages: words broken at a line end stay whole. */

import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFDocument } from '@cantoo/pdf-lib'

/**
 * A soft hyphen as the browser writes it: a glyph without ink, marked with its text, before the hyphen that shows.
 * Only the glyph and its marks go; the move of the pen stays, for what follows counts from it.
 */
const softHyphen = /\/Span\s*<<\s*\/ActualText\s*<FEFF00AD>\s*>>\s*BDC([^]*?)\bEMC\b/g

const shown = /(?:<[0-9A-Fa-f]*>|\[[^\]]*\])\s*T[jJ]\b/g

export const withoutSoftHyphens = (content: string): string =>
  content.replaceAll(softHyphen, (_, inner: string) => inner.replaceAll(shown, ''))

/** Takes the soft hyphens out of every page's content; a page without any keeps its bytes. Changes `pdf`. */
export function cleanTextLayer(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'))
    const streams = contents instanceof PDFRef ? pdf.context.lookup(contents) : contents
    const parts = streams instanceof PDFArray ? streams.asArray() : [contents]
    for (const part of parts) if (part instanceof PDFRef) cleanStream(pdf.context, part)
  }
}

function cleanStream(context: PDFContext, reference: PDFRef): void {
  const stream = context.lookup(reference)
  if (!(stream instanceof PDFRawStream)) return
  const isDeflated = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode')
  const content = Buffer.from(isDeflated ? inflateSync(stream.contents) : decodePDFRawStream(stream).decode()).toString('latin1')
  const cleaned = withoutSoftHyphens(content)
  if (cleaned === content) return
  const bytes = deflateSync(Buffer.from(cleaned, 'latin1'))
  context.assign(reference, PDFRawStream.of(context.obj({ Length: bytes.length, Filter: 'FlateDecode' }), bytes))
}
