/** Links by a name that nothing defines, `[words][name]` and `[words][]`: to the syntax they are words like any other, and they would be printed as they stand. */

import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { pointAt } from './offsets.ts'

/** `tree` as parsed from `source`. One pair of brackets alone is no link, and neither are two numbers, as of sources: `[1][2]`. */
export function undefinedLinks(tree: Root, source: string, file: string, language: Language): Message[] {
  const messages: Message[] = []
  visit(tree, ['paragraph', 'heading', 'tableCell'], (node) => {
    const start = node.position?.start
    if (start?.offset === undefined) return
    for (const { 1: words = '', 2: name = '', index } of plainSource(node as Nodes, source).matchAll(pair)) {
      if (/^\p{N}+$/u.test(words) && /^\p{N}*$/u.test(name)) continue
      const { line, column } = pointAt(source, start, start.offset + index)
      messages.push({ rule: 'reading/link-undefined', severity: 'warning', language, place: { file, line, column }, values: { label: name || words } })
    }
  })
  return messages
}

/** A bracket behind a backslash is a sign; `[^` calls a note. */
const pair = /(?<!\\)\[((?:\\.|[^[\]\\^])(?:\\.|[^[\]\\])*)\]\[((?!\s+\]|\^)(?:\\.|[^[\]\\])*)\]/gs

/** The source of running text, in which what is no text by itself, such as code or a link, is as long but has no brackets. */
function plainSource(node: Nodes, source: string): string {
  const from = node.position?.start.offset ?? 0
  let plain = source.slice(from, node.position?.end.offset)
  visit(node, ({ type, position }) => {
    if (!opaque.has(type) || position?.start.offset === undefined || position.end.offset === undefined) return
    const [start, end] = [position.start.offset - from, position.end.offset - from]
    plain = plain.slice(0, start) + 'x'.repeat(end - start) + plain.slice(end)
  })
  return plain
}

const opaque: ReadonlySet<string> = new Set(['inlineCode', 'html', 'link', 'linkReference', 'image', 'imageReference', 'footnoteReference', 'textDirective'])
