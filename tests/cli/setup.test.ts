/** The set-up before anything is installed: what it runs, and when it runs nothing. npm and the program stand in as scripts. */

import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'

const folder = mkdtempSync(join(tmpdir(), 'tawazi-setup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Packages = Record<string, { version?: string; optional?: boolean }>

interface Machine {
  /** What npm has installed; undefined before its first run. */
  readonly there?: Packages
  readonly npmWorks?: boolean
  /** What npm does in place of installing, as a script. */
  readonly npm?: string
  readonly browserServes?: boolean
}

const wanted: Packages = { '': {}, 'node_modules/one': { version: '1.0.0' }, 'node_modules/elsewhere': { version: '2.0.0', optional: true } }

let count = 0

/** A clone of the project, as bare as the machine says. */
function machine({ there, npmWorks = true, browserServes = true, npm }: Machine): string {
  const root = join(folder, String(count++))
  const write = (path: string, content: string, mode = 0o644) => {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), content)
    chmodSync(join(root, path), mode)
  }
  cpSync('pipeline/cli/setup.mjs', join(root, 'pipeline/cli/setup.mjs'))
  write('package.json', '{"type":"module"}')
  write('package-lock.json', JSON.stringify({ packages: wanted }))
  if (there) write('node_modules/.package-lock.json', JSON.stringify({ packages: there }))
  const installed = JSON.stringify({ packages: { 'node_modules/one': { version: '1.0.0' } } })
  const installing = npmWorks ? `mkdir -p node_modules && echo '${installed}' > node_modules/.package-lock.json` : 'exit 1'
  write('bin/npm', `#!/bin/sh\necho "npm $*" >> ran\n${npm ?? installing}\n`, 0o755)
  write('pipeline/cli/tawazi.mjs', `import { appendFileSync } from 'node:fs'
    const argv = process.argv.slice(2).join(' ')
    appendFileSync(${JSON.stringify(join(root, 'ran'))}, \`\${argv}\\n\`)
    console.log(argv.includes('--json') ? JSON.stringify({ browsers: [{ executable: ${JSON.stringify(join(root, 'chrome'))} }] }) : 'what to run')
    process.exitCode = ${browserServes ? 0 : 2}`)
  write('chrome', '')
  return root
}

function setUp(root: string, environment: Record<string, string> = {}): { code: number | null; said: string; ran: string[] } {
  rmSync(join(root, 'ran'), { force: true })
  const { status, stderr } = spawnSync(process.execPath, [script(root)], { encoding: 'utf8', env: environmentOf(root, environment) })
  return { code: status, said: stderr, ran: ranIn(root) }
}

const script = (root: string): string => join(root, 'pipeline/cli/setup.mjs')

function environmentOf(root: string, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { PUPPETEER_EXECUTABLE_PATH: _, TAWAZI_LANGUAGE: __, ...inherited } = process.env
  return { ...inherited, LC_ALL: 'en_GB.UTF-8', NODE_OPTIONS: '', npm_config_registry: 'http://localhost', PATH: `${join(root, 'bin')}:${process.env['PATH']}`, ...more }
}

function ranIn(root: string): string[] {
  const ran = join(root, 'ran')
  return existsSync(ran) ? readFileSync(ran, 'utf8').trim().split('\n') : []
}

const npm = 'npm ci --no-audit --no-fund --loglevel=error'
const look = 'doctor --quick --json'

test('a bare clone gets its packages and looks for a browser; the second time nothing is run', () => {
  const root = machine({})
  expect(setUp(root)).toMatchObject({ code: 0, ran: [npm, look] })
  expect(setUp(root)).toEqual({ code: 0, said: '', ran: [] })
})

test.each<[string, Packages, string[]]>([
  ['all there but what is for other machines', { 'node_modules/one': { version: '1.0.0' } }, [look]],
  ['an older version', { 'node_modules/one': { version: '0.9.0' } }, [npm, look]],
  ['one missing', {}, [npm, look]],
  ['another version of what may be missing', { 'node_modules/one': { version: '1.0.0' }, 'node_modules/elsewhere': { version: '1.0.0' } }, [npm, look]],
])('packages that somebody installed before: %s', (_, there, ran) => {
  expect(setUp(machine({ there }))).toMatchObject({ code: 0, ran })
})

test('a browser that is gone is looked for again, and so is one that the user names', () => {
  const root = machine({})
  setUp(root)
  rmSync(join(root, 'chrome'))
  expect(setUp(root).ran).toEqual([look])
  writeFileSync(join(root, 'chrome'), '')
  expect(setUp(root, { PUPPETEER_EXECUTABLE_PATH: '/another' }).ran).toEqual([look])
})

test('without a network npm is not to try again and again', () => {
  expect(setUp(machine({}), { npm_config_registry: 'http://registry.invalid' }).ran).toEqual([`${npm} --fetch-retries=0`, look])
})

test('where npm fails the set-up says so and ends with 2', () => {
  expect(setUp(machine({ npmWorks: false }))).toMatchObject({ code: 2, said: expect.stringContaining('npm says why above'), ran: [npm] })
})

test('Ctrl-C while npm installs ends the set-up when npm has tidied up, so that the same command may begin again at once', async () => {
  const root = machine({ npm: "trap 'echo tidied >> ran; exit 1' INT; echo ready >&2; while :; do sleep 0.05; done" })
  // A group of its own, for a terminal sends Ctrl-C to all that run in it.
  const child = spawn(process.execPath, [script(root)], { detached: true, stdio: ['ignore', 'ignore', 'pipe'], env: environmentOf(root) })
  const closed = once(child, 'close')
  let said = ''
  for await (const bytes of child.stderr) {
    const isReady = said.includes('ready')
    said += String(bytes)
    if (!isReady && said.includes('ready')) process.kill(-child.pid!, 'SIGINT')
  }
  expect(await closed).toEqual([130, null])
  expect(ranIn(root)).toEqual([npm, 'tidied'])
  expect(said).toMatch(/Stopping/)
})

test('where the named browser does not serve, nothing is fetched, and the doctor says what to run', () => {
  const there = { 'node_modules/one': { version: '1.0.0' } }
  expect(setUp(machine({ there, browserServes: false }), { PUPPETEER_EXECUTABLE_PATH: '/mine' }))
    .toMatchObject({ code: 2, said: expect.stringContaining('what to run'), ran: [look, 'doctor'] })
})

test('it speaks Arabic to who asks for it', () => {
  expect(setUp(machine({}), { LC_ALL: 'ar_EG.UTF-8' }).said).toMatch(/تثبيت الحزم/)
})
