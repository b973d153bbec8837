/** Starts a browser that can reach nothing but the book, and ends it for certain. */

import { spawnSync } from 'node:child_process'
import type { Browser } from 'puppeteer'
import type { Candidate } from './candidates.ts'
import { fontEnvironment } from './fontconfig.ts'
import { makeProfile, removeProfile } from './profile.ts'
import { tether } from './tether.ts'
import { Unfit, unfitOf } from './unfit.ts'

/** Seconds that a browser may take to start, both ways together; a cold disk needs some. */
const startLimit = 30

/** The part of them for the first way: whoever does not answer by a pipe may drop it, and answers fast by an address. */
const pipeLimit = 22

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

/**
 * Megabytes of scripts' memory in a page, a fifth of which a part of 700 pages takes. The browser's own limit, of
 * gigabytes, makes it clear away pages that were set so seldom that a fifth more memory is in use.
 */
const mostScripted = 512

const rendering = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--force-color-profile=srgb', `--js-flags=--max-heap-size=${mostScripted}`]

/** Throws `Unfit` where it does not start. `onStart` is called when its process has begun, long before it answers. */
export async function launch(candidate: Candidate, signal?: AbortSignal, onStart?: () => void): Promise<Browser> {
  const since = performance.now()
  try {
    return await started(candidate, true, pipeLimit, signal, onStart)
  } catch {
    signal?.throwIfAborted()
  }
  const left = startLimit - Math.min(pipeLimit, (performance.now() - since) / 1000)
  // A wrapper may drop the pipe, and a pipe hides why a browser did not start: an address serves then, or at least tells.
  try {
    return await started(candidate, false, left, signal)
  } catch (error) {
    signal?.throwIfAborted()
    throw unfitOf(error)
  }
}

/** Spoken to through a pipe, a browser ends with this program however that ends, and no other program can reach it. */
async function started(candidate: Candidate, pipe: boolean, seconds: number, signal: AbortSignal | undefined, onStart?: () => void): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer')
  const fonts = await fontEnvironment()
  const profile = makeProfile()
  const starting = new AbortController()
  const timer = setTimeout(() => starting.abort(), seconds * 1000)
  try {
    const launching = puppeteer.launch({
      executablePath: candidate.executable,
      headless: /headless.shell/.test(candidate.executable) || candidate.kind === 'packaged' ? 'shell' : true,
      args: [...guards, ...rendering, ...(isRoot() ? ['--no-sandbox'] : [])],
      env: { ...process.env, TMPDIR: profile, ...fonts, ...candidate.environment },
      userDataDir: profile,
      pipe,
      signal: signal ? AbortSignal.any([signal, starting.signal]) : starting.signal,
      timeout: seconds * 1000,
      protocolTimeout: 0,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    if (onStart) setImmediate(onStart)
    const browser = await launching
    browser.process()?.once('exit', () => removeProfile(profile))
    if (!pipe) tether(browser)
    return browser
  } catch (error) {
    removeProfile(profile)
    throw starting.signal.aborted ? new Unfit('slow', `${startLimit} s`, error) : error
  } finally {
    clearTimeout(timer)
  }
}

/** Ends the browser and every process of it; a hung page hears nothing gentler. */
export function kill(browser: Browser): void {
  const child = browser.process()
  if (!child?.pid) return
  try {
    // The browser leads a process group of its own, except on Windows; what its first process leaves behind ends as well.
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    child.kill('SIGKILL')
  }
}
