/** Gold alignments as checked books: documents of the bench, and pairs of sentences grouped by their source. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchDocuments, type BenchDocument } from '../../../pipeline/align/train/bench.ts'
import type { CheckedBook } from '../../../pipeline/check/translation/index.ts'
import type { Bead } from '../../../pipeline/model/alignment.ts'
import { bilingual, type Bilingual, type Language } from '../../../pipeline/model/language.ts'
import type { Chapter, Manuscript, Segment } from '../../../pipeline/model/manuscript.ts'
import { book } from '../../support/edition.ts'

export interface GoldBook {
  readonly id: string
  readonly genre: string
  readonly checked: CheckedBook
}

/** `DIR/dev/*.json` and, by source, `DIR/train/pairs.jsonl`. */
export function goldBooks(folder: string): GoldBook[] {
  const dev = benchDocuments(join(folder, 'dev')).map((document) => ({ id: document.id, genre: document.genre, checked: checkedOf(document) }))
  const pairs = join(folder, 'train/pairs.jsonl')
  return [...dev, ...(existsSync(pairs) ? trainBooks(readFileSync(pairs, 'utf8')) : [])]
}

function checkedOf(document: BenchDocument): CheckedBook {
  const span = (indices: readonly number[], before: number) => ({ from: indices[0] ?? before, to: (indices.at(-1) ?? before - 1) + 1 })
  const at = { en: 0, ar: 0 }
  const beads = document.gold.map(([en, ar]): Bead => {
    const bead = { en: span(en, at.en), ar: span(ar, at.ar), score: 1 }
    at.en = bead.en.to
    at.ar = bead.ar.to
    return bead
  })
  return bookOf(bilingual((language) => segmentsOfSide(document[language], language, new Set(document[`${language}ParagraphStarts`]))), beads)
}

function segmentsOfSide(texts: readonly string[], language: Language, starts: ReadonlySet<number>): Segment[] {
  let paragraph = 0
  return texts.map((text, index) => {
    if (starts.has(index)) paragraph++
    return { id: `${language}-${index + 1}`, kind: 'paragraph', text, place: { file: `${language}.md`, line: index + 1, column: 1 }, paragraph, links: [] }
  })
}

/** Segments with their beads as a book of one chapter without a tree. */
export function bookOf(segments: Bilingual<readonly Segment[]>, beads: readonly Bead[]): CheckedBook {
  const manuscripts = bilingual((language): Manuscript => {
    const place = { file: `${language}.md`, line: 1, column: 1 }
    const chapter: Chapter = { id: `${language}-chapter-1`, role: 'chapter', part: 0, title: undefined, notes: [], blocks: [{ node: { type: 'paragraph', children: [] }, segments: segments[language], place }] }
    return { language, metadata: { title: undefined, authors: [], date: undefined }, chapters: [chapter], removed: [] }
  })
  return { book, manuscripts, alignment: { beads } }
}

/** One book for each collection, every pair a paragraph. */
function trainBooks(lines: string): GoldBook[] {
  const groups = new Map<string, { en: string; ar: string }[]>()
  for (const line of lines.split('\n').filter(Boolean)) {
    const { en, ar, src } = JSON.parse(line) as { en: string; ar: string; src: string }
    const genre = src.split(':')[0] ?? src
    groups.set(genre, [...(groups.get(genre) ?? []), { en, ar }])
  }
  return [...groups].map(([genre, pairs]) => {
    const all = new Set(pairs.keys())
    const segments = bilingual((language) => segmentsOfSide(pairs.map((pair) => pair[language].trim()), language, all))
    const beads = pairs.map((_, index): Bead => ({ en: { from: index, to: index + 1 }, ar: { from: index, to: index + 1 }, score: 1 }))
    return { id: `train-${genre}`, genre: `train ${genre}`, checked: bookOf(segments, beads) }
  })
}
