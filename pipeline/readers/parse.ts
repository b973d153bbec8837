/** Markdown to a tree: CommonMark, tables, notes, front matter and verse fences. */

import type { Nodes, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { unhidden } from './hidden.ts'
import { parsedWithNumbers } from './numbered.ts'
import { boundMarks, mostMarks, Tangle } from './tangle.ts'

/** Deeper than any book nests, and shallow enough for every later stage to walk. */
const deepest = 60

/** Undefined with an error where the text nests too deeply, or one paragraph of it has marks without end. */
export function parse(text: string, file: string, language: Language): { tree: Root | undefined; messages: Message[] } {
  const tooDeep: Message = { rule: 'reading/too-deep', severity: 'error', language, place: { file, line: 1, column: 1 }, values: { deepest } }
  const nested = deepLine(text)
  if (nested) return { tree: undefined, messages: [{ ...tooDeep, place: { file, line: nested, column: 1 } }] }
  try {
    const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).use(remarkDirective).use(boundMarks)
    const tree = parsedWithNumbers(unhidden(text), (shown) => parser.parse(shown))
    const deep = nodeBelow(tree, deepest)
    const at = deep?.position?.start
    const tags = deepTags(tree)
    if (tags) return { tree: undefined, messages: [{ ...tooDeep, place: { file, line: tags.line, column: tags.column } }] }
    return deep ? { tree: undefined, messages: [at ? { ...tooDeep, place: { file, line: at.line, column: at.column } } : tooDeep] } : { tree, messages: [] }
  } catch (error) {
    // Marks nested by the thousand exhaust the parser's stack.
    if (error instanceof RangeError) return { tree: undefined, messages: [tooDeep] }
    if (error instanceof Tangle) {
      const { line, column } = error.place
      return { tree: undefined, messages: [{ rule: 'reading/too-many-marks', severity: 'error', language, place: { file, line, column }, values: { most: mostMarks } }] }
    }
    throw error
  }
}

/** Number of the first line whose quotes or list marks nest beyond measure; the parser would take long to say so. */
function deepLine(text: string): number | undefined {
  const index = text.search(/^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){80}/m)
  return index < 0 ? undefined : text.slice(0, index).split('\n').length
}

/** Tags that stand open at once, at the most: the parser of markup walks its tree on the engine's own stack. */
const mostTags = 500

/** Where markup begins whose tags nest beyond measure. */
function deepTags(tree: Root): Point | undefined {
  let found: Point | undefined
  visit(tree, 'html', (node) => {
    if (!found && depthOfTags(node.value) > mostTags) found = node.position?.start
  })
  return found
}

function depthOfTags(html: string): number {
  let [depth, most] = [0, 0]
  for (const [tag, closes, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>?/gi)) {
    // Void elements hold nothing, and these few end where the next begins.
    if (/^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dd|dt|td|th|tr|option)$/i.test(name) || tag.endsWith('/>')) continue
    depth = Math.max(0, depth + (closes ? -1 : 1))
    most = Math.max(most, depth)
  }
  return most
}

/** A node deeper than `depth`, if there is one; level by level, so that no stack is needed. */
function nodeBelow(tree: Root, depth: number): Nodes | undefined {
  let level: Nodes[] = [tree]
  for (let at = 0; at < depth && level.length > 0; at++) {
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return level[0]
}
