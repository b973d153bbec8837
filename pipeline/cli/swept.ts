/** Takes from a site's folder what an earlier site had and this one has not, such as the page of a chapter that is gone. */

import { readFile, rm, rmdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import type { Artifact } from '../model/edition.ts'
import { digestOfBytes } from './made.ts'
import { save } from './save.ts'

/** Names each file of the site with the digest of its bytes; hidden where folders are listed. */
const listName = '.tawazi-site.json'

/**
 * The number of files deleted.
 *
 * Deletes nothing that the list of the site before does not name, and nothing that somebody has changed since, for it is theirs then. Called
 * when the new site is on the disk: a crash before leaves a file too many.
 */
export async function swept(folder: string, artifacts: readonly Artifact[]): Promise<number> {
  if (artifacts.length === 0) return 0
  const now = new Map(artifacts.map(({ name, bytes }) => [name, digestOfBytes(bytes)]))
  let deleted = 0
  for (const [name, digest] of await listIn(folder)) {
    if (!now.has(name) && isInside(name) && await isUnchanged(join(folder, name), digest)) {
      await rm(join(folder, name))
      await withoutEmpty(dirname(name), folder)
      deleted++
    }
  }
  await save([{ name: listName, bytes: Buffer.from(`${JSON.stringify(Object.fromEntries(now), null, 1)}\n`) }], folder)
  return deleted
}

async function listIn(folder: string): Promise<[string, unknown][]> {
  try {
    const read: unknown = JSON.parse(await readFile(join(folder, listName), 'utf8'))
    return Object.entries(typeof read === 'object' && read !== null ? read : {})
  } catch {
    return []
  }
}

/** The list lies in a folder that others write to. */
const isInside = (name: string): boolean => normalize(name) === name && !name.startsWith('/') && !name.startsWith('..') && !name.includes('\\')

const isUnchanged = async (path: string, digest: unknown): Promise<boolean> => {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes !== undefined && digestOfBytes(bytes) === digest
}

/** Folders that are left without anything in them go as well; one that is not empty says so itself. */
async function withoutEmpty(name: string, folder: string): Promise<void> {
  for (let at = name; at !== '.'; at = dirname(at)) {
    try {
      await rmdir(join(folder, at))
    } catch {
      return
    }
  }
}
