/** Objects of one document under numbers that another has free. */

import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString, type PDFContext, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { elementName } from '../identifiers.ts'
import { reference } from '../open.ts'

/** What is added to numbers of objects, to keys of the tree of tagged content, and to the numbers in names of tagged elements. */
export interface Shift {
  readonly objects: number
  readonly keys: number
  readonly names: number
}

/** Moves every object into `context`, all but what a file has once, and changes it; yields the catalog. Linear in the objects. */
export function renumbered({ context: own, catalog }: PDFDocument, context: PDFContext, shift: Shift): PDFDict {
  const { Info } = own.trailerInfo
  for (const [reference, object] of own.enumerateIndirectObjects()) {
    if (object !== catalog && reference !== Info) context.assign(moved(reference, shift), shifted(object, context, shift))
  }
  context.largestObjectNumber = Math.max(context.largestObjectNumber, shift.objects + own.largestObjectNumber)
  shiftDictionary(catalog, context, shift)
  return catalog
}

const moved = ({ objectNumber, generationNumber }: PDFRef, { objects }: Shift): PDFRef => reference(objectNumber + objects, generationNumber)

/** What stands there now: lists and dictionaries are changed themselves, which saves a copy of each of a book's hundred thousand. */
function shifted(object: PDFObject, context: PDFContext, shift: Shift): PDFObject {
  if (object instanceof PDFRef) return moved(object, shift)
  if (object instanceof PDFRawStream) shiftDictionary(object.dict, context, shift)
  else if (object instanceof PDFDict) shiftDictionary(object, context, shift)
  else if (object instanceof PDFArray) shiftArray(object, context, shift)
  else if (object instanceof PDFString) return shiftedString(object, shift)
  return object
}

function shiftedString(string: PDFString, shift: Shift): PDFString {
  const text = string.asString()
  const other = elementName(text, (number) => number + shift.names)
  return other === text ? string : PDFString.of(other)
}

/** Whose objects they are says whether they were changed: one may stand in two places. */
function isChanged(object: PDFArray | PDFDict, context: PDFContext): boolean {
  // A list keeps its context to itself.
  const held = object as unknown as { context: PDFContext }
  if (held.context === context) return true
  held.context = context
  return false
}

function shiftArray(array: PDFArray, context: PDFContext, shift: Shift): void {
  if (isChanged(array, context)) return
  for (let at = 0; at < array.size(); at++) {
    const value = array.get(at)
    const other = shifted(value, context, shift)
    if (other !== value) array.set(at, other)
  }
}

const keyed: ReadonlySet<PDFName> = new Set(['StructParent', 'StructParents'].map((name) => PDFName.of(name)))

function shiftDictionary(dictionary: PDFDict, context: PDFContext, shift: Shift): void {
  if (isChanged(dictionary, context)) return
  for (const key of dictionary.keys()) {
    const value = dictionary.get(key)!
    const other = keyed.has(key) && value instanceof PDFNumber ? PDFNumber.of(value.asNumber() + shift.keys) : shifted(value, context, shift)
    if (other !== value) dictionary.set(key, other)
  }
}
