/** Streams of a PDF: their bytes without filters, and bytes as streams. */

import { promisify } from 'node:util'
import { deflate, deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, PDFRef, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'

/** The library undoes filters slowly, so the commonest one is undone here. */
export function decoded(stream: PDFRawStream): Buffer {
  const isDeflated = stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'))
  return isDeflated ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode())
}

/** A character a byte. */
export const textOf = (stream: PDFRawStream): string => decoded(stream).toString('latin1')

/** `entries` beside length and filter. */
export function packed(context: PDFContext, bytes: Uint8Array, entries: Readonly<Record<string, PDFObject>> = {}): PDFRawStream {
  const stream = streamOf(context, deflateSync(bytes))
  for (const [key, value] of Object.entries(entries)) stream.dict.set(PDFName.of(key), value)
  return stream
}

const deflateBeside = promisify(deflate)

/** The same without entries, packed in another thread meanwhile. */
export const packedBeside = async (context: PDFContext, bytes: Uint8Array): Promise<PDFRawStream> => streamOf(context, await deflateBeside(bytes))

const streamOf = (context: PDFContext, deflated: Uint8Array): PDFRawStream =>
  PDFRawStream.of(context.obj({ Length: deflated.length, Filter: 'FlateDecode' }), deflated)

/** The streams of a page's content, in order. */
export function contentsOf(context: PDFContext, contents: PDFObject | undefined): PDFRawStream[] {
  const found = contents instanceof PDFRef ? context.lookup(contents) : contents
  const parts = found instanceof PDFArray ? found.asArray().map((part) => context.lookup(part)) : [found]
  return parts.filter((part) => part instanceof PDFRawStream)
}
