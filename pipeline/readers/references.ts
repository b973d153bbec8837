/** Calls of notes in a tree. */

import type { FootnoteReference, Nodes } from 'mdast'

/** Every call below a node, or the node itself, in order. */
export function referencesIn(node: Nodes): FootnoteReference[] {
  if (node.type === 'footnoteReference') return [node]
  return 'children' in node ? node.children.flatMap((child) => referencesIn(child)) : []
}

export function withoutReferences<Node extends Nodes>(node: Node): Node {
  if (!('children' in node)) return node
  const children = node.children.filter((child) => child.type !== 'footnoteReference').map((child) => withoutReferences(child))
  return { ...node, children }
}
