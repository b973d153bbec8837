/** The typesetter's part in the browser as one script. */

import { bundled } from '../bundle.ts'

/** Defines the global `tawazi`, whose `typesetter` holds the functions. */
export function typesetterScript(): string {
  const script = bundled('typesetter/index.ts', { globalName: 'tawazi', charset: 'ascii', target: 'chrome120' })
  // A script that is evaluated keeps its variables to itself.
  return `${script}\nglobalThis.tawazi = tawazi`
}
