/** One name for all that an edition is made from: it is another where the book has changed. */

import { createHash } from 'node:crypto'
import type { Nodes } from 'mdast'
import { languages } from '../model/language.ts'
import { segmentsOf } from '../model/manuscript.ts'
import type { AlignedBook } from './index.ts'

/**
 * SHA-256 in hexadecimal of both texts with their markup, of what the book says about itself, and of the alignment; linear in the text.
 *
 * Names of files and folders have no part in it, so that a copy of a book is the same book.
 */
export function digestOf({ book, imprint, manuscripts, alignment }: AlignedBook): string {
  const hash = createHash('sha256')
  const add = (value: unknown): void => void hash.update(`${JSON.stringify(value)}\n`)
  add([imprint, book.description, book.digits, book.leading, book.parts.length])
  add(alignment.beads.map(({ en, ar }) => [en, ar]))
  for (const language of languages) {
    add(segmentsOf(manuscripts[language]).map(({ id, text }) => [id, text]))
    for (const { role, matter, title, blocks, notes } of manuscripts[language].chapters) {
      add([role, matter, title])
      for (const node of [...blocks.map((block) => block.node), ...notes.flatMap(({ children }) => children)]) addMarkup(node, add)
    }
  }
  return hash.digest('hex')
}

/** What surrounds the words: kinds of nodes, their nesting, addresses and descriptions. */
function addMarkup(node: Nodes, add: (value: unknown) => void): void {
  const { type, url, alt, title } = node as Nodes & Partial<Record<'url' | 'alt' | 'title', string | null>>
  if (type !== 'text') add([type, url, alt, title])
  if (!('children' in node)) return
  for (const child of node.children) addMarkup(child, add)
  add(0)
}
