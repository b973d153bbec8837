/** The folder that one browser writes its files into: gone when the browser is, even where the program is ended. */

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const prefix = 'tawazi-browser-'

/** In milliseconds; a younger folder may be another container's, whose processes cannot be seen from here. */
const staleAge = 3_600_000

const living = new Set<string>()

/** A new empty folder, named for this process; those that dead processes left are removed on the way. */
export function makeProfile(parent: string = tmpdir()): string {
  removeStale(parent)
  if (living.size === 0) process.once('exit', removeAll)
  const folder = mkdtempSync(join(parent, `${prefix}${process.pid}-`))
  living.add(folder)
  return folder
}

/** What cannot be removed yet goes when this process does. */
export function removeProfile(folder: string): void {
  remove(folder)
  if (existsSync(folder)) return
  living.delete(folder)
  if (living.size === 0) process.removeListener('exit', removeAll)
}

function removeAll(): void {
  for (const folder of living) remove(folder)
}

/** A process of the browser that is just ending may still write. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 })
  } catch {
    // Nothing of the book depends on it.
  }
}

function removeStale(parent: string): void {
  for (const name of readdirSync(parent).filter((name) => name.startsWith(prefix))) {
    const owner = Number(name.slice(prefix.length).split('-')[0])
    if (!isAlive(owner) && ageOf(join(parent, name)) > staleAge) remove(join(parent, name))
  }
}

const ageOf = (folder: string): number => Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
