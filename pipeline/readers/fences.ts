/** Fences other than verse: an epigraph at the head of a chapter, works in a bibliography, and words with their glosses under them. */

import type { BlockContent, Blockquote, DefinitionContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'

type Content = BlockContent | DefinitionContent

/** A quotation of its own kind; a last paragraph that begins with a dash says whose words it is. */
export function epigraph(node: ContainerDirective): Blockquote {
  const children = node.children.flatMap((child): Content[] => (child.type === 'blockquote' ? child.children : [child]))
  const last = children.at(-1)
  const isNamed = children.length > 1 && last?.type === 'paragraph' && /^[-–—]/.test(toString(last).trim())
  return {
    type: 'blockquote',
    children: isNamed ? [...children.slice(0, -1), { ...last, data: { hProperties: { className: ['attribution'] } } }] : children,
    data: { hProperties: { className: ['epigraph'] } },
    ...(node.position && { position: node.position }),
  }
}

/** Each paragraph is a work, whose lines hang below its first. */
export const bibliography = ({ children }: ContainerDirective): Content[] => children.map((child) =>
  (child.type === 'paragraph' ? { ...child, data: { hProperties: { className: ['work'] } } } : child))

/** Number of the first line of a gloss that has not as many words, parted by `|`, as the line before; of the fence where it has not two lines. */
export function unevenLine(node: ContainerDirective): number | undefined {
  const [paragraph] = node.children
  const start = node.position?.start.line ?? 1
  if (paragraph?.type !== 'paragraph' || node.children.length > 1) return start
  const counts = toString(paragraph).split('\n').map((line) => line.split('|').length)
  if (counts.length < 2) return start
  const uneven = counts.findIndex((count) => count !== counts[0])
  return uneven < 0 ? undefined : (paragraph.position?.start.line ?? start) + uneven
}
