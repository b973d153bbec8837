/** From the files of one side to its manuscript. */

import { join } from 'node:path'
import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Cut } from '../model/decisions.ts'
import type { Language } from '../model/language.ts'
import type { Manuscript, Matter, Metadata, Removal } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { Cuts } from '../segment/cuts.ts'
import { takeAnchors } from './anchors.ts'
import { cleanCapture, isCaptured, pageSigns } from './capture/index.ts'
import { chaptersOf, type ReadPart } from './chapters.ts'
import { decode } from './decode.ts'
import { fileBytes, largest, unreadFault } from './file.ts'
import { frontMatter } from './frontmatter.ts'
import { isInside, placeIn, settleImages } from './images.ts'
import { languageOf, thirdLanguageOf } from './language.ts'
import { outlineOf, type Outline } from './outline.ts'
import { parse } from './parse.ts'
import { makePlain } from './plain.ts'

export interface SourceText {
  readonly file: string
  /** As decoded: what the places of messages count in. */
  readonly text: string
  /** Undefined where no block of it can be read again by itself, as on a captured page. */
  readonly outline: Outline | undefined
}

/** A side as read. */
export interface ReadSide {
  readonly manuscript: Manuscript
  readonly source: readonly SourceText[]
  readonly messages: readonly Message[]
}

export interface Read extends ReadSide {
  /** Of the given cuts those whose words stand nowhere so. */
  readonly idle: readonly Cut[]
}

/** What is read otherwise than the files say. */
export interface ReadOptions {
  /** What each file is, where it is no chapter like any other. */
  readonly matters?: readonly (Matter | undefined)[]
  /** Those of both languages; those of the other are passed over. */
  readonly cuts?: readonly Cut[]
  /** Bytes to be taken for those of a file, by its path from the root. */
  readonly instead?: ReadonlyMap<string, Uint8Array>
  /** What was made of files before: one whose bytes are the very same object is not read again. */
  readonly before?: ReadFiles
}

/** Files of one side as read, by their names; filled by whoever reads. */
export type ReadFiles = Map<string, { readonly bytes: Uint8Array; readonly part: ReadFile }>

interface ReadFile extends ReadPart {
  readonly outline: Outline | undefined
  readonly metadata: Metadata
  readonly removed: readonly Removal[]
  readonly messages: readonly Message[]
}

/**
 * Reads one side of the book, its files in order, one for each part, undefined where the part has none; paths are relative to `root`.
 *
 * With an error among the messages the manuscript is only what could be read.
 */
export async function readManuscript(root: string, files: readonly (string | undefined)[], language: Language, { cuts: given = [], instead, before, matters }: ReadOptions = {}): Promise<Read> {
  const read = await Promise.all(files.map((file) => (file === undefined ? nothing('', [])
    : partAfter(before, file, instead?.get(file), (bytes) => readPart(root, file, language, files.length === 1, bytes)))))
  const cuts = new Cuts(given.filter((cut) => cut.language === language))
  const { chapters, messages } = chaptersOf(read, language, cuts, matters)
  const merged: Metadata = {
    title: read.length === 1 ? read[0]?.metadata.title : undefined,
    authors: read.flatMap(({ metadata }) => metadata.authors),
    date: read.find(({ metadata }) => metadata.date)?.metadata.date,
  }
  return {
    manuscript: { language, metadata: merged, chapters, removed: read.flatMap(({ removed }) => removed) },
    source: read.filter((_, part) => files[part] !== undefined).map(({ file, text, outline }) => ({ file, text, outline })),
    messages: [...read.flatMap((part) => part.messages), ...messages],
    idle: cuts.cuts.filter((cut) => !cuts.applied.has(cut)),
  }
}

async function partAfter(before: ReadFiles | undefined, file: string, bytes: Uint8Array | undefined, read: (bytes: Uint8Array | undefined) => Promise<ReadFile>): Promise<ReadFile> {
  const known = before?.get(file)
  if (known && known.bytes === bytes) return known.part
  const part = await read(bytes)
  if (bytes) before?.set(file, { bytes, part })
  return part
}

async function readPart(root: string, file: string, language: Language, isOnly: boolean, instead: Uint8Array | undefined): Promise<ReadFile> {
  const bytes = instead && instead.length <= largest ? instead : await bytesOf(root, file, language)
  if (!(bytes instanceof Uint8Array)) return nothing(file, [bytes])
  const { text, messages } = decode(bytes, file, language)
  if (text === undefined) return nothing(file, messages)
  const wrong = wrongLanguage(text, file, language)
  if (wrong) return nothing(file, [...messages, wrong])
  const parsed = parse(text, file, language)
  if (!parsed.tree) return nothing(file, [...messages, ...parsed.messages])
  const part = partOf(parsed.tree, text, root, file, language, isOnly)
  return { ...part, messages: [...messages, ...part.messages] }
}

const noMetadata: Metadata = { title: undefined, authors: [], date: undefined }

const nothing = (file: string, messages: readonly Message[]): ReadFile =>
  ({ file, text: '', outline: undefined, about: [], blocks: [], notes: [], depth: 1, metadata: noMetadata, removed: [], messages })

async function bytesOf(root: string, file: string, language: Language): Promise<Uint8Array | Message> {
  const path = join(root, file)
  const fault = (rule: string): Message =>
    ({ rule: `reading/${rule}`, severity: 'error', language, place: { file, line: 1, column: 1 }, values: { file } })
  if (!isInside(root, path)) return fault('outside')
  try {
    return await fileBytes(path, largest)
  } catch (error) {
    return fault(unreadFault(error))
  }
}

function wrongLanguage(text: string, file: string, language: Language): Message | undefined {
  const found = languageOf(text)
  if (found === language || found === 'unknown') return undefined
  return { rule: 'reading/wrong-language', severity: 'error', language, place: { file, line: 1, column: 1 }, values: { file, expected: language, found: found === 'other' ? thirdLanguageOf(text) : found } }
}

function partOf(tree: Root, text: string, root: string, file: string, language: Language, isOnly: boolean): ReadFile {
  const outline = outlineOf(tree, text)
  const front = frontMatter(tree, file, language)
  const plain = makePlain(tree, text, file, language)
  takeAnchors(tree, text)
  const pictures = settleImages(tree, root, file, language)
  const notes = takeNotes(tree)
  const isPlain = pageSigns(tree, language).size === 0
  const captured = !isPlain && isCaptured(tree, language)
    ? cleanCapture(tree, file, language)
    : { metadata: noMetadata, about: [], blocks: tree.children, removed: [], messages: [] }
  const titled = isOnly ? titleOf(captured.blocks, file, language) : { blocks: captured.blocks, depth: 1, title: undefined, removed: [] }
  return {
    file, text, outline: isPlain ? outline : undefined, notes, about: captured.about, blocks: titled.blocks, depth: titled.depth,
    metadata: {
      title: front.metadata.title ?? captured.metadata.title ?? titled.title,
      authors: front.metadata.authors.length > 0 ? front.metadata.authors : captured.metadata.authors,
      date: front.metadata.date ?? captured.metadata.date,
    },
    removed: [...plain.removed, ...captured.removed, ...titled.removed].sort(byPlace),
    messages: [...front.messages, ...plain.messages, ...pictures, ...captured.messages],
  }
}

const byPlace = (one: Removal, other: Removal): number =>
  one.place.line - other.place.line || one.place.column - other.place.column

/** Definitions of notes leave the running text, wherever they stood in it. */
function takeNotes(tree: Root): FootnoteDefinition[] {
  const notes: FootnoteDefinition[] = []
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    notes.push(node)
    parent?.children.splice(index ?? 0, 1)
    return index
  })
  return notes
}

interface Titled {
  readonly blocks: readonly RootContent[]
  readonly depth: number
  readonly title: Metadata['title']
  readonly removed: readonly Removal[]
}

/**
 * In a book of one file, a single first-level heading at the head is the book's title.
 * With second-level headings below it, these begin the chapters and the title leaves the text; without, it is the only chapter's heading too.
 */
function titleOf(blocks: readonly RootContent[], file: string, language: Language): Titled {
  const headings = blocks.filter((block): block is Heading => block.type === 'heading')
  const first = headings.filter(({ depth }) => depth === 1)
  const [title] = first
  if (!title || first.length > 1 || blocks[0] !== title) return { blocks, depth: 1, title: undefined, removed: [] }
  const place = placeIn(file, title)
  const stated = { text: toString(title), place }
  if (headings.filter(({ depth }) => depth === 2).length < 2) return { blocks, depth: 1, title: stated, removed: [] }
  return { blocks: blocks.slice(1), depth: 2, title: stated, removed: [{ reason: 'metadata', language, place, text: stated.text }] }
}
