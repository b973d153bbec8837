/** A page captured from the web: its furniture goes, its facts become metadata, its broken paragraphs are mended. */

import type { Nodes, Root, RootContent } from 'mdast'
import type { Language } from '../../model/language.ts'
import type { Metadata, Removal, RemovalReason } from '../../model/manuscript.ts'
import type { Message } from '../../model/message.ts'
import { withoutHead } from './head.ts'
import { joined, withoutEndMark } from './joined.ts'
import { cleanLinks } from './links.ts'
import { Page } from './page.ts'
import { withoutTail } from './tail.ts'

export { isCaptured, pageSigns } from './signs.ts'

/** Lists what is left out; the node says where it stood. */
export type List = (reason: RemovalReason, text: string, node: Nodes) => void

export interface Captured {
  readonly metadata: Metadata
  /** The note about the author, its heading first; empty where there is none. */
  readonly about: readonly RootContent[]
  readonly blocks: readonly RootContent[]
  /** In the order of the file. */
  readonly removed: readonly Removal[]
  readonly messages: readonly Message[]
}

/** Cleans the page; `tree` is used up. */
export function cleanCapture(tree: Root, file: string, language: Language): Captured {
  const page = new Page(file, language)
  const body = withoutTail(withoutHead(tree.children, page), page)
  for (const block of [...page.about, ...body]) cleanLinks(block, page.list)
  const text = joined(withoutEndMark(body, page), file, language)
  const about = joined(page.about, file, language)
  const removed = page.removed.toSorted((one, other) => one.place.line - other.place.line || one.place.column - other.place.column)
  return { metadata: page.metadata, about: about.blocks, blocks: text.blocks, removed, messages: [...about.messages, ...text.messages] }
}
