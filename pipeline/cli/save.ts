/** Puts artifacts on the disk so that a crash at any moment leaves the old file or the new one. */

import { open, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Artifact } from '../model/edition.ts'
import { SurroundingsError } from '../model/message.ts'
import { makeFolder, mayMakeFolder } from './folder.ts'

/** Writes a file of that name, whole and on the disk, or throws. */
export type Write = (path: string, bytes: Uint8Array) => Promise<void>

/**
 * Paths written, in the order of the artifacts.
 *
 * All are written beside their places first and take them only then, so that a disk that fills up changes nothing.
 */
export async function save(artifacts: readonly Artifact[], folder: string, write: Write = writeWhole): Promise<string[]> {
  const files = artifacts.map(({ name, bytes }) => ({ path: join(folder, name), bytes }))
  try {
    for (const { path, bytes } of files) {
      await attemptFolder(dirname(path), makeFolder)
      await attempt(path, folder, () => write(beside(path), bytes))
    }
    for (const { path } of files) await attempt(path, folder, () => rename(beside(path), path))
  } finally {
    for (const { path } of files) await rm(beside(path), { force: true }).catch(() => undefined)
  }
  return files.map(({ path }) => path)
}

/** Throws what `save` would where it is certain beforehand that nothing can be written there: a book takes minutes to make. */
export const maySave = (folder: string): Promise<void> => attemptFolder(folder, mayMakeFolder)

const beside = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.part`)

/** A full disk may take a part of the bytes without a word: the handle's own loop writes all or throws. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function attempt(path: string, folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    throw new SurroundingsError(ruleOf(cause), { path, folder }, cause)
  }
}

/** What is wrong is then the folder: `path` is the one that was wanted, `folder` the nearest above it, or itself, that is there. */
async function attemptFolder(path: string, work: (folder: string) => Promise<void>): Promise<void> {
  try {
    await work(path)
  } catch (cause) {
    throw new SurroundingsError(folderRules[ruleOf(cause)] ?? ruleOf(cause), { path, folder: await standing(path) }, cause)
  }
}

const folderRules: Readonly<Record<string, string>> = { 'cli/folder-in-the-way': 'cli/not-a-folder', 'cli/not-written': 'cli/folder-not-made' }

async function standing(path: string): Promise<string> {
  const isThere = await stat(path).then(() => true, () => false)
  return isThere || dirname(path) === path ? path : standing(dirname(path))
}

function ruleOf(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'ENOSPC': case 'EDQUOT': return 'cli/disk-full'
    case 'EACCES': case 'EPERM': case 'EROFS': return 'cli/no-permission'
    case 'ENOTDIR': case 'EEXIST': case 'EISDIR': case 'ENOTEMPTY': return 'cli/folder-in-the-way'
    default: return 'cli/not-written'
  }
}
