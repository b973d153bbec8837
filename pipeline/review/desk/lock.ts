/** One process at a time writes to a book. */

import { randomBytes } from 'node:crypto'
import { link, rename, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { SurroundingsError } from '../../model/message.ts'
import { codeOf, fileBytes } from '../../readers/file.ts'
import { notWritten } from './not-written.ts'

const name = '.tawazi.lock'

/** Bytes beyond which a lock is none of ours. */
const longest = 1000

/** Milliseconds: between two tries, until one gives up, and after which a lock of another machine counts as left behind. Own choices. */
const wait = { again: 15, most: 20_000, foreign: 60_000 }

/** Runs `work` while no other process holds the book in `root`; a lock whose process has died is taken over. Throws a `SurroundingsError` where none can be had. */
export async function locked<T>(root: string, work: () => Promise<T>): Promise<T> {
  const path = join(root, name)
  const mark = `${process.pid} ${randomBytes(9).toString('base64url')} ${hostname()}\n`
  await take(path, mark)
  try {
    return await work()
  } finally {
    // What is not ours any more is left alone.
    if (await contentOf(path) === mark) await rm(path, { force: true })
  }
}

async function take(path: string, mark: string): Promise<void> {
  const start = Date.now()
  while (!await created(path, mark)) {
    await putAside(path)
    if (Date.now() - start > wait.most) throw new SurroundingsError('desk/locked', { path })
    await new Promise((resolve) => setTimeout(resolve, wait.again * (0.5 + Math.random())))
  }
}

/** The mark is written before the file has its name, so that no lock is ever seen empty. */
async function created(path: string, mark: string): Promise<boolean> {
  const own = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await writeFile(own, mark, { flag: 'wx' })
    await link(own, path)
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw notWritten(path, cause)
  } finally {
    await rm(own, { force: true })
  }
}

/** Takes away a lock that was left behind. Whoever took away a living one by chance, between two looks at it, puts it back. */
async function putAside(path: string): Promise<void> {
  const seen = await contentOf(path)
  if (seen === undefined || !await isLeft(path, seen)) return
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if (await contentOf(aside) !== seen) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

async function isLeft(path: string, mark: string): Promise<boolean> {
  const [pid = '', , host] = mark.trim().split(' ')
  if (host === hostname()) return !isAlive(Number(pid))
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > wait.foreign
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return codeOf(cause) === 'EPERM'
  }
}

const contentOf = (path: string): Promise<string | undefined> => fileBytes(path, longest).then((bytes) => bytes.toString('utf8'), () => undefined)
