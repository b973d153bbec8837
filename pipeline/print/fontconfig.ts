/** One font for the system's font library: on a machine that has none every text vanishes in silence, web fonts included. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { cached } from './cache.ts'
import { sfntOf } from './woff.ts'

const require = createRequire(import.meta.url)
const asksFontconfig = process.platform !== 'darwin' && process.platform !== 'win32'
const subsets = ['arabic', 'latin'] as const

/**
 * What the browser's process is told: the system's own settings where there are any, and Amiri beside its fonts.
 * Only Linux and its like ask this library.
 */
export async function fontEnvironment(): Promise<Record<string, string>> {
  if (!asksFontconfig) return {}
  const root = dirname(require.resolve('@fontsource/amiri/package.json'))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const home = await cached(`fonts-${version}`, (folder, home) => fill(folder, home, root))
  return { FONTCONFIG_FILE: join(home, 'fonts.conf') }
}

async function fill(folder: string, home: string, root: string): Promise<void> {
  await mkdir(join(folder, 'fonts'))
  for (const subset of subsets) {
    const name = `amiri-${subset}-400-normal`
    // The library of some browsers reads no packed fonts.
    await writeFile(join(folder, 'fonts', `${name}.ttf`), sfntOf(readFileSync(join(root, 'files', `${name}.woff`))))
  }
  await writeFile(join(folder, 'fonts.conf'), settings(home))
}

/** Its own cache stands first, for the system's may be closed to this user. */
const settings = (home: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <cachedir>${escaped(join(home, 'cache'))}</cachedir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${escaped(join(home, 'fonts'))}</dir>
</fontconfig>
`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** Font files in the usual folders; undefined on a system that keeps its fonts otherwise and always has some. */
export function systemFonts(): number | undefined {
  if (!asksFontconfig) return undefined
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts'), join(homedir(), '.local/share/fonts')]
  return folders.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    .filter((name) => /\.(?:ttf|otf|ttc|pfb)$/i.test(name)).length
}
