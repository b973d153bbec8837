/** Segments as a printed document holds them, in the order of the page. */

import type { Element, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { FoundSegment } from './edition.ts'

/** Text of every `<span class="segment">`, note references within it left out. */
export function segmentsInHtml(html: string): FoundSegment[] {
  const found: FoundSegment[] = []
  const stack: Nodes[] = [unified().use(rehypeParse).parse(html)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'element' && hasClass(node, 'segment')) found.push({ id: String(node.properties['id'] ?? node.properties['dataId'] ?? ''), text: textOf(node) })
    else if ('children' in node) stack.push(...node.children.toReversed())
  }
  return found
}

const hasClass = (element: Element, name: string): boolean => {
  const classes = element.properties['className']
  return Array.isArray(classes) && classes.includes(name)
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && hasClass(node, 'note-reference')) return ''
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
