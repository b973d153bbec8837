/** Writes page numbers where contents, lists and the index wait for them. */

import type { Nodes, Root } from 'hast'
import { hasClass } from '../../model/classes.ts'
import type { Edition } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import type { Digits } from '../../model/book.ts'
import type { Leaf } from '../../paginate/leaves.ts'
import { locators } from '../../paginate/locators.ts'
import type { FilledFolio } from '../../paginate/sheet.ts'
import type { LoadedDocument } from '../../print/loaded.ts'
import { writtenFolio } from './numbering.ts'

/** A place that waits for the number of the page on which `id` begins; those of one `entry` are merged. */
export interface Waiting {
  readonly id: string
  readonly language: Language
  /** Counted through the document; undefined for a number that stands alone. */
  readonly entry: number | undefined
}

/** In document order. */
export function waitingIn(tree: Root): Waiting[] {
  const waiting: Waiting[] = []
  let entries = 0
  const walk = (node: Nodes, entry: number | undefined): void => {
    if (!('children' in node)) return
    if (node.type !== 'element') return node.children.forEach((child) => walk(child, entry))
    const { dataFor, lang } = node.properties
    if (typeof dataFor === 'string') waiting.push({ id: dataFor, language: lang === 'ar' ? 'ar' : 'en', entry })
    const inner = hasClass(node, 'locators') ? entries++ : entry
    for (const child of node.children) walk(child, inner)
  }
  walk(tree, undefined)
  return waiting
}

/** Every id whose page number is waited for. */
export const waitedFor = (editions: readonly Edition[]): Set<string> =>
  new Set(editions.flatMap(({ sections }) => sections.flatMap(({ tree }) => waitingIn(tree).map(({ id }) => id))))

/** Fills the places of one kind: those in the index, which may change how it is laid out, or all others, which keep room for any number. */
export async function fill(document: LoadedDocument, kind: 'index' | 'lists', all: readonly Waiting[], places: ReadonlyMap<string, Leaf>, digits: Digits): Promise<void> {
  const waiting = all.filter(({ entry }) => (entry !== undefined) === (kind === 'index'))
  if (waiting.length === 0) return
  const at = waiting.map(({ id }) => places.get(id))
  const merged = new Map<number, ReturnType<typeof locators>>()
  for (const entry of new Set(waiting.flatMap((one) => one.entry ?? []))) {
    merged.set(entry, locators(at.filter((_, index) => waiting[index]?.entry === entry).map((leaf) => leaf?.number)))
  }
  const next = new Map<number, number>()
  const folios = waiting.map(({ language, entry }, index): FilledFolio => {
    const leaf = at[index]
    const ordinal = entry === undefined ? 0 : next.get(entry) ?? 0
    if (entry !== undefined) next.set(entry, ordinal + 1)
    const as = (entry === undefined ? undefined : merged.get(entry)?.[ordinal]) ?? 'keep'
    return { text: leaf ? writtenFolio(leaf.folio, wordsIn(language, digits)) : '', as }
  })
  await document.call('tawazi.typesetter.fill', { kind, folios })
}
