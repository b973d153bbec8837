/** Objects of one document under numbers that another has free. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { elementName } from '../identifiers.ts'

/** What is added to numbers of objects, to keys of the tree of tagged content, and to the numbers in names of tagged elements. */
export interface Shift {
  readonly objects: number
  readonly keys: number
  readonly names: number
}

/** Copies every object into `context`, all but what a file has once; yields a copy of the catalog. */
export function renumbered({ context: own, catalog }: PDFDocument, context: PDFContext, shift: Shift): PDFDict {
  const { Info } = own.trailerInfo
  for (const [reference, object] of own.enumerateIndirectObjects()) {
    if (object !== catalog && reference !== Info) context.assign(moved(reference, shift), copyOf(object, context, shift))
  }
  context.largestObjectNumber = Math.max(context.largestObjectNumber, shift.objects + own.largestObjectNumber)
  return copyOfDictionary(catalog, context, shift)
}

const moved = ({ objectNumber, generationNumber }: PDFRef, { objects }: Shift): PDFRef => PDFRef.of(objectNumber + objects, generationNumber)

function copyOf(object: PDFObject, context: PDFContext, shift: Shift): PDFObject {
  if (object instanceof PDFRef) return moved(object, shift)
  if (object instanceof PDFRawStream) return PDFRawStream.of(copyOfDictionary(object.dict, context, shift), object.contents)
  if (object instanceof PDFDict) return copyOfDictionary(object, context, shift)
  if (object instanceof PDFArray) return copyOfArray(object, context, shift)
  if (object instanceof PDFString) return PDFString.of(elementName(object.asString(), (number) => number + shift.names))
  return object
}

function copyOfArray(array: PDFArray, context: PDFContext, shift: Shift): PDFArray {
  const copy = PDFArray.withContext(context)
  for (const item of array.asArray()) copy.push(copyOf(item, context, shift))
  return copy
}

const keyed: ReadonlySet<PDFName> = new Set(['StructParent', 'StructParents'].map((name) => PDFName.of(name)))

/** Of the same class, for the library knows pages by theirs. */
function copyOfDictionary(dictionary: PDFDict, context: PDFContext, shift: Shift): PDFDict {
  const entries = new Map<PDFName, PDFObject>()
  for (const [key, value] of dictionary.entries()) {
    entries.set(key, keyed.has(key) && value instanceof PDFNumber ? PDFNumber.of(value.asNumber() + shift.keys) : copyOf(value, context, shift))
  }
  const { fromMapWithContext } = dictionary.constructor as typeof PDFDict
  return fromMapWithContext(entries, context)
}
