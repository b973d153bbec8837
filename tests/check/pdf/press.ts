/** Small PDFs that keep every rule, for tests to break in one place: one for the press (PDF/X-4 or PDF/X-1a), one for the screen (PDF/UA-1, PDF/A-2a). */

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { deflateSync } from 'node:zlib'
import { PDFDict, PDFDocument, PDFHeader, PDFHexString, PDFName, PDFRef, PDFString, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import { parse } from 'opentype.js'
import { profileNamed } from '../../../pipeline/book/profile.ts'
import type { Profile } from '../../../pipeline/model/profile.ts'
import { sfntOf } from '../../../pipeline/print/woff.ts'

export type Kind = 'x4' | 'x1a' | 'screen'

const pages = { least: 2, most: 20, multiple: 2 }

export const profiles: Readonly<Record<Kind, Profile>> = {
  x4: { ...profileNamed('offset-x4'), pages, marks: false, mostMegabytes: 5 },
  x1a: { ...profileNamed('offset-x1a'), pages, marks: false },
  screen: profileNamed('screen'),
}

export const bleed = 3 / 25.4 * 72
export const trim = { width: 140 / 25.4 * 72, height: 216 / 25.4 * 72 }

/** Everything that a test may change before the file is written. */
export interface Draft {
  readonly context: PDFContext
  readonly kind: Kind
  /** Content of each page, in operators. */
  readonly content: string[]
  /** Dictionaries of the pages, the second like the first. */
  readonly pages: PDFDict[]
  readonly resources: PDFDict
  readonly catalog: PDFDict
  readonly info: PDFDict
  readonly trailer: Record<string, PDFObject | undefined>
  readonly font: PDFDict
  readonly cidFont: PDFDict
  readonly descriptor: PDFDict
  readonly image: PDFDict
  readonly tags: Record<string, PDFDict>
  readonly link: PDFDict
  /** Properties of the metadata by qualified name; undefined leaves one out. */
  readonly xmp: Record<string, string | undefined>
  readonly glyphs: (text: string) => string
  /** A dictionary or array from plain values. */
  readonly object: PDFContext['obj']
  /** A stream of its own. */
  stream(text: string | Uint8Array, entries?: Parameters<PDFContext['stream']>[1]): PDFRef
  header: string
  /** Objects and references in streams, as PDF 1.5 has them. */
  isPacked: boolean
  /** What is done to the bytes of the file at last. */
  finish: (bytes: Uint8Array) => Uint8Array
}

const resolve = createRequire(import.meta.url).resolve
/** All of it, not a subset. */
export const face = sfntOf(readFileSync(resolve('@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff')))
/** What the product does not ask of opentype.js its declarations leave out. */
interface Shapes { readonly unitsPerEm: number; charToGlyph(letter: string): { readonly index: number; readonly advanceWidth?: number } }
const shapes = parse(face.buffer.slice(face.byteOffset, face.byteOffset + face.byteLength) as ArrayBuffer) as unknown as Shapes
const letters = [...'abcdefghijklmnopqrstuvwxyz 0123456789']
const glyphOf = (letter: string): number => shapes.charToGlyph(letter).index
const glyphs = (text: string): string => `<${[...text].map((letter) => glyphOf(letter).toString(16).padStart(4, '0')).join('')}>`
const name = (text: string): PDFName => PDFName.of(text)

/** The file with one change made to it; without a change nothing is amiss with it. */
export async function pdfWith(kind: Kind, change: (draft: Draft) => void = () => undefined): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = pdf
  const draft = kind === 'screen' ? screenDraft(context, catalog) : pressDraft(context, catalog, kind)
  change(draft)
  context.header = PDFHeader.forVersion(...draft.header.split('.').map(Number) as [number, number])
  draft.pages.forEach((page, index) => page.has(name('Contents')) || page.set(name('Contents'), draft.stream(draft.content[index] ?? '')))
  if (!catalog.has(name('Metadata')) && Object.values(draft.xmp).some(Boolean)) catalog.set(name('Metadata'), draft.stream(Buffer.from(packet(draft.xmp)), { Type: 'Metadata', Subtype: 'XML' }))
  for (const [key, value] of Object.entries(draft.trailer)) (context.trailerInfo as Record<string, PDFObject | undefined>)[key] = value
  return draft.finish(await pdf.save({ useObjectStreams: draft.isPacked, updateFieldAppearances: false, addDefaultPage: false }))
}

function basis(context: PDFContext, catalog: PDFDict, kind: Kind): Omit<Draft, 'content' | 'tags' | 'link' | 'xmp' | 'header' | 'isPacked' | 'finish'> {
  const object = context.obj.bind(context) as PDFContext['obj']
  const stream: Draft['stream'] = (text, entries) => context.register(context.stream(text, entries))
  const descriptor = object({
    Type: 'FontDescriptor', FontName: 'ABCDEF+EBGaramond', Flags: 4, FontBBox: [-500, -300, 1500, 1000], ItalicAngle: 0, Ascent: 1007, Descent: -298, CapHeight: 650, StemV: 80,
    FontFile2: stream(deflateSync(face), { Filter: 'FlateDecode', Length1: face.length }),
  })
  const widths = letters.map((letter) => [glyphOf(letter), Math.round((shapes.charToGlyph(letter).advanceWidth ?? 0) * 1000 / shapes.unitsPerEm)] as const)
  const cidFont = object({
    Type: 'Font', Subtype: 'CIDFontType2', BaseFont: 'ABCDEF+EBGaramond', CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor), DW: 1000, W: widths.flatMap(([glyph, width]) => [glyph, [width]]), CIDToGIDMap: 'Identity',
  })
  const font = object({
    Type: 'Font', Subtype: 'Type0', BaseFont: 'ABCDEF+EBGaramond', Encoding: 'Identity-H', DescendantFonts: [context.register(cidFont)], ToUnicode: stream(toUnicode()),
  })
  // 288 points wide at 1,200 pixels are 300 pixels to the inch; light grey.
  const image = context.stream(deflateSync(new Uint8Array(1200 * 300).fill(200)), { Type: 'XObject', Subtype: 'Image', Width: 1200, Height: 300, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' })
  const resources = object({ Font: { F1: context.register(font) }, XObject: { I1: context.register(image) } })
  const tree = object({ Type: 'Pages', Count: 2 })
  const treeRef = context.register(tree)
  const both = [0, 1].map(() => object({ Type: 'Page', Parent: treeRef, Resources: context.register(resources), MediaBox: [0, 0, trim.width, trim.height] }))
  tree.set(name('Kids'), object(both.map((page) => context.register(page))))
  catalog.set(name('Pages'), treeRef)
  catalog.set(name('Lang'), PDFHexString.fromText('en'))
  catalog.set(name('PageLabels'), object({ Nums: [0, { S: 'D' }] }))
  const info = object({ Title: PDFHexString.fromText('The Weir'), CreationDate: PDFString.of('D:20260102030405Z'), ModDate: PDFString.of('D:20260102030405Z') })
  return {
    context, kind, pages: both, resources, catalog, info, font, cidFont, descriptor, image: image.dict, glyphs, object, stream,
    trailer: { Info: context.register(info), ID: object([PDFHexString.of('00112233445566778899AABBCCDDEEFF'), PDFHexString.of('00112233445566778899AABBCCDDEEFF')]) },
  }
}

function pressDraft(context: PDFContext, catalog: PDFDict, kind: 'x4' | 'x1a'): Draft {
  const base = basis(context, catalog, kind)
  const box = [bleed, bleed, bleed + trim.width, bleed + trim.height]
  for (const page of base.pages) {
    page.set(name('MediaBox'), base.object([0, 0, trim.width + 2 * bleed, trim.height + 2 * bleed]))
    page.set(name('BleedBox'), base.object([0, 0, trim.width + 2 * bleed, trim.height + 2 * bleed]))
    page.set(name('TrimBox'), base.object(box))
  }
  const icc = readFileSync(profiles[kind].condition.icc)
  catalog.set(name('OutputIntents'), base.object([{
    Type: 'OutputIntent', S: 'GTS_PDFX', OutputConditionIdentifier: PDFString.of('FOGRA39'), RegistryName: PDFString.of('http://www.color.org'), Info: PDFString.of('Offset'),
    DestOutputProfile: base.stream(deflateSync(icc), { N: 4, Filter: 'FlateDecode' }),
  }]))
  base.info.set(name('Trapped'), name('False'))
  if (kind === 'x1a') {
    base.info.set(name('GTS_PDFXVersion'), PDFString.of('PDF/X-1:2001'))
    base.info.set(name('GTS_PDFXConformance'), PDFString.of('PDF/X-1a:2001'))
  }
  const words = `BT /F1 12 Tf 0 0 0 1 k 1 0 0 1 90 400 Tm ${glyphs('the weir holds')} Tj ET`
  const page = `q 1 0 0 RG 0.5 w 0 0 0 1 K 90 380 m 250 380 l S Q ${words} q 288 0 0 72 90 200 cm /I1 Do Q`.replace('1 0 0 RG ', '')
  return {
    ...base, content: [page, page], tags: {}, link: base.object({}) as PDFDict, header: kind === 'x1a' ? '1.3' : '1.6', isPacked: false, finish: (bytes) => bytes,
    xmp: { 'dc:title': 'The Weir', 'xmp:CreateDate': '2026-01-02T03:04:05Z', 'xmp:ModifyDate': '2026-01-02T03:04:05Z', 'pdf:Trapped': 'False', ...(kind === 'x4' && { 'pdfxid:GTS_PDFXVersion': 'PDF/X-4' }) },
  }
}

/** A heading, a paragraph with a link, a note, a figure, a list and a table on the first page; a paragraph on the second; a folio on each. */
function screenDraft(context: PDFContext, catalog: PDFDict): Draft {
  const base = basis(context, catalog, 'screen')
  const { object, pages: [first] } = base
  const firstRef = context.getObjectRef(first as PDFDict) as PDFRef
  const secondRef = context.getObjectRef(base.pages[1] as PDFDict) as PDFRef
  const link = object({
    Type: 'Annot', Subtype: 'Link', Rect: [90, 395, 200, 415], F: 4, Border: [0, 0, 0], Contents: PDFHexString.fromText('To the weir'), StructParent: 0,
    A: { S: 'URI', URI: PDFString.of('https://example.org/') },
  })
  const linkRef = context.register(link)
  first?.set(name('Annots'), object([linkRef]))
  first?.set(name('Tabs'), name('S'))
  const tags: Record<string, PDFDict> = {}
  let content = 0
  const tag = (key: string, type: string, kids: (PDFRef | number | PDFDict)[], more: object = {}): PDFRef => {
    const dict = object({ Type: 'StructElem', S: type, Pg: firstRef, K: kids as never, ...more } as never) as unknown as PDFDict
    tags[key] = dict
    return context.register(dict)
  }
  const leaf = (key: string, type: string, more?: object) => tag(key, type, [content++], more)
  const children = [
    leaf('H1', 'H1'), tag('P', 'P', [content++, tag('Link', 'Link', [content++, object({ Type: 'OBJR', Obj: linkRef })])]),
    leaf('Figure', 'Figure', { Alt: PDFHexString.fromText('A grey wall') }), leaf('Note', 'Note', { ID: PDFString.of('n1') }),
    tag('L', 'L', [tag('LI', 'LI', [leaf('Lbl', 'Lbl'), leaf('LBody', 'LBody')])]),
    tag('Table', 'Table', [tag('TR', 'TR', [leaf('TH', 'TH', { A: { O: 'Table', Scope: 'Column' } }), leaf('TD', 'TD')])]),
    leaf('H2', 'H2'), leaf('verse', 'Verse'), tag('P2', 'P', [0], { Pg: secondRef }),
  ]
  const root = object({ Type: 'StructTreeRoot', K: [tag('Document', 'Document', children)], RoleMap: { Verse: 'P' } }) as PDFDict
  tags['root'] = root
  catalog.set(name('StructTreeRoot'), context.register(root))
  catalog.set(name('MarkInfo'), object({ Marked: true }))
  catalog.set(name('ViewerPreferences'), object({ DisplayDocTitle: true }))
  catalog.set(name('OutputIntents'), object([{
    Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'), DestOutputProfile: base.stream(deflateSync(readFileSync(profiles.screen.condition.icc)), { N: 3, Filter: 'FlateDecode' }),
  }]))
  const line = (id: number, y: number) => `/P <</MCID ${id}>> BDC BT /F1 12 Tf 0 g 1 0 0 1 90 ${y} Tm ${glyphs('weir')} Tj ET EMC`
  const folio = `/Artifact BMC BT /F1 9 Tf 0 g 1 0 0 1 190 40 Tm ${glyphs('1')} Tj ET EMC`
  const lines = Array.from({ length: content }, (_, id) => (id === 3 ? '/Figure <</MCID 3>> BDC q 288 0 0 72 90 200 cm /I1 Do Q EMC' : line(id, 560 - 20 * id)))
  return {
    ...base, tags, link, header: '1.7', isPacked: false, finish: (bytes) => bytes, content: [[...lines, folio].join('\n'), `${line(0, 560)}\n${folio}`],
    xmp: {
      'dc:title': 'The Weir', 'xmp:CreateDate': '2026-01-02T03:04:05Z', 'xmp:ModifyDate': '2026-01-02T03:04:05Z', 'pdfaid:part': '2', 'pdfaid:conformance': 'A', 'pdfuaid:part': '1',
      schemas: 'http://www.aiim.org/pdfua/ns/id/',
    },
  }
}

function toUnicode(): string {
  const lines = letters.map((letter) => `<${glyphOf(letter).toString(16).padStart(4, '0')}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`)
  return `/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\nendcmap end`
}

const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/', xmp: 'http://ns.adobe.com/xap/1.0/', pdf: 'http://ns.adobe.com/pdf/1.3/', pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/', pdfxid: 'http://www.npes.org/pdfx/ns/id/', own: 'https://example.org/ns/',
}

export function packet(properties: Draft['xmp']): string {
  const { schemas, 'dc:title': title, ...plain } = properties
  const lines = Object.entries(plain).flatMap(([key, value]) => (value === undefined ? [] : [`<${key}>${value}</${key}>`]))
  const described = schemas === undefined ? '' : '<pdfaExtension:schemas xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"><rdf:Bag><rdf:li rdf:parseType="Resource">'
    + `<pdfaSchema:schema>S</pdfaSchema:schema><pdfaSchema:namespaceURI>${schemas}</pdfaSchema:namespaceURI><pdfaSchema:prefix>p</pdfaSchema:prefix></rdf:li></rdf:Bag></pdfaExtension:schemas>`
  const declared = Object.entries(namespaces).filter(([prefix]) => Object.keys(properties).some((key) => key.startsWith(`${prefix}:`))).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`).join(' ')
  const titled = title === undefined ? '' : `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`
    + `<rdf:Description rdf:about="" ${declared}>${titled}${lines.join('')}${described}</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>`
}
