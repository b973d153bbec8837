/** Mends what the page broke: paragraphs cut in the middle of a sentence, and the ornament after the last word. */

import type { Nodes, Paragraph, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Language } from '../../model/language.ts'
import type { Message } from '../../model/message.ts'
import { placeIn } from '../images.ts'
import type { Page } from './page.ts'
import { hasStop } from './shapes.ts'

/** An ornament after the last word tells that the article is over; a book tells it by ending. */
export function withoutEndMark(blocks: readonly RootContent[], page: Page): RootContent[] {
  const last = blocks.findLast((block) => block.type !== 'thematicBreak')
  const text = last?.type === 'paragraph' ? last.children.at(-1) : undefined
  const mark = text?.type === 'text' ? /\s*[❖■◆●▪♦∎□◼✦※⁂]+\s*$/u.exec(text.value) : null
  if (!mark || text?.type !== 'text') return [...blocks]
  page.list('label', mark[0].trim(), text)
  text.value = text.value.slice(0, mark.index)
  return last && toString(last).trim() === '' ? blocks.filter((block) => block !== last) : [...blocks]
}

/** Words that the first part of a cut paragraph has at least, and the share of paragraphs that end in a stop: our own choice. */
const leastWords = 8
const leastStops = 0.7

/** Paragraphs that a page break cut in the middle of a sentence are one again; each is told. */
export function joined(blocks: readonly RootContent[], file: string, language: Language): { blocks: RootContent[]; messages: Message[] } {
  const result: RootContent[] = []
  const messages: Message[] = []
  const usesStops = endsInStops(blocks)
  for (const block of blocks) {
    const before = result.at(-1)
    if (before?.type === 'paragraph' && block.type === 'paragraph' && goesOn(before, block, language, usesStops)) {
      result[result.length - 1] = join(before, block)
      messages.push({ rule: 'reading/paragraph-joined', severity: 'note', language, place: placeIn(file, block), values: { start: opening(block) } })
    } else result.push(block)
  }
  return { blocks: result, messages }
}

/** Whether paragraphs of some length end in a stop, the cut one apart: some writers never set one. */
function endsInStops(blocks: readonly RootContent[]): boolean {
  const long = blocks.filter((block) => block.type === 'paragraph').map((block) => toString(block).trim()).filter((text) => text.split(/\s+/).length >= leastWords)
  return long.filter(hasStop).length >= Math.max(1, leastStops * (long.length - 1))
}

/** English goes on in lower case; Arabic has no case, so there the text must otherwise end its paragraphs with stops. */
function goesOn(before: Paragraph, after: Paragraph, language: Language, usesStops: boolean): boolean {
  const first = toString(before).trimEnd()
  const second = toString(after).trimStart()
  if (/[.!?:;…؟؛。"”»)\]]$/u.test(first) || first.split(/\s+/).length < leastWords || second === '') return false
  return language === 'en' ? /^[\p{Ll}(]/u.test(second) : usesStops && /^[\p{L}«(]/u.test(second)
}

const opening = (block: Nodes): string => toString(block).trim().split(/\s+/).slice(0, 4).join(' ').replace(/[.…]+$/, '')

function join(before: Paragraph, after: Paragraph): Paragraph {
  return {
    ...before,
    children: [...before.children, { type: 'text', value: ' ' }, ...after.children],
    ...(before.position && after.position && { position: { start: before.position.start, end: after.position.end } }),
  }
}
