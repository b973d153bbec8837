/** Proves that an edition, as written, holds every word of its manuscripts, in order and once. */

import type { Bilingual, Language } from '../model/language.ts'
import { noteSegments, textSegments, type Manuscript, type Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { wordsOf } from './words.ts'

/** A segment as found in a finished edition; the same id may come in several pieces, one after the other. */
export interface FoundSegment {
  readonly id: string
  readonly text: string
}

export interface EditionProof {
  /** Words proved, in each language that the edition carries. */
  readonly words: Bilingual<number | undefined>
  readonly messages: readonly Message[]
}

/**
 * `found` is in reading order. Running text and notes are two streams, for a view may set its notes
 * at the end of a chapter; within each stream the order must be the manuscript's.
 */
export function proveEdition(
  name: string, manuscripts: Bilingual<Manuscript>, carried: readonly Language[], found: readonly FoundSegment[], parts: number,
): EditionProof {
  const words: { en: number | undefined; ar: number | undefined } = { en: undefined, ar: undefined }
  const messages: Message[] = []
  for (const language of carried) {
    const manuscript = manuscripts[language]
    const numbers = Array.from({ length: parts }, (_, part) => part)
    const streams = [textSegments, noteSegments].map((stream) => numbers.flatMap((part) => stream(manuscript, part)))
    const faults = streams.flatMap((segments) => streamFault(name, language, segments, found) ?? [])
    messages.push(...faults)
    words[language] = streams.flat().reduce((sum, segment) => sum + wordsOf(segment.text).length, 0)
  }
  return { words, messages }
}

/** The first word at which the edition and the stream differ. */
function streamFault(
  name: string, language: Language, segments: readonly Segment[], found: readonly FoundSegment[],
): Message | undefined {
  const ids = new Set(segments.map((segment) => segment.id))
  const there = found.filter(({ id }) => ids.has(id)).flatMap(({ id, text }) => wordsOf(text).map((word) => `${id} ${word}`))
  const due = segments.flatMap((segment) => wordsOf(segment.text).map((word) => ({ segment, key: `${segment.id} ${word}` })))
  const differs = due.findIndex(({ key }, index) => key !== there[index])
  const at = differs >= 0 ? due[differs] : there.length > due.length ? due.at(-1) : undefined
  if (!at) return undefined
  const word = (differs >= 0 ? at.key : there[due.length] ?? '').split(' ')[1] ?? ''
  return {
    rule: differs >= 0 ? 'check/edition-lost-word' : 'check/edition-repeated-word',
    severity: 'error', language, place: at.segment.place, values: { edition: name, word },
  }
}
