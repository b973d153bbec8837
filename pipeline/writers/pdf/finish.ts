/** Last touches on the objects of a printed PDF: heads and folios as artifacts, labels, direction, facts; no clock. */

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFOperator, PDFOperatorNames as Names, PDFString, type PDFEmbeddedPage, type PDFPage } from '@cantoo/pdf-lib'
import type { Edition } from '../../model/edition.ts'
import { directionOf } from '../../model/language.ts'

export interface Finish {
  readonly edition: Edition
  /** Index of the first page of the text, where the count begins anew. */
  readonly firstPage: number
  /** Pages of heads and folios, one for each page. */
  readonly heads: Uint8Array
}

/** The same print and heads give the same bytes. About 3 ms a page. */
export async function finished(pdf: PDFDocument, { edition, firstPage, heads }: Finish): Promise<Uint8Array> {
  const sheets = await pdf.embedPdf(heads, pdf.getPages().map((_, index) => index))
  pdf.getPages().forEach((page, index) => {
    const sheet = sheets[index]
    if (sheet) overlay(page, sheet)
    removeMarks(page)
  })
  describe(pdf, edition)
  label(pdf, firstPage)
  pdf.catalog.set(PDFName.of('ViewerPreferences'), pdf.context.obj({
    DisplayDocTitle: true, Direction: directionOf(edition.language) === 'rtl' ? PDFName.of('R2L') : PDFName.of('L2R'),
  }))
  return pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false })
}

/** Takes out the links that only served to find pages: none that a reader can meet is so small. */
function removeMarks(page: PDFPage): void {
  const links = page.node.Annots()
  if (!links) return
  const isMark = (index: number) => {
    const box = links.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle()
    return box !== undefined && box.width < 1 && box.height < 1
  }
  for (let index = links.size() - 1; index >= 0; index--) if (isMark(index)) links.remove(index)
  if (links.size() === 0) page.node.delete(PDFName.of('Annots'))
}

/** Draws a sheet as pagination furniture, which readers aloud pass over and extractors may. */
function overlay(page: PDFPage, sheet: PDFEmbeddedPage): void {
  const name = page.node.newXObject('Heads', sheet.ref)
  page.pushOperators(
    PDFOperator.of(Names.PushGraphicsState),
    PDFOperator.of(Names.BeginMarkedContentSequence, [PDFName.of('Artifact'), '<</Type /Pagination>>']),
    PDFOperator.of(Names.DrawObject, [name]),
    PDFOperator.of(Names.EndMarkedContent),
    PDFOperator.of(Names.PopGraphicsState),
  )
}

function describe(pdf: PDFDocument, { imprint, language, languages }: Edition): void {
  pdf.setTitle(languages.map((side) => imprint.title[side]).join(' · '))
  pdf.setAuthor([...new Set(imprint.creators.flatMap(({ name }) => languages.map((side) => name[side])))].join(', '))
  pdf.setCreator('Tawazi')
  pdf.setProducer('Tawazi')
  pdf.setLanguage(language)
  const details = pdf.context.lookup(pdf.context.trailerInfo.Info)
  if (!(details instanceof PDFDict)) return
  // A clock would make every build another file; the book's own date, where it has one, is the same on every machine.
  for (const key of ['CreationDate', 'ModDate']) {
    if (imprint.date) details.set(PDFName.of(key), PDFString.of(`D:${imprint.date.iso.replaceAll('-', '')}000000Z`))
    else details.delete(PDFName.of(key))
  }
}

/** Page labels: roman for the front matter, then Arabic numbers from 1. */
function label(pdf: PDFDocument, firstPage: number): void {
  const ranges = PDFArray.withContext(pdf.context)
  const range = (from: number, style: string) => {
    ranges.push(PDFNumber.of(from))
    ranges.push(pdf.context.obj({ S: PDFName.of(style), St: 1 }))
  }
  if (firstPage > 0) range(0, 'r')
  range(firstPage, 'D')
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: ranges }))
}
