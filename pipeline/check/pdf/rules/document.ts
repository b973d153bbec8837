/** The file as a whole: how it is made, what it says of itself, for which printing it is. */

import type { Facts } from '../facts.ts'
import { intentsOf, type Intent } from '../intents.ts'
import { PdfString, textOf, type Dict } from '../objects.ts'
import { anyPress, bothX, everyA, inFile, listed, said, type Rule, ua, x1a, x4 } from '../rule.ts'
import { space, xmpOf } from '../xmp.ts'

/** Kinds of damage whose place in the file is an object; all that was read before is looked at. */
export const soundness: Rule = {
  name: 'soundness', clauses: { ...bothX('files as PDF has them'), ...everyA('6.1.4, 6.1.7.1, 6.1.9'), 'pdf-ua-1': 'ISO 32000-1:2008, 7.5' }, field: 'name', asks: () => true,
  look: ({ file }) => ({
    // A stream that is encrypted looks broken to whoever has no key.
    faults: file.damage.filter(({ defect }) => defect !== 'stream' || !file.trailer.has('Encrypt')).map(({ defect, object, page }) => ({ values: { defect: `$preflight:defect.${defect}` }, ...(object ? { object } : {}), ...(page === undefined ? {} : { page }) })),
  }),
}

const encryption: Rule = {
  name: 'encryption', clauses: { ...bothX('encryption'), ...everyA('6.1.3') }, field: 'name', asks: anyPress,
  look: ({ file }) => ({ faults: file.trailer.has('Encrypt') ? [inFile()] : [] }),
}

/** Bit 10 lets readers for the blind take the text. */
const lockedText: Rule = {
  name: 'locked-text', clauses: { 'pdf-ua-1': ua('7.16', '26-002') },
  look: ({ file }) => {
    const lock = file.dict(file.trailer.get('Encrypt'))
    return { faults: lock && ((file.number(lock.get('P')) ?? 0) & 512) === 0 ? [inFile()] : [] }
  },
}

export const version: Rule = {
  name: 'version', clauses: { 'pdf-x-1a': x1a('PDF 1.3'), 'pdf-x-4': x4('PDF 1.6'), ...everyA('6.1.2'), 'pdf-ua-1': 'ISO 32000-1:2008, 7.5.2' },
  look: (facts, { standards }) => {
    const most = standards.map((standard) => (standard === 'pdf-x-1a' ? '1.3' : standard === 'pdf-x-4' ? '1.6' : '1.7')).sort()[0] ?? '1.7'
    return { found: said('text', { text: facts.version || '–' }), wanted: { most }, faults: facts.version === '' || facts.version > most ? [inFile({ version: facts.version || '–' })] : [] }
  },
}

/** Object streams and tables of references in streams came with PDF 1.5. */
const compressedObjects: Rule = {
  name: 'compressed-objects', clauses: { 'pdf-x-1a': x1a('PDF 1.3') },
  look: ({ file }) => ({ faults: file.name(file.trailer.get('Type')) === 'XRef' ? [inFile()] : [] }),
}

/** Four bytes above 127 behind the first line keep transfers from taking the file for text. */
const header: Rule = {
  name: 'header', clauses: everyA('6.1.2'),
  look: ({ file: { bytes, headerVersion } }) => {
    const line = bytes.findIndex((code) => code === 10 || code === 13)
    const second = bytes[line] === 13 && bytes[line + 1] === 10 ? line + 2 : line + 1
    const isMarked = bytes[second] === 0x25 && [1, 2, 3, 4].every((at) => (bytes[second + at] ?? 0) > 127)
    return { faults: headerVersion === undefined || !isMarked ? [inFile()] : [] }
  },
}

export const identifier: Rule = {
  name: 'identifier', clauses: { ...bothX('file identifier'), ...everyA('6.1.3') },
  look: ({ file }) => ({ faults: file.array(file.trailer.get('ID')).length === 2 ? [] : [inFile()] }),
}

export const metadata: Rule = {
  name: 'metadata', clauses: { 'pdf-x-4': x4('metadata'), ...everyA('6.6.2.1'), 'pdf-ua-1': ua('5', '06-001') },
  look: (facts) => {
    const { isThere, isReadable, isFiltered } = xmpOf(facts)
    const reason = !isThere ? 'missing' : !isReadable ? 'unreadable' : isFiltered ? 'filtered' : undefined
    return { faults: reason === undefined ? [] : [inFile({ reason: `$preflight:metadata.${reason}` })] }
  },
}

/** `D:20260131120000+02'00'` and `2026-01-31T12:00:00+02:00` are one moment. */
function momentOf(text: string | undefined): number | undefined {
  const parts = /^(?:D:)?(\d{4})-?(\d{2})?-?(\d{2})?T?(\d{2})?:?(\d{2})?:?(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}'?:?\d{2}'?)?/.exec(text ?? '')
  if (!parts) return undefined
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00', zone = 'Z'] = parts
  const offset = zone === 'Z' ? 'Z' : zone.replaceAll('\'', '').replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`)
}

const pairs = [
  ['Title', space.dc, 'title'], ['Author', space.dc, 'creator'], ['Subject', space.dc, 'description'], ['Keywords', space.pdf, 'Keywords'],
  ['Creator', space.xmp, 'CreatorTool'], ['Producer', space.pdf, 'Producer'], ['CreationDate', space.xmp, 'CreateDate'], ['ModDate', space.xmp, 'ModifyDate'],
] as const

const agreement: Rule = {
  name: 'agreement', clauses: { 'pdf-x-4': x4('metadata: Info and XMP agree') }, field: 'name', asks: () => true,
  look: (facts) => {
    const xmp = xmpOf(facts)
    if (!xmp.isThere) return { faults: [], found: said('no-metadata') }
    if (!xmp.isReadable) return { faults: [], unknown: said('no-metadata') }
    return {
      faults: pairs.flatMap(([key, namespace, name]) => {
        const [own, other] = [textOf(facts.file.get(facts.info.get(key))), xmp.value(namespace, name)]
        if (own === undefined || own === '') return []
        const isSame = key.endsWith('Date') ? momentOf(own) === momentOf(other) : own === other
        return isSame ? [] : [inFile({ key, own: own.slice(0, 80), other: (other ?? '–').slice(0, 80) })]
      }),
    }
  },
}

const pressInfo: Rule = {
  name: 'press-info', clauses: bothX('document information: Title, CreationDate, ModDate'),
  look: (facts) => {
    const xmp = xmpOf(facts)
    const missing = pairs.filter(([key]) => ['Title', 'CreationDate', 'ModDate'].includes(key))
      .filter(([key, namespace, name]) => !textOf(facts.file.get(facts.info.get(key))) && !xmp.value(namespace, name))
    return { faults: missing.map(([key]) => inFile({ key })) }
  },
}

const trapped: Rule = {
  name: 'trapped', clauses: bothX('trapping: Trapped is True or False'),
  look: (facts) => {
    const there = facts.file.name(facts.info.get('Trapped')) ?? xmpOf(facts).value(space.pdf, 'Trapped')
    return { found: said('text', { text: there ?? '–' }), faults: there === 'True' || there === 'False' ? [] : [inFile({ found: there ?? '–' })] }
  },
}

/** PDF/X-1a says it in the Info dictionary, PDF/X-4 in XMP. */
const pressVersion: Rule = {
  name: 'press-version', clauses: { 'pdf-x-1a': x1a('identification: GTS_PDFXVersion and GTS_PDFXConformance'), 'pdf-x-4': x4('identification: pdfxid:GTS_PDFXVersion') },
  look: (facts, { standards }) => {
    const own = (key: string) => textOf(facts.file.get(facts.info.get(key))) ?? '–'
    const there = standards.includes('pdf-x-1a') ? [own('GTS_PDFXVersion'), own('GTS_PDFXConformance')] : [xmpOf(facts).value(space.pdfx, 'GTS_PDFXVersion') ?? '–']
    const wanted = standards.includes('pdf-x-1a') ? ['PDF/X-1:2001', 'PDF/X-1a:2001'] : ['PDF/X-4']
    const isRight = wanted.every((version, index) => version === there[index])
    return { found: said('text', { text: there.join(', ') }), wanted: { version: wanted.join(', ') }, faults: isRight ? [] : [inFile({ found: there.join(', ') })] }
  },
}

const archiveVersion: Rule = {
  name: 'archive-version', clauses: everyA('6.6.4'),
  look: (facts, { standards }) => {
    const xmp = xmpOf(facts)
    const there = `${xmp.value(space.pdfa, 'part') ?? '–'}${xmp.value(space.pdfa, 'conformance') ?? ''}`
    const accepted = standards.includes('pdf-a-2a') ? ['2A'] : ['2U', '2A']
    return { found: said('text', { text: there }), wanted: { version: accepted[0] ?? '' }, faults: accepted.includes(there) ? [] : [inFile({ found: there })] }
  },
}

const accessVersion: Rule = {
  name: 'access-version', clauses: { 'pdf-ua-1': ua('5', '06-002') },
  look: (facts) => {
    const there = xmpOf(facts).value(space.pdfua, 'part') ?? '–'
    return { found: said('text', { text: there }), faults: there === '1' ? [] : [inFile({ found: there })] }
  },
}

/** ISO 19005-2, 6.6.2.3: what XMP 2005 knows; any other namespace needs a schema that describes it. */
const knownNamespaces = new Set([
  ...Object.values(space).filter((namespace) => namespace !== space.pdfua && namespace !== space.pdfx), 'http://ns.adobe.com/xap/1.0/mm/', 'http://ns.adobe.com/xap/1.0/rights/',
  'http://ns.adobe.com/xap/1.0/bj/', 'http://ns.adobe.com/xap/1.0/t/pg/', 'http://ns.adobe.com/xmp/1.0/DynamicMedia/', 'http://ns.adobe.com/photoshop/1.0/',
  'http://ns.adobe.com/camera-raw-settings/1.0/', 'http://ns.adobe.com/tiff/1.0/', 'http://ns.adobe.com/exif/1.0/', 'http://www.aiim.org/pdfa/ns/extension/', 'adobe:ns:meta/',
])

const extensionSchemas: Rule = {
  name: 'extension-schemas', clauses: everyA('6.6.2.3'),
  look: (facts) => {
    const { namespaces, described } = xmpOf(facts)
    return { faults: [...namespaces].filter((namespace) => !knownNamespaces.has(namespace) && !described.has(namespace)).map((namespace) => inFile({ namespace })) }
  },
}

const press = (facts: Facts): Intent[] => intentsOf(facts).filter(({ kind }) => kind === 'GTS_PDFX')

/** Registered conditions need no profile in PDF/X-1a; in PDF/X-4 one must be embedded. */
const outputIntent: Rule = {
  name: 'output-intent', clauses: bothX('output intent'),
  look: (facts, { standards }) => {
    const own = press(facts)
    const first = own[0]
    const isComplete = first?.identifier && (standards.includes('pdf-x-4') ? first.hasProfile : first.hasProfile || first.registry)
    return { found: listed(own.map(({ identifier: name }) => name ?? '–')), faults: own.length === 1 && isComplete ? [] : [inFile({ count: own.length })] }
  },
}

export const outputProfile: Rule = {
  name: 'output-profile', clauses: { ...bothX('output intent: an output profile'), ...everyA('6.2.3') },
  look: (facts, { standards, colour }) => {
    const own = intentsOf(facts).filter(({ hasProfile }) => hasProfile)
    const isForX = standards.some((standard) => standard.startsWith('pdf-x'))
    const spaces = standards.includes('pdf-x-1a') || colour === 'cmyk' ? ['CMYK'] : ['CMYK', 'RGB', 'GRAY']
    const isRight = ({ profile, components }: Intent) => profile !== undefined && (profile.deviceClass === 'prtr' || (!isForX && profile.deviceClass === 'mntr'))
      && profile.components === components && spaces.includes(profile.space)
    return {
      found: own.length === 0 ? said('none') : listed(own.map(({ profile }) => (profile ? `${profile.description} (${profile.deviceClass}, ${profile.space})` : '–'))),
      faults: own.filter((intent) => !isRight(intent)).map(({ profile }) => inFile({ class: profile?.deviceClass ?? '–', space: profile?.space ?? '–' })),
    }
  },
}

const condition: Rule = {
  name: 'condition', clauses: {}, field: 'condition', asks: ({ standards }) => standards.some((standard) => standard !== 'pdf-ua-1'),
  look: (facts, { condition: wanted }) => {
    const there = intentsOf(facts).map(({ identifier: name }) => name ?? '–')
    return { found: listed(there), wanted: { condition: wanted.identifier }, faults: there.includes(wanted.identifier) ? [] : [inFile({ found: there.join(', ') || '–' })] }
  },
}

const layersOf = ({ file, catalog }: Facts): Dict | undefined => file.dict(catalog.get('OCProperties'))

const layers: Rule = {
  name: 'layers', clauses: { 'pdf-x-1a': x1a('PDF 1.3: no optional content') },
  look: (facts) => ({ faults: layersOf(facts) ? [inFile()] : [] }),
}

/** Configurations have names of their own, and none turns layers on and off by itself. */
const layerNames: Rule = {
  name: 'layer-names', clauses: { ...everyA('6.9'), 'pdf-ua-1': ua('7.10', '20-001') },
  look: (facts) => {
    const { file } = facts
    const own = layersOf(facts)
    const all = own ? [file.dict(own.get('D')), ...file.array(own.get('Configs')).map((item) => file.dict(item))].filter((item) => item !== undefined) : []
    const isWrong = (dict: Dict) => !(file.get(dict.get('Name')) instanceof PdfString) || dict.has('AS')
    const names = all.map((dict) => textOf(file.get(dict.get('Name'))))
    return { faults: all.some(isWrong) || new Set(names).size < names.length ? [inFile()] : [] }
  },
}

export const requirements: Rule = {
  name: 'requirements', clauses: everyA('6.11'),
  look: ({ catalog }) => ({ faults: catalog.has('Requirements') ? [inFile()] : [] }),
}

const permissions: Rule = {
  name: 'permissions', clauses: everyA('6.1.12'),
  look: ({ file, catalog }) => {
    const own = file.dict(catalog.get('Perms'))
    return { faults: own && [...own.keys()].some((key) => key !== 'UR3' && key !== 'DocMDP') ? [inFile()] : [] }
  },
}

export const documentRules: readonly Rule[] = [
  soundness, encryption, lockedText, version, compressedObjects, header, identifier, metadata, agreement, pressInfo, trapped, pressVersion, archiveVersion, accessVersion,
  extensionSchemas, outputIntent, outputProfile, condition, layers, layerNames, requirements, permissions,
]

