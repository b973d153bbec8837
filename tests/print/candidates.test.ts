import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { candidates, installed, type Candidate } from '../../pipeline/print/candidates.ts'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-candidates-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function program(path: string, mode = 0o755): string {
  const absolute = join(folder, path)
  mkdirSync(join(absolute, '..'), { recursive: true })
  writeFileSync(absolute, '')
  chmodSync(absolute, mode)
  return absolute
}

async function all(environment: Record<string, string>): Promise<Candidate[]> {
  const found: Candidate[] = []
  for await (const candidate of candidates(environment)) {
    // The last one would be unpacked.
    if (candidate.kind === 'packaged') break
    found.push(candidate)
  }
  return found
}

test('a browser that the user names is the only one', async () => {
  program('named/chromium-headless-shell')
  expect(await all({ PUPPETEER_EXECUTABLE_PATH: '/my/chrome', PATH: join(folder, 'named') })).toEqual([{ kind: 'environment', executable: '/my/chrome', environment: {} }])
})

test('headless shells stand before browsers, and those before what Puppeteer has downloaded, newest first', async () => {
  const chrome = program('bin/google-chrome')
  const shell = program('bin/chromium-headless-shell')
  const old = program('cache/chrome-headless-shell/linux-99.0.1/chrome-headless-shell-linux64/chrome-headless-shell')
  const fresh = program('cache/chrome-headless-shell/linux-143.0.1/chrome-headless-shell-linux64/chrome-headless-shell')
  const found = (await all({ PATH: join(folder, 'bin'), PUPPETEER_CACHE_DIR: join(folder, 'cache') })).filter(({ executable }) => executable.startsWith(folder))
  expect(found.map(({ kind, executable }) => [kind, executable])).toEqual([
    ['headless-shell', shell], ['installed', chrome], ['puppeteer', fresh], ['puppeteer', old],
  ])
})

test('one program under two names counts once; what is no program does not count', () => {
  const real = program('one/google-chrome-stable')
  symlinkSync(real, join(folder, 'one/google-chrome'))
  program('two/chromium', 0o644)
  mkdirSync(join(folder, 'two/msedge'))
  const PATH = ['one', 'two', 'gone'].map((name) => join(folder, name)).join(delimiter)
  expect(installed(['google-chrome-stable', 'google-chrome', 'chromium', 'msedge'], [join(folder, 'gone/chrome')], { PATH })).toEqual([real])
})

test('relative folders of the path are passed over', () => {
  program('here/chromium')
  expect(installed(['chromium'], [], { PATH: ['.', '', join('..', 'here')].join(delimiter) })).toEqual([])
})
