/** What was made into a folder, and from which state of its book, so that an edition that is older than its book is known again. */

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Artifact } from '../model/edition.ts'
import { save } from './save.ts'

/** Kept beside the editions; hidden where folders are listed. */
const recordName = '.tawazi-made.json'

/** For each file, the digest of its bytes and that of its book. */
export type Made = ReadonlyMap<string, { readonly bytes: string; readonly book: string }>

export const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Adds what was made now to what was made before. */
export async function recordMade(folder: string, artifacts: readonly Artifact[], book: string): Promise<void> {
  const record = new Map(await recordIn(folder))
  for (const { name, bytes } of artifacts) record.set(name, { bytes: digestOfBytes(bytes), book })
  const sorted = [...record].sort(([one], [other]) => (one < other ? -1 : 1))
  await save([{ name: recordName, bytes: Buffer.from(`${JSON.stringify(Object.fromEntries(sorted), null, 1)}\n`) }], folder)
}

/** Empty where there is none, or none that can be read. */
export async function recordIn(folder: string): Promise<Made> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, recordName), 'utf8'))
    return new Map(Object.entries(typeof read === 'object' && read !== null ? read : {}).filter(([, made]) => typeof made?.bytes === 'string' && typeof made.book === 'string'))
  } catch {
    return new Map()
  }
}

/** Whether a file is the one that was made last, from the book as it is. */
export const isOf = (record: Made, { name, bytes }: Artifact, book: string): boolean => {
  const made = record.get(name)
  return made?.book === book && made.bytes === digestOfBytes(bytes)
}
