/** For each rule a file that fails it: one change to a good one. */

import { deflateSync } from 'node:zlib'
import { PDFHexString, PDFName, PDFNumber, PDFString, type PDFDict } from '@cantoo/pdf-lib'
import type { Profile } from '../../../pipeline/model/profile.ts'
import { bleed, face, packet, trim, type Draft, type Kind } from './press.ts'

export interface Broken {
  readonly rule: string
  readonly story: string
  readonly kind: Kind
  readonly change: (draft: Draft) => void
  /** Rules that the same fault cannot but break as well. */
  readonly along?: readonly string[]
  readonly profile?: Partial<Profile>
}

type Plain = Parameters<Draft['object']>[0]

const name = (text: string): PDFName => PDFName.of(text)
const set = (dict: PDFDict | undefined, draft: Draft, key: string, value: Plain): void => void dict?.set(name(key), draft.object(value as never))
/** More content on the first page. */
const paint = (operators: string | ((draft: Draft) => string)) => (draft: Draft): void => {
  draft.content[0] += `\n${typeof operators === 'string' ? operators : operators(draft)}`
}
const words = (text: string, x: number, y: number, colour = '0 0 0 1 k') => ({ glyphs }: Draft): string => `q BT /F1 12 Tf ${colour} 1 0 0 1 ${x} ${y} Tm ${glyphs(text)} Tj ET Q`
/** A graphics state that the first page uses around a black bar. */
const state = (entries: Plain, operators = '0 0 0 1 k 90 300 50 20 re f') => (draft: Draft): void => {
  set(draft.resources, draft, 'ExtGState', { G1: entries } as Plain)
  paint(`q /G1 gs ${operators} Q`)(draft)
}
const artifactState = (entries: Plain) => state(entries, '/Artifact BMC 0 g 90 300 50 20 re f EMC')
/** A form that the first page shows. */
const form = (entries: Record<string, unknown>, content = '0 0 0 1 k 0 0 10 10 re f') => (draft: Draft): void => {
  const ref = draft.stream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100], ...entries } as never)
  const objects = draft.resources.lookup(name('XObject')) as PDFDict
  objects.set(name('X1'), ref)
  paint(draft.kind === 'screen' ? '/Artifact BMC q /X1 Do Q EMC' : 'q 1 0 0 1 90 300 cm /X1 Do Q')(draft)
}
/** A picture of the first page in these colours. */
const picture = (entries: Record<string, unknown>, place = '72 0 0 72 90 290') => (draft: Draft): void => {
  const objects = draft.resources.lookup(name('XObject')) as PDFDict
  objects.set(name('I2'), draft.stream(deflateSync(new Uint8Array(300 * 300)), { Type: 'XObject', Subtype: 'Image', Width: 300, Height: 300, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode', ...entries } as never))
  paint(draft.kind === 'screen' ? `/Artifact BMC q ${place} cm /I2 Do Q EMC` : `q ${place} cm /I2 Do Q`)(draft)
}
const spaces = (entries: Record<string, unknown>, operators: string) => (draft: Draft): void => {
  set(draft.resources, draft, 'ColorSpace', entries as Plain)
  paint(`q ${operators} Q`)(draft)
}
/** An annotation on the first page. */
const annotation = (entries: Record<string, unknown>) => (draft: Draft): void => {
  set(draft.pages[0], draft, 'Annots', [{ Type: 'Annot', Rect: [100, 100, 150, 120], F: 4, ...entries }] as Plain)
}
const catalogue = (key: string, value: Plain) => (draft: Draft): void => set(draft.catalog, draft, key, value)
const tint = { FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [0, 1, 0, 0], N: 1 }
/** A whole font program whose OS/2 table forbids embedding. */
function forbidding(): Uint8Array {
  const bytes = Buffer.from(face)
  const entry = bytes.indexOf('OS/2', 0, 'latin1')
  bytes.writeUInt16BE(2, bytes.readUInt32BE(entry + 8) + 8)
  return bytes
}
const locked = (permissions: number) => (draft: Draft): void => {
  draft.trailer['Encrypt'] = draft.object({ Filter: 'Standard', V: 1, R: 2, O: PDFHexString.of('00'.repeat(32)), U: PDFHexString.of('00'.repeat(32)), P: permissions } as never)
}

const documentFaults: readonly Broken[] = [
  { rule: 'soundness', story: 'the tree of pages says three pages', kind: 'x4', change: (draft) => (draft.pages[0]?.lookup(name('Parent')) as PDFDict).set(name('Count'), PDFNumber.of(3)) },
  { rule: 'encryption', story: 'a lock', kind: 'x4', change: locked(-4) },
  { rule: 'locked-text', story: 'a lock that keeps readers for the blind out', kind: 'screen', change: locked(-4 & ~512), along: ['encryption'] },
  { rule: 'version', story: 'PDF 1.7', kind: 'x4', change: (draft) => { draft.header = '1.7' } },
  { rule: 'compressed-objects', story: 'references in a stream', kind: 'x1a', change: (draft) => { draft.isPacked = true }, along: ['version'] },
  { rule: 'header', story: 'no binary mark', kind: 'screen', change: (draft) => { draft.finish = unmarked } },
  { rule: 'identifier', story: 'no ID', kind: 'x4', change: (draft) => { draft.trailer['ID'] = undefined } },
  { rule: 'metadata', story: 'packed metadata', kind: 'screen', change: (draft) => packed(draft) },
  { rule: 'metadata', story: 'metadata that are no UTF-8', kind: 'screen', change: (draft) => { draft.catalog.set(name('Metadata'), draft.stream(Buffer.from(packet(draft.xmp).replace('Weir', 'W\xE9ir'), 'latin1'))) }, along: ['access-version', 'archive-version', 'title'] },
  { rule: 'agreement', story: 'another title in Info', kind: 'x4', change: ({ info }) => info.set(name('Title'), PDFString.of('Weir')) },
  { rule: 'press-info', story: 'no date of change', kind: 'x4', change: ({ info, xmp }) => { info.delete(name('ModDate')); delete xmp['xmp:ModifyDate'] } },
  { rule: 'trapped', story: 'trapping unknown', kind: 'x4', change: ({ info }) => info.set(name('Trapped'), name('Unknown')) },
  { rule: 'press-version', story: 'PDF/X-3', kind: 'x4', change: ({ xmp }) => { xmp['pdfxid:GTS_PDFXVersion'] = 'PDF/X-3' } },
  { rule: 'press-version', story: 'PDF/X-1a:2003', kind: 'x1a', change: ({ info }) => info.set(name('GTS_PDFXConformance'), PDFString.of('PDF/X-1a:2003')) },
  { rule: 'archive-version', story: 'PDF/A-2b', kind: 'screen', change: ({ xmp }) => { xmp['pdfaid:conformance'] = 'B' } },
  { rule: 'access-version', story: 'no part of PDF/UA', kind: 'screen', change: ({ xmp }) => { delete xmp['pdfuaid:part'] } },
  { rule: 'extension-schemas', story: 'an own namespace', kind: 'screen', change: ({ xmp }) => { xmp['own:shelf'] = '7' } },
  { rule: 'output-intent', story: 'no profile in PDF/X-4', kind: 'x4', change: (draft) => intent(draft).delete(name('DestOutputProfile')), along: ['device-colour'] },
  { rule: 'output-profile', story: 'a profile of a screen', kind: 'x4', change: (draft) => profile(draft, 'mntr', 'CMYK') },
  { rule: 'output-profile', story: 'a profile that is cut short', kind: 'x4', change: (draft) => intent(draft).set(name('DestOutputProfile'), draft.stream('short', { N: 4 })), along: ['device-colour'] },
  { rule: 'condition', story: 'another condition', kind: 'x4', change: (draft) => intent(draft).set(name('OutputConditionIdentifier'), PDFString.of('FOGRA51')) },
  { rule: 'layers', story: 'a layer', kind: 'x1a', change: catalogue('OCProperties', { OCGs: [], D: { Name: PDFString.of('All') } } as never) },
  { rule: 'layer-names', story: 'a configuration without a name', kind: 'screen', change: catalogue('OCProperties', { OCGs: [], D: {} } as never) },
  { rule: 'requirements', story: 'a requirement', kind: 'screen', change: catalogue('Requirements', [{ S: 'EnableJavaScripts' }] as never) },
  { rule: 'permissions', story: 'a permission of its own', kind: 'screen', change: catalogue('Perms', { Own: {} } as never) },
]

const pageFaults: readonly Broken[] = [
  { rule: 'page-count', story: 'a printer that takes four pages at least', kind: 'x4', change: () => undefined, profile: { pages: { least: 4, most: 20, multiple: 2 } } },
  { rule: 'page-multiple', story: 'a printer that takes sheets of four', kind: 'x4', change: () => undefined, profile: { pages: { least: 2, most: 20, multiple: 4 } } },
  { rule: 'binding', story: 'an Arabic book bound on the left', kind: 'x4', change: ({ catalog }) => catalog.set(name('Lang'), PDFHexString.fromText('ar')) },
  { rule: 'page-order', story: 'a right-bound book that is to be reversed', kind: 'x4', profile: { reversed: true }, change: (draft) => { draft.catalog.set(name('Lang'), PDFHexString.fromText('ar')); catalogue('ViewerPreferences', { Direction: 'R2L' } as never)(draft) } },
  { rule: 'safety', story: 'a word 2 mm from the fore edge', kind: 'x4', change: paint((draft) => words('it', bleed + trim.width - 2 / 25.4 * 72 - 8, 300)(draft)) },
  { rule: 'gutter', story: 'a word 8 mm from the binding', kind: 'x4', change: paint((draft) => words('it', bleed + 8 / 25.4 * 72, 300)(draft)) },
  { rule: 'file-size', story: 'a printer that takes little', kind: 'x4', change: () => undefined, profile: { mostMegabytes: 0.01 } },
  { rule: 'trim-box', story: 'no TrimBox', kind: 'x4', change: ({ pages }) => pages[0]?.delete(name('TrimBox')) },
  { rule: 'nested-boxes', story: 'a BleedBox beyond the sheet', kind: 'x4', change: (draft) => set(draft.pages[0], draft, 'BleedBox', [-10, 0, trim.width + 2 * bleed, trim.height + 2 * bleed] as never) },
  { rule: 'trim-size', story: 'a second page of another size', kind: 'x4', change: (draft) => set(draft.pages[1], draft, 'TrimBox', [bleed, bleed, bleed + trim.width, trim.height - 20] as never) },
  { rule: 'bleed', story: 'a bleed of 2 mm', kind: 'x4', change: (draft) => set(draft.pages[0], draft, 'BleedBox', [bleed / 3, bleed / 3, trim.width + bleed * 5 / 3, trim.height + bleed * 5 / 3] as never) },
  { rule: 'marks', story: 'a mark outside the bleed', kind: 'x4', change: (draft) => { set(draft.pages[0], draft, 'MediaBox', [-30, -30, trim.width + 2 * bleed + 30, trim.height + 2 * bleed + 30] as never); paint('0.5 w 0 0 0 1 K -20 40 m -5 40 l S')(draft) } },
  { rule: 'wanted-marks', story: 'no marks where they are wanted', kind: 'x4', change: () => undefined, profile: { marks: true } },
  { rule: 'rotation', story: 'a turned page', kind: 'x4', change: ({ pages }) => pages[0]?.set(name('Rotate'), PDFNumber.of(90)) },
  { rule: 'page-limits', story: 'a page of 15,000 points', kind: 'screen', change: (draft) => set(draft.pages[1], draft, 'MediaBox', [0, 0, 400, 15_000] as never) },
]

const colourFaults: readonly Broken[] = [
  { rule: 'rgb-colour', story: 'a red bar', kind: 'x1a', change: paint('q 1 0 0 rg 90 300 50 20 re f Q') },
  { rule: 'rgb-colour', story: 'a red bar where a CMYK profile speaks for it', kind: 'x4', change: (draft) => calibrated(draft, '0.9 0.1 0.1 scn 90 300 50 20 re f') },
  { rule: 'calibrated-colour', story: 'a calibrated grey', kind: 'x1a', change: spaces({ C1: ['CalGray', { WhitePoint: [0.95, 1, 1.09] }] }, '/C1 cs 0.5 scn 90 300 50 20 re f') },
  { rule: 'device-colour', story: 'ink in a file for screens', kind: 'screen', change: paint('/Artifact BMC q 0 1 0 0 k 90 300 50 20 re f Q EMC') },
  { rule: 'grey-only', story: 'a magenta bar in a grey book', kind: 'x4', profile: { colour: 'grey' }, change: paint('q 0 1 0 0 k 90 300 50 20 re f Q') },
  { rule: 'black-text', story: 'black of four inks', kind: 'x4', change: paint((draft) => words('it', 90, 300, '0.6 0.5 0.5 1 k')(draft)) },
  { rule: 'black-overprint', story: 'black words on yellow', kind: 'x4', change: paint((draft) => `q 0 0 1 0 k 80 290 80 30 re f Q ${words('it', 90, 300)(draft)}`) },
  { rule: 'white-overprint', story: 'a white bar that overprints', kind: 'x4', change: state({ op: true, OPM: 1 } as never, '0 0 0 0 k 90 300 50 20 re f') },
  { rule: 'registration-colour', story: 'a bar on every plate', kind: 'x4', change: spaces({ C1: ['Separation', 'All', 'DeviceCMYK', tint] }, '/C1 cs 0.5 scn 90 300 50 20 re f') },
  { rule: 'same-spots', story: 'one ink with two alternates', kind: 'screen', change: spaces({ C1: ['Separation', 'Madder', 'DeviceRGB', tint], C2: ['Separation', 'Madder', 'DeviceGray', tint] }, '/Artifact BMC /C1 cs 1 scn 90 300 50 20 re f /C2 cs 1 scn 150 300 50 20 re f EMC') },
  { rule: 'icc-colour', story: 'a profile that is none', kind: 'x4', change: (draft) => spaces({ C1: ['ICCBased', draft.stream('no profile', { N: 4 })] }, '/C1 cs 0 0 0 0.5 scn 90 300 50 20 re f')(draft) },
  { rule: 'rendering-intent', story: 'an intent of its own', kind: 'x4', change: paint('/Own ri') },
  { rule: 'low-resolution', story: 'a picture of 150 pixels to the inch', kind: 'x4', change: picture({}, '144 0 0 144 90 290') },
  { rule: 'high-resolution', story: 'a picture of 1,200 pixels to the inch', kind: 'x4', profile: { resolution: { least: 300, most: 600, lineArt: 1200 } }, change: picture({}, '18 0 0 18 90 290') },
  { rule: 'thin-line', story: 'a hairline', kind: 'x4', change: paint('q 0 w 0 0 0 1 K 90 300 m 200 300 l S Q') },
  { rule: 'thin-line', story: 'a rule painted as a box', kind: 'x4', change: paint('q 0 0 0 1 k 90 300 100 0.1 re f Q') },
  { rule: 'ink-limit', story: 'a bar of 360 %', kind: 'x4', change: paint('q 0.9 0.9 0.9 0.9 k 90 300 50 20 re f Q') },
  { rule: 'ink-limit', story: 'a picture of 400 %', kind: 'x4', change: (draft) => heavyPicture(draft) },
  { rule: 'ink-limit', story: 'black that overprints 290 %', kind: 'x4', change: state({ op: true, OPM: 1 } as never, '1 0.9 1 0 k 90 300 50 20 re f 0 0 0 1 k 95 305 10 10 re f') },
  { rule: 'alternate-images', story: 'an alternate', kind: 'x4', change: picture({ Alternates: [] }) },
  { rule: 'interpolation', story: 'a picture that is smoothed', kind: 'screen', change: picture({ Interpolate: true }) },
  { rule: 'filters', story: 'LZW', kind: 'x1a', change: picture({ Filter: 'LZWDecode' }) },
]

const fontFaults: readonly Broken[] = [
  { rule: 'embedded-fonts', story: 'no program', kind: 'x4', change: ({ descriptor }) => descriptor.delete(name('FontFile2')) },
  { rule: 'font-programs', story: 'a program that is broken off', kind: 'x4', change: (draft) => draft.descriptor.set(name('FontFile2'), draft.stream(face.subarray(0, face.length / 2))) },
  { rule: 'font-programs', story: 'bytes that are no program', kind: 'screen', change: (draft) => draft.descriptor.set(name('FontFile2'), draft.stream('no letters')) },
  { rule: 'font-permission', story: 'a program that forbids it', kind: 'x4', change: (draft) => draft.descriptor.set(name('FontFile2'), draft.stream(forbidding())) },
  { rule: 'type-3-fonts', story: 'glyphs drawn one by one', kind: 'x4', change: (draft) => type3(draft) },
  { rule: 'glyph-map', story: 'no CIDToGIDMap', kind: 'screen', change: ({ cidFont }) => cidFont.delete(name('CIDToGIDMap')) },
  { rule: 'character-map', story: 'a map that nobody knows', kind: 'screen', change: ({ font }) => font.set(name('Encoding'), name('Own-H')) },
  { rule: 'font-widths', story: 'widths of another font', kind: 'screen', change: (draft) => { draft.cidFont.delete(name('W')); draft.cidFont.set(name('DW'), PDFNumber.of(500)) } },
  { rule: 'font-widths', story: 'codes that lead to other glyphs', kind: 'screen', change: (draft) => draft.cidFont.set(name('CIDToGIDMap'), draft.stream('\0\x01'.repeat(0x10000))) },
  { rule: 'missing-glyphs', story: 'glyph 0', kind: 'x4', change: paint('BT /F1 12 Tf 0 0 0 1 k 1 0 0 1 90 300 Tm <0000> Tj ET') },
  { rule: 'unicode', story: 'no table of characters', kind: 'screen', change: ({ font }) => font.delete(name('ToUnicode')) },
  { rule: 'private-use', story: 'a character of private use', kind: 'screen', change: (draft) => draft.font.set(name('ToUnicode'), draft.stream('1 beginbfrange <0000> <FFFF> <E000> endbfrange')) },
  { rule: 'font-encoding', story: 'an encoding of its own', kind: 'screen', change: (draft) => simpleFont(draft) },
]

const paintingFaults: readonly Broken[] = [
  { rule: 'transparency', story: 'a bar half seen through', kind: 'x1a', change: state({ ca: 0.5 } as never) },
  { rule: 'transparency', story: 'a group', kind: 'x1a', change: form({ Group: { S: 'Transparency' } }) },
  { rule: 'blend-modes', story: 'a mode of its own', kind: 'x4', change: state({ BM: 'Own' } as never) },
  { rule: 'blend-space', story: 'transparency without an output intent', kind: 'screen', change: (draft) => { draft.catalog.delete(name('OutputIntents')); artifactState({ ca: 0.5 } as never)(draft) }, along: ['condition', 'device-colour'] },
  { rule: 'transfer-functions', story: 'a transfer function', kind: 'x4', change: state({ TR: 'Identity' } as never) },
  { rule: 'halftones', story: 'a halftone with a name', kind: 'x4', change: state({ HT: { HalftoneType: 1, HalftoneName: PDFString.of('Own') } } as never) },
  { rule: 'postscript', story: 'a form with PostScript', kind: 'x4', change: form({ Subtype2: 'PS' }) },
  { rule: 'referenced-content', story: 'a page of another file', kind: 'x4', change: form({ Ref: { Page: 0 } }) },
  { rule: 'external-streams', story: 'bytes in another file', kind: 'x4', change: form({ F: PDFString.of('other.bin') }) },
  { rule: 'operators', story: 'an unknown operator', kind: 'x4', change: paint('90 300 glow') },
  { rule: 'balanced-states', story: 'q without Q', kind: 'x4', change: paint('q') },
]

const interactiveFaults: readonly Broken[] = [
  { rule: 'annotations', story: 'a link', kind: 'x4', change: annotation({ Subtype: 'Link' }) },
  { rule: 'outline', story: 'a bookmark', kind: 'x4', change: catalogue('Outlines', { First: {} } as never) },
  { rule: 'actions', story: 'a program', kind: 'screen', change: catalogue('OpenAction', { S: 'JavaScript', JS: PDFString.of('1') } as never) },
  { rule: 'printed-actions', story: 'a page to open at', kind: 'x4', change: catalogue('OpenAction', { S: 'GoTo' } as never) },
  { rule: 'triggers', story: 'something that happens at the end', kind: 'x4', change: catalogue('AA', { WC: { S: 'Named' } } as never) },
  { rule: 'forms', story: 'a field', kind: 'x4', change: catalogue('AcroForm', { Fields: [{ T: PDFString.of('name') }] } as never) },
  { rule: 'living-forms', story: 'XFA', kind: 'screen', change: catalogue('AcroForm', { Fields: [], XFA: PDFString.of('<x/>') } as never) },
  { rule: 'attachments', story: 'a file inside', kind: 'x1a', change: catalogue('Names', { EmbeddedFiles: { Names: [] } } as never) },
  { rule: 'annotation-types', story: 'a film', kind: 'screen', change: otherAnnotation('Movie') },
  { rule: 'annotation-flags', story: 'a link that is not printed', kind: 'screen', change: ({ link }) => link.set(name('F'), PDFNumber.of(0)) },
  { rule: 'appearances', story: 'a square without a look', kind: 'screen', change: otherAnnotation('Square') },
  { rule: 'presentations', story: 'a slide show', kind: 'screen', change: catalogue('Names', { AlternatePresentations: {} } as never) },
]

const accessFaults: readonly Broken[] = [
  { rule: 'tagged', story: 'not said to be tagged', kind: 'screen', change: ({ catalog }) => catalog.delete(name('MarkInfo')) },
  { rule: 'tagged-content', story: 'a word outside all tags', kind: 'screen', change: paint((draft) => words('it', 90, 300, '0 g')(draft)) },
  { rule: 'mixed-marks', story: 'an artifact in a paragraph', kind: 'screen', change: paint((draft) => `/P <</MCID 1>> BDC /Artifact BMC ${words('it', 90, 300, '0 g')(draft)} EMC EMC`) },
  { rule: 'role-map', story: 'a tag that means nothing', kind: 'screen', change: (draft) => set(draft.tags['root'], draft, 'RoleMap', {} as never) },
  { rule: 'title', story: 'no title in the metadata', kind: 'screen', change: ({ info, xmp }) => { delete xmp['dc:title']; info.delete(name('Title')) } },
  { rule: 'shown-title', story: 'the name of the file is shown', kind: 'screen', change: ({ catalog }) => catalog.delete(name('ViewerPreferences')) },
  { rule: 'language', story: 'a tag in no language', kind: 'screen', change: ({ tags }) => tags['P']?.set(name('Lang'), PDFString.of('old english')) },
  { rule: 'picture-text', story: 'a figure without words', kind: 'screen', change: ({ tags }) => tags['Figure']?.delete(name('Alt')) },
  { rule: 'formula-text', story: 'a formula without words', kind: 'screen', change: ({ tags }) => tags['P2']?.set(name('S'), name('Formula')) },
  { rule: 'headings', story: 'H3 after H1', kind: 'screen', change: ({ tags }) => tags['H2']?.set(name('S'), name('H3')) },
  { rule: 'heading-kinds', story: 'H beside H1', kind: 'screen', change: ({ tags }) => tags['P2']?.set(name('S'), name('H')) },
  { rule: 'tables', story: 'a paragraph among cells', kind: 'screen', change: ({ tags }) => tags['TD']?.set(name('S'), name('P')) },
  { rule: 'table-heads', story: 'a head without a scope', kind: 'screen', change: ({ tags }) => tags['TH']?.delete(name('A')) },
  { rule: 'lists', story: 'a paragraph among items', kind: 'screen', change: ({ tags }) => tags['LBody']?.set(name('S'), name('P')) },
  { rule: 'notes', story: 'a note without an identifier', kind: 'screen', change: ({ tags }) => tags['Note']?.delete(name('ID')) },
  { rule: 'tab-order', story: 'no order for the tab key', kind: 'screen', change: ({ pages }) => pages[0]?.delete(name('Tabs')) },
  { rule: 'tagged-annotations', story: 'a link in a paragraph', kind: 'screen', change: ({ tags }) => tags['Link']?.set(name('S'), name('Span')) },
  { rule: 'link-text', story: 'a link without words', kind: 'screen', change: ({ link }) => link.delete(name('Contents')) },
  { rule: 'shared-forms', story: 'tagged content on two pages', kind: 'screen', change: (draft) => sharedForm(draft) },
]

export const faults: readonly Broken[] = [
  ...documentFaults, ...pageFaults, ...colourFaults, ...fontFaults, ...paintingFaults, ...interactiveFaults, ...accessFaults,
]

/** The second line, a comment of bytes above 127, becomes plain text. */
const unmarked = (bytes: Uint8Array): Uint8Array => bytes.map((code, at) => (at > 8 && at < 16 && code > 127 ? 97 : code))

function packed(draft: Draft): void {
  draft.catalog.set(name('Metadata'), draft.stream(deflateSync(packet(draft.xmp)), { Type: 'Metadata', Subtype: 'XML', Filter: 'FlateDecode' }))
}

const intent = (draft: Draft): PDFDict => (draft.catalog.lookup(name('OutputIntents')) as unknown as { lookup(at: number): PDFDict }).lookup(0)

/** The head alone of a profile, of a class and space. */
function headOf(deviceClass: string, space: string): Uint8Array {
  const bytes = Buffer.alloc(132)
  bytes.writeUInt32BE(132, 0)
  bytes.write(deviceClass, 12, 'latin1')
  bytes.write(space, 16, 'latin1')
  bytes.write('acsp', 36, 'latin1')
  return bytes
}

const profile = (draft: Draft, deviceClass: string, space: string): void => void intent(draft).set(name('DestOutputProfile'), draft.stream(headOf(deviceClass, space), { N: 4 }))

const calibrated = (draft: Draft, operators: string): void => spaces({ C1: ['ICCBased', draft.stream(headOf('mntr', 'RGB '), { N: 3 })] }, `/C1 cs ${operators}`)(draft)

function heavyPicture(draft: Draft): void {
  const objects = draft.resources.lookup(name('XObject')) as PDFDict
  objects.set(name('I2'), draft.stream(deflateSync(new Uint8Array(100 * 100 * 4).fill(255)), { Type: 'XObject', Subtype: 'Image', Width: 100, Height: 100, BitsPerComponent: 8, ColorSpace: 'DeviceCMYK', Filter: 'FlateDecode' }))
  paint('q 24 0 0 24 90 300 cm /I2 Do Q')(draft)
}

function type3(draft: Draft): void {
  const fonts = draft.resources.lookup(name('Font')) as PDFDict
  fonts.set(name('F3'), draft.object({
    Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 1000, 1000], FontMatrix: [0.001, 0, 0, 0.001, 0, 0], CharProcs: {}, Encoding: { Differences: [97, 'a'] }, FirstChar: 97, LastChar: 97, Widths: [500],
  } as never) as never)
  paint('BT /F3 12 Tf 0 0 0 1 k 1 0 0 1 90 300 Tm (a) Tj ET')(draft)
}

function simpleFont(draft: Draft): void {
  const fonts = draft.resources.lookup(name('Font')) as PDFDict
  draft.descriptor.set(name('Flags'), PDFNumber.of(32))
  fonts.set(name('F2'), draft.object({
    Type: 'Font', Subtype: 'TrueType', BaseFont: 'ABCDEF+EBGaramond', FirstChar: 97, LastChar: 97, Widths: [405], Encoding: { Differences: [97, 'a'] }, FontDescriptor: draft.cidFont.get(name('FontDescriptor')),
    ToUnicode: draft.stream('1 beginbfchar <61> <0061> endbfchar'),
  } as never) as never)
  paint('/Artifact BMC BT /F2 12 Tf 0 g 1 0 0 1 90 300 Tm (a) Tj ET EMC')(draft)
}

/** Beside the link, in a tag of its own. */
function otherAnnotation(kind: string): (draft: Draft) => void {
  return (draft) => {
    const { pages, tags, object, context } = draft
    const entries = kind === 'Movie' ? { AP: { N: draft.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] }) } } : {}
    const ref = context.register(object({ Type: 'Annot', Subtype: kind, Rect: [100, 100, 150, 120], F: 4, Contents: PDFHexString.fromText('x'), ...entries } as never))
    const annots = pages[0]?.lookup(name('Annots')) as unknown as { push(item: unknown): void }
    annots.push(ref)
    const tag = context.register(object({ Type: 'StructElem', S: 'Annot', K: [{ Type: 'OBJR', Obj: ref }] } as never))
    const kids = tags['Document']?.lookup(name('K')) as unknown as { push(item: unknown): void }
    kids.push(tag)
  }
}

function sharedForm(draft: Draft): void {
  const ref = draft.stream(`/P <</MCID 0>> BDC BT /F1 12 Tf 0 g 1 0 0 1 0 0 Tm ${draft.glyphs('it')} Tj ET EMC`, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 100, 100], Resources: draft.pages[0]?.get(name('Resources')) } as never)
  const objects = draft.resources.lookup(name('XObject')) as PDFDict
  objects.set(name('X1'), ref)
  draft.content[0] += '\nq 1 0 0 1 90 300 cm /X1 Do Q'
  draft.content[1] += '\nq 1 0 0 1 90 300 cm /X1 Do Q'
  const kids = draft.tags['Document']?.lookup(name('K')) as unknown as { push(item: unknown): void }
  kids.push(draft.context.register(draft.object({ Type: 'StructElem', S: 'P', K: [{ Type: 'MCR', MCID: 0, Stm: ref, Pg: draft.context.getObjectRef(draft.pages[0] as PDFDict) }] } as never)))
}
