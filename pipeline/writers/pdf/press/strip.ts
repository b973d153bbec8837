/** Takes away what printers do not want: links, tags, outline, and every object that nothing refers to any more. */

import { PDFArray, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { append } from '../../../model/append.ts'
import type { Profile } from '../../../model/profile.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** Changes `pdf`; linear in its objects. */
export function strip(pdf: PDFDocument, { links, tags, outline }: Pick<Profile, 'links' | 'tags' | 'outline'>): void {
  if (links && tags && outline) return
  const { catalog } = pdf
  if (!links) for (const key of ['Dests', 'Names', 'OpenAction', 'AA']) catalog.delete(name(key))
  if (!tags) for (const key of ['StructTreeRoot', 'MarkInfo']) catalog.delete(name(key))
  if (!outline) for (const key of ['Outlines', 'PageMode']) catalog.delete(name(key))
  for (const { node } of pdf.getPages()) {
    if (!links) for (const key of ['Annots', 'AA']) node.delete(name(key))
    if (!tags) for (const key of ['StructParents', 'Tabs']) node.delete(name(key))
    // The name of an old list of procedures, which no reader needs.
    node.Resources()?.delete(name('ProcSet'))
  }
  sweep(pdf)
}

/** Deletes every object that cannot be reached from the trailer. */
function sweep({ context }: PDFDocument): void {
  const reached = new Set<PDFRef>()
  const waiting: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info, context.trailerInfo.ID]
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      waiting.push(context.lookup(object))
    } else if (object instanceof PDFArray) append(waiting, object.asArray())
    else if (object instanceof PDFDict) append(waiting, object.values())
    else if (object instanceof PDFRawStream) append(waiting, object.dict.values())
  }
  for (const [reference] of context.enumerateIndirectObjects()) if (!reached.has(reference)) context.delete(reference)
}
