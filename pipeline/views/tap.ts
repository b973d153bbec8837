/** One text whose sentences, or paragraphs, open their counterparts: a marker after each, and the counterparts as notes. */

import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { EpubSettings } from '../model/book.ts'
import type { Section } from '../model/edition.ts'
import { counterpartOf, directionOf, type Bilingual, type Language } from '../model/language.ts'
import type { Block } from '../model/manuscript.ts'
import type { Words } from '../model/words.ts'
import { blockElements, inLanguage } from './hast.ts'
import { notesOf } from './notes.ts'
import { sectionOf, type ParallelSection, type PlacedPassage } from './parallel.ts'
import { partsIn, rowsIn, segmentsOf } from './stacks.ts'

/** Letters that a pop-up may hold, with room left for its way back: Kindle shows none of more than 5,000. */
const longest = 4800

/** Letters under which its way back says itself in a word, for Kindle takes nothing shorter than 9 for a note. */
const shortest = 9

/** What a marker opens. Without segments of the leading side the counterpart stands alone in its place. */
interface Pair {
  /** Of the leading side, in order. */
  readonly segments: readonly string[]
  readonly counterpart: readonly Element[]
}

interface Context {
  readonly leading: Language
  readonly words: Bilingual<Words>
  readonly settings: EpubSettings['tap']
}

/** Pairs are counted through the edition, from 1: the marker `tap-ref-1` opens the note `tap-1`. */
export function tapSections(sections: readonly ParallelSection[], context: Context): Section[] {
  const { leading, words } = context
  let count = 0
  return sections.map((section) => {
    const text = textOf(section, leading, words)
    const notesOfBoth = notesOf(section, [leading, counterpartOf(leading)], words)
    // A chapter that the leading side lacks has nothing that could open it, and stands there itself.
    if (text.length === 0) return sectionOf(section, [...textOf(section, counterpartOf(leading), words), ...notesOfBoth])
    const pairs = joined(section.text.flatMap((passage) => pairsOf(passage, context)))
    const unheard = openers(pairs, count, text, context)
    const notes = pairs.map((pair, index) => noteOf(pair, count + index + 1, context))
    count += pairs.length
    const counterparts = notes.length > 0 ? [counterpartsElement(notes, context)] : []
    return sectionOf(section, [...unheard, ...text, ...counterparts, ...notesOfBoth])
  })
}

const textOf = (section: ParallelSection, language: Language, words: Bilingual<Words>): Element[] =>
  section.text.flatMap((passage) => passage[language].flatMap(({ unit, chapter }) => blockElements(unit, chapter, language, words[language])))

/** The beads of a passage, or the whole of it as far as one note holds it; what has no counterpart is left out. */
function pairsOf(passage: PlacedPassage<Block>, { leading, words, settings }: Context): Pair[] {
  const rows = rowsIn(passage)
  const segments = segmentsOf(passage, leading)
  const counterparts = partsIn(passage, rows, counterpartOf(leading), words[counterpartOf(leading)])
  const pairs = rows.map((row, index): Pair => ({
    segments: segments.slice(row[leading].from, row[leading].to).map(({ id }) => id),
    counterpart: counterparts[index] ?? [],
  }))
  switch (settings.by) {
    case 'sentences': return pairs
    case 'paragraphs': return merged(pairs, () => true)
  }
}

/** Neighbours of which `may` says so become one as long as it is not too long. */
function merged(pairs: readonly Pair[], may: (one: Pair, next: Pair) => boolean): Pair[] {
  const result: Pair[] = []
  for (const pair of pairs) {
    const last = result.at(-1)
    if (last && may(last, pair) && lengthOf(last) + lengthOf(pair) <= longest) {
      result[result.length - 1] = { segments: [...last.segments, ...pair.segments], counterpart: [...last.counterpart, ...pair.counterpart] }
    } else result.push(pair)
  }
  return result
}

/** What only the other side says, sentence after sentence, is opened together. */
const joined = (pairs: readonly Pair[]): Pair[] =>
  merged(pairs, (one, next) => one.segments.length === 0 && next.segments.length === 0).filter(({ counterpart }) => counterpart.length > 0)

const lengthOf = ({ counterpart }: Pair): number => counterpart.reduce((sum, element) => sum + toString(element).length, 0)

/**
 * Puts what opens each pair into the text; what belongs before its first sentence comes back as a paragraph of its own.
 * Changes `text`.
 */
function openers(pairs: readonly Pair[], before: number, text: readonly Element[], context: Context): Element[] {
  const places = placesIn(text)
  const first: Element[] = []
  let last: string | undefined
  pairs.forEach(({ segments }, index) => {
    const number = before + index + 1
    const isLinked = context.settings.link === 'sentence' && linkSentences(segments, number, places, context)
    last = segments.at(-1) ?? last
    if (isLinked) return
    const place = last === undefined ? undefined : places.get(last)
    if (place) putAfter(place, marker(number, context))
    else first.push(marker(number, context))
  })
  return first.length > 0 ? [inLanguage(h('p', { className: ['unpaired'] }, first), context.leading)] : []
}

interface Place {
  readonly parent: Element
  readonly segment: Element
}

function placesIn(text: readonly Element[]): Map<string, Place> {
  const places = new Map<string, Place>()
  const walk = (parent: Element): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue
      const { id, className } = child.properties
      if (Array.isArray(className) && className.includes('segment')) places.set(String(id), { parent, segment: child })
      else walk(child)
    }
  }
  text.forEach(walk)
  return places
}

/** Behind markers that stand there already. */
function putAfter({ parent, segment }: Place, element: Element): void {
  let at = parent.children.indexOf(segment) + 1
  while (isMarker(parent.children[at])) at++
  parent.children.splice(at, 0, element)
}

const isMarker = (node: ElementContent | undefined): boolean =>
  node?.type === 'element' && Array.isArray(node.properties['className']) && node.properties['className'].includes('tap-marker')

/** A ring, for it is in every face; with a direction of its own no number beside it can draw it to its other side. */
const marker = (number: number, { leading, words }: Context): Element =>
  h('a', { ...opening(number), className: ['tap-marker'], id: `tap-ref-${number}`, lang: leading, dir: directionOf(leading), ariaLabel: words[leading](`epub:tap.${counterpartOf(leading)}`) }, '°')

const opening = (number: number) => ({ href: `#tap-${number}`, role: 'doc-noteref' })

/** Makes the sentences links; one that holds a link cannot be one. False where none can. */
function linkSentences(segments: readonly string[], number: number, places: ReadonlyMap<string, Place>, { leading }: Context): boolean {
  const free = segments.flatMap((id) => places.get(id)?.segment ?? []).filter((segment) => !holdsLink(segment))
  free.forEach((segment, index) => {
    const id = index === 0 ? { id: `tap-ref-${number}` } : {}
    segment.children = [h('a', { ...opening(number), ...id, className: ['tap-sentence'], lang: leading, dir: directionOf(leading) }, segment.children)]
  })
  return free.length > 0
}

function holdsLink(segment: Element): boolean {
  let found = false
  visit(segment, 'element', ({ tagName }) => { found ||= tagName === 'a' })
  return found
}

/** A counterpart as a note in its own language, its headings as plain lines, for they head nothing there. */
function noteOf(pair: Pair, number: number, { leading, words }: Context): Element {
  const language = counterpartOf(leading)
  const isShort = lengthOf(pair) < shortest
  const arrow = isShort ? `↑ ${words[language]('epub:back')}` : '↑'
  const back = h('a', { className: ['tap-back'], role: 'doc-backlink', href: `#tap-ref-${number}`, ariaLabel: words[language]('epub:tap.back') }, arrow)
  const body = pair.counterpart.map(asLine)
  const last = body.at(-1)
  const closed = last?.tagName === 'p' ? [...body.slice(0, -1), { ...last, children: [...last.children, { type: 'text' as const, value: ' ' }, back] }] : [...body, h('p', back)]
  return inLanguage(h('aside', { className: ['counterpart'], id: `tap-${number}`, role: 'doc-footnote' }, closed), language)
}

const asLine = (element: Element): Element =>
  (/^h[1-6]$/.test(element.tagName) ? { ...element, tagName: 'p', properties: { ...element.properties, className: ['heading'] } } : element)

function counterpartsElement(notes: readonly Element[], { leading, words }: Context): Element {
  const title = h('h2', { className: ['notes-title'] }, words[leading](`epub:tap.title.${counterpartOf(leading)}`))
  const marks = { lang: leading, dir: directionOf(leading) }
  return h('section', { className: ['counterparts'], role: 'doc-endnotes', ...marks }, Object.assign(title, { properties: { ...title.properties, ...marks } }), [...notes])
}
