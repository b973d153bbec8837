/** What `tawazi align` is given besides two texts: a glossary, and a model of meanings. */

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readGlossary } from '../book/glossary.ts'
import type { Book } from '../model/book.ts'
import type { Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { UsageError } from './usage.ts'

export interface BackendOptions {
  readonly glossary?: string
  readonly with?: string
  readonly model?: string
}

export const backendOptions = (command: Command, words: Words): Command => command
  .option('--glossary <file>', words('cli:align.glossary'))
  .option('--with <backend>', words('cli:align.with'))
  .option('--model <folder>', words('cli:align.model'))

export interface Backend {
  readonly align: Book['align']
  readonly messages: readonly Message[]
}

/** Messages are faults of the glossary. Throws `UsageError` where backend and model do not go together. */
export async function backendOf(options: BackendOptions): Promise<Backend> {
  const { with: name = 'words', model } = options
  if (name !== 'words' && name !== 'embeddings') throw new UsageError('embeddings/unknown-backend', { name })
  if (name === 'embeddings' && model === undefined) throw new UsageError('embeddings/without-model')
  if (name === 'words' && model !== undefined) throw new UsageError('embeddings/model-without')
  const { entries, messages } = options.glossary === undefined ? { entries: [], messages: [] } : await readGlossary('.', resolve(options.glossary))
  return { align: { glossary: entries, model: model === undefined ? undefined : resolve(model) }, messages }
}
