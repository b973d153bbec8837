/** Scripts of the templates for a browser, each bundled into one text. */

import { fileURLToPath } from 'node:url'
import { buildSync, type BuildOptions } from 'esbuild'

const templates = new URL('../../templates/', import.meta.url)

const made = new Map<string, string>()

/** `entry` is a path under `templates`. Made once for each entry, in some 20 ms for a small script and 100 ms for an interface. */
export function bundled(entry: string, options: BuildOptions): string {
  const known = made.get(entry)
  if (known !== undefined) return known
  const path = fileURLToPath(new URL(entry, templates))
  const script = buildSync({ entryPoints: [path], bundle: true, write: false, format: 'iife', charset: 'utf8', ...options }).outputFiles?.[0]?.text
  if (script === undefined) throw new Error(`${entry} could not be bundled`)
  made.set(entry, script)
  return script
}
