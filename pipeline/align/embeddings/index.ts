/** What a book's editor gives the aligner, as the aligner takes it: with a model, the vectors of all texts are made first. */

import type { Book } from '../../model/book.ts'
import { languages, type Bilingual } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'
import type { AlignSettings } from '../settings.ts'
import { embedded, type Embedding } from './embedder.ts'
import { vectorStore } from './store.ts'
import { localEmbedder } from './transformers.ts'

/** Throws `SurroundingsError` where the model cannot be used, and what `signal` says when it is aborted. */
export async function settingsOf({ glossary, model }: Book['align'], segments: Bilingual<readonly Segment[]>, work: Embedding = {}): Promise<AlignSettings> {
  if (model === undefined) return { glossary }
  const embedder = await localEmbedder(model)
  try {
    const texts = languages.flatMap((language) => segments[language].map(({ text }) => text))
    return { glossary, vectors: await embedded(texts, embedder, { store: vectorStore(), ...work }) }
  } finally {
    await embedder.close()
  }
}
