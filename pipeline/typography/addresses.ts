/** Where addresses of the web may break at the end of a line: a hyphen there would be taken for a part of the address. */

import type { Element, ElementContent, Root } from 'hast'
import { h } from 'hastscript'

const address = /(?:https?:\/\/|www\.)\S{1,2000}/gu

/** Behind the slashes of the protocol, before other slashes and marks, on both sides of what parts names and values. Our own choice. */
const place = /(?<=:\/\/)|(?<![:/])(?=[/.?#%_&=])|(?<=[=&])/gu

const leftAlone = new Set(['code', 'pre', 'svg'])

/** Marks these places with `wbr`; text and order stay as they are. Changes `tree`. */
export function breakAddresses(tree: Root | Element): void {
  const children: ElementContent[] = []
  for (const child of tree.children) {
    if (child.type === 'text') children.push(...parted(child.value))
    else if (child.type === 'element') {
      if (!leftAlone.has(child.tagName)) breakAddresses(child)
      children.push(child)
    } else if (child.type === 'comment') children.push(child)
  }
  tree.children = children
}

function parted(text: string): ElementContent[] {
  const places = [...text.matchAll(address)].flatMap((match) =>
    [...match[0].matchAll(place)].map(({ index }) => match.index + index).filter((at) => at > match.index))
  const cuts = [0, ...places, text.length]
  return cuts.slice(1).flatMap((to, index) => {
    const piece: ElementContent = { type: 'text', value: text.slice(cuts[index], to) }
    return index > 0 ? [h('wbr'), piece] : [piece]
  })
}
