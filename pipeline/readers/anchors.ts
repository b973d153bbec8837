/** Names that headings have for links: `## The mill {#mill}`, and the ids by which every edition knows them. */

import type { Heading, Nodes, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Language } from '../model/language.ts'
import type { Chapter } from '../model/manuscript.ts'
import { pointIn } from './inline.ts'

const anchor = /[ \t]*\{#([^\s{}#]+)\}[ \t]*$/

/** Takes names out of the words of headings and keeps them beside. `source` is the text of the file. Changes `tree`. */
export function takeAnchors(tree: Nodes, source: string): void {
  visit(tree, 'heading', (heading) => {
    const last = heading.children.at(-1)
    const found = last?.type === 'text' ? anchor.exec(last.value) : undefined
    // A heading of nothing but a name has that for its words.
    if (last?.type !== 'text' || !found?.[1] || (found.index === 0 && heading.children.length === 1)) return
    const value = last.value.slice(0, found.index)
    if (last.position) last.position = { start: last.position.start, end: pointIn(source, last.position.start, last.value, found.index) }
    if (value === '') heading.children.pop()
    else last.value = value
    heading.data = { ...heading.data, anchor: found[1] }
  })
}

/** Headings of a block or note at any depth, in order. */
export function headingsIn(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node]
  return 'children' in node ? (node.children as Nodes[]).flatMap(headingsIn) : []
}

/** Gives each heading its id, `en-heading-1`, …, in the order of the chapters; a change of its words leaves it. Changes the chapters' trees. */
export function nameHeadings(chapters: readonly Chapter[], language: Language): void {
  let count = 0
  for (const { blocks, notes } of chapters) {
    const nodes: readonly RootContent[] = [...blocks.map(({ node }) => node), ...notes.flatMap(({ children }) => children)]
    for (const heading of nodes.flatMap(headingsIn)) heading.data = { ...heading.data, hProperties: { id: `${language}-heading-${++count}` } }
  }
}

/** Gives the headings of a block the ids that they had in its old form; false where there are not as many. Changes `now`. */
export function keepIds(now: Nodes, before: readonly Nodes[]): boolean {
  const [headings, old] = [headingsIn(now), before.flatMap(headingsIn)]
  headings.forEach((heading, index) => { heading.data = { ...heading.data, hProperties: { ...old[index]?.data?.hProperties } } })
  return headings.length === old.length
}
