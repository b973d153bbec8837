/** Chapters of a side: where they begin, which notes are theirs, and the ids of their segments. */

import type { FootnoteDefinition, FootnoteReference, Nodes, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { append } from '../model/append.ts'
import type { Language } from '../model/language.ts'
import type { Block, Chapter, ChapterRole, Matter, Note, NoteAuthor, NoteName, Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import type { Cuts } from '../segment/cuts.ts'
import { nameHeadings } from './anchors.ts'
import { BlockCutter, type Draft, type DraftBlock } from './blocks.ts'
import { placeIn } from './images.ts'
import { referencesIn, withoutReferences } from './references.ts'
import { nameTerms } from './terms.ts'

/** One file as read: its blocks of running text, its notes, and where a note about the author ends up. */
export interface ReadPart {
  readonly file: string
  /** As decoded. */
  readonly text: string
  readonly about: readonly RootContent[]
  readonly blocks: readonly RootContent[]
  readonly notes: readonly FootnoteDefinition[]
  /** Depth of the headings that begin chapters. */
  readonly depth: number
}

interface DraftChapter {
  readonly role: ChapterRole
  readonly part: number
  readonly file: string
  readonly title: string | undefined
  readonly blocks: readonly DraftBlock[]
  notes: DraftNote[]
}

interface DraftNote extends DraftBlock<FootnoteDefinition>, Pick<Note, 'label' | 'by' | 'number'> {}

/** Ids follow the order of `segmentsOf`: part by part, the running text first, then its notes. `matters` are what the parts are. */
export function chaptersOf(parts: readonly ReadPart[], language: Language, cuts?: Cuts, matters: readonly (Matter | undefined)[] = []): { chapters: Chapter[]; messages: Message[] } {
  const count = { paragraph: 0, segment: 0 }
  const messages: Message[] = []
  const chapters: Chapter[] = []
  for (const [part, read] of parts.entries()) {
    const cutter = new BlockCutter(read.file, language, count, { cuts, source: read.text })
    const drafts = draftChapters(read, part, roleOf(part, matters), cutter)
    const matter = matters[part]
    const id = (index: number) => `${language}-chapter-${chapters.length + index + 1}`
    append(messages, placeNotes(drafts, read, cutter, id, language))
    const text = drafts.map((draft) => draft.blocks.map((block) => named(block.drafts, language, count)))
    const notes = drafts.map((draft) => draft.notes.map((note) => named(note.drafts, language, count)))
    const made = drafts.map((draft, index): Chapter => ({
      id: id(index),
      role: draft.role,
      ...(matter && draft.role !== 'about' && { matter }),
      part,
      title: draft.title,
      blocks: draft.blocks.map(({ node }, at): Block => ({ node, segments: text[index]?.[at] ?? [], place: placeIn(read.file, node) })),
      notes: draft.notes.map(({ node, label, by, number }, at): Note => ({
        label, by, number, children: node.children as Note['children'], segments: notes[index]?.[at] ?? [], place: placeIn(read.file, node),
      })),
    }))
    append(chapters, made)
  }
  nameTerms(chapters, language)
  nameHeadings(chapters, language)
  return { chapters, messages }
}

const frontMatter: ReadonlySet<Matter> = new Set<Matter>(['dedication', 'foreword', 'preface', 'acknowledgements'])

/** Front matter is what stands before everything else; acknowledgements at the end are a chapter. */
function roleOf(part: number, matters: readonly (Matter | undefined)[]): ChapterRole {
  const upToHere = Array.from({ length: part + 1 }, (_, index) => matters[index])
  if (upToHere.every((matter) => matter === 'dedication')) return 'dedication'
  return upToHere.every((matter) => matter && frontMatter.has(matter)) ? 'front' : 'chapter'
}

function draftChapters(read: ReadPart, part: number, role: ChapterRole, cutter: BlockCutter): DraftChapter[] {
  const draft = (own: ChapterRole, nodes: readonly RootContent[]): DraftChapter => ({
    role: own, part, file: read.file, notes: [],
    title: nodes[0]?.type === 'heading' ? toString(withoutReferences(nodes[0])) : undefined,
    blocks: nodes.map((node) => cutter.cut(node, 'paragraph')),
  })
  const about = read.about.length > 0 ? [draft('about', read.about)] : []
  return [...about, ...grouped(read.blocks, read.depth).map((nodes) => draft(role, nodes))]
}

/** What stands before the first chapter heading is a chapter of its own. */
function grouped(blocks: readonly RootContent[], depth: number): RootContent[][] {
  const groups: RootContent[][] = []
  for (const block of blocks) {
    const opens = block.type === 'heading' && block.depth === depth
    if (opens || groups.length === 0) groups.push([block])
    else groups.at(-1)?.push(block)
  }
  return groups
}

interface Call extends NoteName {
  occurrence: number
}

/**
 * Numbers notes chapter by chapter in the order of their first references, the translator's apart; a note calls notes of its own chapter.
 * A note that a later chapter calls again stays where it was.
 */
function placeNotes(
  drafts: DraftChapter[], read: ReadPart, cutter: BlockCutter, id: (index: number) => string, language: Language,
): Message[] {
  const waiting = new Map<string, FootnoteDefinition>()
  for (const note of read.notes) if (!waiting.has(note.identifier)) waiting.set(note.identifier, note)
  const repeated = read.notes.filter((note) => waiting.get(note.identifier) !== note)
  const calls = new Map<string, Call>()
  for (const [index, draft] of drafts.entries()) {
    const call = (node: Nodes) => {
      for (const reference of referencesIn(node)) callNote(reference, id(index), draft, waiting, calls, cutter)
    }
    for (const block of draft.blocks) call(block.node)
    // Notes that a note calls join the list while it is walked.
    for (const note of draft.notes) call(note.node)
  }
  const left = (rule: string, notes: readonly FootnoteDefinition[]) => notes.map((note) => leftOver(rule, note, drafts, read.file, cutter, language))
  const messages = [...left('note-uncalled', [...waiting.values()]), ...left('note-repeated', repeated)]
  for (const draft of drafts) draft.notes = byAuthors.flatMap((by) => draft.notes.filter((note) => note.by === by))
  return messages
}

const byAuthors: readonly NoteAuthor[] = ['author', 'translator']

function draftNote(definition: FootnoteDefinition, draft: DraftChapter, cutter: BlockCutter): DraftNote {
  const label = definition.label ?? definition.identifier
  const by = /^tr-/i.test(label) ? 'translator' : 'author'
  const number = draft.notes.filter((note) => note.by === by).length + 1
  return { ...cutter.cut(definition, 'note'), label, by, number }
}

function callNote(
  reference: FootnoteReference, chapter: string, draft: DraftChapter, waiting: Map<string, FootnoteDefinition>,
  calls: Map<string, Call>, cutter: BlockCutter,
): void {
  const { identifier } = reference
  const definition = waiting.get(identifier)
  if (definition) {
    waiting.delete(identifier)
    const note = draftNote(definition, draft, cutter)
    draft.notes.push(note)
    calls.set(identifier, { chapter, by: note.by, number: note.number, occurrence: 0 })
  }
  const call = calls.get(identifier)
  if (call) reference.data = { ...reference.data, note: { ...call, occurrence: ++call.occurrence } }
}

/** A note that nothing calls, or whose label another has, is kept, the last of its file, so that no word is lost. */
function leftOver(rule: string, note: FootnoteDefinition, drafts: readonly DraftChapter[], file: string, cutter: BlockCutter, language: Language): Message {
  const last = drafts.at(-1)
  last?.notes.push(draftNote(note, last, cutter))
  return { rule: `reading/${rule}`, severity: 'warning', language, place: placeIn(file, note), values: { label: note.label ?? note.identifier } }
}

function named(drafts: readonly Draft[], language: Language, count: { segment: number }): Segment[] {
  return drafts.map(({ node, segment }) => {
    const id = `${language}-${++count.segment}`
    node.data.hProperties.id = id
    return { id, ...segment }
  })
}
