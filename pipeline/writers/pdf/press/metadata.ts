/** What a file says of itself, twice and alike: in its old dictionary of information and in XMP. */

import { readFileSync } from 'node:fs'
import { PDFDict, PDFHexString, PDFName, PDFRawStream, PDFString, type PDFDocument } from '@cantoo/pdf-lib'
import { v5 as uuid } from 'uuid'
import { toXml } from 'xast-util-to-xml'
import type { Element } from 'xast'
import { x } from 'xastscript'
import type { Imprint } from '../../../model/edition.ts'
import type { Bilingual, Language } from '../../../model/language.ts'
import type { OutputCondition, Profile, Standard } from '../../../model/profile.ts'
import { packed } from '../stream.ts'

export interface About {
  /** In all languages of the file, the leading one first. */
  readonly title: string
  readonly titles: Bilingual<string>
  readonly author: string
  readonly language: Language
  readonly languages: readonly Language[]
  /** `YYYY-MM-DD`; a clock would make every build another file. */
  readonly date: string | undefined
}

/** What the imprint says, for a file in these languages, of which `language` leads. */
export function aboutOf(imprint: Imprint, language: Language, languages: readonly Language[]): About {
  return {
    title: languages.map((side) => imprint.title[side]).join(' · '),
    titles: imprint.title,
    author: [...new Set(imprint.creators.flatMap(({ name }) => languages.map((side) => name[side])))].join(', '),
    language, languages, date: imprint.date?.iso,
  }
}

const product = 'Tawazi'

const name = (text: string): PDFName => PDFName.of(text)

/** Of the file's own; names that hang on it are the same wherever the same content is. */
const namespace = '5d2c7a42-5a0b-5d1c-9a7e-7b1f6c0e9d31'

/** `digest` is that of the content. Changes `pdf`. */
export function describe(pdf: PDFDocument, about: About, claims: readonly Standard[], digest: string): void {
  pdf.setTitle(about.title)
  if (about.author) pdf.setAuthor(about.author)
  pdf.setCreator(product)
  pdf.setProducer(product)
  pdf.setLanguage(about.language)
  const details = pdf.context.lookup(pdf.context.trailerInfo.Info, PDFDict)
  for (const key of ['CreationDate', 'ModDate']) {
    if (about.date) details.set(name(key), PDFString.of(`D:${about.date.replaceAll('-', '')}000000Z`))
    else details.delete(name(key))
  }
  details.set(name('Trapped'), name('False'))
  if (claims.includes('pdf-x-1a')) {
    details.set(name('GTS_PDFXVersion'), PDFString.of('PDF/X-1:2001'))
    details.set(name('GTS_PDFXConformance'), PDFString.of('PDF/X-1a:2001'))
  }
  const id = PDFHexString.of(digest.slice(0, 32))
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id])
  // Readers of PDF 1.3 know no XMP.
  if (claims.includes('pdf-x-1a')) pdf.catalog.delete(name('Metadata'))
  else pdf.catalog.set(name('Metadata'), pdf.context.register(metadata(pdf, about, claims, digest)))
}

/** Readers look for it without undoing filters. */
function metadata({ context }: PDFDocument, about: About, claims: readonly Standard[], digest: string): PDFRawStream {
  const bytes = Buffer.from(`<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n${toXml(xmp(about, claims, digest))}\n<?xpacket end="r"?>`, 'utf8')
  return PDFRawStream.of(context.obj({ Type: 'Metadata', Subtype: 'XML', Length: bytes.length }), bytes)
}

const spaces = {
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xmp': 'http://ns.adobe.com/xap/1.0/', 'xmlns:xmpMM': 'http://ns.adobe.com/xap/1.0/mm/', 'xmlns:pdf': 'http://ns.adobe.com/pdf/1.3/',
  'xmlns:pdfaid': 'http://www.aiim.org/pdfa/ns/id/', 'xmlns:pdfuaid': 'http://www.aiim.org/pdfua/ns/id/', 'xmlns:pdfxid': 'http://www.npes.org/pdfx/ns/id/',
  'xmlns:pdfaExtension': 'http://www.aiim.org/pdfa/ns/extension/', 'xmlns:pdfaSchema': 'http://www.aiim.org/pdfa/ns/schema#', 'xmlns:pdfaProperty': 'http://www.aiim.org/pdfa/ns/property#',
}

function xmp(about: About, claims: readonly Standard[], digest: string) {
  const archive = claims.find((claim) => claim === 'pdf-a-2a' || claim === 'pdf-a-2u')
  const isExchange = claims.includes('pdf-x-4')
  const one = (property: string, value: string) => x(property, value)
  const dates = about.date ? ['xmp:CreateDate', 'xmp:ModifyDate', 'xmp:MetadataDate'].map((property) => one(property, `${about.date}T00:00:00Z`)) : []
  const isForAll = claims.includes('pdf-ua-1')
  const described = (properties: readonly Element[]) => x('rdf:Description', { 'rdf:about': '', ...spaces }, [...properties])
  // Some readers (PDFBox) know a schema that is described only where it is by itself.
  return x('x:xmpmeta', { 'xmlns:x': 'adobe:ns:meta/' }, [x('rdf:RDF', { 'xmlns:rdf': spaces['xmlns:rdf'] }, [...(archive && isForAll ? [described([extension()])] : []), described([
    one('dc:format', 'application/pdf'),
    x('dc:title', [x('rdf:Alt', [
      x('rdf:li', { 'xml:lang': 'x-default' }, about.title),
      ...about.languages.map((language) => x('rdf:li', { 'xml:lang': language }, about.titles[language])),
    ])]),
    ...(about.author ? [x('dc:creator', [x('rdf:Seq', [x('rdf:li', about.author)])])] : []),
    x('dc:language', [x('rdf:Bag', about.languages.map((language) => x('rdf:li', language)))]),
    one('xmp:CreatorTool', product), ...dates,
    one('pdf:Producer', product),
    one('xmpMM:DocumentID', `uuid:${uuid(digest, namespace)}`),
    ...(isExchange ? [one('pdf:Trapped', 'False'), one('pdfxid:GTS_PDFXVersion', 'PDF/X-4'), one('xmpMM:RenditionClass', 'default'), one('xmpMM:VersionID', '1')] : []),
    ...(archive ? [one('pdfaid:part', '2'), one('pdfaid:conformance', archive === 'pdf-a-2a' ? 'A' : 'U')] : []),
    ...(isForAll ? [one('pdfuaid:part', '1')] : []),
  ])])])
}

/** Archives want every schema described that their standard doesn't know. */
function extension() {
  const parse = { 'rdf:parseType': 'Resource' }
  return x('pdfaExtension:schemas', [x('rdf:Bag', [x('rdf:li', parse, [
    x('pdfaSchema:schema', 'PDF/UA Universal Accessibility Schema'),
    x('pdfaSchema:namespaceURI', spaces['xmlns:pdfuaid']),
    x('pdfaSchema:prefix', 'pdfuaid'),
    x('pdfaSchema:property', [x('rdf:Seq', [x('rdf:li', parse, [
      x('pdfaProperty:name', 'part'), x('pdfaProperty:valueType', 'Integer'), x('pdfaProperty:category', 'internal'),
      x('pdfaProperty:description', 'Indicates, which part of ISO 14289 standard is followed'),
    ])])]),
  ])])])
}

const components = { rgb: 3, cmyk: 4, grey: 1 } as const

/** Says for which output the colours are meant, to those whose standard asks. Changes `pdf`. */
export function intend(pdf: PDFDocument, { condition, colour }: Pick<Profile, 'condition' | 'colour'>, claims: readonly Standard[]): void {
  const { context } = pdf
  const kinds = [
    ...(claims.some((claim) => claim === 'pdf-x-1a' || claim === 'pdf-x-4') ? ['GTS_PDFX'] : []),
    ...(claims.some((claim) => claim === 'pdf-a-2a' || claim === 'pdf-a-2u') ? ['GTS_PDFA1'] : []),
  ]
  if (kinds.length === 0) return
  const embedded = condition.embedded || !claims.includes('pdf-x-1a')
  const icc = embedded ? context.register(packed(context, readFileSync(condition.icc), { N: context.obj(components[colour]) })) : undefined
  const intents = kinds.map((kind) => intent(pdf, kind, condition, icc))
  pdf.catalog.set(name('OutputIntents'), context.obj(intents))
}

function intent({ context }: PDFDocument, kind: string, { identifier, description, registry }: OutputCondition, icc: ReturnType<typeof context.register> | undefined): PDFDict {
  const intent = context.obj({ Type: 'OutputIntent', S: kind, OutputConditionIdentifier: PDFString.of(identifier), Info: PDFString.of(description) })
  if (registry) intent.set(name('RegistryName'), PDFString.of(registry))
  if (icc) intent.set(name('DestOutputProfile'), icc)
  return intent
}
