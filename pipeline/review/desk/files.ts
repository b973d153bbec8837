/** The files of a book on the disk: their version, cheaply told, and writing that leaves the old file or the new one. */

import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { open, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { bilingual, type Bilingual } from '../../model/language.ts'
import { SurroundingsError } from '../../model/message.ts'
import { fileBytes } from '../../readers/file.ts'
import { isInside } from '../../readers/images.ts'
import type { ReadFiles } from '../../readers/index.ts'
import { notWritten } from './not-written.ts'

/** A file as it was last read. */
interface Known {
  /** What changes with every write: file number, size, times. */
  readonly trace: string
  /** When it was looked at, in milliseconds. */
  readonly at: number
  readonly digest: string
  readonly bytes: Buffer | undefined
}

/** Younger than this a file may change again without its time doing so. Own choice, five ticks of a slow clock. */
const tick = 50

/** Bytes beyond which a file is none of a book; decisions about 100,000 beads are some 80 MB. Own choice. */
const largest = 200_000_000

export class BookFiles {
  readonly #root: string
  readonly #names: readonly string[]
  readonly #known = new Map<string, Known>()
  /** What readers have made of the manuscripts. */
  readonly read: Bilingual<ReadFiles> = bilingual(() => new Map())

  /** `names` are relative to `root`. */
  constructor(root: string, names: readonly string[]) {
    this.#root = root
    this.#names = [...new Set(names)]
  }

  isOf(root: string, names: readonly string[]): boolean {
    return root === this.#root && [...new Set(names)].join('\n') === this.#names.join('\n')
  }

  /** Digest of all files as they are now; a file that has not changed is not read again. */
  async version(): Promise<string> {
    for (const name of this.#names) await this.#look(name)
    return this.versionKnown()
  }

  /** The same as of the last look, with what was written since: whatever others do meanwhile is none of it. */
  versionKnown(): string {
    const hash = createHash('sha256')
    for (const name of this.#names) hash.update(`${name}\n${this.#known.get(name)?.digest ?? ''}\n`)
    return hash.digest('hex').slice(0, 32)
  }

  /** Undefined where there is no such file. As of the last look. */
  bytes(name: string): Buffer | undefined {
    return this.#known.get(name)?.bytes
  }

  /** Whether there is something of that name, though it may be none that can be read. As of the last look. */
  isThere(name: string): boolean {
    return (this.#known.get(name)?.trace ?? '') !== ''
  }

  /** Replaces a file whole. Only who holds the book's lock may. */
  async replace(name: string, bytes: Buffer): Promise<void> {
    const named = join(this.#root, name)
    if (!isInside(this.#root, named)) throw new SurroundingsError('desk/not-written', { path: name })
    try {
      await replaceWhole(await realpath(named).catch(() => named), bytes)
      const trace = traceOf(named)
      // What was just written here is known, however young it is.
      this.#known.set(name, { trace, at: Infinity, digest: digestOf(bytes), bytes })
    } catch (cause) {
      throw notWritten(name, cause)
    }
  }

  async #look(name: string): Promise<Known> {
    const path = join(this.#root, name)
    const trace = traceOf(path)
    const known = this.#known.get(name)
    if (known && known.trace === trace && !isYoung(trace, known.at)) return known
    const found = trace === '' || !isInside(this.#root, path) ? undefined : await fileBytes(path, largest).catch(() => undefined)
    // The same bytes stay the same object, so that nobody reads them again.
    const bytes = known?.bytes && found?.equals(known.bytes) ? known.bytes : found
    const now: Known = { trace, at: Date.now(), digest: bytes ? digestOf(bytes) : trace === '' ? '' : unreadable, bytes }
    this.#known.set(name, now)
    return now
  }
}

/** A book of many files is looked at with every request: to wait for each on its own would take longer than to ask. */
function traceOf(path: string): string {
  try {
    const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    return `${ino} ${size} ${mtimeNs} ${ctimeNs}`
  } catch {
    return ''
  }
}

/** Whether a file was written so shortly before it was looked at that it may have been written again since. */
function isYoung(trace: string, at: number): boolean {
  const written = Number(BigInt(trace.split(' ')[3] ?? '0') / 1_000_000n)
  return at - written < tick
}

/** Stands for a digest: what cannot be read is not what is not there. */
const unreadable = 'unreadable'

const digestOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** One writer at a time, so the file beside may always have the same name, and the next write clears away what a crash has left. */
async function replaceWhole(path: string, bytes: Buffer): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.part`)
  const mode = (await stat(path).catch(() => undefined))?.mode
  // Never what stands there already, which may be a link that leads out of the book.
  await rm(beside, { force: true })
  try {
    const file = await open(beside, 'wx', mode === undefined ? 0o666 : mode & 0o7777)
    try {
      if (mode !== undefined) await file.chmod(mode & 0o7777)
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (cause) {
    await rm(beside, { force: true })
    throw cause
  }
}
