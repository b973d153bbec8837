/** The whole pipeline: two manuscripts in, finished files out. */

import { alignBook } from './aligned.ts'
import { writeArtifacts } from './artifacts/index.ts'
import type { ArtifactName } from './artifacts/names.ts'
import type { Book } from './model/book.ts'
import type { Artifact } from './model/edition.ts'
import { hasErrors, type Message } from './model/message.ts'
import type { Progress } from './model/progress.ts'
import { digestOf } from './views/digest.ts'

export interface Built {
  /** Empty where the messages hold an error: a book with faults leaves what was built before. */
  readonly artifacts: readonly Artifact[]
  readonly messages: readonly Message[]
  /** Names the state of the book that they are made from; undefined where it could not be read. */
  readonly book: string | undefined
}

/**
 * Reads, aligns, proves, composes and writes, in memory; nothing is put on the disk here.
 *
 * Faults of the book come back as messages; faults of the surroundings are thrown.
 */
export async function build(book: Book, wanted: ReadonlySet<ArtifactName>, progress: Progress, signal?: AbortSignal): Promise<Built> {
  const { aligned, messages } = await alignBook(book, progress, signal)
  if (!aligned) return { artifacts: [], messages, book: undefined }
  const written = await writeArtifacts(aligned, wanted, messages, progress, signal)
  return { ...written, artifacts: hasErrors(written.messages) ? [] : written.artifacts, book: digestOf(aligned) }
}
