/** Lines of code, each an element of its own, so that what runs over can be set in below its beginning. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'

/** Of a tab, in letters; the style sheet says the same. */
const tab = 4

/** Letters beyond which a line that runs over is not set in further, or little would be left for it. */
const mostIndent = 16

/** Wraps each line of a `pre` in `span.code-line`, which ends with its line feed and knows how far it is set in; text stays as it is. Changes `block`. */
export function wrapCodeLines(block: Element): void {
  // Between segments there may be white space that belongs to neither.
  if (block.children.length !== 1) return
  const [only] = block.children
  const holder = only?.type === 'element' ? only : block
  holder.children = linesIn(holder.children).map(lineElement)
}

function linesIn(nodes: readonly ElementContent[]): ElementContent[][] {
  const lines: ElementContent[][] = [[]]
  for (const node of nodes) {
    if (node.type !== 'text') {
      lines.at(-1)!.push(node)
      continue
    }
    for (const piece of node.value.split(/(?<=\n)/)) {
      lines.at(-1)!.push({ type: 'text', value: piece })
      if (piece.endsWith('\n')) lines.push([])
    }
  }
  return lines.filter((line) => line.length > 0)
}

function lineElement(line: ElementContent[]): Element {
  const [first] = line
  const white = first?.type === 'text' ? /^[\t ]*/.exec(first.value)?.[0] ?? '' : ''
  const indent = Math.min(mostIndent, [...white].reduce((sum, sign) => sum + (sign === '\t' ? tab - sum % tab : 1), 0))
  return h('span', { className: ['code-line'], ...(indent > 0 && { style: `--indent:${indent}ch` }) }, line)
}
