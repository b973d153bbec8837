/** Brings the tree to what a book carries: raw markup goes, references become links, what only looks like a directive is text again. */

import type { Definition, Html, Nodes, Parents, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Removal } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { callsOfNothing } from './calls.ts'
import { pandocMarks } from './dialect.ts'
import { bibliography, epigraph, unevenLine } from './fences.ts'
import { runOnLists } from './run-on.ts'
import { termOf } from './terms.ts'
import { undefinedLinks } from './undefined.ts'

export interface Plain {
  readonly removed: readonly Removal[]
  readonly messages: readonly Message[]
}

/** Changes `tree` in place. `source` is the text it was parsed from. */
export function makePlain(tree: Root, source: string, file: string, language: Language): Plain {
  const removed: Removal[] = []
  const messages: Message[] = [...callsOfNothing(tree, source, file, language), ...undefinedLinks(tree, source, file, language), ...pandocMarks(tree, source, file, language), ...runOnLists(tree, source, file, language)]
  const definitions = new Map<string, Definition>()
  visit(tree, 'definition', (node) => void (definitions.has(node.identifier) || definitions.set(node.identifier, node)))
  walk(tree, (node, parent) => {
    switch (node.type) {
      case 'html': return markup(node, parent, removal(node, removed, file, language))
      case 'textDirective': {
        const tell = (rule: string, severity: Message['severity'], values: Record<string, string> = {}) =>
          void messages.push({ rule: `reading/${rule}`, severity, language, place: placeOf(node, file), values })
        return (node.name === 'index' ? termOf(node, source, tell) : undefined) ?? literal(node, source, false)
      }
      case 'leafDirective': return literal(node, source, true)
      case 'containerDirective': {
        if (node.name === 'verse') return undefined
        if (node.name === 'epigraph') return [epigraph(node)]
        if (node.name === 'bibliography') return bibliography(node)
        if (node.name === 'gloss') {
          const uneven = unevenLine(node)
          if (uneven === undefined) return undefined
          messages.push({ rule: 'reading/gloss-uneven', severity: 'warning', language, place: { ...placeOf(node, file), line: uneven, column: 1 } })
          return node.children
        }
        messages.push({ rule: 'reading/unknown-directive', severity: 'warning', language, place: placeOf(node, file), values: { name: node.name } })
        return fenceAsText(node, source)
      }
      case 'linkReference': {
        const definition = definitions.get(node.identifier)
        return definition ? [{ type: 'link', url: definition.url, children: node.children, ...(node.position && { position: node.position }) }] : node.children
      }
      case 'imageReference': {
        const definition = definitions.get(node.identifier)
        return definition ? [{ type: 'image', url: definition.url, title: definition.title ?? null, alt: node.alt ?? null, ...(node.position && { position: node.position }) }] : []
      }
      case 'definition': case 'yaml': return []
      default: return undefined
    }
  })
  return { removed, messages }
}

const placeOf = (node: Nodes, file: string) =>
  ({ file, line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 })

/** Replaces each node by what `change` gives; undefined keeps it. Children are walked after their parent. */
function walk(parent: Parents, change: (node: RootContent, parent: Parents) => RootContent[] | undefined): void {
  const children = (parent.children as RootContent[]).flatMap((child) => change(child, parent) ?? [child])
  // Each replacement is of the kind of content that stood there.
  parent.children = children as typeof parent.children
  for (const child of children) if ('children' in child) walk(child, change)
}

const removal = (node: Nodes, removed: Removal[], file: string, language: Language) =>
  (reason: 'html' | 'comment', text: string): void => void removed.push({ reason, language, place: placeOf(node, file), text })

/** Tags go, and are listed; words between them stay, as a paragraph where the markup was a block. */
function markup(node: Html, parent: Parents, list: (reason: 'html' | 'comment', text: string) => void): RootContent[] {
  const html = node.value
  const isComment = /^\s*<!--[\s\S]*-->\s*$/.test(html)
  list(isComment ? 'comment' : 'html', html.trim())
  const value = isComment ? '' : visibleText(html)
  const isBlock = ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type)
  if (value.trim() === '') return []
  const position = node.position && { position: node.position }
  const text: Text = { type: 'text', value: isBlock ? value.trim() : value, ...position }
  return isBlock ? [{ type: 'paragraph', children: [text], ...position }] : [text]
}

function visibleText(html: string): string {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html)
  visit(tree, 'element', (element) => {
    if (element.tagName === 'script' || element.tagName === 'style') element.children = []
  })
  return toString(tree)
}

/** `10:30` and `::name` are words of the text, whatever the syntax makes of them. */
function literal(node: Nodes, source: string, isBlock: boolean): RootContent[] {
  const text: Text = { type: 'text', value: slice(node, source), ...(node.position && { position: node.position }) }
  return isBlock ? [{ type: 'paragraph', children: [text], ...(node.position && { position: node.position }) }] : [text]
}

const slice = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

/** A fence with a name that is not known: its lines stay, and so does what it holds. */
function fenceAsText(node: Extract<Nodes, { type: 'containerDirective' }>, source: string): RootContent[] {
  const lines = slice(node, source).split('\n')
  const first = node.position?.start.line ?? 1
  const line = (at: number): RootContent[] => {
    const value = lines[at]
    if (!value || !/^\s*:{3}/.test(value)) return []
    const point = (column: number) => ({ line: first + at, column })
    const position = { start: point(value.length - value.trimStart().length + 1), end: point(value.length + 1) }
    return [{ type: 'paragraph', children: [{ type: 'text', value: value.trim(), position }], position }]
  }
  return [...line(0), ...node.children, ...(lines.length > 1 ? line(lines.length - 1) : [])]
}

/** Text of phrasing content that has no sentence of its own, such as a verse line's. */
export const isBlank = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.every((node) => node.type === 'text' && node.value.trim() === '')
