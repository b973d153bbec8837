/** Files that somebody else has laid down: only regular ones are read, for a pipe or a device would keep its reader waiting for ever. */

import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs'
import { open } from 'node:fs/promises'

/** A manuscript larger than this is no book: 50 MB of text are some ten million words. */
export const largest = 50_000_000

/** A pipe that nobody writes to is opened without waiting for one who does; the flag is unknown where there are no such pipes. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** Throws what the system says, or an error with the code `EISDIR`, `ENOTREG` or `EFBIG`. */
export async function fileBytes(path: string, most = Infinity): Promise<Buffer> {
  const file = await open(path, flags)
  try {
    expectFile(await file.stat(), most)
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/** The same at once. */
export function fileBytesNow(path: string, most = Infinity): Buffer {
  const file = openSync(path, flags)
  try {
    expectFile(fstatSync(file), most)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

function expectFile(found: Stats, most: number): void {
  const code = found.isDirectory() ? 'EISDIR' : !found.isFile() ? 'ENOTREG' : found.size > most ? 'EFBIG' : undefined
  if (code !== undefined) throw Object.assign(new Error(code), { code })
}

/** What a fault of the system is called, such as `ENOENT`. */
export const codeOf = (cause: unknown): unknown => (typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined)

/** Why a file could not be read, as the wordings of `reading` and `glossary` call it. */
export function unreadFault(cause: unknown): 'missing' | 'folder' | 'too-large' | 'unreadable' {
  switch (codeOf(cause)) {
    case 'ENOENT': case 'ENOTDIR': return 'missing'
    case 'EISDIR': return 'folder'
    case 'EFBIG': return 'too-large'
    default: return 'unreadable'
  }
}
