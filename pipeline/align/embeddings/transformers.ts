/** An embedder from a model in a local folder, by `@huggingface/transformers`, which the user installs. Nothing is ever fetched. */

import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SurroundingsError } from '../../model/message.ts'
import type { Embedder } from './embedder.ts'

export interface LocalEmbedder extends Embedder {
  /** Frees the model. */
  close(): Promise<void>
}

/** The part of the library that is used; it need not be there when this is compiled. */
interface Library {
  readonly env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string; useFSCache: boolean }
  pipeline(task: 'feature-extraction', model: string, options: { dtype: string; local_files_only: boolean }): Promise<Extractor>
}

interface Extractor {
  (texts: readonly string[], options: { pooling: 'mean'; normalize: boolean }): Promise<{ readonly dims: readonly number[]; readonly data: Float32Array }>
  dispose(): Promise<unknown>
}

const packageName = '@huggingface/transformers'

/** Files of every model, and the weights by how the library names their precision; the first that is there serves. */
const needed = ['config.json', 'tokenizer.json', 'tokenizer_config.json'] as const
const weights = {
  'onnx/model.onnx': 'fp32', 'onnx/model_fp16.onnx': 'fp16', 'onnx/model_quantized.onnx': 'q8', 'onnx/model_int8.onnx': 'int8', 'onnx/model_uint8.onnx': 'uint8',
  'onnx/model_q4.onnx': 'q4',
} as const
type Weights = keyof typeof weights

/** Throws `SurroundingsError` where the package, the folder or a file in it is missing, or the model cannot be loaded. */
export async function localEmbedder(folder: string, load: (name: string) => Promise<unknown> = (name) => import(name)): Promise<LocalEmbedder> {
  const file = weightsIn(folder)
  const library = await libraryBy(load)
  const { env } = library
  env.allowRemoteModels = false
  env.allowLocalModels = true
  env.useFSCache = false
  env.localModelPath = dirname(resolve(folder)) + sep
  const extractor = await library.pipeline('feature-extraction', basename(resolve(folder)), { dtype: weights[file], local_files_only: true })
    .catch((error: unknown) => { throw unfit(folder, error) })
  return {
    name: await fingerprint(folder, file),
    embed: (texts) => embed(texts, extractor, folder),
    close: async () => void await extractor.dispose(),
  }
}

function weightsIn(folder: string): Weights {
  if (!existsSync(folder)) throw new SurroundingsError('embeddings/no-folder', { folder })
  const file = (Object.keys(weights) as Weights[]).find((name) => existsSync(join(folder, name)))
  const missing = needed.find((name) => !existsSync(join(folder, name))) ?? (file ? undefined : 'onnx/model.onnx')
  if (missing !== undefined || !file) throw new SurroundingsError('embeddings/no-file', { folder, file: missing ?? '' })
  return file
}

/** Where the package has to be installed so that it is found from here. */
const home = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '')

async function libraryBy(load: (name: string) => Promise<unknown>): Promise<Library> {
  try {
    // What it exports is described above, from its documentation.
    return await load(packageName) as Library
  } catch (error) {
    throw new SurroundingsError('embeddings/no-package', { package: packageName, folder: home }, error)
  }
}

const unfit = (folder: string, error: unknown): SurroundingsError =>
  new SurroundingsError('embeddings/unfit', { folder, fault: error instanceof Error ? error.message.split('\n', 1)[0] ?? '' : String(error) }, error)

async function embed(texts: readonly string[], extractor: Extractor, folder: string): Promise<Float32Array[]> {
  const { dims, data } = await extractor(texts, { pooling: 'mean', normalize: true }).catch((error: unknown) => { throw unfit(folder, error) })
  const [count = 0, length = 0] = dims
  return Array.from({ length: count }, (_, index) => data.slice(index * length, (index + 1) * length))
}

/** A digest of the model's files, so that a model that was exchanged is another one. */
async function fingerprint(folder: string, file: Weights): Promise<string> {
  const hash = createHash('sha256')
  for (const name of [...needed, file]) for await (const chunk of createReadStream(join(folder, name))) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
