/** Ids and addresses: each id once in its document, each link to something that is there. */

import type { Found, MarkupDocument } from '../../markup.ts'
import { fileAt } from '../open.ts'
import { at, once, type Book, type Finding, type Rule } from '../rule.ts'

interface Ids {
  readonly all: ReadonlySet<string>
  /** Elements whose id stands before them. */
  readonly repeated: readonly Found[]
}

function idsIn({ elements }: MarkupDocument): Ids {
  const all = new Set<string>()
  const repeated: Found[] = []
  for (const found of elements) {
    const { id } = found.attributes
    if (id === undefined) continue
    if (all.has(id)) repeated.push(found)
    else all.add(id)
  }
  return { all, repeated }
}

/** Ids of each document of the book. */
const idsOf = once(({ documents }): ReadonlyMap<string, Ids> => new Map(documents.map((document) => [document.file, idsIn(document)])))

function repeatedIds(book: Book): Finding[] {
  const { opf, ncx } = book
  const all = [...idsOf(book).values(), ...[opf, ncx].flatMap((other) => (other ? idsIn(other) : []))]
  return all.flatMap(({ repeated }) => repeated.map((found) => at(found, found.attributes['id'] ?? '')))
}

/** Of a link, or of an entry of the old contents. */
const addressOf = ({ name, attributes }: Found): string | undefined => (name === 'content' ? attributes['src'] : attributes['href'])

/** The address, where it leads to no file of the archive, or to no id of a document. */
function astray(found: Found, book: Book): string | undefined {
  const address = addressOf(found)
  const target = address === undefined ? undefined : fileAt(found.document.file, address)
  if (!target) return undefined
  const isThere = book.files.has(target.file) && (!target.id || idsOf(book).get(target.file)?.all.has(target.id) !== false)
  return isThere ? undefined : address
}

/** Documents that readers cannot reach by turning pages. */
const outsideSpine = once(({ spine, items }): ReadonlySet<string | undefined> => {
  const inSpine = new Set(spine.map((item) => item?.file))
  return new Set(items.filter(({ type, file }) => type === 'application/xhtml+xml' && !inSpine.has(file)).map(({ file }) => file))
})

export const linkRules: readonly Rule[] = [
  { name: 'id-twice', severity: 'error', check: repeatedIds },
  { name: 'id-malformed', severity: 'error', element: ({ attributes: { id } }) => (id !== undefined && (id === '' || /\s/.test(id)) ? id : undefined) },
  {
    name: 'link-nowhere', severity: 'error', of: ['a'], element: astray,
    check: (book) => (book.ncx?.elements ?? []).filter(({ name }) => name === 'content').flatMap((found) => { const address = astray(found, book); return address === undefined ? [] : [at(found, address)] }),
  },
  {
    name: 'link-outside-spine', severity: 'error', of: ['a'],
    element: ({ attributes: { href }, document }, book) => {
      const target = href ? fileAt(document.file, href)?.file : undefined
      return target !== undefined && outsideSpine(book).has(target) ? href : undefined
    },
  },
]
