/** Links of a captured page: dead ones, addresses printed again beside their link, and bold text that hides an address. */

import type { Emphasis, Link, PhrasingContent, Root, RootContent, Strong, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { append } from '../../model/append.ts'
import type { List } from './index.ts'

/** A path or an address in parentheses at the end of a link's or of bold words: `Name (/people/name)`. */
const trailing = /\s*\((\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*|https?:\/\/[^\s()]+)\)\s*$/

/** A link that goes nowhere on paper. One to a heading of the text is none of these. */
export const isDead = (link: Link): boolean =>
  /^(?:|#|#(?:main|top|content|main-content|skip|comments?|respond|reply|share)(?:-[\w-]*)?|javascript:.*)$/i.test(link.url)

/** A link to another page of the same site, as no manuscript has it. */
export const isOfSite = (link: Link): boolean => /^\/(?!\/)/.test(link.url) || trailing.exec(toString(link))?.[1]?.startsWith('/') === true

/** A link that shares the page. */
export const isShare = (link: Link): boolean =>
  /[?&]share=|\/shar(?:e|er|ing)\b|twitter\.com\/(?:intent|share)|x\.com\/intent|(?:wa\.me|t\.me\/share|api\.whatsapp\.com)|pinterest\.[a-z]+\/pin\/create|^mailto:\?|^whatsapp:/i.test(link.url)

/** Which of the signs of a captured page the links of a tree show. */
export function linkSigns(tree: Root): Set<string> {
  const signs = new Set<string>()
  visit(tree, 'link', (link, index, parent) => {
    if (isDead(link)) signs.add('dead-link')
    if (isOfSite(link)) signs.add('site-link')
    if (isShare(link)) signs.add('share-link')
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
      append(result, linkCleaned(node, list))
    } else if (node.type === 'strong' || node.type === 'emphasis') result.push(markCleaned(node, list))
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
  return isDead(link) || isOfSite(link) ? link.children : [link]
}

/** Drops `(/path)`, or the link's own address, from the end of its words; an address that it does not have becomes its own. */
function dropTrailing(link: Link, list: List): void {
  const last = link.children.at(-1)
  const found = last?.type === 'text' ? trailing.exec(last.value) : null
  const address = found?.[1]
  if (!found || address === undefined || last?.type !== 'text') return
  if (address.startsWith('/') || isSame(address, link.url)) list('printed-url', found[0].trim(), last)
  else if (isDead(link)) {
    list('printed-url', found[0].trim(), last)
    link.url = address
  } else return
  last.value = last.value.slice(0, found.index)
}

const isSame = (one: string, other: string): boolean => plainAddress(one) === plainAddress(other)

function plainAddress(url: string): string {
  try {
    return decodeURI(url).replace(/\/$/, '')
  } catch {
    return url.replace(/\/$/, '')
  }
}

/** The nodes after a link that print its address: ` (`, the address, `)` with whatever follows. */
function printedAfter(nodes: readonly PhrasingContent[], index: number, link: Link): { open: Text; close: Text } | undefined {
  const [open, address, close] = [nodes[index + 1], nodes[index + 2], nodes[index + 3]]
  const isPrinted = open?.type === 'text' && /^\s*\($/.test(open.value) && address?.type === 'link' &&
    isSame(address.url, link.url) && isSame(toString(address), address.url) && close?.type === 'text' && close.value.startsWith(')')
  return isPrinted ? { open, close } : undefined
}

function dropPrintedAfter(nodes: PhrasingContent[], index: number, link: Link, list: List): void {
  const printed = printedAfter(nodes, index, link)
  if (!printed) return
  list('printed-url', `(${toString(nodes[index + 2])})`, printed.open)
  printed.close.value = printed.close.value.slice(1)
  nodes.splice(index + 1, 2)
}

/** `**words (<address>)**`: the address at the end of bold or italic words. */
function hiddenAddress(mark: Strong | Emphasis): { words: PhrasingContent[]; open: Text; url: string } | undefined {
  const [open, address, close] = mark.children.slice(-3)
  if (open?.type !== 'text' || address?.type !== 'link' || close?.type !== 'text') return undefined
  const isHidden = /\($/.test(open.value) && isSame(toString(address), address.url) && close.value.trim() === ')'
  const words = mark.children.slice(0, -2)
  return isHidden && words.some((word) => /[\p{L}\p{N}]/u.test(toString(word))) ? { words, open, url: address.url } : undefined
}

function markCleaned(mark: Strong | Emphasis, list: List): PhrasingContent {
  const hidden = hiddenAddress(mark)
  // A link among the words keeps its own address, and cannot stand in another.
  if (!hidden || hidden.words.some((word) => word.type === 'link')) {
    mark.children = cleaned(mark.children, list)
    return mark
  }
  list('printed-url', `(${hidden.url})`, hidden.open)
  hidden.open.value = hidden.open.value.replace(/\s*\($/, '')
  const link: Link = { type: 'link', url: hidden.url, children: hidden.words as Link['children'], ...(mark.position && { position: mark.position }) }
  return { ...mark, children: [link] }
}
