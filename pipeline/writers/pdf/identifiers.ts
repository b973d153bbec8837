/** Names of tagged elements: the browser numbers them by all that it has done before, so each file gets numbers of its own. */

import { PDFArray, PDFDict, PDFName, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

const pattern = /^node(\d{8})$/

/** The number in the name of an element; 0 in other texts. */
export const elementNumber = (name: string): number => Number(pattern.exec(name)?.[1] ?? 0)

/** With another number, if it is the name of an element. */
export const elementName = (name: string, number: (before: number) => number): string =>
  name.replace(pattern, (_, digits: string) => `node${String(number(Number(digits))).padStart(8, '0')}`)

/** Names the elements of the tags anew, in the order of their old names, and takes away the file's number, which hangs on them. Changes `pdf`; linear in its objects. */
export function renameElements(pdf: PDFDocument): void {
  delete pdf.context.trailerInfo.ID
  const strings = new Map<string, PDFString[]>()
  for (const [, object] of pdf.context.enumerateIndirectObjects()) collect(object, strings)
  const names = [...strings.keys()].sort()
  names.forEach((name, index) => {
    for (const string of strings.get(name) ?? []) Object.assign(string, { value: elementName(name, () => index + 1) })
  })
}

/** Strings that the browser made, by what they say; in dictionaries and arrays of the tags alone. */
function collect(object: PDFObject, strings: Map<string, PDFString[]>): void {
  if (object instanceof PDFString) {
    const name = object.asString()
    if (pattern.test(name)) strings.set(name, [...strings.get(name) ?? [], object])
  } else if (object instanceof PDFArray) for (const inner of object.asArray()) collect(inner, strings)
  else if (object instanceof PDFDict) {
    for (const key of ['ID', 'A', 'Headers', 'Names', 'Limits']) {
      const inner = object.get(PDFName.of(key))
      if (inner) collect(inner, strings)
    }
  }
}
