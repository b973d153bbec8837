/** The typesetter's part in the browser as one script. */

import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const entry = fileURLToPath(new URL('../../../templates/typesetter/index.ts', import.meta.url))

let script: string | undefined

/** Defines the global `tawazi`, whose `typesetter` holds the functions. Made once, in some 20 ms. */
export function typesetterScript(): string {
  script ??= buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'iife', globalName: 'tawazi', target: 'chrome120' }).outputFiles[0]?.text
  if (script === undefined) throw new Error('The typesetter could not be bundled')
  // A script that is evaluated keeps its variables to itself.
  return `${script}\nglobalThis.tawazi = tawazi`
}
