/** Lists whose items begin with أ. or (١) or a): Markdown knows no such marks, and the items would run on in one paragraph without a word. */

import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { pointAt } from './offsets.ts'

/** A warning for each file, at the second item of the first such list; `tree` as parsed from `source`. Linear in the running text. */
export function runOnLists(tree: Root, source: string, file: string, language: Language): Message[] {
  let first: Message | undefined
  visit(tree, (node) => {
    // Verse keeps its lines.
    if (first || (node.type === 'containerDirective' && ['verse', 'gloss'].includes(node.name))) return SKIP
    const start = node.position?.start
    if (node.type !== 'paragraph' || start?.offset === undefined) return undefined
    const found = secondItem(source.slice(start.offset, node.position?.end.offset))
    if (!found) return undefined
    const { line, column } = pointAt(source, start, start.offset + found.at)
    first = { rule: 'reading/list-run-on', severity: 'warning', language, place: { file, line, column }, values: { mark: found.mark } }
    return undefined
  })
  return first ? [first] : []
}

/** One letter or a number of up to three digits, with a stop, a bracket, or between brackets; Latin digits before a stop or a bracket are Markdown's own. */
const mark = /^[ \t>]*((?:[٠-٩۰-۹]{1,3}|[a-z]|[ء-ي]ـ?)[.)]|\((?:\p{Nd}{1,3}|[a-z]|[ivx]{2,4}|[ء-ي]ـ?)\))[ \t]+\S/u

/** The first line with a mark that follows another without a hard break between it and the line before. */
function secondItem(text: string): { readonly mark: string; readonly at: number } | undefined {
  let [at, before, isList] = [0, '', false]
  for (const line of text.split('\n')) {
    const found = mark.exec(line)?.[1]
    if (found && isList && !/(?: {2}|\\)\r?$/.test(before)) return { mark: found, at: at + line.indexOf(found) }
    isList ||= found !== undefined
    at += line.length + 1
    before = line
  }
  return undefined
}
