/** Page numbers after links that lead to a place of the book: `the mill (p. 34)`. */

import type { Element, Parents, Root } from 'hast'
import { h } from 'hastscript'
import { hasClass } from '../../model/classes.ts'
import type { Book } from '../../model/book.ts'
import { textRoles, type Section } from '../../model/edition.ts'
import type { Language } from '../../model/language.ts'
import { wordsIn } from '../../model/words.ts'
import { typeArea } from './style.ts'

interface Link {
  readonly parent: Parents
  readonly element: Element
  readonly target: string
}

/** What stands where a number cannot be known yet. */
const unknown = '\uE000'

/**
 * Puts an empty folio after the last words of each link to a heading that the sections have; headings themselves get none.
 * Until it is filled it holds a number of about the width of the right one. Changes the trees. Linear in the text.
 */
export function addPageReferences(sections: readonly Section[], book: Book): void {
  const links = sections.flatMap(({ tree }) => linksIn(tree))
  if (links.length === 0) return
  const pages = roughPages(sections, new Set(links.map(({ target }) => target)), book)
  for (const { parent, element, target } of links) {
    const page = pages.get(target)
    if (page !== undefined) parent.children.splice(parent.children.indexOf(element) + 1, 0, { type: 'text', value: ' ' }, reference(target, page, book))
  }
}

/** The last piece of each link: where a sentence ends in it, it is in pieces. */
function linksIn(tree: Root): Link[] {
  const found: Link[] = []
  let last: Link | undefined
  const close = (): void => {
    if (last) found.push(last)
    last = undefined
  }
  const walk = (parent: Parents, isOwn: boolean): void => {
    for (const child of parent.children) {
      if (child.type === 'text' && !isOwn && child.value.trim() !== '') close()
      if (child.type !== 'element' || /^h[1-6]$/.test(child.tagName)) continue
      const isLink = hasClass(child, 'cross-reference')
      const target = String(child.properties['href']).slice(1)
      if (isLink && last?.target !== target) close()
      walk(child, isOwn || isLink)
      if (isLink) last = { parent, element: child, target }
      else if (child.tagName === 'p' || child.tagName === 'li') close()
    }
  }
  walk(tree, false)
  close()
  return found
}

/**
 * A guess at a page number hangs on these alone: characters that fill a square millimetre of the type area (on a page of 6 by 9 inches some 1,900 are
 * in it, here a fifth fewer), and pages that a chapter leaves open at its ends. Better too high: a number with fewer digits leaves a wider space.
 */
const guess = { density: 0.13, open: 2 }

/** About the pages on which these ids stand, of those that are there. */
function roughPages(sections: readonly Section[], ids: ReadonlySet<string>, book: Book): Map<string, number> {
  const pages = new Map<string, number>()
  const { width, height } = typeArea(book.page)
  const most = guess.density * width * height
  let characters = 0
  const walk = (parent: Parents): void => {
    for (const child of parent.children) {
      if (child.type === 'text') characters += child.value.length
      if (child.type !== 'element') continue
      const id = String(child.properties['id'] ?? '')
      if (ids.has(id)) pages.set(id, 1 + Math.floor(characters / most))
      walk(child)
    }
  }
  for (const { role, tree } of sections) {
    if (!textRoles.has(role)) continue
    walk(tree)
    characters += guess.open * most
  }
  return pages
}

function reference(target: string, page: number, { digits }: Book): Element {
  const language: Language = target.startsWith('ar-') ? 'ar' : 'en'
  const words = wordsIn(language, digits.ar)
  const [before = '', after = ''] = words('book:page-reference', { number: unknown }).split(unknown)
  const folio = h('span', { className: ['folio'], dataFor: target, lang: language }, words.numeral(page))
  return h('span', { className: ['page-reference'] }, [before, folio, after])
}
