/** Starts a browser that can reach nothing but the book, and ends it for certain. */

import { existsSync, readdirSync } from 'node:fs'
import puppeteer, { type Browser } from 'puppeteer'
import type { Candidate } from './candidates.ts'
import { unpackPackaged } from './packaged.ts'

/** Seconds that a browser may take to start; a cold disk needs some. */
const startLimit = 60

const isRoot = (): boolean => process.getuid?.() === 0

/** No names are resolved, no proxy answers, nothing is fetched in the background. */
const guards = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-extensions',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
]

const rendering = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--force-color-profile=srgb']

export async function launch(candidate: Candidate): Promise<Browser> {
  return puppeteer.launch({
    executablePath: candidate.executable,
    headless: /headless.shell/.test(candidate.executable) || candidate.kind === 'packaged' ? 'shell' : true,
    args: [...guards, ...rendering, ...(isRoot() ? ['--no-sandbox'] : [])],
    env: { ...process.env, ...(await withFonts(candidate)) },
    timeout: startLimit * 1000,
    protocolTimeout: 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}

/** A system without any font loses all text, web fonts included; one packaged font is enough to prevent it. */
async function withFonts(candidate: Candidate): Promise<Record<string, string>> {
  if (candidate.environment['FONTCONFIG_PATH'] || process.platform !== 'linux' || hasSystemFonts()) return candidate.environment
  const packaged = await unpackPackaged()
  return packaged ? { ...candidate.environment, FONTCONFIG_PATH: packaged.fonts } : candidate.environment
}

function hasSystemFonts(): boolean {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some((folder) =>
    existsSync(folder) && readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => /\.(ttf|otf|ttc|pfb)$/i.test(name)))
}

/** Ends the browser and every process of it; a hung page hears nothing gentler. */
export function kill(browser: Browser): void {
  const child = browser.process()
  if (!child?.pid) return
  try {
    // The browser leads a process group of its own, except on Windows.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
