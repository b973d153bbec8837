/** A document whose sentences are cut already: `{id, en: [sentence], ar: [sentence], enParagraphStarts?, arParagraphStarts?}`. */

import { Ajv } from 'ajv'
import { bilingual, type Bilingual, type Language } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'

interface SegmentedFile extends Bilingual<readonly string[]> {
  readonly id?: string
  readonly enParagraphStarts?: readonly number[]
  readonly arParagraphStarts?: readonly number[]
}

const sentences = { type: 'array', items: { type: 'string' } }
const starts = { type: 'array', items: { type: 'integer', minimum: 0 } }
const schema = {
  type: 'object',
  properties: { id: { type: 'string' }, en: sentences, ar: sentences, enParagraphStarts: starts, arParagraphStarts: starts },
  required: ['en', 'ar'],
}

/** A file that is not such a document. */
export class SegmentedFault extends Error {
  readonly told: Message

  constructor(file: string, fault: string) {
    super(fault)
    this.told = { rule: 'cli/not-segmented', severity: 'error', place: { file, line: 1, column: 1 }, values: { fault } }
  }
}

export interface SegmentedDocument {
  readonly id: string
  readonly segments: Bilingual<readonly Segment[]>
}

/** Sentences are taken as they are; without paragraph starts a side is one paragraph. */
export function segmentedDocument(file: string, text: string): SegmentedDocument {
  const value = parsed(file, text)
  const valid = new Ajv().compile<SegmentedFile>(schema)
  if (!valid(value)) {
    const [error] = valid.errors ?? []
    throw new SegmentedFault(file, `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim())
  }
  return { id: value.id ?? file.replace(/\.json$/, ''), segments: bilingual((language) => sideSegments(file, value, language)) }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new SegmentedFault(file, error instanceof Error ? error.message : String(error))
  }
}

function sideSegments(file: string, document: SegmentedFile, language: Language): Segment[] {
  const opens = new Set(document[`${language}ParagraphStarts`] ?? [])
  let paragraph = 0
  return document[language].map((text, index) => {
    if (opens.has(index)) paragraph++
    return { id: `${language}-${index + 1}`, kind: 'paragraph', text, place: { file, line: index + 1, column: 1 }, paragraph, links: [] }
  })
}
