/** Scripts that were bundled before, kept beside the packages for as long as no file changes that they were made from. */

import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Of the program's files; sources are named by their paths from here. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

const folder = join(root, 'node_modules', '.cache', 'tawazi-scripts')

interface Kept {
  /** Every source with its stamp. */
  readonly sources: Readonly<Record<string, string>>
  readonly text: string
}

/** `what` tells the script and how it is bundled. Undefined where it was never kept, or is of another time. */
export function keptScript(what: string): string | undefined {
  try {
    const { sources, text } = JSON.parse(readFileSync(placeOf(what), 'utf8')) as Kept
    return Object.entries(sources).every(([source, stamp]) => stampOf(source) === stamp) ? text : undefined
  } catch {
    // There is none yet, or a source of it is gone.
    return undefined
  }
}

/** Yields `text`; where nothing may be written it is not kept. */
export function keepScript(what: string, sources: readonly string[], text: string): string {
  const place = placeOf(what)
  const beside = `${place}.${process.pid}`
  const kept: Kept = { sources: Object.fromEntries(sources.map((source) => [source, stampOf(source)])), text }
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(beside, JSON.stringify(kept))
    renameSync(beside, place)
  } catch {
    // The next program bundles it again.
  }
  return text
}

const placeOf = (what: string): string => join(folder, `${createHash('sha256').update(what).digest('hex').slice(0, 16)}.json`)

function stampOf(source: string): string {
  const { size, mtimeMs } = statSync(join(root, source))
  return `${size} ${mtimeMs}`
}
