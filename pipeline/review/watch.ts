/** Notices that files of the book change on the disk, whoever changes them. */

import { watch as watchFolder, type FSWatcher } from 'node:fs'
import { dirname, join } from 'node:path'
import { manuscriptFiles, type Book } from '../model/book.ts'

/** Milliseconds in which an editor has finished saving: it may write a file in several steps. */
const calm = 120

/** Calls `changed` some time after the last change. Folders are watched, for a file that is replaced is another file. Returns what ends it. */
export function watchBook({ root, parts }: Pick<Book, 'root' | 'parts'>, changed: () => void): () => void {
  const folders = new Set([root, ...manuscriptFiles({ parts }).map((file) => dirname(join(root, file)))])
  let timer: NodeJS.Timeout | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(changed, calm)
  }
  const watchers = [...folders].flatMap((folder) => watcherOf(folder, soon))
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}

/** A folder that cannot be watched costs only that: an edit on an old version is refused anyway. */
function watcherOf(folder: string, soon: () => void): FSWatcher[] {
  try {
    // Files on their way to their place, and locks, begin with a dot.
    const watcher = watchFolder(folder, { persistent: false }, (_, name) => { if (!name?.startsWith('.')) soon() })
    watcher.on('error', () => watcher.close())
    return [watcher]
  } catch {
    return []
  }
}
