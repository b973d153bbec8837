/** Lists whose items Arabic digits number, ١. or ٢), which Markdown knows by Latin ones alone. */

import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'

/** What begins an item where Markdown would let one begin; nine digits at the most, as there. */
const number = /^((?:[ \t]|>|[-*+](?=[ \t])|[0-9٠-٩۰-۹]{1,9}[.)](?=[ \t]))*)([٠-٩۰-۹]{1,9})(?=[.)](?:[ \t]|$))/gmu

/**
 * The tree of `text`, as `parse` makes it, with such lists. Numbers of items are written in Latin digits, letter for letter, so that
 * every place stays; a number that turns out to begin no item, as a year at the head of a line, stays as it is.
 */
export function parsedWithNumbers(text: string, parse: (text: string) => Root): Root {
  const found = [...text.matchAll(number)].map(({ index, 1: before = '' }) => index + before.length)
  if (found.length === 0) return parse(text)
  const items = itemsIn(parse(latin(text, found)))
  return parse(latin(text, found.filter((at) => items.has(at))))
}

/** Fences whose lines are read one by one. */
const byLine: ReadonlySet<string> = new Set(['verse', 'gloss'])

function itemsIn(tree: Root): ReadonlySet<number> {
  const starts = new Set<number>()
  visit(tree, (node) => {
    if (node.type === 'containerDirective' && byLine.has(node.name)) return SKIP
    if (node.type === 'listItem' && node.position?.start.offset !== undefined) starts.add(node.position.start.offset)
    return undefined
  })
  return starts
}

/** The text with the digits that begin at these places in Latin ones. */
function latin(text: string, places: readonly number[]): string {
  let [made, done] = ['', 0]
  for (const at of places) {
    const [digits = ''] = /^[٠-٩۰-۹]+/u.exec(text.slice(at, at + mostDigits)) ?? []
    made += text.slice(done, at) + [...digits].map((digit) => digit.charCodeAt(0) & 0xF).join('')
    done = at + digits.length
  }
  return made + text.slice(done)
}

const mostDigits = 9
