/** A finished EPUB, opened anew as a reading system would: container, package, documents in the order of the spine. */

import { dirname, join } from 'node:path/posix'
import type { Nodes, Root } from 'xast'
import { unpacked, type Archive } from './archive.ts'
import { parsed, type ParsedElement } from './parse.ts'

export type { ParsedElement } from './parse.ts'

export interface ManifestItem {
  readonly id: string
  /** From the root of the archive; undefined for an address outside it. */
  readonly file: string | undefined
  readonly href: string
  readonly type: string
  readonly properties: readonly string[]
  readonly element: ParsedElement
}

/** An element with what holds where it stands. */
export interface Found {
  readonly element: ParsedElement
  readonly parent: Found | undefined
  /** Of the nearest element that says it; empty where none does. */
  readonly lang: string
  readonly dir: string
  /** Place among the document's elements. */
  readonly at: number
}

/** A stretch of text and the element that holds it. */
export interface FoundText {
  readonly text: string
  readonly within: Found
}

export interface ContentDocument {
  readonly file: string
  readonly tree: Root
  readonly elements: readonly Found[]
  readonly texts: readonly FoundText[]
}

export interface OpenedEpub extends Archive {
  /** Files that are no well-formed XML although they should be, with what the parser says. */
  readonly broken: ReadonlyMap<string, string>
  /** Undefined where the container leads to none. */
  readonly opf: ContentDocument | undefined
  readonly items: readonly ManifestItem[]
  /** Items of the spine in order; undefined for a reference to none. */
  readonly spine: readonly (ManifestItem | undefined)[]
  /** Those of the spine in order, then others. */
  readonly documents: readonly ContentDocument[]
  readonly nav: ContentDocument | undefined
  readonly ncx: ContentDocument | undefined
}

export async function openEpub(bytes: Uint8Array): Promise<OpenedEpub> {
  const archive = await unpacked(bytes)
  const broken = new Map<string, string>()
  const treeOf = (file: string): Root | undefined => {
    const content = archive.files.get(file)
    try {
      return content && parsed(content)
    } catch (error) {
      broken.set(file, error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  const container = treeOf('META-INF/container.xml')
  const packageFile = container && elementsIn(container).find(({ element: { name } }) => name === 'rootfile')?.element.attributes['full-path']
  const packageTree = packageFile ? treeOf(packageFile) : undefined
  const opf = packageTree && packageFile ? documentOf(packageFile, packageTree) : undefined
  const items = opf ? itemsOf(opf.elements, opf.file) : []
  const byId = new Map(items.map((item) => [item.id, item]))
  const spine = (opf?.elements ?? []).filter(({ element: { name } }) => name === 'itemref').map(({ element }) => byId.get(element.attributes['idref'] ?? ''))
  const inOrder = new Set([...spine, ...items].filter((item) => item?.type === 'application/xhtml+xml').map((item) => item?.file ?? ''))
  const documents = [...inOrder].flatMap((file): ContentDocument[] => {
    const tree = treeOf(file)
    return tree ? [documentOf(file, tree)] : []
  })
  for (const { type, file } of items) if (type === 'image/svg+xml' && file) treeOf(file)
  const navFile = items.find(({ properties }) => properties.includes('nav'))?.file
  const ncxFile = items.find(({ type }) => type === 'application/x-dtbncx+xml')?.file
  const ncxTree = ncxFile ? treeOf(ncxFile) : undefined
  return {
    ...archive, broken, opf, items, spine, documents,
    nav: documents.find(({ file }) => file === navFile),
    ncx: ncxTree && ncxFile ? documentOf(ncxFile, ncxTree) : undefined,
  }
}

function itemsOf(elements: readonly Found[], packageFile: string): ManifestItem[] {
  return elements.filter(({ element }) => element.name === 'item').map(({ element }) => {
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

const elementsIn = (tree: Root): Found[] => documentOf('', tree).elements as Found[]

/** Walks a tree once; everything that the rules ask is in its lists. */
function documentOf(file: string, tree: Root): ContentDocument {
  const elements: Found[] = []
  const texts: FoundText[] = []
  const walk = (nodes: readonly Nodes[], parent: Found | undefined): void => {
    for (const node of nodes) {
      if (node.type === 'element') {
        // The tree is our parser's.
        const element = node as ParsedElement
        const { lang, 'xml:lang': xmlLang, dir } = element.attributes
        const found: Found = { element, parent, lang: lang ?? xmlLang ?? parent?.lang ?? '', dir: dir ?? parent?.dir ?? '', at: elements.length }
        elements.push(found)
        walk(node.children, found)
      } else if (node.type === 'text' && parent) texts.push({ text: node.value, within: parent })
    }
  }
  walk(tree.children, undefined)
  return { file, tree, elements, texts }
}
