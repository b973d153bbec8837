/** Browsers that may serve, in the order in which they are tried. */

import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import puppeteer from 'puppeteer'
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
 * The packaged browser is unpacked only when it is reached.
 */
export async function* candidates(environment: Environment = process.env): AsyncGenerator<Candidate> {
  const at = (kind: CandidateKind) => (executable: string): Candidate => ({ kind, executable, environment: {} })
  const named = environment['PUPPETEER_EXECUTABLE_PATH']
  if (named) return yield at('environment')(named)
  yield* installed(['chromium-headless-shell', 'chrome-headless-shell'], [], environment).map(at('headless-shell'))
  yield* installed(browserNames, browserPaths(), environment).map(at('installed'))
  yield* (await puppeteerDownload()).map(at('puppeteer'))
  const packaged = await unpackPackaged()
  if (packaged) yield { kind: 'packaged', executable: packaged.executable, environment: { LD_LIBRARY_PATH: packaged.libraries, FONTCONFIG_PATH: packaged.fonts } }
}

const browserNames = ['google-chrome-stable', 'google-chrome', 'chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable', 'microsoft-edge', 'msedge']

function browserPaths(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const home = process.env[variable]
        return home ? [join(home, 'Google/Chrome/Application/chrome.exe'), join(home, 'Chromium/Application/chrome.exe'), join(home, 'Microsoft/Edge/Application/msedge.exe')] : []
      })
    default:
      return ['/usr/bin/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome']
  }
}

/** Programs of these names on the path, then those of these paths that are there; each once. */
function installed(names: readonly string[], paths: readonly string[], environment: Environment): string[] {
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  const endings = process.platform === 'win32' ? ['.exe'] : ['']
  const onPath = names.flatMap((name) => folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))))
  return [...new Set([...onPath, ...paths].filter(isExecutable).map((path) => realpathSync(path)))]
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What Puppeteer has downloaded: the headless shell first, for it is leaner, then its Chrome. */
async function puppeteerDownload(): Promise<string[]> {
  const cache = process.env['PUPPETEER_CACHE_DIR'] ?? join(homedir(), '.cache', 'puppeteer')
  const shells = filesBelow(join(cache, 'chrome-headless-shell'), ['chrome-headless-shell', 'chrome-headless-shell.exe'])
  const chrome = await Promise.resolve().then(() => puppeteer.executablePath()).catch(() => '')
  return [...shells, chrome].filter((path) => path !== '' && existsSync(path))
}

/** Files of these names two folders down (version, platform), the newest version first. */
function filesBelow(folder: string, names: readonly string[]): string[] {
  const inside = (path: string) => (existsSync(path) ? readdirSync(path).sort().reverse().map((name) => join(path, name)) : [])
  return inside(folder).flatMap((version) => inside(version)).flatMap((platform) => names.map((name) => join(platform, name))).filter(isExecutable)
}
