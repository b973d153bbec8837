/** From objects to bytes. */

import { deflateSync } from 'node:zlib'
import { PDFCrossRefStream, PDFFlateStream, PDFHeader, PDFStream, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'

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

const contents = new WeakMap<PDFFlateStream, Uint8Array>()

/** The library packs streams of objects in JavaScript, which takes twice as long. */
function packedContents(this: PDFFlateStream): Uint8Array {
  const known = contents.get(this)
  if (known) return known
  const plain = this.getUnencodedContents()
  const bytes = this.encode ? deflateSync(plain) : plain
  contents.set(this, bytes)
  return bytes
}

function packedSize(this: PDFFlateStream): number {
  return packedContents.call(this).length
}

Object.assign(PDFFlateStream.prototype, { getContents: packedContents, getContentsSize: packedSize })

const [before, after] = [Buffer.from('\nstream\n'), Buffer.from('\nendstream')]

/** The library copies one byte after the other. */
function copyBytesInto(this: PDFStream, buffer: Uint8Array, offset: number): number {
  this.updateDict()
  let at = offset + this.dict.copyBytesInto(buffer, offset)
  for (const bytes of [before, this.getContents(), after]) {
    buffer.set(bytes, at)
    at += bytes.length
  }
  return at - offset
}

Object.assign(PDFStream.prototype, { copyBytesInto })

/** PDF 1.3 has no streams of objects. */
export type Version = '1.3' | '1.6' | '1.7'

/** The same objects give the same bytes; linear in them. */
export function saved(pdf: PDFDocument, version: Version): Promise<Uint8Array> {
  pdf.context.header = PDFHeader.forVersion(1, Number(version.slice(2)))
  return pdf.save({ useObjectStreams: version !== '1.3', addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity })
}
