/** A page captured from the web: its furniture goes, its facts become metadata, its broken paragraphs are mended. */

import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Language } from '../../model/language.ts'
import type { Metadata, Removal, RemovalReason, Stated } from '../../model/manuscript.ts'
import type { Message } from '../../model/message.ts'
import { placeIn } from '../images.ts'
import { dateIn } from './date.ts'
import { cleanLinks, isDead, linkSigns } from './links.ts'
import { folded, isOneOf, startsWithOneOf, vocabulary } from './vocabulary.ts'

/** Lists what is left out; the node says where it stood. */
export type List = (reason: RemovalReason, text: string, node: Nodes) => void

export interface Captured {
  readonly metadata: Metadata
  /** The note about the author, its heading first; empty where there is none. */
  readonly about: readonly RootContent[]
  readonly blocks: readonly RootContent[]
  readonly removed: readonly Removal[]
  readonly messages: readonly Message[]
}

/** Signs that must come together before a text is taken for a captured page: our own choice. */
const leastSigns = 2

/** Whether a tree shows that it was captured from a page; a clean manuscript is never touched. */
export function isCaptured(tree: Root, language: Language): boolean {
  return new Set([...linkSigns(tree), ...blockSigns(tree.children, language)]).size >= leastSigns
}

function blockSigns(blocks: readonly RootContent[], language: Language): string[] {
  const words = vocabulary[language]
  const titles = blocks.filter((block): block is Heading => block.type === 'heading' && block.depth === 1).map(plain)
  const head = blocks.slice(0, 15)
  return [
    ...(new Set(titles).size < titles.length ? ['repeated-title'] : []),
    ...(head.some((block) => block.type === 'paragraph' && isShort(block) && startsWithOneOf(words.otherLanguage, plain(block))) ? ['other-language'] : []),
    ...(head.some((block) => block.type === 'paragraph' && dateIn(plain(block), language)) ? ['date-line'] : []),
    ...(head.some((block) => isByLine(block, language)) ? ['by-line'] : []),
    ...(head.filter((block) => isShort(block) && isOneOf(words.controls, plain(block))).length > 1 ? ['controls'] : []),
  ]
}

/** Cleans the page; `tree` is used up. */
export function cleanCapture(tree: Root, file: string, language: Language): Captured {
  const page = new Page(file, language)
  const body = page.withoutTail(page.withoutHead(tree.children))
  const about = page.about
  for (const block of [...about, ...body]) cleanLinks(block, page.list)
  const blocks = page.joined(page.withoutEndMark(body))
  return { metadata: page.metadata, about: page.joined(about), blocks, removed: page.removed, messages: page.messages }
}

class Page {
  readonly removed: Removal[] = []
  readonly messages: Message[] = []
  readonly about: RootContent[] = []
  readonly list: List
  readonly #file: string
  readonly #language: Language
  #title: Stated | undefined
  #authors: Stated[] = []
  #date: Metadata['date']

  constructor(file: string, language: Language) {
    this.#file = file
    this.#language = language
    this.list = (reason, text, node) => void this.removed.push({ reason, language, place: placeIn(file, node), text })
  }

  get metadata(): Metadata {
    return { title: this.#title, authors: this.#authors, date: this.#date }
  }

  /** Everything before the first real prose is sorted: facts, the author's box, furniture; the title stays. */
  withoutHead(blocks: readonly RootContent[]): RootContent[] {
    const titles = blocks.filter((block): block is Heading => block.type === 'heading' && block.depth === 1)
    const title = titles.findLast((heading) => plain(heading) === (titles[0] && plain(titles[0])))
    if (title) this.#title = { text: plain(title), place: placeIn(this.#file, title) }
    const kept: RootContent[] = []
    let at = 0
    for (; at < blocks.length; at++) {
      const block = blocks[at]
      if (!block) break
      if (block === title) kept.push(block)
      else if (this.#isAboutHeading(block)) at = this.#takeAbout(blocks, at)
      else if (!this.#takeFurniture(block, blocks[at - 1], title)) {
        if (isProse(block) || block.type === 'heading') break
        kept.push(block)
      }
    }
    return [...kept, ...blocks.slice(at)]
  }

  /** Whether the block was furniture or a fact, and is listed now. */
  #takeFurniture(block: RootContent, before: RootContent | undefined, title: Heading | undefined): boolean {
    const reason = this.#reasonOf(block, before, title)
    if (reason) this.list(reason, toString(block) || '---', block)
    return reason !== undefined
  }

  #reasonOf(block: RootContent, before: RootContent | undefined, title: Heading | undefined): RemovalReason | undefined {
    const words = vocabulary[this.#language]
    const text = plain(block)
    if (block.type === 'heading' && title && text === plain(title)) return 'repeated-title'
    if (block.type === 'thematicBreak') return 'navigation'
    if (!isShort(block)) return isMenu(block) ? 'navigation' : undefined
    if (isByLine(block, this.#language)) return this.#takeAuthor(block)
    const date = dateIn(text, this.#language)
    if (date) {
      this.#date ??= { text, iso: date, place: placeIn(this.#file, block) }
      return 'metadata'
    }
    if (startsWithOneOf(words.otherLanguage, text) || isOneOf(words.controls, text)) return 'navigation'
    if (isOnlyLinks(block)) return this.#authors.some((author) => author.text === text) ? 'repeated-title' : 'navigation'
    const isLabel = block.type === 'paragraph' && !hasStop(text) && text.split(/\s+/).length <= 5 && before !== undefined
    return isLabel ? 'label' : undefined
  }

  #takeAuthor(block: RootContent): RemovalReason {
    const opening = vocabulary[this.#language].by.find((phrase) => startsWithOneOf([phrase], plain(block))) ?? ''
    const name = plain(block).split(/\s+/).slice(opening.split(' ').length).join(' ').replace(/^[:：]\s*/, '')
    if (this.#authors.some((author) => author.text === name)) return 'repeated-title'
    this.#authors.push({ text: name, place: placeIn(this.#file, block) })
    return 'metadata'
  }

  #isAboutHeading(block: RootContent): boolean {
    return block.type === 'heading' && isOneOf(vocabulary[this.#language].about, plain(block))
  }

  /**
   * Takes the box about the author that begins at `at` and gives the index of its last block.
   * The box ends before a label, a heading, a fact, or the second paragraph of prose where nothing else ends it.
   */
  #takeAbout(blocks: readonly RootContent[], at: number): number {
    const rest = blocks.slice(at + 1)
    const end = rest.findIndex((block) => block.type === 'heading' || block.type === 'thematicBreak' || this.#isLabel(block))
    const box = end < 0 ? rest.slice(0, rest.findIndex(isProse) + 1) : rest.slice(0, end)
    const text = box.filter((block) => !this.#isAuthorName(block))
    for (const block of box) if (!text.includes(block)) this.list('repeated-title', toString(block), block)
    const heading = blocks[at]
    if (heading) this.about.push(heading, ...text)
    return at + box.length
  }

  #isLabel(block: RootContent): boolean {
    const text = plain(block)
    return block.type === 'paragraph' && isShort(block) && !isOnlyLinks(block) && !hasStop(text) && text.split(/\s+/).length <= 5
  }

  #isAuthorName(block: RootContent): boolean {
    const text = plain(block)
    return isShort(block) && (isOnlyLinks(block) || this.#authors.some((author) => folded(author.text) === folded(text)))
  }

  /** A tail of other articles goes from its heading on, when nothing after it is prose; so do buttons at the end. */
  withoutTail(blocks: readonly RootContent[]): RootContent[] {
    const words = vocabulary[this.#language]
    const lastProse = blocks.findLastIndex((block) => isProse(block) || (block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'thematicBreak' && !isMenu(block)))
    const headings = blocks.map((block, index) => ({ block, index })).slice(lastProse + 1)
    const tail = headings.find(({ block }) => isShort(block) && startsWithOneOf(words.recommended, plain(block)) && (block.type === 'heading' || isOneOf(words.recommended, plain(block))))
    const end = tail?.index ?? blocks.length
    for (const block of blocks.slice(end)) this.list('recommended', toString(block) || '---', block)
    return this.#withoutButtons(blocks.slice(0, end), lastProse)
  }

  #withoutButtons(blocks: readonly RootContent[], lastProse: number): RootContent[] {
    return blocks.filter((block, index) => {
      const isButton = index > lastProse && isShort(block) && !(block.type === 'heading') &&
        (isOneOf(vocabulary[this.#language].controls, plain(block)) || isDeadOnly(block) || isMenu(block) || /^(?:©|\(c\))/i.test(plain(block)))
      if (isButton) this.list('navigation', toString(block), block)
      return !isButton
    })
  }

  /** An ornament after the last word tells that the article is over; a book tells it by ending. */
  withoutEndMark(blocks: readonly RootContent[]): RootContent[] {
    const last = blocks.findLast((block) => block.type !== 'thematicBreak')
    const text = last?.type === 'paragraph' ? last.children.at(-1) : undefined
    const mark = text?.type === 'text' ? /\s*[❖■◆●▪♦∎□◼✦※⁂]+\s*$/u.exec(text.value) : null
    if (!mark || text?.type !== 'text') return [...blocks]
    this.list('label', mark[0].trim(), text)
    text.value = text.value.slice(0, mark.index)
    return last && toString(last).trim() === '' ? blocks.filter((block) => block !== last) : [...blocks]
  }

  /** Paragraphs that a page break cut in the middle of a sentence are one again. */
  joined(blocks: readonly RootContent[]): RootContent[] {
    const result: RootContent[] = []
    for (const block of blocks) {
      const before = result.at(-1)
      if (before?.type === 'paragraph' && block.type === 'paragraph' && this.#goesOn(before, block)) {
        result[result.length - 1] = join(before, block)
        this.messages.push({
          rule: 'reading/paragraph-joined', severity: 'note', language: this.#language,
          place: placeIn(this.#file, block), values: { start: opening(block) },
        })
      } else result.push(block)
    }
    return result
  }

  /** English goes on in lower case; Arabic has no case, so a first part of some length without any stop must do. */
  #goesOn(before: Paragraph, after: Paragraph): boolean {
    const first = toString(before).trimEnd()
    const second = toString(after).trimStart()
    if (/[.!?:;…؟؛。:"”»)\]]$/u.test(first) || first === '' || second === '') return false
    if (this.#language === 'en') return /^[\p{Ll}(]/u.test(second)
    return /^[\p{L}«(]/u.test(second) && first.split(/\s+/).length >= 8
  }
}

const opening = (block: Nodes): string => toString(block).trim().split(/\s+/).slice(0, 4).join(' ')

function join(before: Paragraph, after: Paragraph): Paragraph {
  return {
    ...before,
    children: [...before.children, { type: 'text', value: ' ' }, ...after.children],
    ...(before.position && after.position && { position: { start: before.position.start, end: after.position.end } }),
  }
}

/** Words of a block without the path that a captured link carries in them. */
function plain(block: Nodes): string {
  return toString(block).replaceAll(/\s*\(\/[^\s()]*\)/g, '').replaceAll(/\s+/g, ' ').trim()
}

const hasStop = (text: string): boolean => /[.!?؟…:؛»”"]$/u.test(text)

/** Short enough to be furniture: our own choice, well above a headline and well below a paragraph. */
const isShort = (block: RootContent): boolean => (block.type === 'paragraph' || block.type === 'heading') && plain(block).length <= 120

/** Real prose: a paragraph with a sentence's length and a stop inside or at its end. */
const isProse = (block: RootContent): boolean =>
  block.type === 'paragraph' && !isOnlyLinks(block) && (plain(block).length > 120 || (plain(block).split(' ').length >= 6 && hasStop(plain(block))))

function isOnlyLinks(block: RootContent): boolean {
  return block.type === 'paragraph' && block.children.some((child) => child.type === 'link') &&
    block.children.every((child) => child.type === 'link' || child.type === 'image' || (child.type === 'text' && /^[\s|·•,/›»<>-]*$/.test(child.value)))
}

const isDeadOnly = (block: RootContent): boolean =>
  block.type === 'paragraph' && isOnlyLinks(block) && block.children.every((child) => child.type !== 'link' || isDead(child))

/** A list of nothing but links. */
const isMenu = (block: RootContent): boolean =>
  block.type === 'list' && block.children.every((item) => item.children.every((child) => isOnlyLinks(child) || isMenu(child)))

function isByLine(block: RootContent, language: Language): boolean {
  if (block.type !== 'paragraph' || !isShort(block)) return false
  const text = plain(block)
  const words = text.split(/\s+/)
  return startsWithOneOf(vocabulary[language].by, text) && words.length >= 2 && words.length <= 10 && !hasStop(text)
}
