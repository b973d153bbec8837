/** The metadata stream (XMP): its properties by namespace and name. */

import { fromXml } from 'xast-util-from-xml'
import type { Element, Nodes } from 'xast'
import type { Facts } from './facts.ts'

export interface Xmp {
  readonly isThere: boolean
  /** False where it is no well-formed XML. */
  readonly isReadable: boolean
  readonly isFiltered: boolean
  readonly namespaces: ReadonlySet<string>
  /** Namespaces that an extension schema describes. */
  readonly described: ReadonlySet<string>
  /** The first value, of a list its first item. */
  value(namespace: string, name: string): string | undefined
}

export const space = {
  dc: 'http://purl.org/dc/elements/1.1/', xmp: 'http://ns.adobe.com/xap/1.0/', pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfa: 'http://www.aiim.org/pdfa/ns/id/', pdfua: 'http://www.aiim.org/pdfua/ns/id/', pdfx: 'http://www.npes.org/pdfx/ns/id/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const

const none: Xmp = { isThere: false, isReadable: false, isFiltered: false, namespaces: new Set(), described: new Set(), value: () => undefined }

const known = new WeakMap<Facts, Xmp>()

/** Read once for each file; what is no XML is there and not readable. */
export function xmpOf(facts: Facts): Xmp {
  const there = known.get(facts) ?? read(facts)
  known.set(facts, there)
  return there
}

/** A book's metadata is some kilobytes; what is larger was made to harm. */
const largest = 2 ** 20

function read({ file, catalog }: Facts): Xmp {
  const stream = file.stream(catalog.get('Metadata'))
  if (!stream) return none
  const bytes = file.decoded(stream, largest)
  const isFiltered = file.filtersOf(stream).length > 0
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF?<\?xpacket[^]*?\?>/, '').replace(/<\?xpacket[^]*$/, '').trim()
    return { isThere: true, isReadable: true, isFiltered, ...propertiesIn(fromXml(text)) }
  } catch {
    // The rule that asks for metadata says it.
    return { ...none, isThere: true, isFiltered }
  }
}

type Prefixes = Readonly<Record<string, string>>

function propertiesIn(root: Nodes): Pick<Xmp, 'namespaces' | 'described' | 'value'> {
  const values = new Map<string, string>()
  const namespaces = new Set<string>()
  const described = new Set<string>()
  const set = (name: string, prefixes: Prefixes, value: string) => {
    const [prefix = '', local = ''] = name.split(':')
    const namespace = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined
    if (namespace === undefined || namespace === space.rdf || prefix === 'xmlns' || prefix === 'xml') return
    namespaces.add(namespace)
    if (!values.has(`${namespace} ${local}`)) values.set(`${namespace} ${local}`, value.trim())
  }
  const walk = (node: Nodes, outer: Prefixes, isInside: boolean, depth: number) => {
    if (!('children' in node) || depth > 100) return
    const prefixes = node.type === 'element' ? prefixesOf(node, outer) : outer
    const isDescription = node.type === 'element' && node.name.endsWith(':Description')
    if (isDescription && !isInside) {
      for (const [name, value] of Object.entries(node.attributes)) set(name, prefixes, value ?? '')
      for (const child of node.children) if (child.type === 'element') set(child.name, prefixesOf(child, prefixes), firstText(child))
    }
    if (node.type === 'element' && node.name.endsWith(':namespaceURI')) described.add(firstText(node))
    for (const child of node.children) walk(child, prefixes, isInside || isDescription, depth + 1)
  }
  walk(root, {}, false, 0)
  return { namespaces, described, value: (namespace, name) => values.get(`${namespace} ${name}`) }
}

const prefixesOf = ({ attributes }: Element, outer: Prefixes): Prefixes => {
  const own = Object.entries(attributes).filter(([name]) => name.startsWith('xmlns:')).map(([name, value]) => [name.slice(6), value ?? ''])
  return own.length === 0 ? outer : { ...outer, ...Object.fromEntries(own) as Prefixes }
}

/** Of a list the text of its first item. */
function firstText(node: Element): string {
  const item = node.children.flatMap((child) => (child.type === 'element' ? child.children : [])).find((child) => child.type === 'element' && child.name.endsWith(':li'))
  return textOf(item ?? node).trim()
}

const textOf = (node: Nodes): string => ('children' in node ? node.children.map(textOf).join('') : node.type === 'text' ? node.value : '')
