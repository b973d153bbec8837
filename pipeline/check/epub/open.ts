/** A finished EPUB, opened anew as a reading system would: container, package, documents in the order of the spine. */

import { dirname, join } from 'node:path/posix'
import { xmlDocument, type Found, type MarkupDocument } from '../markup.ts'
import { xmlFaultOf, type XmlFault } from '../xml-fault.ts'
import { unpacked, type Archive } from './archive.ts'

export interface ManifestItem {
  readonly id: string
  /** From the root of the archive; undefined for an address outside it. */
  readonly file: string | undefined
  readonly href: string
  readonly type: string
  readonly properties: readonly string[]
  readonly element: Found
}

export interface OpenedEpub extends Archive {
  /** Files that are no well-formed XML although they should be, with the first reason. */
  readonly broken: ReadonlyMap<string, XmlFault>
  /** Undefined where the container leads to none. */
  readonly opf: MarkupDocument | undefined
  readonly items: readonly ManifestItem[]
  /** Items of the spine in order; undefined for a reference to none. */
  readonly spine: readonly (ManifestItem | undefined)[]
  /** Those of the spine in order, then others. */
  readonly documents: readonly MarkupDocument[]
  readonly nav: MarkupDocument | undefined
  readonly ncx: MarkupDocument | undefined
}

export async function openEpub(bytes: Uint8Array): Promise<OpenedEpub> {
  const archive = await unpacked(bytes)
  const { read, broken } = readerOf(archive)
  const rootFile = read('META-INF/container.xml')?.elements.find(({ name }) => name === 'rootfile')?.attributes['full-path']
  const opf = rootFile ? read(rootFile) : undefined
  const items = opf ? itemsOf(opf) : []
  const byId = new Map(items.map((item) => [item.id, item]))
  const spine = (opf?.elements ?? []).filter(({ name }) => name === 'itemref').map(({ attributes }) => byId.get(attributes['idref'] ?? ''))
  const inOrder = new Set([...spine, ...items].filter((item) => item?.type === 'application/xhtml+xml').map((item) => item?.file ?? ''))
  const documents = [...inOrder].flatMap((file) => read(file) ?? [])
  // Whether a drawing can be read is all that is asked of it.
  for (const { type, file } of items) if (type === 'image/svg+xml' && file) read(file)
  const navFile = items.find(({ properties }) => properties.includes('nav'))?.file
  const ncxFile = items.find(({ type }) => type === 'application/x-dtbncx+xml')?.file
  return { ...archive, broken, opf, items, spine, documents, nav: documents.find(({ file }) => file === navFile), ncx: ncxFile ? read(ncxFile) : undefined }
}

/** Reads files as XML, and gathers those that are none; undefined for these and for what is not there. */
function readerOf({ files }: Archive): { readonly read: (file: string) => MarkupDocument | undefined; readonly broken: Map<string, XmlFault> } {
  const broken = new Map<string, XmlFault>()
  const read = (file: string): MarkupDocument | undefined => {
    const content = files.get(file)
    try {
      return content && xmlDocument(file, content.toString('utf8'))
    } catch (error) {
      broken.set(file, xmlFaultOf(error))
      return undefined
    }
  }
  return { read, broken }
}

function itemsOf({ elements, file: packageFile }: MarkupDocument): ManifestItem[] {
  return elements.filter(({ name }) => name === 'item').map((element) => {
    const { id = '', href = '', 'media-type': type = '', properties = '' } = element.attributes
    return { id, href, file: fileAt(packageFile, href)?.file, type, properties: properties.split(/\s+/).filter(Boolean), element }
  })
}

/** Where an address leads from a file of the archive; undefined for one outside it. */
export function fileAt(from: string, href: string): { file: string; id: string | undefined } | undefined {
  // Most lead within their own document.
  if (href.startsWith('#') && !href.includes('%')) return { file: from, id: href.slice(1) }
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) return undefined
  const [path = '', id] = href.split('#')
  return { file: path === '' ? from : join(dirname(from), decoded(path.split('?')[0] ?? '')), id: id === undefined ? undefined : decoded(id) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
