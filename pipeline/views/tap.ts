/** One text whose sentences, or paragraphs, open their counterparts: a marker after each, and the counterparts as notes. */

import type { Element, ElementContent, Properties } from 'hast'
import { h } from 'hastscript'
import type { EpubSettings } from '../model/book.ts'
import type { Section } from '../model/edition.ts'
import { counterpartOf, directionOf, type Bilingual, type Language } from '../model/language.ts'
import type { Block } from '../model/manuscript.ts'
import type { Words } from '../model/words.ts'
import { blockElements, inLanguage, isSegment, lettersIn, segmentsIn } from './hast.ts'
import { notesOf } from './notes.ts'
import { sectionOf, type ParallelSection, type PlacedPassage } from './parallel.ts'
import { partsIn, rowsIn, segmentsOf } from './stacks.ts'
import { withTail } from './tail.ts'

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
    const { unheard, bySegment } = openers(pairs, count, text, context)
    const notes = pairs.map((pair, index) => noteOf(pair, count + index + 1, context))
    count += pairs.length
    const counterparts = notes.length > 0 ? [counterpartsElement(notes, context)] : []
    return sectionOf(section, [...unheard, ...text.map((element) => opened(element, bySegment)), ...counterparts, ...notesOfBoth])
  })
}

const textOf = (section: ParallelSection, language: Language, words: Bilingual<Words>): Element[] =>
  section.text.flatMap((passage) => passage[language].flatMap(({ unit, chapter }) => [...blockElements(unit, chapter, language, words[language])]))

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

/** Letters of the counterpart, counted no further than is asked. */
const lengthOf = ({ counterpart }: Pair): number => counterpart.reduce((sum, element) => sum + lettersIn(element, longest), 0)

/** What is put to a segment of the text. */
interface Opener {
  /** Makes a link of the segment. */
  link?: Properties
  /** Stand behind it. */
  readonly markers: Element[]
}

/** What opens each pair, by the segments of the text; what belongs before its first sentence is a paragraph of its own. */
function openers(pairs: readonly Pair[], before: number, text: readonly Element[], context: Context): { readonly unheard: readonly Element[]; readonly bySegment: ReadonlyMap<string, Opener> } {
  const segments = new Map(text.flatMap(segmentsIn).map((segment) => [String(segment.properties['id']), segment]))
  const bySegment = new Map<string, Opener>()
  const openerOf = (id: string): Opener => {
    const opener = bySegment.get(id) ?? { markers: [] }
    bySegment.set(id, opener)
    return opener
  }
  const first: Element[] = []
  let last: string | undefined
  pairs.forEach((pair, index) => {
    const number = before + index + 1
    last = pair.segments.at(-1) ?? last
    const links = context.settings.link === 'sentence' ? linksOf(pair, number, segments, context) : []
    for (const [id, link] of links) openerOf(id).link = link
    if (links.length > 0) return
    if (last !== undefined && segments.has(last)) openerOf(last).markers.push(marker(number, context))
    else first.push(marker(number, context))
  })
  return { unheard: first.length > 0 ? [inLanguage(h('p', { className: ['unpaired'] }, first), context.leading)] : [], bySegment }
}

/** The text with its openers; what holds none is the element itself, which other views share. */
function opened(element: Element, bySegment: ReadonlyMap<string, Opener>): Element {
  let isChanged = false
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    const opener = isSegment(child) ? bySegment.get(String(child.properties['id'])) : undefined
    const inner = opener?.link ? { ...child, children: [h('a', opener.link, child.children)] } : isSegment(child) ? child : opened(child, bySegment)
    isChanged ||= opener !== undefined || inner !== child
    return opener ? [inner, ...opener.markers] : [inner]
  })
  return isChanged ? { ...element, children } : element
}

/** A ring, for it is in every face; with a direction of its own no number beside it can draw it to its other side. */
const marker = (number: number, { leading, words }: Context): Element => ({
  type: 'element', tagName: 'a',
  // Properties one by one, for a book has ten thousand: to copy them from another takes ten times as long.
  properties: { href: `#tap-${number}`, role: opens, className: ['tap-marker'], id: `tap-ref-${number}`, lang: leading, dir: directionOf(leading), ariaLabel: words[leading](`epub:tap.${counterpartOf(leading)}`) },
  children: [{ type: 'text', value: '°' }],
})

const opens = 'doc-noteref'

/** Makes the sentences links, the first with the id to come back to; one that holds a link cannot be one. Nothing where none can. */
function linksOf({ segments: ids }: Pair, number: number, segments: ReadonlyMap<string, Element>, { leading }: Context): (readonly [id: string, link: Properties])[] {
  const free = ids.filter((id) => { const segment = segments.get(id); return segment !== undefined && !holdsLink(segment) })
  return free.map((id, index) => [id, {
    href: `#tap-${number}`, role: opens, ...(index === 0 && { id: `tap-ref-${number}` }), className: ['tap-sentence'], lang: leading, dir: directionOf(leading),
  }])
}

const holdsLink = ({ children }: Element): boolean => children.some((child) => child.type === 'element' && (child.tagName === 'a' || holdsLink(child)))

/** A counterpart as a note in its own language, its headings as plain lines, for they head nothing there. */
function noteOf(pair: Pair, number: number, { leading, words }: Context): Element {
  const language = counterpartOf(leading)
  const marks = { lang: language, dir: directionOf(language) }
  const arrow = lengthOf(pair) < shortest ? `↑ ${words[language]('epub:back')}` : '↑'
  const back: Element = {
    type: 'element', tagName: 'a',
    properties: { className: ['tap-back'], role: 'doc-backlink', href: `#tap-ref-${number}`, ariaLabel: words[language]('epub:tap.back') },
    children: [{ type: 'text', value: arrow }],
  }
  const body = pair.counterpart.map(asLine)
  const last = body.at(-1)
  const ended = last && withTail(last, back)
  const closed = ended ? [...body.slice(0, -1), ended] : [...body, h('p', marks, back)]
  return { type: 'element', tagName: 'aside', properties: { className: ['counterpart'], id: `tap-${number}`, role: 'doc-footnote', ...marks }, children: closed }
}

const asLine = (element: Element): Element =>
  (/^h[1-6]$/.test(element.tagName) ? { ...element, tagName: 'p', properties: { ...element.properties, className: ['heading'] } } : element)

function counterpartsElement(notes: readonly Element[], { leading, words }: Context): Element {
  const title = h('h2', { className: ['notes-title'] }, words[leading](`epub:tap.title.${counterpartOf(leading)}`))
  const marks = { lang: leading, dir: directionOf(leading) }
  return h('section', { className: ['counterparts'], role: 'doc-endnotes', ...marks }, Object.assign(title, { properties: { ...title.properties, ...marks } }), [...notes])
}
