/** The whole pipeline: two manuscripts in, finished files out. */

import { settingsOf } from './align/embeddings/index.ts'
import { alignManuscripts } from './align/index.ts'
import { sourceFaults } from './check/source.ts'
import type { Book } from './model/book.ts'
import type { Artifact } from './model/edition.ts'
import { bilingual, languages, type Bilingual } from './model/language.ts'
import { hasErrors, type Message } from './model/message.ts'
import { segmentsOf, type Manuscript } from './model/manuscript.ts'
import { readManuscript } from './readers/index.ts'
import type { AlignedBook } from './views/index.ts'
import { imprintOf } from './views/imprint.ts'
import { withSwapNamed } from './check/swap.ts'
import { writeArtifacts, type ArtifactName, type Progress } from './artifacts.ts'

export interface Built {
  /** Empty where the messages hold an error: a book with faults leaves what was built before. */
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
}

/**
 * Reads, aligns, proves, composes and writes, in memory; nothing is put on the disk here.
 *
 * Faults of the book come back as messages; faults of the surroundings are thrown.
 */
export async function build(book: Book, wanted: ReadonlySet<ArtifactName>, progress: Progress, signal?: AbortSignal): Promise<Built> {
  const { aligned, messages } = await alignBook(book, progress, signal)
  if (!aligned) return { artifacts: [], messages }
  const written = await writeArtifacts(aligned, wanted, messages, progress, signal)
  return hasErrors(written.messages) ? { artifacts: [], messages: written.messages } : written
}

export interface Aligned {
  /** Undefined where the messages hold an error. */
  readonly aligned: AlignedBook | undefined
  readonly messages: readonly Message[]
}

/** The book read and aligned, before anything is made of it. */
export async function alignBook(book: Book, progress: Progress, signal?: AbortSignal): Promise<Aligned> {
  progress.step('read')
  const { manuscripts, messages: reading } = await read(book)
  if (!manuscripts) return { aligned: undefined, messages: reading }

  signal?.throwIfAborted()
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const embedding = { signal, progress: (done: number, all: number) => progress.step('embed', { done, all }) }
  const settings = await settingsOf(book.align, segments, embedding)
  progress.step('align', { en: segments.en.length, ar: segments.ar.length })
  const { alignment, messages } = alignManuscripts(manuscripts, book.parts.length, settings)
  const all = [...reading, ...messages]
  return { aligned: hasErrors(messages) ? undefined : { book, manuscripts, alignment, imprint: imprintOf(book, manuscripts) }, messages: all }
}

export interface Read {
  /** Undefined where the messages hold an error. */
  readonly manuscripts: Bilingual<Manuscript> | undefined
  readonly messages: readonly Message[]
}

/** Both manuscripts, with the proof that every word of the files is in them or among what was left out. */
export async function read(book: Book): Promise<Read> {
  const [en, ar] = await Promise.all(languages.map((language) =>
    readManuscript(book.root, book.parts.map((part) => part[language]), language)))
  if (!en || !ar) throw new Error('A side was not read')
  const reading = withSwapNamed([...en.messages, ...ar.messages])
  if (hasErrors(reading)) return { manuscripts: undefined, messages: reading }

  const manuscripts = { en: en.manuscript, ar: ar.manuscript }
  const sources = { en: en.source, ar: ar.source }
  const lost = languages.flatMap((language) => {
    const segments = segmentsOf(manuscripts[language])
    return sources[language].flatMap(({ file, text }) =>
      sourceFaults(file, text, language, segments, manuscripts[language].removed))
  })
  return hasErrors(lost) ? { manuscripts: undefined, messages: [...reading, ...lost] } : { manuscripts, messages: reading }
}
