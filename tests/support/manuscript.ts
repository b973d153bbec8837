/** Manuscripts for tests, from lists of paragraphs that are lists of sentences. */

import type { Block, Chapter, Manuscript, Note, Segment, SegmentNode } from '../../pipeline/model/manuscript.ts'
import type { Language } from '../../pipeline/model/language.ts'

/** `# Title` opens a chapter with a heading, `[1]` at a sentence's end calls a note, `^ text` is that note. */
export function manuscript(language: Language, ...paragraphs: (string | string[])[]): Manuscript {
  const made = new Maker(language)
  for (const paragraph of paragraphs) made.add([paragraph].flat())
  return { language, metadata: { title: undefined, authors: [], date: undefined }, removed: [], chapters: made.chapters }
}

class Maker {
  readonly chapters: (Chapter & { blocks: Block[]; notes: Note[] })[] = []
  #count = 0
  readonly #language: Language

  constructor(language: Language) {
    this.#language = language
  }

  add(sentences: string[]): void {
    const [first = ''] = sentences
    if (first.startsWith('# ') || this.chapters.length === 0) this.#open(first.startsWith('# ') ? first.slice(2) : undefined)
    if (first.startsWith('# ')) this.#block([first.slice(2)], 'heading')
    else if (first.startsWith('^ ')) this.#note([first.slice(2), ...sentences.slice(1)])
    else this.#block(sentences, 'paragraph')
  }

  #open(title: string | undefined): void {
    const id = `${this.#language}-chapter-${this.chapters.length + 1}`
    this.chapters.push({ id, role: 'chapter', part: 0, title, blocks: [], notes: [] })
  }

  #block(sentences: string[], kind: 'heading' | 'paragraph'): void {
    const { children, segments } = this.#sentences(sentences, kind)
    const node = kind === 'heading' ? { type: 'heading' as const, depth: 2 as const, children } : { type: 'paragraph' as const, children }
    this.chapters.at(-1)?.blocks.push({ node, segments, place: segments[0]?.place ?? this.#place() })
  }

  #note(sentences: string[]): void {
    const { children, segments } = this.#sentences(sentences, 'note')
    const notes = this.chapters.at(-1)?.notes ?? []
    notes.push({ label: String(notes.length + 1), by: 'author', number: notes.length + 1, children: [{ type: 'paragraph', children }], segments, place: this.#place() })
  }

  #sentences(sentences: string[], kind: Segment['kind']) {
    const made = sentences.map((sentence) => this.#segment(sentence, kind))
    const children = made.flatMap(({ node }, index) => (index === 0 ? [node] : [{ type: 'text' as const, value: ' ' }, node]))
    return { children, segments: made.map(({ segment }) => segment) }
  }

  #segment(sentence: string, kind: Segment['kind']): { node: SegmentNode; segment: Segment } {
    const id = `${this.#language}-${++this.#count}`
    const [, text = '', call] = /^(.*?)(?:\[(\d)\])?$/.exec(sentence) ?? []
    const chapter = this.chapters.at(-1)?.id ?? ''
    const reference = { type: 'footnoteReference' as const, identifier: call ?? '', data: { note: { chapter, by: 'author' as const, number: Number(call), occurrence: 1 } } }
    const node: SegmentNode = {
      type: 'segment',
      children: call ? [{ type: 'text', value: text }, reference] : [{ type: 'text', value: text }],
      data: { hName: 'span', hProperties: { id, className: ['segment'] } },
    }
    return { node, segment: { id, kind, text, place: this.#place(), paragraph: this.#count, links: [] } }
  }

  #place() {
    return { file: `${this.#language}.md`, line: this.#count, column: 1 }
  }
}
