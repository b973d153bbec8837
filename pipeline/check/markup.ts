/** Documents of markup as lists in reading order, in which all that an element holds is the run behind it. */

import { SaxesParser } from 'saxes'
import type { Nodes } from 'xast'

/** An element with what holds where it stands. */
export interface Found {
  readonly isText: false
  readonly document: MarkupDocument
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Found | undefined
  /** Of the nearest element that says it; empty where none does. */
  readonly lang: string
  readonly dir: string
  /** From 1; 0 where nobody counted. */
  readonly line: number
  /** Place among the document's nodes; what it holds stands behind it, before `end`. */
  readonly at: number
  readonly end: number
}

/** A stretch of text and the element that holds it. */
export interface FoundText {
  readonly isText: true
  readonly text: string
  readonly within: Found
}

export interface MarkupDocument {
  /** As links between the documents name it. */
  readonly file: string
  readonly nodes: readonly (Found | FoundText)[]
  readonly elements: readonly Found[]
}

/** All text in an element. */
export function textOf({ document: { nodes }, at, end }: Found): string {
  let text = ''
  for (let index = at + 1; index < end; index++) {
    const node = nodes[index]
    if (node?.isText) text += node.text
  }
  return text
}

/** Elements in an element, however deep, in order. */
export const elementsIn = ({ document: { nodes }, at, end }: Found): Found[] =>
  nodes.slice(at + 1, end).filter((node): node is Found => !node.isText)

/** Throws what is no well-formed XML, with its line and column. Comments and instructions are left out. */
export function xmlDocument(file: string, source: string): MarkupDocument {
  const list = new MarkupList(file)
  const parser = new SaxesParser({ position: true, xmlns: false })
  // The parser's own attributes are a dictionary, in which it takes many times as long to find one, and as long to copy.
  let attributes: Record<string, string> = {}
  parser.on('attribute', ({ name, value }) => { attributes[name] = value })
  parser.on('opentag', ({ name }) => {
    list.open(name, attributes, parser.line)
    attributes = {}
  })
  parser.on('text', (text) => list.text(text))
  parser.on('cdata', (text) => list.text(text))
  parser.on('closetag', () => list.close())
  parser.write(source).close()
  return list
}

/** The same of a tree. */
export function treeDocument(file: string, tree: Nodes): MarkupDocument {
  const list = new MarkupList(file)
  const add = (node: Nodes): void => {
    if (node.type === 'text' || node.type === 'cdata') list.text(node.value)
    if (node.type === 'root') node.children.forEach(add)
    if (node.type !== 'element') return
    // A tree of markup that was parsed has no attribute without a value.
    list.open(node.name, node.attributes as Record<string, string>, 0)
    node.children.forEach(add)
    list.close()
  }
  add(tree)
  return list
}

type Open = { -readonly [Key in keyof Found]: Found[Key] }

/** A document that grows as elements are opened and closed. */
class MarkupList implements MarkupDocument {
  readonly file: string
  readonly nodes: (Found | FoundText)[] = []
  readonly elements: Found[] = []
  #within: Open | undefined

  constructor(file: string) {
    this.file = file
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const parent = this.#within
    const lang = attributes['lang'] ?? attributes['xml:lang'] ?? parent?.lang ?? ''
    const dir = attributes['dir'] ?? parent?.dir ?? ''
    const found: Open = { isText: false, document: this, name, attributes, parent, lang, dir, line, at: this.nodes.length, end: 0 }
    this.nodes.push(found)
    this.elements.push(found)
    this.#within = found
  }

  text(text: string): void {
    // White space beside the outermost element is nobody's.
    if (this.#within) this.nodes.push({ isText: true, text, within: this.#within })
  }

  close(): void {
    if (!this.#within) return
    this.#within.end = this.nodes.length
    this.#within = this.#within.parent
  }
}
