/** Links of a captured page: dead ones, addresses printed again beside their link, and bold text that hides an address. */

import type { Link, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { List } from './index.ts'

/** A path or an address in parentheses at the end of a link's or of bold words: `Name (/people/name)`. */
const trailing = /\s*\((?:\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*|https?:\/\/[^\s()]+)\)\s*$/

/** A link that goes nowhere on paper. */
export const isDead = (link: Link): boolean => link.url === '' || link.url.startsWith('#') || link.url.startsWith('javascript:')

/** Which of the signs of a captured page the links of a tree show. */
export function linkSigns(tree: Root): Set<string> {
  const signs = new Set<string>()
  visit(tree, 'link', (link, index, parent) => {
    if (isDead(link) && !link.url.startsWith('#fn')) signs.add('dead-link')
    if (trailing.test(toString(link))) signs.add('path-in-link')
    if (parent && index !== undefined && printedAfter(parent.children as PhrasingContent[], index, link)) signs.add('printed-url')
  })
  visit(tree, 'strong', (strong) => void (hiddenAddress(strong) && signs.add('bold-url')))
  return signs
}

/** Cleans every link of a block, in place, listing what goes. */
export function cleanLinks(block: RootContent, list: List): void {
  if (!('children' in block)) return
  // What a list item or a quote holds is cleaned as a paragraph is.
  block.children = cleaned(block.children as PhrasingContent[], list) as typeof block.children
}

function cleaned(children: readonly PhrasingContent[], list: List): PhrasingContent[] {
  const result: PhrasingContent[] = []
  const nodes = [...children]
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node) continue
    if (node.type === 'link') {
      dropPrintedAfter(nodes, index, node, list)
      result.push(...linkCleaned(node, list))
    } else if (node.type === 'strong') result.push(strongCleaned(node, list))
    else {
      cleanLinks(node, list)
      result.push(node)
    }
  }
  return result
}

/** A dead link leaves its words; a path printed in its words goes. */
function linkCleaned(link: Link, list: List): PhrasingContent[] {
  dropTrailing(link, list)
  return isDead(link) ? link.children : [link]
}

/** Drops `(/path)` or `(https://…)` from the end of the last text. */
function dropTrailing(parent: Link | Strong, list: List): void {
  const last = parent.children.at(-1)
  const found = last?.type === 'text' ? trailing.exec(last.value) : null
  if (!found || last?.type !== 'text') return
  list('printed-url', found[0].trim(), last)
  last.value = last.value.slice(0, found.index)
}

/** The nodes after a link that print its address: ` (`, the address, `)` with whatever follows. */
function printedAfter(nodes: readonly PhrasingContent[], index: number, link: Link): { open: Text; close: Text } | undefined {
  const [open, address, close] = [nodes[index + 1], nodes[index + 2], nodes[index + 3]]
  const isPrinted = open?.type === 'text' && /^\s*\($/.test(open.value) && address?.type === 'link' &&
    address.url === link.url && toString(address) === address.url && close?.type === 'text' && close.value.startsWith(')')
  return isPrinted ? { open, close } : undefined
}

function dropPrintedAfter(nodes: PhrasingContent[], index: number, link: Link, list: List): void {
  const printed = printedAfter(nodes, index, link)
  if (!printed) return
  list('printed-url', `(${link.url})`, printed.open)
  printed.close.value = printed.close.value.slice(1)
  nodes.splice(index + 1, 2)
}

/** `**words (<address>)**`: the address at the end of bold words. */
function hiddenAddress(strong: Strong): { words: PhrasingContent[]; open: Text; url: string } | undefined {
  const [open, address, close] = strong.children.slice(-3)
  if (open?.type !== 'text' || address?.type !== 'link' || close?.type !== 'text') return undefined
  const isHidden = /\s*\($/.test(open.value) && toString(address) === address.url && close.value.trim() === ')'
  return isHidden ? { words: strong.children.slice(0, -2), open, url: address.url } : undefined
}

function strongCleaned(strong: Strong, list: List): PhrasingContent {
  const hidden = hiddenAddress(strong)
  if (!hidden) {
    strong.children = cleaned(strong.children, list)
    return strong
  }
  list('printed-url', `(${hidden.url})`, hidden.open)
  hidden.open.value = hidden.open.value.replace(/\s*\($/, '')
  const link: Link = { type: 'link', url: hidden.url, children: hidden.words as Link['children'], ...(strong.position && { position: strong.position }) }
  return { ...strong, children: [link] }
}
