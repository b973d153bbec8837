/** One chapter of an edition set by itself, as the edition sets it but for the numbers of its pages. */

import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { hasClass } from '../model/classes.ts'
import { lengthOf, type Span } from '../model/alignment.ts'
import { textRoles, type Edition, type View } from '../model/edition.ts'
import { languages, type Bilingual } from '../model/language.ts'
import type { PrintBrowser } from '../print/browser.ts'
import { printAssets } from '../print/signs.ts'
import { compose, type AlignedBook } from '../views/index.ts'
import { imagesOf } from '../writers/images.ts'
import { prepared } from '../writers/pdf/prepare.ts'
import { typeset } from '../writers/pdf/typeset.ts'

export interface SetChapter {
  readonly prints: readonly Uint8Array[]
  /** For each print, the ids that stand on each of its pages. */
  readonly pages: readonly (readonly ReadonlySet<string>[])[]
  readonly isLeftToRight: boolean
  readonly isFacing: boolean
  /** Whether something of the bead stands in the chapter. */
  holds(bead: Bilingual<Span>): boolean
}

/** Ids of its segments, the leading side's first. */
export const idsIn = (bead: Bilingual<Span>): string[] => languages.flatMap((language) =>
  Array.from({ length: lengthOf(bead[language]) }, (_, at) => `${language}-${bead[language].from + at + 1}`))

/** Undefined where the edition shows nothing of the bead. Some 20 ms for each page, once the browser is warm. */
export async function setChapter(aligned: AlignedBook, view: View, bead: Bilingual<Span>, browser: PrintBrowser): Promise<SetChapter | undefined> {
  const { book } = aligned
  const whole = compose(aligned, view)
  const ids = new Set(idsIn(bead))
  const section = whole.sections.find(({ role, tree }) => textRoles.has(role) && hasAny(tree, ids))
  if (!section) return undefined
  const edition: Edition = { ...whole, sections: [section] }
  const assets = new Map([...printAssets(), ...imagesOf(edition, book.root)])
  const pages: Set<string>[][] = []
  const { prints } = await typeset({ name: 'preview', editions: [prepared(edition, book)], book, assets, onPages: (html, part) => { pages[part] = idsOnPages(html) } }, browser)
  const all = idsOf(section.tree)
  return {
    prints, pages, isLeftToRight: edition.language === 'en', isFacing: view.startsWith('facing'),
    holds: (other) => idsIn(other).some((id) => all.has(id)),
  }
}

function idsOf(tree: Root | Element): Set<string> {
  const ids = new Set<string>()
  visit(tree, 'element', ({ properties }) => {
    const id = properties['id'] ?? properties['dataId']
    if (id !== undefined) ids.add(String(id))
  })
  return ids
}

const hasAny = (tree: Root, ids: ReadonlySet<string>): boolean => {
  const all = idsOf(tree)
  return [...ids].some((id) => all.has(id))
}

function idsOnPages(html: string): Set<string>[] {
  const pages: Set<string>[] = []
  visit(unified().use(rehypeParse, { fragment: true }).parse(html), 'element', (element) => {
    if (hasClass(element, 'page')) pages.push(idsOf(element))
  })
  return pages
}
