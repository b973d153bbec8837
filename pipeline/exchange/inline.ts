/** From the tree of a sentence to runs, its markup as codes. */

import type { Image, InlineCode, Link, PhrasingContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { append } from '../model/append.ts'
import type { Manuscript, IndexTermNode, SegmentKind, SegmentNode } from '../model/manuscript.ts'
import { segmentsOf } from '../model/manuscript.ts'
import { joinedRuns, type CodeType, type Run } from './run.ts'

/** Runs of every segment, in the order of `segmentsOf`. Linear in the manuscript. */
export function runsOf(manuscript: Manuscript): readonly (readonly Run[])[] {
  const nodes = segmentNodes(manuscript)
  return segmentsOf(manuscript).map(({ id, kind, text }) => {
    const node = nodes.get(id)
    return node ? runsIn(node, kind) : [{ kind: 'text', text }]
  })
}

/** Codes are counted from 1. */
export function runsIn(node: SegmentNode, kind: SegmentKind): readonly Run[] {
  let count = 0
  const walk = (child: PhrasingContent): Run[] => {
    const written = writtenAs(child)
    if (typeof written === 'string') return [{ kind: 'text', text: kind === 'code' ? written : written.replaceAll(/[ \t]*\n[ \t]*/g, ' ') }]
    const { type, open, close } = written
    const id = String(++count)
    if (close === undefined) return [{ kind: 'alone', id, type, code: open }]
    return [{ kind: 'open', id, type, code: open }, ...inner(child).flatMap(walk), { kind: 'close', id, type, code: close }]
  }
  return joinedRuns(node.children.flatMap(walk))
}

const inner = (node: PhrasingContent): readonly PhrasingContent[] =>
  ('children' in node ? node.children : node.type === 'inlineCode' ? [{ type: 'text', value: node.value }] : [])

interface Written {
  readonly type: CodeType
  readonly open: string
  /** Undefined where it stands alone. */
  readonly close?: string
}

/** Text as it is, anything else as its marks. */
function writtenAs(node: PhrasingContent): string | Written {
  switch (node.type) {
    case 'text': return node.value
    case 'emphasis': return { type: 'emphasis', open: '*', close: '*' }
    case 'strong': return { type: 'strong', open: '**', close: '**' }
    case 'delete': return { type: 'delete', open: '~~', close: '~~' }
    case 'link': return { type: 'link', open: '[', close: `](${target(node)})` }
    case 'inlineCode': return fenced(node)
    case 'indexTerm': return termMarks(node)
    case 'break': return { type: 'break', open: '\\\n' }
    case 'image': return { type: 'image', open: `![${node.alt ?? ''}](${target(node)})` }
    case 'footnoteReference': return { type: 'note', open: `[^${node.label ?? node.identifier}]` }
    default: return 'children' in node ? { type: 'other', open: '', close: '' } : { type: 'other', open: 'value' in node ? node.value : '' }
  }
}

function target({ url, title }: Link | Image): string {
  const address = /[\s()<>]/.test(url) || url === '' ? `<${url}>` : url
  return title ? `${address} "${title.replaceAll('"', '\\"')}"` : address
}

/** A fence is longer than any run of the same sign inside. */
function fenced({ value }: InlineCode): Written {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const gap = /^`|`$/.test(value) ? ' ' : ''
  return { type: 'code', open: fence + gap, close: gap + fence }
}

/** A piece of a mark that was cut with its sentence has no entry of its own. */
function termMarks({ children, data }: IndexTermNode): Written {
  if (!('hProperties' in data)) return { type: 'other', open: '', close: '' }
  const { dataHeading, dataSub, dataSee } = data.hProperties
  // A term that says no more than its own words says nothing.
  const isPlain = dataSub === undefined && dataSee === undefined && children.length > 0 && toString({ type: 'paragraph', children }).trim().replaceAll(/\s+/g, ' ') === dataHeading
  if (isPlain) return { type: 'term', open: ':index[', close: ']' }
  const quoted = (value: string) => value.replaceAll('"', '&quot;')
  const entry = `as="${quoted(dataHeading)}${dataSub ? `!${quoted(dataSub)}` : ''}"${dataSee ? ` see="${quoted(dataSee)}"` : ''}`
  return children.length === 0 ? { type: 'term', open: `:index{${entry}}` } : { type: 'term', open: ':index[', close: `]{${entry}}` }
}

function segmentNodes(manuscript: Manuscript): ReadonlyMap<string, SegmentNode> {
  const found = new Map<string, SegmentNode>()
  const stack: unknown[] = manuscript.chapters.flatMap(({ blocks, notes }) => [...blocks.map(({ node }) => node), ...notes.flatMap(({ children }) => children)])
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isSegment(node)) found.set(node.data.hProperties.id, node)
    else if (typeof node === 'object' && 'children' in node && Array.isArray(node.children)) append(stack, node.children as unknown[])
  }
  return found
}

const isSegment = (node: unknown): node is SegmentNode => typeof node === 'object' && node !== null && 'type' in node && node.type === 'segment'
