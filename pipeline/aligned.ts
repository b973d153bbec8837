/** The half of the pipeline that every command begins with: both manuscripts read, proved and aligned. */

import { settingsOf } from './align/embeddings/index.ts'
import { alignedFreely } from './align/index.ts'
import { sourceFaults } from './check/source.ts'
import { alignedAsDecided } from './decisions/aligned.ts'
import { readDecisions, type ReadDecisions } from './decisions/read.ts'
import type { Book } from './model/book.ts'
import type { Cut } from './model/decisions.ts'
import { bilingual, languages, type Bilingual } from './model/language.ts'
import { hasErrors, type Message } from './model/message.ts'
import type { Progress } from './model/progress.ts'
import { segmentsOf, type Manuscript } from './model/manuscript.ts'
import { readManuscript } from './readers/index.ts'
import { withLinks } from './readers/links.ts'
import { withCut } from './segment/cuts.ts'
import type { AlignedBook } from './views/index.ts'
import { imprintOf } from './views/imprint.ts'
import { withSwapNamed } from './check/swap.ts'

export interface Aligned {
  /** Undefined where the messages hold an error. */
  readonly aligned: AlignedBook | undefined
  readonly messages: readonly Message[]
}

/** The book read and aligned, with what people have decided about it, before anything is made of it. `more` are cuts that are not in its file yet. */
export async function alignBook(book: Book, progress: Progress, signal?: AbortSignal, more: readonly Cut[] = []): Promise<Aligned> {
  progress.step('read')
  const { manuscripts, decided, messages: reading } = await read(book, more)
  if (!manuscripts || !decided.decisions) return { aligned: undefined, messages: reading }

  signal?.throwIfAborted()
  const segments = bilingual((language) => segmentsOf(manuscripts[language]))
  const embedding = { signal, progress: (done: number, all: number) => progress.step('embed', { done, all }) }
  const settings = await settingsOf(book.align, segments, embedding)
  progress.step('align', { en: segments.en.length, ar: segments.ar.length })
  const free = alignedFreely(manuscripts, book.parts.length, settings)
  const { alignment, decisions, messages } = alignedAsDecided(free, manuscripts, decided.decisions, (index) => decided.placeOf('beads', index))
  const all = [...reading, ...messages]
  return { aligned: hasErrors(all) ? undefined : { book, manuscripts, alignment, decisions, imprint: imprintOf(book, manuscripts) }, messages: all }
}

export interface ReadBook {
  /** Undefined where the messages hold an error. */
  readonly manuscripts: Bilingual<Manuscript> | undefined
  readonly decided: ReadDecisions
  readonly messages: readonly Message[]
}

/** What people have decided, and both manuscripts, with the proof that every word of the files is in them or among what was left out. */
export async function read(book: Book, more: readonly Cut[] = []): Promise<ReadBook> {
  const kept = await readDecisions(book.root, book.decisions)
  const decided = kept.decisions ? { ...kept, decisions: { ...kept.decisions, cuts: more.reduce(withCut, kept.decisions.cuts) } } : kept
  const cuts = decided.decisions?.cuts ?? []
  const [en, ar] = await Promise.all(languages.map((language) =>
    readManuscript(book.root, book.parts.map((part) => part[language]), language, { cuts, matters: book.parts.map((part) => part.as) })))
  if (!en || !ar) throw new Error('A side was not read')
  const reading = [...decided.messages, ...withSwapNamed([...en.messages, ...ar.messages])]
  if (hasErrors(reading)) return { manuscripts: undefined, decided, messages: reading }

  const manuscripts = withLinks({ en: en.manuscript, ar: ar.manuscript })
  const sources = { en: en.source, ar: ar.source }
  const lost = languages.flatMap((language) => {
    const segments = segmentsOf(manuscripts[language])
    return sources[language].flatMap(({ file, text }) =>
      sourceFaults(file, text, language, segments, manuscripts[language].removed))
  })
  if (hasErrors(lost)) return { manuscripts: undefined, decided, messages: [...reading, ...lost] }
  const idle = [...en.idle, ...ar.idle].map((cut): Message => ({
    rule: `decisions/${cut.kind}-lost`, severity: 'warning', language: cut.language, place: decided.placeOf('cuts', cuts.indexOf(cut)), values: { before: cut.before, after: cut.after },
  }))
  return { manuscripts, decided, messages: [...reading, ...idle] }
}
