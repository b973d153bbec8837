/** Drawings without anything that runs or reaches outside. */

import { toXast } from 'hast-util-to-xast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import type { Element, Nodes, Root, RootContent } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

/** Names in any case, for what is no XML is read as HTML. */
const active = new Set(['script', 'foreignobject', 'iframe', 'object', 'embed', 'animate', 'set', 'animatetransform', 'animatemotion', 'handler', 'listener'])

/** A well-formed SVG document with the same drawing; an empty one of what is no drawing. */
export function quietSvg(bytes: Uint8Array): Uint8Array {
  const tree = treeOf(Buffer.from(bytes).toString('utf8').replace(/^\uFEFF/, ''))
  const svg = tree.children.find((child): child is Element => child.type === 'element' && localName(child.name) === 'svg') ?? x('svg')
  const prefixes = prefixesIn(svg)
  visit(svg as Nodes, (node, index, parent) => {
    if (parent && index !== undefined && goes(node, prefixes)) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    if (node.type === 'element') quiet(node, prefixes)
    return undefined
  })
  nameSpaces(svg)
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${toXml(svg)}\n`)
}

/** As the XML that a drawing is; what is none is read as browsers read it within a page. */
function treeOf(source: string): Root {
  try {
    return fromXml(withEntities(source))
  } catch {
    const html = source.replace(/<\?xml[\s\S]*?\?>/, '').replace(/<!DOCTYPE[^>[]*(?:\[[\s\S]*?\]\s*)?>/i, '')
    return toXast(unified().use(rehypeParse, { fragment: true, space: 'svg' }).parse(html), { space: 'svg' }) as Root
  }
}

/** Names that a drawing program gave to addresses at the head; one that stands for markup or for another stays unknown, and grows nothing. */
function withEntities(source: string): string {
  const head = /<!DOCTYPE[^>[]*\[[\s\S]*?\]\s*>/i.exec(source)?.[0]
  if (head === undefined) return source
  const values = new Map([...head.matchAll(/<!ENTITY\s+([\w.-]+)\s+(["'])([^&<>"'%]{0,200})\2\s*>/g)].map(([, name, , value]) => [name, value]))
  return source.replace(head, '').replaceAll(/&([\w.-]+);/g, (reference, name: string) => values.get(name) ?? reference)
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const prefixOf = (name: string): string => name.slice(0, Math.max(0, name.indexOf(':')))

/** Prefixes that stand for something, wherever it is said. */
function prefixesIn(svg: Element): ReadonlySet<string> {
  const prefixes = new Set(['', 'xml', 'xmlns', 'xlink'])
  visit(svg as Nodes, 'element', ({ attributes }) => {
    for (const name of Object.keys(attributes)) if (prefixOf(name) === 'xmlns') prefixes.add(localName(name))
  })
  return prefixes
}

function goes(node: Nodes, prefixes: ReadonlySet<string>): boolean {
  if (node.type !== 'element') return node.type !== 'text' && node.type !== 'cdata'
  return active.has(localName(node.name).toLowerCase()) || !prefixes.has(prefixOf(node.name))
}

const outsideUrl = /url\(\s*["']?(?!["']?\s*(?:#|data:))[^)]*\)/gi

/** CSS may write any letter as a number, so that no pattern sees what is meant. */
const isVeiled = (style: string): boolean => /\\[0-9a-f]/i.test(style)

function quiet(element: Element, prefixes: ReadonlySet<string>): void {
  const { name: tagName, attributes, children } = element
  for (const [name, value = ''] of Object.entries(attributes)) {
    const local = localName(name).toLowerCase()
    const isOutside = local === 'href' && !/^#|^data:image\//.test(String(value))
    const reaches = name === 'xml:base' || String(value).search(outsideUrl) >= 0 || isVeiled(String(value))
    if (/^on/.test(local) || isOutside || reaches || !prefixes.has(prefixOf(name))) delete attributes[name]
  }
  if (localName(tagName).toLowerCase() === 'style') element.children = children.map(quietStyle)
}

function quietStyle(child: RootContent): Element['children'][number] {
  const css = child.type === 'text' || child.type === 'cdata' ? child.value : ''
  return { type: 'text', value: isVeiled(css) ? '' : css.replaceAll(/@import\b[^;]*;?/gi, '').replaceAll(outsideUrl, 'none') }
}

/** A drawing without them is none in XML. */
function nameSpaces(svg: Element): void {
  if (prefixOf(svg.name) === '') svg.attributes['xmlns'] ??= 'http://www.w3.org/2000/svg'
  let isLinked = false
  visit(svg as Nodes, 'element', ({ attributes }) => { isLinked ||= Object.keys(attributes).some((name) => prefixOf(name) === 'xlink') })
  if (isLinked) svg.attributes['xmlns:xlink'] ??= 'http://www.w3.org/1999/xlink'
}
