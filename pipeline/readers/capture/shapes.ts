/** Shapes of a captured page's blocks: prose, links, menus, short lines. */

import type { Link, List, Nodes, PhrasingContent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { isDead, isOfSite, isShare } from './links.ts'

/** Words of a block without the path that a captured link carries in them. */
export function plain(block: Nodes): string {
  return toString(block).replaceAll(/\s*\((?:\/[^\s()]*|https?:\/\/[^\s()]*)\)/g, '').replaceAll(/\s+/g, ' ').trim()
}

/** All the text of a block, its paragraphs and items apart. */
export function wholeText(block: Nodes): string {
  if (block.type === 'thematicBreak') return '---'
  const isOfBlocks = ['list', 'listItem', 'blockquote', 'table', 'tableRow'].includes(block.type)
  return isOfBlocks && 'children' in block ? block.children.map((child) => wholeText(child)).join('\n') : toString(block)
}

/** Whether the line ends as a sentence does, quotation marks and brackets apart. */
export const hasStop = (text: string): boolean => /[.!?؟…:؛][»”"’')\]]*$/u.test(text)

/** Short enough to be furniture: our own choice, well above a headline and well below a paragraph. */
export const isShort = (block: RootContent): boolean => (block.type === 'paragraph' || block.type === 'heading') && plain(block).length <= 120

export const isRights = (block: RootContent): boolean => isShort(block) && /(?:©|\(c\)\s*\d{4})/i.test(plain(block))

/** Real prose: a paragraph with a sentence's length and a stop at its end. */
export const isProse = (block: RootContent): boolean =>
  block.type === 'paragraph' && !isOnlyLinks(block) && !isRights(block) &&
  (plain(block).length > 120 || (plain(block).split(' ').length >= 6 && hasStop(plain(block))))

/** What a page's own furniture never is: tables, quotes, code, verse, lists of more than links. */
export const isBody = (block: RootContent): boolean =>
  isProse(block) || (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'thematicBreak' && !isSiteList(block))

/** The links of a line that is nothing else, signs between them apart; empty otherwise. */
export function linksOf(block: RootContent): Link[] {
  const children: readonly PhrasingContent[] = block.type === 'paragraph' || block.type === 'heading' ? block.children.flatMap(unwrapped) : []
  const isOnly = children.every((child) => child.type === 'link' || child.type === 'image' || child.type === 'break' ||
    (child.type === 'text' && /^[\s|·•,،/›»<>#&+-]*$/.test(child.value)))
  return isOnly ? children.filter((child) => child.type === 'link') : []
}

const unwrapped = (node: PhrasingContent): PhrasingContent[] =>
  node.type === 'strong' || node.type === 'emphasis' ? node.children.flatMap(unwrapped) : [node]

export const isOnlyLinks = (block: RootContent): boolean => block.type === 'paragraph' && linksOf(block).length > 0

/** A link that only the page itself has a use for. */
export const isPageLink = (link: Link): boolean => isDead(link) || isOfSite(link) || isShare(link)

/** A line, or a heading, of nothing but links of the page's own. */
export const isPageLine = (block: RootContent): boolean => linksOf(block).length > 0 && linksOf(block).every(isPageLink)

/** A list of nothing but links. */
export const isLinkList = (block: RootContent): block is List =>
  block.type === 'list' && block.children.every((item) => item.children.length > 0 && item.children.every((child) => isOnlyLinks(child) || isLinkList(child)))

/** A list of nothing but links of the page's own. */
export const isSiteList = (block: RootContent): boolean =>
  isLinkList(block) && block.children.every((item) => item.children.every((child) => isPageLine(child) || isSiteList(child)))
