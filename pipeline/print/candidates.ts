/** Browsers that may serve, in the order in which they are tried. */

import { accessSync, constants, existsSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { unpackPackaged } from './packaged.ts'

export type CandidateKind = 'environment' | 'headless-shell' | 'installed' | 'puppeteer' | 'packaged'

export interface Candidate {
  readonly kind: CandidateKind
  /** Where it is; for the packaged browser, once it is unpacked. */
  readonly executable: string
  /** Added to the environment of the process. */
  readonly environment: Readonly<Record<string, string>>
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * A path in `PUPPETEER_EXECUTABLE_PATH` is the user's word: nothing else is tried then.
 * The packaged browser is unpacked only when it is reached; `SurroundingsError` where that fails.
 */
export async function* candidates(environment: Environment = process.env): AsyncGenerator<Candidate> {
  const at = (kind: CandidateKind) => (executable: string): Candidate => ({ kind, executable, environment: {} })
  const named = environment['PUPPETEER_EXECUTABLE_PATH']
  if (named) return yield at('environment')(named)
  yield* installed(shellNames, shellPaths, environment).map(at('headless-shell'))
  yield* installed(browserNames, browserPaths(environment), environment).map(at('installed'))
  yield* (await puppeteerDownloads(environment)).map(at('puppeteer'))
  const packaged = await unpackPackaged()
  if (packaged) yield { kind: 'packaged', executable: packaged.executable, environment: { LD_LIBRARY_PATH: packaged.libraries } }
}

const shellNames = ['chromium-headless-shell', 'chrome-headless-shell']
const shellPaths = ['/usr/bin/chromium-headless-shell', '/usr/lib64/chromium-browser/headless_shell', '/usr/lib/chromium-browser/headless_shell']

const browserNames = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'msedge']

function browserPaths(environment: Environment): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => join(folder, `${name}.app`, 'Contents', 'MacOS', name)))
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const home = environment[variable]
        return home ? ['Google/Chrome', 'Chromium', 'Microsoft/Edge'].map((name) => join(home, name, 'Application', name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')) : []
      })
    default:
      return ['/opt/google/chrome/chrome', '/usr/bin/chromium', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium']
  }
}

/** Programs of these names on the path, then those of these paths that are there; each once. */
export function installed(names: readonly string[], paths: readonly string[], environment: Environment): string[] {
  // A relative folder of the path would depend on where the program was started.
  const folders = (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/') || /^[A-Z]:/i.test(folder))
  const ending = process.platform === 'win32' ? '.exe' : ''
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + ending)))
  const seen = new Set<string>()
  // The name is kept as it was found: a link into a package manager's own program (a snap) works by its name alone.
  return [...onPath, ...paths].filter((path) => isProgram(path) && !seen.has(realpathSync(path)) && seen.add(realpathSync(path)))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** What Puppeteer has downloaded: the headless shells first, for they are leaner, then its Chrome. */
async function puppeteerDownloads(environment: Environment): Promise<string[]> {
  const { default: puppeteer } = await import('puppeteer')
  const cache = environment['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer')
  const shells = filesBelow(join(cache, 'chrome-headless-shell'), ['chrome-headless-shell', 'chrome-headless-shell.exe'])
  const chrome = await Promise.resolve().then(() => puppeteer.executablePath()).catch(() => '')
  return [...shells, chrome].filter(isProgram)
}

/** Programs of these names two folders down (version, platform), the newest version first. */
function filesBelow(folder: string, names: readonly string[]): string[] {
  const newestFirst = new Intl.Collator('en', { numeric: true })
  const inside = (path: string) => (existsSync(path) && statSync(path).isDirectory() ? readdirSync(path).sort(newestFirst.compare).reverse().map((name) => join(path, name)) : [])
  return inside(folder).flatMap(inside).flatMap((platform) => names.map((name) => join(platform, name))).filter(isProgram)
}
