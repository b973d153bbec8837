/** A build that is ended in the middle, or cannot write: old files or new ones, a message, and nothing left behind. */

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from '@jest/globals'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-bad-input-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const out = join(folder, 'out')

beforeEach(() => {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out)
  writeFileSync(join(out, 'en.pdf'), 'what was built before')
})

interface Ended {
  readonly pid: number
  readonly code: number | null
  readonly said: string
}

/** Runs a build; `once` is called when the edition is being set. */
function build(once: (child: ChildProcess) => void, ...argv: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), 'pipeline/cli/tawazi.mjs'), 'build', join(process.cwd(), 'samples/paper-road'), '--only', 'en.pdf', '--out', out, ...argv], {
    cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANG: 'en_GB.UTF-8', NODE_OPTIONS: '' },
  })
  let said = ''
  let isSet = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text
    if (!isSet && /en\.pdf/.test(said)) {
      isSet = true
      setTimeout(() => once(child), 300)
    }
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ pid: child.pid ?? 0, code, said })))
}

const profiles = (pid: number): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`tawazi-browser-${pid}-`))

/** Numbers of the processes whose command names the browser's folder of that program. */
const browsers = (pid: number): number[] => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((name) => {
  try {
    return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`tawazi-browser-${pid}-`)
  } catch {
    return false
  }
}).map(Number)

async function areGone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && browsers(pid).length > 0; tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  return browsers(pid).length === 0
}

const seen = () => readdirSync(out).filter((name) => !name.startsWith('.'))
const files = () => seen().map((name) => `${name}: ${readFileSync(join(out, name), 'latin1').slice(0, 21)}`)
const old = ['en.pdf: what was built before']

const onLinux = process.platform === 'linux' ? test : test.skip

onLinux.each([['SIGINT', 'en', /Interrupted; nothing was written/], ['SIGTERM', 'ar', /قُطع العمل ولم يُكتب شيء/]] as const)('%s ends a build with a message, and leaves what was there', async (signal, language, message) => {
  const { pid, code, said } = await build((child) => void child.kill(signal), '--language', language)
  expect([code, said]).toEqual([130, expect.stringMatching(message)])
  expect(said).not.toMatch(/^\s+at /m)
  expect([files(), await areGone(pid), profiles(pid)]).toEqual([old, true, []])
}, 120_000)

onLinux('a build that is killed leaves what was there, and no browser', async () => {
  const { pid, code } = await build((child) => void child.kill('SIGKILL'))
  expect([code, files(), await areGone(pid)]).toEqual([null, old, true])
  for (const name of profiles(pid)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
}, 120_000)

onLinux('a browser that is killed in the middle is replaced, and the book is whole', async () => {
  const { pid, code, said } = await build((child) => {
    for (const browser of browsers(child.pid ?? 0)) {
      try {
        process.kill(browser, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
  })
  expect([code, said]).toEqual([0, expect.not.stringMatching(/error|^\s+at /m)])
  expect([readFileSync(join(out, 'en.pdf'), 'latin1').slice(0, 5), seen(), profiles(pid)]).toEqual(['%PDF-', ['en.pages.json', 'en.pdf'], []])
}, 120_000)
