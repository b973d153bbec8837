/** Facts that a manuscript states in YAML between two fences at its head. */

import type { Root } from 'mdast'
import type { Language } from '../model/language.ts'
import type { Metadata, Stated } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { readDocument } from './yaml.ts'

export interface FrontMatter {
  readonly metadata: Metadata
  readonly messages: readonly Message[]
}

/** Title, authors and date of a file whose tree begins with front matter; a fault in it is an error. Keys that are not known are passed over. */
export function frontMatter(tree: Root, file: string, language: Language): FrontMatter {
  const empty: Metadata = { title: undefined, authors: [], date: undefined }
  const node = tree.children[0]
  if (node?.type !== 'yaml') return { metadata: empty, messages: [] }
  const { document, fault, placeAt } = readDocument(node.value, file, { firstLine: 2 })
  if (fault) return { metadata: empty, messages: [{ ...fault, language }] }
  const stated = (key: string): Stated[] => statedAt(document.get(key, true), placeAt)
  const [date] = stated('date')
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
