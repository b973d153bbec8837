/** Puts artifacts on the disk so that a crash at any moment leaves the old file or the new one. */

import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Artifact } from '../model/edition.ts'
import { SurroundingsError } from '../model/message.ts'

/** Paths written, in the order of the artifacts. */
export async function save(artifacts: readonly Artifact[], folder: string): Promise<string[]> {
  const paths: string[] = []
  for (const { name, bytes } of artifacts) {
    const path = join(folder, name)
    try {
      await mkdir(dirname(path), { recursive: true })
      await writeFileAtomic(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    } catch (cause) {
      throw new SurroundingsError(ruleOf(cause), { path, folder }, cause)
    }
    paths.push(path)
  }
  return paths
}

function ruleOf(cause: unknown): string {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  switch (code) {
    case 'ENOSPC': case 'EDQUOT': return 'cli/disk-full'
    case 'EACCES': case 'EPERM': case 'EROFS': return 'cli/no-permission'
    case 'ENOTDIR': case 'EEXIST': return 'cli/folder-in-the-way'
    default: return 'cli/not-written'
  }
}
