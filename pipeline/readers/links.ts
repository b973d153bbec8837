/** Links from one place of the book to another: `[the mill](02-mill.md#the-mill)`, `[above](#the-ferry)`. */

import { posix } from 'node:path'
import GithubSlugger from 'github-slugger'
import type { Link, Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Block, Chapter, Manuscript, Note } from '../model/manuscript.ts'
import { headingsIn } from './anchors.ts'
import { withoutReferences } from './references.ts'

/** Addresses on the network, and others that name how they are reached. */
const outside = /^(?:[a-z][a-z\d+.-]*:|\/\/)/i

/** Whether a link is meant to lead to a place of the book itself. */
export const isInner = (url: string): boolean => !outside.test(url)

/**
 * Both sides with every inner link leading to the heading that it names; what is in none of them stays as it is.
 *
 * A place is named as code forges do (`#the-old-mill`, `#المطحنة-القديمة`), by the heading's own name (`{#mill}`), or by its file alone, which is the
 * file's first heading. A link that still has the words of the other language leads to the heading at the same place of its own, if both files
 * have as many. Linear; chapters and blocks without such links are shared with what was given.
 */
export function withLinks(manuscripts: Bilingual<Manuscript>): Bilingual<Manuscript> {
  if (!languages.some((language) => hasInner(manuscripts[language]))) return manuscripts
  const places = bilingual((language) => filesOf(manuscripts[language]))
  return bilingual((language) => settled(manuscripts[language], (url, file) => placeOf(url, file, language, places)))
}

const hasInner = ({ chapters }: Manuscript): boolean => chapters.some(hasLinks)

/** Looked for once in each chapter: of a book that was read again, most are the very same. */
function hasLinks(chapter: Chapter): boolean {
  const has = linked.get(chapter) ?? (chapter.blocks.some(hasLink) || chapter.notes.some(hasLink))
  linked.set(chapter, has)
  return has
}

const linked = new WeakMap<Chapter, boolean>()

const hasLink = ({ segments }: Block | Note): boolean => segments.some(({ links }) => links.some(isInner))

/** Headings of a file by what links may call them, each counted from the file's first. */
interface FilePlaces {
  readonly file: string
  readonly ids: readonly string[]
  readonly names: ReadonlyMap<string, number>
}

/** By the number of the part. */
type Places = ReadonlyMap<number, FilePlaces>

function filesOf({ chapters }: Manuscript): Places {
  const parts = new Map<number, Chapter[]>()
  for (const chapter of chapters) parts.set(chapter.part, [...parts.get(chapter.part) ?? [], chapter])
  return new Map([...parts].map(([part, own]) => [part, placesIn(own)]))
}

function placesIn(chapters: readonly Chapter[]): FilePlaces {
  const headings = chapters.flatMap(({ blocks }) => blocks.flatMap(({ node }) => headingsIn(node)))
  const slugger = new GithubSlugger()
  const names = new Map<string, number>()
  headings.forEach((heading, index) => {
    const slug = slugger.slug(toString(withoutReferences(heading)).trim())
    for (const name of [heading.data?.anchor, slug]) if (name !== undefined && !names.has(folded(name))) names.set(folded(name), index)
  })
  const file = chapters.flatMap(({ blocks }) => blocks)[0]?.place.file ?? ''
  return { file, names, ids: headings.map(({ data }) => String(data?.hProperties?.['id'])) }
}

/** Vowel marks and capitals may be written or not. */
const folded = (name: string): string => name.normalize('NFC').toLowerCase().replaceAll(/[\u064B-\u0652\u0670\u0640]/g, '')

/** Id of the heading to which a link leads, or undefined. */
function placeOf(url: string, from: string, language: Language, places: Bilingual<Places>): string | undefined {
  const [path = '', name] = decoded(url).split('#', 2)
  const beside = (file: string) => (path === '' ? file : posix.join(posix.dirname(file), path))
  const there = counterpartOf(language)
  const own = partOf(places[language], from)
  const original = own === undefined ? undefined : places[there].get(own)?.file
  // A link that was left as the original has it is meant from the original's file.
  const part = partOf(places[language], beside(from)) ?? partOf(places[there], beside(from)) ?? (original === undefined ? undefined : partOf(places[there], beside(original)))
  return part === undefined ? undefined : headingIn(places, part, name, language)
}

function partOf(places: Places, file: string): number | undefined {
  for (const [part, found] of places) if (found.file === file) return part
  return undefined
}

function headingIn(places: Bilingual<Places>, part: number, name: string | undefined, language: Language): string | undefined {
  const [own, other] = [places[language].get(part), places[counterpartOf(language)].get(part)]
  if (!name) return own?.ids[0]
  const [here, there] = [own?.names.get(folded(name)), other?.names.get(folded(name))]
  if (here !== undefined) return own?.ids[here]
  return there !== undefined && own?.ids.length === other?.ids.length ? own?.ids[there] : undefined
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

type Settle = (url: string, file: string) => string | undefined

function settled(manuscript: Manuscript, settle: Settle): Manuscript {
  return {
    ...manuscript,
    chapters: manuscript.chapters.map((chapter): Chapter => (!hasLinks(chapter) ? chapter : {
      ...chapter,
      blocks: chapter.blocks.map((block) => (hasLink(block) ? { ...block, node: once(block.node, (url) => settle(url, block.place.file)) } : block)),
      notes: chapter.notes.map((note) => (hasLink(note) ? { ...note, children: note.children.map((child) => once(child, (url) => settle(url, note.place.file))) } : note)),
    })),
  }
}

const known = new WeakMap<Nodes, { readonly hrefs: string; readonly node: Nodes }>()

/** The same copy of a node for the same places, so that what views have made of it stays theirs. */
function once<Node extends Nodes>(node: Node, settle: (url: string) => string | undefined): Node {
  const hrefs = linksIn(node).map(({ url }) => settle(url) ?? '').join(' ')
  const before = known.get(node)
  if (before?.hrefs === hrefs) return before.node as Node
  const made = led(node, settle)
  known.set(node, { hrefs, node: made })
  return made
}

/** Links at any depth, in order. */
export function linksIn(node: Nodes): Link[] {
  if (node.type === 'link') return [node]
  return 'children' in node ? (node.children as Nodes[]).flatMap(linksIn) : []
}

function led<Node extends Nodes>(node: Node, settle: (url: string) => string | undefined): Node {
  const id = node.type === 'link' && isInner(node.url) ? settle(node.url) : undefined
  if (id !== undefined) return { ...node, data: { ...node.data, hProperties: { href: `#${id}`, className: ['cross-reference'] } } }
  // Each copy is of the kind of node that it is a copy of.
  return 'children' in node ? { ...node, children: (node.children as Nodes[]).map((child) => led(child, settle)) } as Node : node
}
