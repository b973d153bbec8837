/** Ids and addresses: each id once in its document, each link to something that is there. */

import { fileAt, type Found } from '../open.ts'
import type { Book, Finding, Rule } from '../rule.ts'

function repeatedIds({ documents, opf, ncx }: Book): Finding[] {
  const findings: Finding[] = []
  for (const { file, elements } of [...documents, ...[opf, ncx].flatMap((other) => other ?? [])]) {
    const seen = new Set<string>()
    for (const { element } of elements) {
      const { id } = element.attributes
      if (id === undefined) continue
      if (seen.has(id)) findings.push({ file, at: element, value: id })
      seen.add(id)
    }
  }
  return findings
}

function linksToNowhere({ documents, ncx, files }: Book): Finding[] {
  const ids = new Map(documents.map(({ file, elements }) => [file, new Set(elements.map(({ element }) => element.attributes['id']))]))
  const isThere = (from: string, address: string): boolean => {
    const target = fileAt(from, address)
    return target === undefined || (files.has(target.file) && (!target.id || !ids.has(target.file) || ids.get(target.file)?.has(target.id) === true))
  }
  const addressOf = ({ element: { name, attributes } }: Found) => (name === 'a' ? attributes['href'] : name === 'content' ? attributes['src'] : undefined)
  return [...documents, ...(ncx ? [ncx] : [])].flatMap(({ file, elements }) => elements
    .filter((found) => { const address = addressOf(found); return address !== undefined && !isThere(file, address) })
    .map((found) => ({ file, at: found.element, value: addressOf(found) ?? '' })))
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
      return documents.flatMap(({ file, elements }) => elements.filter(({ element }) => element.name === 'a').flatMap(({ element }): Finding[] => {
        const target = element.attributes['href'] ? fileAt(file, element.attributes['href'])?.file : undefined
        return target !== undefined && texts.has(target) && !inSpine.has(target) ? [{ file, at: element, value: element.attributes['href'] ?? '' }] : []
      }))
    },
  },
]
