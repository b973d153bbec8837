/** The head of a captured page: facts, switches and buttons go; its title, its standfirst and the box about its author stay. */

import type { Heading, RootContent } from 'mdast'
import type { RemovalReason } from '../../model/manuscript.ts'
import { factsOf, titleOf } from './facts.ts'
import type { Page } from './page.ts'
import { hasStop, isLinkList, isOnlyLinks, isPageLine, isProse, isShort, isSiteList, plain } from './shapes.ts'
import { folded, isOneOf, isSwitch, ownNames, startsWithOneOf, vocabulary } from './vocabulary.ts'

/** Paragraphs of prose that may stand before the last fact: a standfirst, perhaps in two. */
const mostProse = 2

/** Blocks among which the head ends. */
const longest = 40

/** The blocks without the head's furniture, which is listed. */
export function withoutHead(blocks: readonly RootContent[], page: Page): RootContent[] {
  const { title, repeated } = titleOf(blocks, page.language)
  if (title) page.state({ title: plain(title) }, title)
  const titleAt = title ? blocks.indexOf(title) : -1
  const kept: RootContent[] = []
  let prose = 0
  let at = 0
  for (; at < Math.max(longest, titleAt + 1) && at < blocks.length && prose <= mostProse; at++) {
    const block = blocks[at]
    if (!block) break
    if (block === title) kept.push(block)
    else if (isAboutHeading(block, page)) at += takeAbout(blocks, at, page)
    else if (repeated.includes(block as Heading)) page.list('repeated-title', plain(block), block)
    else {
      const reason = at < titleAt ? reasonAbove(block, title, page) ?? reasonOf(block, blocks[at - 1], page) : prose > 0 && !isNews(block, page) ? undefined : reasonOf(block, blocks[at - 1], page)
      if (reason) page.remove(reason, block)
      else if (block.type === 'heading' && at > titleAt) break
      else {
        prose += isProse(block) && at > titleAt ? 1 : 0
        kept.push(block)
      }
    }
  }
  return [...kept, ...blocks.slice(at)]
}

/** Above its title a page has its own name, where one is in it, and the title for the tab. */
function reasonAbove(block: RootContent, title: Heading | undefined, page: Page): RemovalReason | undefined {
  const text = plain(block)
  if (title && (text === plain(title) || /^\s*[|–—-]/.test(text.startsWith(plain(title)) ? text.slice(plain(title).length) : ''))) return 'repeated-title'
  if (factsOf(block, page.language)) return undefined
  if (isOnlyLinks(block) || isLinkList(block) || (block.type === 'heading' && isPageLine(block))) return 'navigation'
  return block.type === 'paragraph' && isShort(block) && !hasStop(text) && text !== '' ? 'label' : undefined
}

/** Below a standfirst a rule is a break of scene, and a bare date or name is news only where none was stated yet. */
function isNews(block: RootContent, page: Page): boolean {
  if (block.type === 'thematicBreak') return false
  const facts = factsOf(block, page.language)
  if (!facts) return true
  const isLabelled = facts.date !== undefined && facts.date.text !== plain(block)
  return isLabelled || (facts.date !== undefined && page.metadata.date === undefined) || (facts.authors.length > 0 && page.metadata.authors.length === 0)
}

/** Why a block of the head goes, with the facts that it states; undefined for what stays. */
function reasonOf(block: RootContent, before: RootContent | undefined, page: Page): RemovalReason | undefined {
  const words = vocabulary[page.language]
  const text = plain(block)
  if (block.type === 'thematicBreak' || isSiteList(block)) return 'navigation'
  if (block.type !== 'paragraph' || !isShort(block)) return undefined
  const facts = factsOf(block, page.language)
  if (facts) return page.state(facts, block) ? 'metadata' : 'repeated-title'
  if (isSwitch(text, page.language) || isOneOf(words.controls, text) || isInvitation(block, page)) return 'navigation'
  if (isOneOf(ownNames, text) && before && isSwitch(plain(before), page.language)) return 'navigation'
  if (isPageLine(block)) return page.isAuthor(text) ? 'repeated-title' : startsWithOneOf(words.recommended, text) ? 'recommended' : 'navigation'
  return isOneOf(words.kickers, text) ? 'label' : undefined
}

export const isInvitation = (block: RootContent, page: Page): boolean =>
  block.type === 'paragraph' && isShort(block) && !hasStop(plain(block).replace(/[:.!]$/, '')) && startsWithOneOf(vocabulary[page.language].invitations, plain(block))

export const isAboutHeading = (block: RootContent, page: Page): boolean =>
  block.type === 'heading' && isOneOf(vocabulary[page.language].about, plain(block))

/**
 * Takes the box about the author whose heading stands at `at`; gives the number of blocks after the heading that were in it.
 * It holds a paragraph for each name; more only where a fact, a label or a rule ends it.
 */
function takeAbout(blocks: readonly RootContent[], at: number, page: Page): number {
  const rest = blocks.slice(at + 1)
  const end = rest.findIndex((block) => block.type === 'heading' || block.type === 'thematicBreak' || endsBox(block, page))
  const box = end < 0 ? rest : rest.slice(0, end)
  const prose = box.filter(isProse)
  const names = box.filter((block) => isName(block, page)).length
  const most = end >= 0 && rest[end]?.type !== 'heading' && prose.length <= 4 ? prose.length : Math.max(1, names)
  const after = prose[most]
  const own = after ? box.slice(0, box.indexOf(after)) : box
  page.takeAbout(blocks[at], own)
  return own.length
}

const endsBox = (block: RootContent, page: Page): boolean =>
  isShort(block) && !isName(block, page) && (isOneOf(vocabulary[page.language].kickers, plain(block)) || isOneOf(vocabulary[page.language].controls, plain(block)) ||
    isSwitch(plain(block), page.language) || factsOf(block, page.language)?.date !== undefined)

const isName = (block: RootContent, page: Page): boolean =>
  block.type === 'paragraph' && isShort(block) && (isOnlyLinks(block) || page.isAuthor(folded(plain(block))))
