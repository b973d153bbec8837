/** Whether a text shows that it was captured from a page; a clean manuscript is never touched. */

import type { Root, RootContent } from 'mdast'
import type { Language } from '../../model/language.ts'
import { bylineOf, titleOf } from './facts.ts'
import { dateIn } from './date.ts'
import { linkSigns } from './links.ts'
import { isShort, isSiteList, plain } from './shapes.ts'
import { isOneOf, isSwitch, vocabulary } from './vocabulary.ts'

/** Signs that must come together: our own choice. */
const leastSigns = 2

/** Blocks at the head among which facts and buttons are looked for. */
const headLength = 20

/** At least one sign must be a page's own: a manuscript, too, may state its author and its date. */
export function isCaptured(tree: Root, language: Language): boolean {
  const page = pageSigns(tree, language)
  return page.size > 0 && page.size + factSigns(tree.children, language).length >= leastSigns
}

/** Signs that no manuscript has; a tree has those of each of its blocks. */
export const pageSigns = (tree: Root, language: Language): ReadonlySet<string> =>
  new Set([...linkSigns(tree), ...buttonSigns(tree.children, language)])

function buttonSigns(blocks: readonly RootContent[], language: Language): string[] {
  const words = vocabulary[language]
  const head = blocks.slice(0, headLength).filter((block) => block.type === 'paragraph' && isShort(block)).map(plain)
  return [
    ...(head.some((text) => isSwitch(text, language)) ? ['other-language'] : []),
    ...(head.filter((text) => isOneOf(words.controls, text)).length > 1 ? ['controls'] : []),
    ...(blocks.some(isSiteList) ? ['menu'] : []),
    ...(blocks.some((block) => block.type === 'paragraph' && isOneOf(words.interruptions, plain(block))) ? ['interruption'] : []),
  ]
}

function factSigns(blocks: readonly RootContent[], language: Language): string[] {
  const head = blocks.slice(0, headLength)
  return [
    ...(titleOf(blocks, language).repeated.length > 0 ? ['repeated-title'] : []),
    ...(head.some((block) => block.type === 'paragraph' && dateIn(plain(block), language)) ? ['date-line'] : []),
    ...(head.some((block) => bylineOf(block, language)) ? ['by-line'] : []),
  ]
}
