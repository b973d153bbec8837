/** Links of the manuscripts that lead nowhere once the text is a book. */

import type { Nodes } from 'mdast'
import { isOutside } from '../model/address.ts'
import { languages, type Bilingual } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'

/** A path or an id that no edition has: neither outside the book nor one of its headings. Told once for each sentence. */
export const linkFaults = (manuscripts: Bilingual<Manuscript>): Message[] => languages.flatMap((language) => {
  const places = new Map(segmentsOf(manuscripts[language]).flatMap(({ id, links, place }) => (links.some((link) => !isOutside(link)) ? [[id, place] as const] : [])))
  return places.size === 0 ? [] : astray(manuscripts[language], places).map(({ link, place }): Message => ({ rule: 'check/link-nowhere', severity: 'warning', language, place, values: { link } }))
})

interface Astray {
  readonly link: string
  readonly place: Place
}

function astray({ chapters }: Manuscript, places: ReadonlyMap<string, Place>): Astray[] {
  const found = new Map<string, Astray>()
  const walk = (node: Nodes, place: Place | undefined) => {
    if (node.type === 'link' && place && !isOutside(node.url) && node.data?.hProperties?.['href'] === undefined) found.set(JSON.stringify([node.url, place]), { link: node.url, place })
    const inner = node.type === 'segment' ? places.get(node.data.hProperties.id) : place
    if ('children' in node) for (const child of node.children) walk(child, inner)
  }
  for (const { blocks, notes } of chapters) for (const node of [...blocks.map((block) => block.node), ...notes.flatMap(({ children }) => children)]) walk(node, undefined)
  return [...found.values()]
}
