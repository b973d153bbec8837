/** Scripts of the templates for a browser, each bundled into one text. */

import { createRequire } from 'node:module'
import type { BuildOptions, BuildResult } from 'esbuild'
import { keepScript, keptScript, root } from './kept-script.ts'

/** `entry` is a path under `templates`. Bundled once: the bundler's start takes a quarter of a second, and it stays in memory. */
export function bundled(entry: string, options: BuildOptions): string {
  const what = whatOf(entry, options)
  return keptScript(what) ?? kept(what, bundler().buildSync(wanted(entry, options)))
}

/** As `bundled`, while others work. */
export async function bundling(entry: string, options: BuildOptions): Promise<string> {
  const what = whatOf(entry, options)
  return keptScript(what) ?? kept(what, await bundler().build(wanted(entry, options)))
}

const bundler = (): typeof import('esbuild') => createRequire(import.meta.url)('esbuild') as typeof import('esbuild')

const whatOf = (entry: string, options: BuildOptions): string => JSON.stringify([entry, options])

const wanted = (entry: string, options: BuildOptions): BuildOptions & { write: false; metafile: true } =>
  ({ bundle: true, format: 'iife', charset: 'utf8', ...options, entryPoints: [`templates/${entry}`], absWorkingDir: root, write: false, metafile: true })

function kept(what: string, { outputFiles: [script] = [], metafile }: BuildResult<{ metafile: true; write: false }>): string {
  if (!script) throw new Error(`${what} could not be bundled`)
  return keepScript(what, Object.keys(metafile.inputs), script.text)
}
