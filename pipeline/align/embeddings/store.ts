/** Vectors that were made before, in the user's cache folder: packs of them, each whole or not there. */

import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import envPaths from 'env-paths'
import writeFileAtomic from 'write-file-atomic'
import type { TextVectors } from '../settings.ts'
import type { VectorStore } from './embedder.ts'

/** Most bytes that all packs may take, and under which a pack is joined with the next that is written: our own choice. */
const most = 256e6
const small = 500e3

const keyLength = 32
const headLength = 4

interface Pack {
  readonly path: string
  readonly size: number
  readonly used: number
}

/**
 * A pack is the number of a vector's values, then for each text its digest and these values, as 32-bit floats.
 * It is written beside and then renamed, so that several processes, or one that is cut short, do no harm; those used longest ago go first.
 * A store that cannot be read or written stores nothing, and that is no fault: everything can be made again.
 */
export function vectorStore(folder: string = join(envPaths('tawazi', { suffix: '' }).cache, 'vectors'), limit: number = most): VectorStore {
  const home = (model: string) => join(folder, digest(model).subarray(0, 12).toString('hex'))
  return {
    read: async (model, texts) => {
      try {
        return await readPacks(home(model), texts)
      } catch {
        return new Map()
      }
    },
    write: async (model, vectors) => {
      try {
        await writePack(home(model), vectors)
        await keepWithin(folder, limit)
      } catch {
        // A full disk, or a user without a home: the vectors are made again next time.
      }
    },
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

async function readPacks(home: string, texts: readonly string[]): Promise<Map<string, Float32Array>> {
  const wanted = new Map(texts.map((text) => [digest(text).toString('latin1'), text]))
  const found = new Map<string, Float32Array>()
  for (const { path } of wanted.size > 0 ? await packsIn(home) : []) {
    const before = found.size
    for (const { key, values } of recordsOf(await readFile(path).catch(() => Buffer.alloc(0)))) {
      const text = wanted.get(key.toString('latin1'))
      if (text !== undefined) found.set(text, floats(values))
    }
    if (found.size > before) await utimes(path, new Date(), new Date()).catch(() => undefined)
  }
  return found
}

async function writePack(home: string, vectors: TextVectors): Promise<void> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  const joined = (await packsIn(home)).filter(({ size }) => size < small)
  const length = vectors.values().next().value?.length ?? 0
  const records = [...vectors].map(([text, vector]) => Buffer.concat([digest(text), Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)]))
  const older = await Promise.all(joined.map(({ path }) => readFile(path).catch(() => Buffer.alloc(0))))
  const same = older.filter((pack) => recordsOf(pack).length > 0 && pack.readUInt32LE(0) === length).map((pack) => pack.subarray(headLength))
  const head = Buffer.alloc(headLength)
  head.writeUInt32LE(length)
  await writeFileAtomic(join(home, `${randomUUID()}.pack`), Buffer.concat([head, ...same, ...records]))
  for (const { path } of joined) await rm(path, { force: true })
}

/** Nothing where the bytes are no whole pack. */
function recordsOf(pack: Buffer): { key: Buffer; values: Buffer }[] {
  if (pack.length <= headLength) return []
  const size = keyLength + 4 * pack.readUInt32LE(0)
  if ((pack.length - headLength) % size !== 0) return []
  return Array.from({ length: (pack.length - headLength) / size }, (_, index) => {
    const at = headLength + index * size
    return { key: pack.subarray(at, at + keyLength), values: pack.subarray(at + keyLength, at + size) }
  })
}

/** A copy, for the bytes of a pack are not aligned as floats must be. */
const floats = (bytes: Buffer): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer)

async function packsIn(folder: string, recursive = false): Promise<Pack[]> {
  const names = await readdir(folder, { recursive }).catch(() => [])
  const packs = await Promise.all(names.filter((name) => recursive || name.endsWith('.pack')).map(async (name) => {
    const found = await stat(join(folder, name)).catch(() => undefined)
    return found?.isFile() ? [{ path: join(folder, name), size: found.size, used: found.mtimeMs }] : []
  }))
  return packs.flat()
}

/** Files of any name count, for a process that was killed may have left one half-written. */
async function keepWithin(folder: string, limit: number): Promise<void> {
  let total = 0
  for (const { path, size } of (await packsIn(folder, true)).sort((one, other) => other.used - one.used)) {
    total += size
    if (total > limit) await rm(path, { force: true })
  }
}
