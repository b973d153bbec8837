/** Links of the manuscripts that lead nowhere once the text is a book. */

import type { Link, Nodes } from 'mdast'
import { isOutside } from '../model/address.ts'
import { languages, type Bilingual } from '../model/language.ts'
import { segmentsOf, type Manuscript } from '../model/manuscript.ts'
import type { Message, Place } from '../model/message.ts'

/** A path or an id that no edition has: neither outside the book nor one of its headings. Told once for each link, at its own place. */
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
  // A link over two sentences is two nodes with one place.
  const tell = ({ url, position }: Link, sentence: Place) => {
    const place = position ? { file: sentence.file, line: position.start.line, column: position.start.column } : sentence
    found.set(JSON.stringify([url, place]), { link: url, place })
  }
  const walk = (node: Nodes, place: Place | undefined) => {
    if (node.type === 'link' && place && !isOutside(node.url) && node.data?.hProperties?.['href'] === undefined) tell(node, place)
    const inner = node.type === 'segment' ? places.get(node.data.hProperties.id) : place
    if ('children' in node) for (const child of node.children) walk(child, inner)
  }
  for (const { blocks, notes } of chapters) for (const node of [...blocks.map((block) => block.node), ...notes.flatMap(({ children }) => children)]) walk(node, undefined)
  return [...found.values()]
}
