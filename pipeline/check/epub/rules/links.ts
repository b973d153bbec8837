/** Ids and addresses: each id once in its document, each link to something that is there. */

import type { Found } from '../../markup.ts'
import { fileAt } from '../open.ts'
import { at, once, type Book, type Finding, type Rule } from '../rule.ts'

function repeatedIds({ documents, opf, ncx }: Book): Finding[] {
  return [...documents, ...[opf, ncx].flatMap((other) => other ?? [])].flatMap(({ elements }) => {
    const seen = new Set<string>()
    return elements.filter(({ attributes: { id } }) => {
      if (id === undefined) return false
      const isRepeated = seen.has(id)
      seen.add(id)
      return isRepeated
    }).map((found) => at(found, found.attributes['id'] ?? ''))
  })
}

/** Ids of each document. */
const idsOf = once(({ documents }): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(documents.map(({ file, elements }) => [file, new Set(elements.flatMap(({ attributes: { id } }) => id ?? []))])))

/** Of a link, or of an entry of the old contents. */
const addressOf = ({ name, attributes }: Found): string | undefined => (name === 'content' ? attributes['src'] : attributes['href'])

/** The address, where it leads to no file of the archive, or to no id of a document. */
function astray(found: Found, book: Book): string | undefined {
  const address = addressOf(found)
  const target = address === undefined ? undefined : fileAt(found.document.file, address)
  if (!target) return undefined
  const isThere = book.files.has(target.file) && (!target.id || idsOf(book).get(target.file)?.has(target.id) !== false)
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
