/** A print of three pages, finished for screens and printers: what the objects say. */

import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, StandardFonts } from '@cantoo/pdf-lib'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import type { View } from '../../../pipeline/model/edition.ts'
import { finisherHere } from '../../../pipeline/writers/pdf/finisher.ts'
import { orderOf } from '../../../pipeline/writers/pdf/order.ts'
import { contentsOf, textOf } from '../../../pipeline/writers/pdf/stream.ts'
import { book, edition } from '../../support/edition.ts'

const name = (text: string): PDFName => PDFName.of(text)

/** As the browser prints, but for the fonts: a tagged paragraph, a head in no tag, a link. */
async function print(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const { context } = pdf
  const font = await pdf.embedFont(StandardFonts.Courier)
  const root = context.register(context.obj({ Type: 'StructTreeRoot' }))
  const paragraphs = Array.from({ length: pages }, (_, index) => {
    const page = pdf.addPage([396.96, 612])
    const content = deflateSync(Buffer.from('0 0 0 rg\nBT /F1 9 Tf 1 0 0 1 50 590 Tm <48> Tj ET\n/P <</MCID 0>>BDC\nBT /F1 9 Tf 1 0 0 1 50 300 Tm <50> Tj ET\nEMC'))
    page.node.set(name('Contents'), context.register(PDFRawStream.of(context.obj({ Filter: 'FlateDecode', Length: content.length }), content)))
    page.node.set(name('Resources'), context.obj({ Font: { F1: font.ref } }))
    page.node.set(name('StructParents'), context.obj(index))
    page.node.set(name('Annots'), context.obj([context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: name('en-note-1') }))]))
    return context.register(context.obj({ Type: 'StructElem', S: index === 0 ? 'H1' : 'P', P: root, Pg: page.ref, K: 0 }))
  })
  context.lookup(root, PDFDict).set(name('K'), context.obj(paragraphs))
  context.lookup(root, PDFDict).set(name('ParentTree'), context.obj({ Nums: paragraphs.flatMap((paragraph, index) => [index, context.obj([paragraph])]) }))
  pdf.catalog.set(name('StructTreeRoot'), root)
  pdf.catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  return pdf.save()
}

async function finish(profile: string, view: View = 'ar', date: string | undefined = '2020-07-01', printed = print(3)) {
  const own = edition(view)
  const dated = { ...own, imprint: { ...own.imprint, date: date ? own.imprint.date : undefined } }
  const leaves = [1, 2, 3].map((number) => ({ number, folio: { isFront: false, number }, page: undefined, section: 0, isOpening: false }))
  const gauged = { galleys: {}, headings: [], tables: [], broken: [] }
  const wanted = profileNamed(profile)
  const finishing = finisherHere.begin(wanted)
  finishing.take(await printed, 0)
  const { bytes, claims, messages } = await finishing.finish(orderOf({ name: 'x.pdf', book, set: { halves: [{ edition: dated, leaves }], gauged }, profile: wanted }))
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const { context, catalog } = pdf
  return {
    bytes, claims, messages, catalog, context, pages: pdf.getPages(), header: Buffer.from(bytes).toString('latin1', 0, 8),
    about: context.lookup(context.trailerInfo.Info, PDFDict), metadata: catalog.lookup(name('Metadata')) as PDFRawStream | undefined,
    intents: catalog.lookupMaybe(name('OutputIntents'), PDFArray)?.lookup(0, PDFDict),
    objects: context.enumerateIndirectObjects().map(([, object]) => String(object)).join('\n'),
  }
}

const contentOf = ({ pages, context }: Awaited<ReturnType<typeof finish>>, page: number) =>
  contentsOf(context, pages[page]!.node.get(name('Contents'))).map(textOf).join('\n')

/** As the browser prints signs of a colour font: each is a drawing of its own. */
async function printWithColourFont(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await print(3))
  const { context } = pdf
  const glyph = context.register(context.flateStream('900 0 d0\n1 0 0 rg\n0 0 900 900 re f'))
  const font = context.register(context.obj({ Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 900, 900], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], CharProcs: { g1: glyph }, Resources: {}, Encoding: { Differences: [1, 'g1'] }, FirstChar: 1, LastChar: 1, Widths: [900] }))
  for (const page of pdf.getPages()) page.node.Resources()!.lookup(name('Font'), PDFDict).set(name('F2'), font)
  return pdf.save()
}

test.each(['ingram', 'offset-x4'])('glyphs drawn in colours are drawn in inks for %s', async (profile) => {
  const { context } = await finish(profile, 'ar', undefined, printWithColourFont())
  const glyphs = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream && !object.dict.has(name('Type')) && textOf(object).includes('900 0 d0') ? textOf(object) : []))
  expect(glyphs).toHaveLength(1)
  expect(glyphs[0]).toMatch(/^900 0 d0\n0 \S+ \S+ 0\S* k /)
})

test('PDF/X-1a is of 1.3, in ink, without links, tags and transparency, with a condition that its registry knows', async () => {
  const file = await finish('ingram')
  expect(file.header).toBe('%PDF-1.3')
  expect(file.claims).toEqual(['pdf-x-1a'])
  expect(file.objects).not.toMatch(/\/(Annot|StructTreeRoot|StructElem|ObjStm|Metadata|SMask|DeviceRGB)\b/)
  expect(['GTS_PDFXVersion', 'GTS_PDFXConformance', 'Trapped', 'CreationDate'].map((key) => String(file.about.get(name(key)))))
    .toEqual(['(PDF/X-1:2001)', '(PDF/X-1a:2001)', '/False', '(D:20200701000000Z)'])
  expect(String(file.intents?.get(name('OutputConditionIdentifier')))).toBe('(FOGRA39)')
  expect(file.intents?.has(name('DestOutputProfile'))).toBe(false)
  expect(file.context.trailerInfo.ID).toBeDefined()
  // Three pages, bound on the right: a blank first, then the last page.
  expect(file.pages).toHaveLength(4)
  expect(contentOf(file, 0)).not.toContain('Tj')
  expect(contentOf(file, 1)).toMatch(/^q\n1 0 0 1 [-\d. ]+ cm\n0 0 0 1 k \/TwOn gs\nBT/)
})

test('PDF/X-4 says in its metadata what it is, and carries the profile of its inks', async () => {
  const file = await finish('offset-x4', 'en')
  expect(file.header).toBe('%PDF-1.6')
  const metadata = Buffer.from(file.metadata!.contents).toString()
  expect(metadata).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>')
  expect(metadata).toContain('<dc:title><rdf:Alt><rdf:li xml:lang="x-default">The Kiln</rdf:li><rdf:li xml:lang="en">The Kiln</rdf:li></rdf:Alt></dc:title>')
  const icc = file.intents?.lookup(name('DestOutputProfile')) as PDFRawStream
  expect(inflateSync(icc.contents).toString('latin1', 12, 20)).toBe('prtrCMYK')
  expect(file.pages).toHaveLength(8)
})

test('a file for screens keeps tags and links, says in words where they lead, and its heads are artifacts', async () => {
  const file = await finish('screen', 'en')
  expect(file.claims).toEqual(['pdf-ua-1', 'pdf-a-2a'])
  expect(contentOf(file, 0)).toBe('0 g\n/Artifact <</Type /Pagination /Subtype /Header>> BDC\nBT /F1 9 Tf 1 0 0 1 50 590 Tm <48> Tj ET\nEMC\n/P <</MCID 0>>BDC\nBT /F1 9 Tf 1 0 0 1 50 300 Tm <50> Tj ET\nEMC')
  const link = file.context.lookup(file.pages[0]!.node.Annots()!.get(0) as PDFRef, PDFDict)
  expect(link.lookup(name('Contents'))).toHaveProperty('decodeText')
  const metadata = Buffer.from(file.metadata!.contents).toString()
  for (const part of ['<pdfuaid:part>1<', '<pdfaid:conformance>A<', '<pdfaSchema:prefix>pdfuaid<']) expect(metadata).toContain(part)
})

test('without a date the standard of printers is not claimed, and the user is told', async () => {
  const file = await finish('ingram', 'en', '')
  expect(file.claims).toEqual([])
  expect(file.about.has(name('GTS_PDFXVersion'))).toBe(false)
  expect(file.intents).toBeUndefined()
  expect(file.messages.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['warning press/no-date'])
})

test.each(['screen', 'ingram', 'offset-x4'])('the same print gives the same bytes for %s', async (profile) => {
  const [one, other] = [await finish(profile), await finish(profile)]
  expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
})

test('a group that is seen through is told of, with a claim or without one, and a picture is mixed with the paper', async () => {
  const pdf = await PDFDocument.load(await print(3))
  const { context } = pdf
  const stream = (entries: object, bytes: Buffer) => context.register(PDFRawStream.of(context.obj({ Type: 'XObject', Length: bytes.length, ...entries }), bytes))
  const page = pdf.getPages()[1]!.node
  const objects = { I1: stream({ Subtype: 'Image', Width: 1, Height: 1, ColorSpace: 'DeviceGray', BitsPerComponent: 8 }, Buffer.alloc(1)) }
  page.Resources()!.set(name('XObject'), context.obj(objects))
  page.Resources()!.set(name('ExtGState'), context.obj({ G1: { ca: 0.5 } }))
  const paint = (operators: string) => page.set(name('Contents'), context.register(PDFRawStream.of(context.obj({ Length: operators.length }), Buffer.from(operators))))
  paint('q /G1 gs 9 0 0 9 50 300 cm /I1 Do Q')
  const mixed = await finish('ingram', 'ar', '2020-07-01', pdf.save())
  expect([mixed.claims, mixed.messages]).toEqual([['pdf-x-1a'], []])
  expect(mixed.objects).toContain('/Decode [ 0.5 1 ]')
  page.Resources()!.lookup(name('XObject'), PDFDict).set(name('X1'), stream({ Subtype: 'Form', BBox: [0, 0, 9, 9] }, Buffer.from('0 0 9 9 re f')))
  paint('q /G1 gs /X1 Do Q')
  const group = await pdf.save()
  const claimed = await finish('ingram', 'ar', '2020-07-01', Promise.resolve(group))
  expect([claimed.claims, claimed.messages.map(({ rule }) => rule)]).toEqual([[], ['press/transparency']])
  expect((await finish('kdp', 'ar', '2020-07-01', Promise.resolve(group))).messages.map(({ rule }) => rule)).toEqual(['press/seen-through'])
})
