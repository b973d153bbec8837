/** From texts to vectors: once for each text, in batches, with what was made before taken from a store. */

import type { TextVectors } from '../settings.ts'

/** A model that turns texts of any language into vectors of one length, near each other where the texts mean the same. */
export interface Embedder {
  /** Tells models apart, and versions of one. */
  readonly name: string
  /** A vector for each text, in order. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>
}

/** What keeps vectors by model and text; it may forget any of them at any time. */
export interface VectorStore {
  read(model: string, texts: readonly string[]): Promise<Map<string, Float32Array>>
  write(model: string, vectors: TextVectors): Promise<void>
}

export interface Embedding {
  readonly store?: VectorStore
  readonly signal?: AbortSignal | undefined
  /** Texts done, of all that have to be embedded; those from the store are not counted. Called some twenty times. */
  readonly progress?: (done: number, all: number) => void
}

/** Texts that a model sees at once, and batches after which the vectors are stored: our own choice. */
const batchSize = 32
const batchesKept = 16

/**
 * A vector of length 1 for each text that is not blank.
 *
 * When it is aborted or the model fails, what was made by then is stored all the same, so that the same work is not done twice.
 */
export async function embedded(texts: readonly string[], embedder: Embedder, { store, signal, progress }: Embedding = {}): Promise<TextVectors> {
  const wanted = [...new Set(texts)].filter((text) => text.trim() !== '')
  const vectors = await store?.read(embedder.name, wanted) ?? new Map<string, Float32Array>()
  // Texts of like length together, for a model pads the shorter ones of a batch.
  const missing = wanted.filter((text) => !vectors.has(text)).sort((one, other) => one.length - other.length)
  let fresh = new Map<string, Float32Array>()
  const keep = async () => {
    const made = fresh
    fresh = new Map()
    if (made.size > 0) await store?.write(embedder.name, made)
  }
  try {
    for (let from = 0; from < missing.length; from += batchSize) {
      signal?.throwIfAborted()
      const batch = missing.slice(from, from + batchSize)
      for (const [text, vector] of await embeddedBatch(batch, embedder)) {
        vectors.set(text, vector)
        fresh.set(text, vector)
      }
      if (twentieths(from + batch.length, missing) > twentieths(from, missing)) progress?.(from + batch.length, missing.length)
      if (fresh.size >= batchSize * batchesKept) await keep()
    }
  } finally {
    await keep()
  }
  return vectors
}

const twentieths = (done: number, all: readonly string[]): number => Math.floor((20 * done) / all.length)

async function embeddedBatch(batch: readonly string[], embedder: Embedder): Promise<[string, Float32Array][]> {
  const made = await embedder.embed(batch)
  if (made.length !== batch.length) throw new Error(`${embedder.name} made ${made.length} vectors of ${batch.length} texts`)
  return batch.flatMap((text, index): [string, Float32Array][] => {
    const vector = made[index] && unit(made[index])
    return vector ? [[text, vector]] : []
  })
}

/** `undefined` for a vector without a direction, of which nothing can be said. */
function unit(vector: Float32Array): Float32Array | undefined {
  const length = Math.hypot(...vector)
  return Number.isFinite(length) && length > 0 ? vector.map((value) => value / length) : undefined
}
