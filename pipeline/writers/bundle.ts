/** Scripts of the templates for a browser, each bundled into one text. */

import { fileURLToPath } from 'node:url'
import { build, buildSync, type BuildOptions, type BuildResult } from 'esbuild'

const templates = new URL('../../templates/', import.meta.url)

const made = new Map<string, string>()
const beingMade = new Map<string, Promise<string>>()

/** `entry` is a path under `templates`. Made once for each entry, in some 20 ms for a small script and 100 ms for an interface. */
export function bundled(entry: string, options: BuildOptions): string {
  const known = made.get(entry) ?? textOf(buildSync(wanted(entry, options)), entry)
  made.set(entry, known)
  return known
}

/** As `bundled`, while others work. */
export function bundling(entry: string, options: BuildOptions): Promise<string> {
  const known = beingMade.get(entry) ?? build(wanted(entry, options)).then((result) => textOf(result, entry))
  beingMade.set(entry, known)
  return known
}

const wanted = (entry: string, options: BuildOptions): BuildOptions =>
  ({ entryPoints: [fileURLToPath(new URL(entry, templates))], bundle: true, write: false, format: 'iife', charset: 'utf8', ...options })

function textOf({ outputFiles }: BuildResult, entry: string): string {
  const script = outputFiles?.[0]?.text
  if (script === undefined) throw new Error(`${entry} could not be bundled`)
  return script
}
