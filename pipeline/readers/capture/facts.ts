/** Facts that the head of a captured page states: its title, its authors, its date. */

import type { Heading, Link, RootContent } from 'mdast'
import type { Language } from '../../model/language.ts'
import { dateIn, type FoundDate } from './date.ts'
import { hasStop, isPageLink, isPageLine, isShort, linksOf, plain } from './shapes.ts'
import { folded, isOneOf, startsWithOneOf, vocabulary } from './vocabulary.ts'

export interface Facts {
  readonly authors: readonly string[]
  readonly date: FoundDate | undefined
}

/** The heading that is the title, and the headings that print it again; a site's own name above it is neither. */
export function titleOf(blocks: readonly RootContent[], language: Language): { title: Heading | undefined; repeated: Heading[] } {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading')
  const first = headings.filter(({ depth }) => depth === 1)
  const titles = first.length > 1 ? first.filter((heading, index) => index > 0 || !isPageLine(heading)) : first
  const [named = headings.slice(0, 1).find((heading) => isFollowedByFact(heading, blocks, language))] = titles
  if (!named) return { title: undefined, repeated: [] }
  const same = headings.filter((heading) => heading.depth === named.depth && plain(heading) === plain(named))
  return { title: same.at(-1), repeated: same.slice(0, -1) }
}

/** A page without a first-level heading still has its title over its by-line. */
function isFollowedByFact(heading: Heading, blocks: readonly RootContent[], language: Language): boolean {
  const at = blocks.indexOf(heading)
  return blocks.slice(at + 1, at + 3).some((block) => factsOf(block, language) !== undefined)
}

/** What a line of the head states, if it states facts and nothing else. */
export function factsOf(block: RootContent, language: Language): Facts | undefined {
  if (block.type !== 'paragraph' || !isShort(block)) return undefined
  const date = dateIn(plain(block), language)
  if (date) return { authors: [], date }
  const people = linksOf(block)
  if (people.length > 0 && people.every(isPerson)) return { authors: people.map(plain), date: undefined }
  return bylineOf(block, language) ?? lineOfFacts(block, language)
}

/** `By A Name`, `By A Name and Another, 3 May 2020`; in Arabic `بقلم` or `كتب:`. */
export function bylineOf(block: RootContent, language: Language): Facts | undefined {
  if (block.type !== 'paragraph' || !isShort(block)) return undefined
  const names = namesAfter(openingOf(plain(block), block, language), plain(block), language)
  if (!names || names === '') return undefined
  const [, before = names, after = ''] = /^(.+?)\s*[,،|·–—-]\s+(.+)$/.exec(names) ?? []
  const date = dateIn(after, language)
  const people = block.children.filter((child) => child.type === 'link').filter((link) => isPageLink(link) || isPerson(link)).map(plain)
  return { authors: people.length > 0 ? people : separated(date ? before : names, language), date }
}

/** The phrase that opens a by-line, where the line is one. */
function openingOf(text: string, block: RootContent, language: Language): string | undefined {
  const { by, byWithColon } = vocabulary[language]
  const hasLink = 'children' in block && block.children.some((child) => child.type === 'link')
  const certain = by.filter((phrase) => startsWithOneOf([phrase], text))
  const likely = byWithColon.filter((phrase) => startsWithOneOf([phrase], text) && (hasLink || /^\S+(?:\s\S+)?\s*[:：]/.test(text)))
  return [...certain, ...likely].sort((one, other) => other.length - one.length)[0]
}

/** What follows the opening, where it can be a name: short, capitalised in English, without the stop of a sentence. */
function namesAfter(opening: string | undefined, text: string, language: Language): string | undefined {
  if (opening === undefined || hasStop(text)) return undefined
  const names = text.split(/\s+/).slice(opening.split(' ').length).join(' ').replace(/^[:：]\s*/, '')
  const words = names.split(/\s+/).length
  const looksLikeName = language === 'ar' || (/^\p{Lu}/u.test(names) && !/^(?:The|A|An)\s/.test(names))
  return words <= 14 && looksLikeName ? names : undefined
}

/** In Arabic, “and” is one with the name after it and may be its first letter: only a comma parts names there. */
const separated = (names: string, language: Language): string[] =>
  names.split(language === 'en' ? /\s*(?:,\s+and|,?\s+and\s|\s&\s)\s*/ : /\s*،\s*|\s+و\s+/).map((name) => name.trim()).filter(Boolean)

/** `June 3, 2019 / A Name / 4 Comments`: facts and buttons in one line. */
function lineOfFacts(block: Extract<RootContent, { type: 'paragraph' }>, language: Language): Facts | undefined {
  const pieces = plain(block).split(/\s+[|/·•—–-]\s+|\s*[|·•]\s*/).filter(Boolean)
  const links = block.children.filter((child) => child.type === 'link')
  const people = links.filter(isPerson).map(plain)
  const dates = pieces.flatMap((piece) => dateIn(piece, language) ?? [])
  if (pieces.length < 2 || (dates.length === 0 && people.length === 0)) return undefined
  const isKnown = (piece: string): boolean =>
    dateIn(piece, language) !== undefined || isCount(piece) || isOneOf(vocabulary[language].kickers, piece) || links.some((link) => isPageLink(link) && plain(link) === piece) ||
    people.some((name) => folded(piece).endsWith(folded(name)))
  return pieces.every(isKnown) ? { authors: people, date: dates[0] } : undefined
}

/** Counts that pages print: of comments, of minutes, of views. */
const isCount = (piece: string): boolean =>
  /^\p{Nd}+\s+(?:comments?|min(?:ute)?s?(?:\s+read)?|views|shares|تعليقات?|تعليقًا|دقائق|دقيقة|مشاهدة)(?:\s+للقراءة)?$/iu.test(piece)

/** A link to somebody's page. */
const isPerson = (link: Link): boolean =>
  /\/(?:people|person|authors?|experts?|contributors?|staff|team|profiles?|writers?|columnists?|fellows?|by)\/[^\s()/]/i.test(`${link.url} ${link.children.map((child) => ('value' in child ? child.value : '')).join('')}`)
