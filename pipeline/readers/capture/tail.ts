/** The tail of a captured page: other articles, comments, buttons. Nothing goes that prose of the text's own follows. */

import type { RootContent } from 'mdast'
import type { RemovalReason } from '../../model/manuscript.ts'
import { dateIn } from './date.ts'
import { factsOf } from './facts.ts'
import { isAboutHeading, isInvitation } from './head.ts'
import type { Page } from './page.ts'
import { hasStop, isBody, isLinkList, isOnlyLinks, isPageLine, isPageLink, isProse, isRights, isShort, isSiteList, linksOf, plain } from './shapes.ts'
import { isOneOf, startsWithOneOf, vocabulary } from './vocabulary.ts'

/** Letters of the words that a page prints below the title of another article, and of a note about an author. */
const longestTeaser = 400
const longestNote = 900

/** The blocks without the page's tail and without what interrupts them; all of it is listed. */
export function withoutTail(blocks: readonly RootContent[], page: Page): RootContent[] {
  const read = cutAt(commentsAt(blocks, page), blocks, 'navigation', page)
  const own = withoutNote(read, page)
  const article = cutAt(othersAt(own, page), own, 'recommended', page)
  return withoutInterruptions(withoutButtons(article, page), page)
}

function cutAt(at: number, blocks: readonly RootContent[], reason: RemovalReason, page: Page): RootContent[] {
  if (at < 0) return [...blocks]
  for (const block of blocks.slice(at)) page.remove(reason, block)
  return blocks.slice(0, at)
}

/** Index of the heading over what readers wrote, which is prose: the page must show that they could answer there. */
function commentsAt(blocks: readonly RootContent[], page: Page): number {
  const { comments } = vocabulary[page.language]
  return blocks.findIndex((block, at) => block.type === 'heading' &&
    startsWithOneOf(comments, plain(block).replace(/^[\p{Nd}\s]+/u, '')) && isForm(blocks.slice(at + 1), page))
}

const isForm = (rest: readonly RootContent[], page: Page): boolean =>
  !rest.some(isBody) || rest.some((block) => hasReply(block) || (isShort(block) && isOneOf(vocabulary[page.language].comments, plain(block))) ||
    /required fields|will not be published|الحقول الإلزامية|لن يتم نشر|لن ينشر/i.test(plain(block)))

function hasReply(node: RootContent): boolean {
  if (node.type === 'link') return /^#(?:comment|respond|reply)/i.test(node.url)
  return 'children' in node && node.children.some((child) => hasReply(child))
}

/** A note about the author at the end joins the front matter, as one at the head does. */
function withoutNote(blocks: readonly RootContent[], page: Page): RootContent[] {
  const at = blocks.findLastIndex((block) => isAboutHeading(block, page))
  if (at < 0) return [...blocks]
  const rest = blocks.slice(at + 1)
  const found = rest.findIndex((block) => block.type === 'heading' || block.type === 'thematicBreak' || isButton(block, page))
  const end = found < 0 ? rest.length : found
  const box = rest.slice(0, end)
  const isNote = box.some(isProse) && box.filter(isProse).length <= 3 && box.every((block) => block.type === 'paragraph' && plain(block).length <= longestNote)
  const after = rest.slice(end)
  const others = othersAt(after, page)
  if (!isNote || (others < 0 ? after : after.slice(0, others)).some(isBody)) return [...blocks]
  page.takeAbout(blocks[at], box)
  return [...blocks.slice(0, at), ...after]
}

/** Index where other articles begin: at a heading that says so, or at one with nothing but links of the page below it. */
function othersAt(blocks: readonly RootContent[], page: Page): number {
  return blocks.findIndex((block, at) => opens(block, blocks.slice(at + 1), page))
}

function opens(block: RootContent, rest: readonly RootContent[], page: Page): boolean {
  const { recommended, readings } = vocabulary[page.language]
  if (!isShort(block)) return false
  const text = plain(block)
  const isHeading = block.type === 'heading'
  if (isOneOf(readings, text)) return areCards(rest, page) && rest.some(hasPageLink) && !rest.some(hasOtherLink)
  if (isOneOf(recommended, text) || (isHeading && startsWithOneOf(recommended, text))) return areCards(rest, page) && (isHeading || rest.length > 0)
  return isHeading && rest.some(hasPageLink) && !rest.some(hasOtherLink) && rest.every((card) => isCard(card, page))
}

/** Titles, dates, names and pictures of other articles; a few words may stand below a title that is a link of the page. */
function areCards(rest: readonly RootContent[], page: Page): boolean {
  return rest.every((block, at) => !isBody(block) || isLinkList(block) || isTeaser(block, rest.slice(Math.max(0, at - 3), at)) || isButton(block, page))
}

const isTeaser = (block: RootContent, before: readonly RootContent[]): boolean =>
  block.type === 'paragraph' && plain(block).length <= longestTeaser && before.some(isPageLine)

const isCard = (block: RootContent, page: Page): boolean =>
  isPageLine(block) || isSiteList(block) || block.type === 'thematicBreak' || isButton(block, page) ||
  (block.type === 'paragraph' && (isOneOf(vocabulary[page.language].kickers, plain(block)) || dateIn(plain(block), page.language) !== undefined || plain(block) === '' || factsOf(block, page.language) !== undefined || isNameLike(block)))

/** Two to four words without a stop, such as the name below another article's title. */
const isNameLike = (block: RootContent): boolean =>
  block.type === 'paragraph' && plain(block).split(' ').length <= 4 && !hasStop(plain(block)) && !isOnlyLinks(block)

const hasPageLink = (block: RootContent): boolean => isPageLine(block) || isSiteList(block)

const hasOtherLink = (block: RootContent): boolean =>
  linksOf(block).some((link) => !isPageLink(link)) || (isLinkList(block) && !isSiteList(block))

/** Buttons, tags and rights after the last words of the text. */
function withoutButtons(blocks: readonly RootContent[], page: Page): RootContent[] {
  const last = blocks.findLastIndex(isBody)
  return blocks.filter((block, at) => {
    const goes = at > last && isButton(block, page)
    if (goes) page.remove('navigation', block)
    return !goes
  })
}

function isButton(block: RootContent, page: Page): boolean {
  const { controls } = vocabulary[page.language]
  if (isSiteList(block)) return true
  return isShort(block) && (isOneOf(controls, plain(block)) || isInvitation(block, page) || isPageLine(block) || isRights(block) || isTagLine(block, page))
}

/** `Tags: one, two`: a button's word and links of the page. */
function isTagLine(block: RootContent, page: Page): boolean {
  if (block.type !== 'paragraph') return false
  const links = block.children.filter((child) => child.type === 'link')
  const words = block.children.filter((child) => child.type !== 'link').map(plain).join(' ')
  return links.length > 0 && links.every(isPageLink) && isOneOf([...vocabulary[page.language].controls, ...vocabulary[page.language].invitations], words)
}

/** What stands between paragraphs and belongs to neither: advertisements, invitations, “Read more: …”. */
function withoutInterruptions(blocks: readonly RootContent[], page: Page): RootContent[] {
  const { interruptions, recommended } = vocabulary[page.language]
  return blocks.filter((block) => {
    if (block.type !== 'paragraph' && !isSiteList(block)) return true
    const text = plain(block)
    const isOther = isPageLine(block) && startsWithOneOf(recommended, text)
    const reason = isOther ? 'recommended' : isOneOf(interruptions, text) || isInvitation(block, page) || isShareList(block) ? 'navigation' : undefined
    if (reason) page.remove(reason, block)
    return reason === undefined
  })
}

const isShareList = (block: RootContent): boolean =>
  block.type === 'list' && isSiteList(block) && block.children.every((item) => item.children.every((child) => linksOf(child as RootContent).length > 0))
