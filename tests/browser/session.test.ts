/** A browser that dies, hangs or is given up: replaced, ended in time, and gone without a trace. */

import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { extractText, getDocumentProxy } from 'unpdf'
import { openBrowser, type PrintBrowser } from '../../pipeline/print/browser.ts'
import type { PrintDocument } from '../../pipeline/print/document.ts'
import { startupDocument } from '../../pipeline/print/startup.ts'

const timeout = process.env['TAWAZI_TIMEOUT']
let opened: PrintBrowser | undefined

afterEach(async () => {
  await opened?.close()
  opened = undefined
  if (timeout === undefined) delete process.env['TAWAZI_TIMEOUT']
  else process.env['TAWAZI_TIMEOUT'] = timeout
})

const open = async (signal?: AbortSignal): Promise<PrintBrowser> => (opened = await openBrowser(signal ? { signal } : {}))

const small: PrintDocument = { html: '<!doctype html><title>.</title><p>One page.</p>', assets: new Map() }
const long: PrintDocument = { html: `<!doctype html><title>.</title>${'<p>Many pages of words, one like the other, fill the time that it takes to end a browser.</p>'.repeat(6000)}`, assets: new Map() }
const endless: PrintDocument = { html: `<!doctype html><title>.</title>${'<div>'.repeat(100_000)}`, assets: new Map() }

const printed = (browser: PrintBrowser, document: PrintDocument) => browser.print(document, { tagged: true, outline: false })
const pagesOf = async (bytes: Uint8Array): Promise<number> => (await getDocumentProxy(bytes)).numPages
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Folders of the browsers that the program of that number has started. */
const profiles = (owner = process.pid): string[] => foldersOf(owner).filter((name) => !others.has(name))

const foldersOf = (owner: number): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith(`tawazi-browser-${owner}-`))

/** Of browsers that other tests in this process have ended, and whose last files are still being written. */
const others = new Set(foldersOf(process.pid))

interface Process {
  readonly pid: number
  readonly group: number
  readonly command: string
}

/** Every process of those browsers: they share the group of the one that was given the folder. */
function processes(owner = process.pid): Process[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap(processOf)
  const groups = new Set(all.filter(({ command }) => command.includes(`--user-data-dir=${join(tmpdir(), `tawazi-browser-${owner}-`)}`)).map(({ group }) => group))
  return all.filter(({ group }) => groups.has(group))
}

/** Nothing for one that has just ended, or that nobody has fetched the end of. */
function processOf(pid: string): Process[] {
  try {
    const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    return state === 'Z' ? [] : [{ pid: Number(pid), group: Number(group), command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }]
  } catch {
    return []
  }
}

function end({ pid }: Process): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

const isGone = (owner = process.pid): boolean => processes(owner).length === 0 && profiles(owner).length === 0

async function until(isSo: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 50 && !isSo(); tries++) await later(100)
  return isSo()
}

const onLinux = process.platform === 'linux' ? test : test.skip

test('the line of the start-up check is printed with tags, in both scripts', async () => {
  const bytes = await printed(await open(), startupDocument())
  expect(Buffer.from(bytes).includes('/StructTreeRoot')).toBe(true)
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  expect(text).toContain('Parallel book')
  expect(text.normalize('NFKC').match(/[\u0621-\u064A]/g)).toHaveLength(9)
}, 30_000)

onLinux('a browser that is killed in the middle of a print is replaced, and the print is finished', async () => {
  const browser = await open()
  const first = processes()
  expect(first.length).toBeGreaterThan(1)
  const print = printed(browser, long)
  await later(150)
  first.forEach(end)
  expect(await pagesOf(await print)).toBeGreaterThan(100)
  expect(processes().filter(({ pid }) => first.some((one) => one.pid === pid))).toEqual([])
}, 60_000)

onLinux('a browser that is killed again and again is a fault that says so', async () => {
  const browser = await open()
  const killer = setInterval(() => processes().forEach(end), 20)
  try {
    await expect(printed(browser, long)).rejects.toMatchObject({ rule: 'browser/died' })
  } finally {
    clearInterval(killer)
  }
}, 60_000)

onLinux('a page whose own process dies is noticed at once and tried again', async () => {
  const browser = await open()
  const pages = () => processes().filter(({ command }) => command.includes('--type=renderer'))
  const before = pages().map(({ pid }) => pid)
  const print = printed(browser, long)
  const fresh = () => pages().filter(({ pid }) => !before.includes(pid))
  expect(await until(() => fresh().length > 0)).toBe(true)
  await later(100)
  fresh().forEach(end)
  expect(await pagesOf(await print)).toBeGreaterThan(100)
}, 60_000)

test('a page that never ends is given up in time, and the next document is printed as if nothing had been', async () => {
  const browser = await open()
  process.env['TAWAZI_TIMEOUT'] = '1.5'
  const start = Date.now()
  await expect(printed(browser, endless)).rejects.toMatchObject({ rule: 'browser/too-slow', values: { seconds: 1.5 } })
  expect(Date.now() - start).toBeLessThan(10_000)
  // A new browser may need longer than that beside other tests.
  delete process.env['TAWAZI_TIMEOUT']
  expect(await pagesOf(await printed(browser, small))).toBe(1)
}, 60_000)

onLinux('steps at the same time share one browser, also when it has to be replaced', async () => {
  const browser = await open()
  processes().forEach(end)
  const prints = await Promise.all([small, small, small].map((document) => printed(browser, document)))
  expect(await Promise.all(prints.map(pagesOf))).toEqual([1, 1, 1])
  await browser.close()
  expect(await until(() => isGone())).toBe(true)
}, 60_000)

test('what is still going on when the browser is closed ends with it and starts no other', async () => {
  const browser = await open()
  const going = browser.measure(small, () => new Promise(() => undefined), null)
  const ended = expect(going).rejects.toThrow()
  await later(300)
  await browser.close()
  await ended
  await later(300)
  // Its folder goes a moment after it, and that of another would stay.
  expect(await until(() => isGone())).toBe(true)
})

test('tabs that are expected are the ones that works find, and works take turns', async () => {
  const atOnce = Math.min(2, availableParallelism())
  let loads = 0
  const assets = new Map([['dot.svg', { type: 'image/svg+xml', get bytes() { loads++; return Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>') } }]])
  const desk = { html: '<!doctype html><title>.</title><style>html{background:url(dot.svg)}</style><p>.</p>', assets }
  const browser = opened = await openBrowser({ expected: Promise.resolve({ desk, tabs: 2 }) })
  let [atWork, most] = [0, 0]
  const work = () => browser.work({ ...desk, size: { width: 100, height: 100, scale: 1 }, extent: 0 }, async () => {
    most = Math.max(most, ++atWork)
    await later(50)
    atWork--
  })
  await Promise.all(Array.from({ length: 5 }, work))
  expect([loads, most]).toEqual([atOnce, atOnce])
}, 60_000)

test('an error of the product\u2019s own function in the page is a bug, passed on as it is', async () => {
  const browser = await open()
  await expect(browser.measure(small, () => { throw new TypeError('of our own') }, undefined)).rejects.toThrow('of our own')
}, 30_000)

onLinux('an interrupted step ends at once, with the browser and its folder', async () => {
  const controller = new AbortController()
  const browser = await open(controller.signal)
  const print = printed(browser, endless)
  setTimeout(() => controller.abort(), 300)
  await expect(print).rejects.toThrow(/abort/i)
  expect(await until(() => isGone())).toBe(true)
}, 30_000)

onLinux('a closed browser leaves neither processes nor files', async () => {
  const browser = await open()
  expect(profiles()).toHaveLength(1)
  await browser.close()
  await browser.close()
  expect(await until(() => isGone())).toBe(true)
}, 30_000)

/** A program of its own that opens a browser, says so, and waits. */
function holder(): ChildProcess {
  const program = `const { openBrowser } = await import(${JSON.stringify(join(process.cwd(), 'pipeline/print/browser.ts'))}); await openBrowser(); console.log('open'); setInterval(() => {}, 1000)`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
}

onLinux('a browser ends with the program that started it, even where that is killed', async () => {
  const child = holder()
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  expect(processes(child.pid).length).toBeGreaterThan(1)
  child.kill('SIGKILL')
  expect(await until(() => processes(child.pid).length === 0)).toBe(true)
  for (const name of profiles(child.pid)) rmSync(join(tmpdir(), name), { recursive: true })
}, 30_000)
