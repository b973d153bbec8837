/** The whole pipeline: two manuscripts in, finished files out. */

import { alignManuscripts } from './align/index.ts'
import { sourceFaults } from './check/source.ts'
import type { Book } from './model/book.ts'
import type { Artifact } from './model/edition.ts'
import { languages } from './model/language.ts'
import { hasErrors, type Message } from './model/message.ts'
import { segmentsOf } from './model/manuscript.ts'
import { readManuscript } from './readers/index.ts'
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
  progress.step('read')
  const [en, ar] = await Promise.all(languages.map((language) =>
    readManuscript(book.root, book.parts.map((part) => part[language]), language)))
  if (!en || !ar) throw new Error('A side was not read')
  const reading = withSwapNamed([...en.messages, ...ar.messages])
  if (hasErrors(reading)) return { artifacts: [], messages: reading }

  const manuscripts = { en: en.manuscript, ar: ar.manuscript }
  const sources = { en: en.source, ar: ar.source }
  const lost = languages.flatMap((language) => {
    const segments = segmentsOf(manuscripts[language])
    return sources[language].flatMap(({ file, text }) =>
      sourceFaults(file, text, language, segments, manuscripts[language].removed))
  })
  if (hasErrors(lost)) return { artifacts: [], messages: [...reading, ...lost] }

  signal?.throwIfAborted()
  progress.step('align', { en: segmentsOf(en.manuscript).length, ar: segmentsOf(ar.manuscript).length })
  const alignment = alignManuscripts(manuscripts, book.parts.length)
  const aligned = { book, manuscripts, alignment, imprint: imprintOf(book, manuscripts) }
  const written = await writeArtifacts(aligned, wanted, reading, progress, signal)
  return hasErrors(written.messages) ? { artifacts: [], messages: written.messages } : written
}
