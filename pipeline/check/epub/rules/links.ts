/** Ids and addresses: each id once in its document, each link to something that is there. */

import { fileAt } from '../open.ts'
import type { Book, Finding, Rule } from '../rule.ts'

function repeatedIds({ documents, opf, ncx }: Book): Finding[] {
  return [...documents, ...[opf, ncx].flatMap((other) => other ?? [])].flatMap(({ file, elements }) => {
    const seen = new Set<string>()
    return elements.flatMap(({ element }) => {
      const { id } = element.attributes
      if (id === undefined) return []
      const isKnown = seen.has(id)
      seen.add(id)
      return isKnown ? [{ file, at: element, value: id }] : []
    })
  })
}

function linksToNowhere({ documents, ncx, files }: Book): Finding[] {
  const ids = new Map(documents.map(({ file, elements }) => [file, new Set(elements.map(({ element }) => element.attributes['id']))]))
  return [...documents, ...(ncx ? [ncx] : [])].flatMap(({ file, elements }) => elements.flatMap(({ element }): Finding[] => {
    const address = element.name === 'a' ? element.attributes['href'] : element.name === 'content' ? element.attributes['src'] : undefined
    if (address === undefined) return []
    const target = fileAt(file, address)
    const isThere = target === undefined || (files.has(target.file) && (target.id === undefined || target.id === '' || !ids.has(target.file) || ids.get(target.file)?.has(target.id)))
    return isThere ? [] : [{ file, at: element, value: address }]
  }))
}

export const linkRules: readonly Rule[] = [
  { name: 'id-twice', severity: 'error', check: repeatedIds },
  {
    name: 'id-malformed', severity: 'error',
    check: ({ documents }) => documents.flatMap(({ file, elements }) => elements.filter(({ element: { attributes: { id } } }) => id !== undefined && (id === '' || /\s/.test(id)))
      .map(({ element }) => ({ file, at: element, value: element.attributes['id'] ?? '' }))),
  },
  { name: 'link-nowhere', severity: 'error', check: linksToNowhere },
  {
    name: 'link-outside-spine', severity: 'error',
    check: ({ documents, spine, items }) => {
      const inSpine = new Set(spine.map((item) => item?.file))
      const texts = new Set(items.filter(({ type }) => type === 'application/xhtml+xml').map(({ file }) => file))
      return documents.flatMap(({ file, elements }) => elements.flatMap(({ element }): Finding[] => {
        const target = element.name === 'a' && element.attributes['href'] ? fileAt(file, element.attributes['href'])?.file : undefined
        return target !== undefined && texts.has(target) && !inSpine.has(target) ? [{ file, at: element, value: element.attributes['href'] ?? '' }] : []
      }))
    },
  },
]
