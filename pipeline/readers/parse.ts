/** Markdown to a tree: CommonMark, tables, notes, front matter and verse fences. */

import type { Nodes, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'

/** Deeper than any book nests, and shallow enough for every later stage to walk. */
const deepest = 60

export function parse(text: string, file: string, language: Language): { tree: Root | undefined; messages: Message[] } {
  const tooDeep: Message = { rule: 'reading/too-deep', severity: 'error', language, place: { file, line: 1, column: 1 }, values: { deepest } }
  const nested = deepLine(text)
  if (nested) return { tree: undefined, messages: [{ ...tooDeep, place: { file, line: nested, column: 1 } }] }
  try {
    const tree = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkDirective).parse(text)
    const deep = nodeBelow(tree, deepest)
    const at = deep?.position?.start
    return deep ? { tree: undefined, messages: [at ? { ...tooDeep, place: { file, line: at.line, column: at.column } } : tooDeep] } : { tree, messages: [] }
  } catch (error) {
    // Marks nested by the thousand exhaust the parser's stack.
    if (error instanceof RangeError) return { tree: undefined, messages: [tooDeep] }
    throw error
  }
}

/** Number of the first line whose quotes or list marks nest beyond measure; the parser would take long to say so. */
function deepLine(text: string): number | undefined {
  const index = text.search(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){80}/m)
  return index < 0 ? undefined : text.slice(0, index).split('\n').length
}

/** A node deeper than `depth`, if there is one; level by level, so that no stack is needed. */
function nodeBelow(tree: Root, depth: number): Nodes | undefined {
  let level: Nodes[] = [tree]
  for (let at = 0; at < depth && level.length > 0; at++) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return level[0]
}
