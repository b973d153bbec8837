/** XML as a tree that knows little more than it says: of a long book every word is a node or part of one. */

import { parseXml, XmlElement, XmlText, type XmlNode } from '@rgrove/parse-xml'
import type { Element, Root, Text } from 'xast'

/** An element as it was parsed; it has no attribute without a value. */
export interface ParsedElement extends Element {
  attributes: Record<string, string>
  /** Where it begins, in code units of the file. */
  readonly offset: number
}

/** Throws what is wrong with it, as the parser says it. Comments and instructions are left out. */
export function parsed(content: Buffer): Root {
  const { children } = parseXml(content.toString('utf8'), { includeOffsets: true })
  return { type: 'root', children: children.flatMap(leanOf) }
}

function leanOf(node: XmlNode): (ParsedElement | Text)[] {
  if (node instanceof XmlElement) return [{ type: 'element', name: node.name, attributes: node.attributes, offset: node.start, children: node.children.flatMap(leanOf) }]
  return node instanceof XmlText ? [{ type: 'text', value: node.text }] : []
}

/** Line, from 1, of a place in a file. */
export const lineAt = (content: Buffer | undefined, offset: number): number => (content?.toString('utf8').slice(0, offset).split('\n').length ?? 1)
