/** Marks for the index: `:index[words]{as="Heading!Sub-entry"}` round words of the text, `:index{as="…"}` where there are none. */

import type { Nodes, PhrasingContent } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import type { Language } from '../model/language.ts'
import type { Chapter, IndexTermNode } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'

/** What a mark may say besides the words that it marks. */
const known = ['as', 'see']

type Tell = (rule: string, severity: Message['severity'], values?: Record<string, string>) => void

/**
 * The mark as a node of the tree, or only its words where it is at fault; undefined where it is no mark but words of the text.
 *
 * `source` is the text of the file. What is at fault is told.
 */
export function termOf(node: TextDirective, source: string, tell: Tell): PhrasingContent[] | undefined {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
  if (source.slice(start, end) === ':index') return undefined
  // Braces that the syntax did not take would be printed as words.
  if (source[end] === '{') tell('index-open', 'error')
  const unknown = Object.keys(node.attributes ?? {}).find((name) => !known.includes(name))
  if (unknown !== undefined) tell('index-unknown', 'warning', { name: unknown, known: known.join(', ') })
  const words = toString(withoutNotes(node)).trim()
  const [heading = '', sub, ...deeper] = (node.attributes?.['as'] ?? words).split('!').map((part) => part.trim().replaceAll(/\s+/g, ' '))
  if (heading === '') return fault('index-empty', node, tell)
  if (sub === '' || deeper.length > 0) return fault('index-levels', node, tell)
  const see = node.attributes?.['see']?.trim()
  return [{
    type: 'indexTerm',
    children: node.children,
    data: { hName: 'span', hProperties: { id: '', className: ['index-term'], dataHeading: heading, ...(sub && { dataSub: sub }), ...(see && { dataSee: see }) } },
    ...(node.position && { position: node.position }),
  } satisfies IndexTermNode]
}

function fault(rule: string, node: TextDirective, tell: Tell): PhrasingContent[] {
  tell(rule, 'warning')
  return node.children
}

function withoutNotes(node: TextDirective): TextDirective {
  return { ...node, children: node.children.filter(({ type }) => type !== 'footnoteReference') }
}

/** Gives each mark its id, `en-term-1`, …; of a mark that was cut with its sentence only the first piece keeps it. Changes the chapters' trees. */
export function nameTerms(chapters: readonly Chapter[], language: Language): void {
  const named = new Set<IndexTermNode['data']>()
  const walk = (node: Nodes) => {
    if (node.type === 'indexTerm') {
      const mark = node.data
      if (!('hProperties' in mark) || named.has(mark)) node.data = { hName: 'span' }
      else {
        named.add(mark)
        mark.hProperties.id = `${language}-term-${named.size}`
      }
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  for (const { blocks, notes } of chapters) {
    for (const { node } of blocks) walk(node)
    for (const note of notes) for (const child of note.children) walk(child)
  }
}
