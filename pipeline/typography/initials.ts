/** Which paragraphs open a chapter with a drop initial, and which letters it takes. English alone: an Arabic letter is joined to its word. */

import type { Element, ElementContent, Root, Text } from 'hast'
import { toString } from 'hast-util-to-string'
import { hasClass } from '../model/classes.ts'

/** A capital with the quotation mark or bracket before it. */
const opening = /^\s*(?<letters>[“‘"'(]?\p{Lu})/u

/** A paragraph, and the text in which its initial stands. */
export interface Initial {
  readonly paragraph: Element
  readonly text: Text
  /** `T`, or a mark and its letter: `“T`. */
  readonly letters: string
}

/**
 * The initial of a chapter's tree: of its first English block that is neither a heading nor an epigraph, if that is a
 * paragraph of at least `least` characters that begins with a capital. A paragraph that goes on from the row before has none.
 */
export function initialOf(tree: Root, least: number): Initial | undefined {
  const paragraph = englishBlocks(tree).find((block) => !isBefore(block))
  if (paragraph?.tagName !== 'p' || hasClass(paragraph, 'continued') || toString(paragraph).length < least) return undefined
  const text = firstText(paragraph)
  const letters = text && opening.exec(text.value)?.groups?.['letters']
  return letters ? { paragraph, text, letters } : undefined
}

/** Blocks of the running text, in whatever the view keeps them. */
function englishBlocks({ children }: Root | Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element' || child.properties['lang'] === 'ar') return []
    return ['flow', 'passage', 'side'].some((name) => hasClass(child, name)) ? englishBlocks(child) : [child]
  })
}

const isBefore = (block: Element): boolean => /^h[1-6]$/.test(block.tagName) || hasClass(block, 'epigraph')

/** The text that opens the paragraph, unless a picture, a note or words of another language do. */
function firstText({ children }: Element): Text | undefined {
  const first = children.find((child) => child.type !== 'text' || child.value !== '')
  if (first?.type === 'text') return first
  return first?.type === 'element' && (first.tagName === 'span' || first.tagName === 'em' || first.tagName === 'strong') ? firstText(first) : undefined
}

/** Puts `shown` in the place of the letters, and `before` at the head of the paragraph. Changes the paragraph. */
export function replaceInitial({ paragraph, text, letters }: Initial, shown: ElementContent, before: ElementContent): void {
  const parent = parentOf(text, paragraph)
  const at = parent.children.indexOf(text)
  parent.children.splice(at, 1, shown, { type: 'text', value: text.value.trimStart().slice(letters.length) })
  paragraph.children.unshift(before)
}

function parentOf(text: Text, within: Element): Element {
  const [first] = within.children.filter((child) => child === text || (child.type === 'element' && holds(child, text)))
  return first?.type === 'element' ? parentOf(text, first) : within
}

const holds = (element: Element, text: Text): boolean =>
  element.children.some((child) => child === text || (child.type === 'element' && holds(child, text)))
