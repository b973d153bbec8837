/** Facts that a manuscript states in YAML between two fences at its head. */

import type { Root } from 'mdast'
import { LineCounter, parseDocument } from 'yaml'
import type { Language } from '../model/language.ts'
import type { Metadata, Stated } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'

export interface FrontMatter {
  readonly metadata: Metadata
  readonly messages: readonly Message[]
}

export function frontMatter(tree: Root, file: string, language: Language): FrontMatter {
  const empty: Metadata = { title: undefined, authors: [], date: undefined }
  const node = tree.children[0]
  if (node?.type !== 'yaml') return { metadata: empty, messages: [] }
  const lines = new LineCounter()
  const document = parseDocument(node.value, { lineCounter: lines, schema: 'core', prettyErrors: false })
  const [fault] = document.errors
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0])
    const place = { file, line: line + 1, column: col }
    return { metadata: empty, messages: [{ rule: 'reading/front-matter', severity: 'error', language, place, values: { fault: fault.message } }] }
  }
  const stated = (key: string): Stated[] => statedAt(document.get(key, true), (offset) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + 1, column: col }
  })
  const date = [...stated('date')][0]
  return {
    metadata: {
      title: stated('title')[0],
      authors: [...stated('author'), ...stated('authors')],
      date: date && /^\d{4}-\d{2}-\d{2}$/.test(date.text) ? { ...date, iso: date.text } : undefined,
    },
    messages: [],
  }
}

/** A scalar, or each scalar of a list, with its place. */
function statedAt(node: unknown, placeAt: (offset: number) => Stated['place']): Stated[] {
  if (typeof node !== 'object' || node === null) return []
  if ('items' in node && Array.isArray(node.items)) return node.items.flatMap((item) => statedAt(item, placeAt))
  if (!('value' in node) || node.value === null || typeof node.value === 'object') return []
  const range = 'range' in node && Array.isArray(node.range) ? Number(node.range[0]) : 0
  return [{ text: String(node.value), place: placeAt(range) }]
}
