// Set-up on a bare machine: packages, then a browser, each only when it is missing. Node's own modules serve alone here.
import { spawn, spawnSync } from 'node:child_process'
import { lookup } from 'node:dns/promises'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const arabic = /^ar/i.test(process.env.TAWAZI_LANGUAGE ?? process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '')

/** Beside the packages, so that it goes with them: the browser that served last. */
const stamp = join(root, 'node_modules', '.tawazi-browser')

/** Milliseconds; a download that stands still must not hold everything up. */
const downloadLimit = 300_000

const wordings = {
  node: [`Node 20.20 or later is needed; this is ${process.version}.`, `يلزم Node 20.20 أو أحدث، والموجود ${process.version}.`],
  packages: ['Installing the packages (once)', 'تثبيت الحزم (مرة واحدة)'],
  packagesFailed: [
    'The packages could not be installed; npm says why above. Mend that and run the same command again.',
    'تعذّر تثبيت الحزم، والسبب في ما عرضه npm أعلاه. أصلح ذلك ثم أعد تشغيل الأمر نفسه.',
  ],
  interrupted: ['Stopping: npm takes back what it has installed so far', 'جارٍ التوقف: يتراجع npm عمّا ثبّته حتى الآن'],
  browser: ['Looking for a browser (once)', 'البحث عن متصفّح (مرة واحدة)'],
  download: ['Fetching a browser (once)', 'إحضار متصفّح (مرة واحدة)'],
  downloadFailed: ['The browser could not be fetched:', 'تعذّر إحضار المتصفّح:'],
  system: ['Installing the browser of the system (once)', 'تثبيت متصفّح النظام (مرة واحدة)'],
}

const say = (key, detail = '') => process.stderr.write(`${wordings[key][arabic ? 1 : 0]}${detail && ` ${detail}`}\n`)

/** Whether the command ended well; what it says goes to the terminal unless `options` hide it. */
const run = (command, argv, options = {}) => new Promise((resolve) => {
  spawn(command, argv, { cwd: root, stdio: ['ignore', process.stderr, process.stderr], shell: process.platform === 'win32', ...options })
    .once('error', () => resolve(false))
    .once('close', (code) => resolve(code === 0))
})

/** npm's list of what it installed against the list of what is wanted; packages for other systems may be missing. */
function arePackagesThere() {
  const [wanted, there] = ['package-lock.json', join('node_modules', '.package-lock.json')].map(packagesIn)
  const isThere = ([path, { version, optional, peer }]) =>
    path === '' || there[path]?.version === version || ((optional || peer) && there[path] === undefined)
  return there !== undefined && Object.entries(wanted).every(isThere)
}

/** Exit code. Ctrl-C reaches npm as well, and whoever began again before npm has tidied up would be in its way; a second one ends all at once. */
async function installed() {
  say('packages')
  let code = 2
  const stop = () => {
    code = 130
    say('interrupted')
  }
  process.once('SIGINT', stop)
  const isDone = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...await patience()])
  process.removeListener('SIGINT', stop)
  if (code === 130) return code
  if (isDone) return 0
  say('packagesFailed')
  return code
}

/** Without a network npm would try every package again, for minutes, before it said so; what its cache holds it installs all the same. */
async function patience() {
  const { hostname } = new URL(process.env.npm_config_registry ?? 'https://registry.npmjs.org')
  return lookup(hostname).then(() => [], () => ['--fetch-retries=0'])
}

function packagesIn(name) {
  const path = join(root, name)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}

function doctor(...argv) {
  return spawnSync(process.execPath, [join(root, 'pipeline', 'cli', 'tawazi.mjs'), 'doctor', ...argv], { encoding: 'utf8' })
}

/** The first browser that serves, by the search that a build makes. */
function browser() {
  const { status, stdout } = doctor('--quick', '--json')
  return status === 0 ? JSON.parse(stdout).browsers.at(-1).executable : undefined
}

/** What served last and is still there, as long as the user names no other. */
function isBrowserKnown() {
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  const named = process.env.PUPPETEER_EXECUTABLE_PATH
  return known !== '' && existsSync(known) && (!named || named === known)
}

function fetchedBrowser() {
  say('download')
  const home = join(root, 'node_modules', 'puppeteer')
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  // Started without npx, which its time limit would not end.
  const { status, stderr } = spawnSync(process.execPath, [join(home, bin), 'browsers', 'install', 'chrome-headless-shell'],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', timeout: downloadLimit })
  if (status === 0) return browser()
  // Its help stands before the reason.
  say('downloadFailed', stderr.split('\n').filter((line) => /error|failed|provider:/i.test(line)).at(-1)?.trim() ?? '')
  return undefined
}

async function systemBrowser() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say('system')
  const quiet = { timeout: downloadLimit, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  await run('apt-get', ['update', '-qq'], quiet)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium-headless-shell'], quiet)
  return browser()
}

/** 0 when all is there, 2 when something lacks that only the user can get (what to run is said then), 130 when interrupted. */
async function setUp() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 20)) return say('node'), 2
  const code = arePackagesThere() ? 0 : await installed()
  if (code !== 0 || isBrowserKnown()) return code
  say('browser')
  const found = browser() ?? (process.env.PUPPETEER_EXECUTABLE_PATH ? undefined : fetchedBrowser() ?? await systemBrowser())
  if (found) return writeFileSync(stamp, found), 0
  const { stdout, stderr } = doctor()
  process.stderr.write(stdout + stderr)
  return 2
}

process.exitCode = await setUp()
