/** What is made once for this machine: folders of the user's cache, each whole or not there. */

import { accessSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import envPaths from 'env-paths'
import { SurroundingsError } from '../model/message.ts'

/** A folder that an unpacking left behind when it was cut short; in milliseconds, and far longer than any takes. */
const staleAge = 3_600_000

/** Writes into `folder`, which will be known as `home`. */
type Fill = (folder: string, home: string) => Promise<void>

/**
 * The folder of that name, filled by `fill` when it is not there yet.
 * It is written beside and renamed, so that several processes at once, or one that is cut short, do no harm. Throws `SurroundingsError` where it cannot be kept.
 */
export async function cached(name: string, fill: Fill, parent: string = cacheFolder()): Promise<string> {
  const home = join(parent, name)
  if (existsSync(home)) return home
  try {
    await removeStale(home)
    await filled(home, fill)
  } catch (error) {
    throw new SurroundingsError('browser/cache', { folder: dirname(home), fault: (error as NodeJS.ErrnoException).code ?? String(error) }, error)
  }
  return home
}

async function filled(home: string, fill: Fill): Promise<void> {
  const beside = await mkdtemp(`${home}.`)
  try {
    await fill(beside, home)
    await rename(beside, home).catch((error: unknown) => {
      // Another process was quicker; its folder is as good.
      if (!existsSync(home)) throw error
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function removeStale(home: string): Promise<void> {
  const beside = (await readdir(dirname(home))).filter((name) => name.startsWith(`${basename(home)}.`)).map((name) => join(dirname(home), name))
  for (const folder of beside) {
    const made = await stat(folder).catch(() => undefined)
    if (made && Date.now() - made.mtimeMs > staleAge) await rm(folder, { recursive: true, force: true })
  }
}

/** The user's cache, or, for a user without a home, a folder of the system's temporary ones that is theirs alone. */
function cacheFolder(): string {
  const own = envPaths('tawazi', { suffix: '' }).cache
  if (isUsable(own)) return own
  const temporary = join(tmpdir(), `tawazi-${process.getuid?.() ?? 'cache'}`)
  if (isUsable(temporary) && isOurs(temporary)) return temporary
  throw new SurroundingsError('browser/cache', { folder: own, fault: 'EACCES' })
}

function isUsable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Programs are run from this folder, so nobody else may have put them there. */
function isOurs(folder: string): boolean {
  const made = lstatSync(folder)
  return made.isDirectory() && (process.getuid === undefined || (made.uid === process.getuid() && (made.mode & 0o022) === 0))
}
