/** The typesetter's part in the browser as one script. */

import { bundling } from '../bundle.ts'

/** Defines the global `tawazi`, whose `typesetter` holds the functions. */
export async function typesetterScript(): Promise<string> {
  const script = await bundling('typesetter/index.ts', { globalName: 'tawazi', charset: 'ascii', target: 'chrome120' })
  // A script that is evaluated keeps its variables to itself.
  return `${script}\nglobalThis.tawazi = tawazi`
}
