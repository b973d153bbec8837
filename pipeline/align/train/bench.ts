/** Documents with their gold beads, in the bench's format: read, and told as segments. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Bilingual, Language } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'

/** One document pair; indices count from 0, a gold bead is `[[en indices], [ar indices]]`. */
export interface BenchDocument {
  readonly id: string
  readonly genre: string
  readonly en: readonly string[]
  readonly ar: readonly string[]
  readonly enParagraphStarts: readonly number[]
  readonly arParagraphStarts: readonly number[]
  readonly gold: readonly (readonly [readonly number[], readonly number[]])[]
}

/** Every `*.json` of the folder, in the order of names. */
export function benchDocuments(folder: string): BenchDocument[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as BenchDocument)
}

export const benchSegments = (document: BenchDocument): Bilingual<Segment[]> => ({ en: sideSegments(document, 'en'), ar: sideSegments(document, 'ar') })

function sideSegments(document: BenchDocument, language: Language): Segment[] {
  const starts = new Set(document[`${language}ParagraphStarts`])
  let paragraph = 0
  return document[language].map((text, index) => {
    if (starts.has(index)) paragraph++
    return { id: `${language}-${index + 1}`, kind: 'paragraph', text, place: { file: document.id, line: index + 1, column: 1 }, paragraph, links: [] }
  })
}
