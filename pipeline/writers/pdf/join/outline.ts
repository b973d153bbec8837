/** Outlines one after the other. */

import { PDFDict, PDFName, PDFNumber, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** Hangs all outlines under a new root of the first catalogue; changes the objects of `context`. */
export function joinOutlines(context: PDFContext, catalogs: readonly PDFDict[]): void {
  const outlines = catalogs.map((catalog) => catalog.lookupMaybe(name('Outlines'), PDFDict)).filter((outline) => outline?.has(name('First')) === true) as PDFDict[]
  const [catalog] = catalogs
  if (outlines.length === 0 || !catalog) return
  const root = context.register(context.obj({
    Type: 'Outlines', First: outlines[0]?.get(name('First')), Last: outlines.at(-1)?.get(name('Last')),
    Count: outlines.reduce((sum, outline) => sum + (outline.lookupMaybe(name('Count'), PDFNumber)?.asNumber() ?? 0), 0),
  }))
  outlines.forEach((outline, index) => {
    for (let item = outline.lookup(name('First'), PDFDict) as PDFDict | undefined; item; item = item.lookupMaybe(name('Next'), PDFDict)) item.set(name('Parent'), root)
    const before = outlines[index - 1]
    if (before) chain(context, before.get(name('Last')) as PDFRef, outline.get(name('First')) as PDFRef)
  })
  catalog.set(name('Outlines'), root)
}

function chain(context: PDFContext, before: PDFRef, after: PDFRef): void {
  context.lookup(before, PDFDict).set(name('Next'), after)
  context.lookup(after, PDFDict).set(name('Prev'), before)
}
