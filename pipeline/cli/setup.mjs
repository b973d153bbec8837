// Set-up on a bare machine: packages, then a browser, each only when it is missing. Node's own modules serve alone here.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const arabic = /^ar/i.test(process.env.TAWAZI_LANGUAGE ?? process.env.LC_ALL ?? process.env.LANG ?? '')
const say = (english, inArabic) => process.stderr.write(`${arabic ? inArabic : english}\n`)
const run = (command, argv, options = {}) =>
  spawnSync(command, argv, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32', ...options }).status === 0

/** The lock file and the version of Node that the packages were installed for. */
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).update(process.version).digest('hex')
const stamp = join(root, 'node_modules', '.tawazi-setup')
const read = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : '')

if (read() !== wanted) {
  say('Installing the packages (once)', 'تثبيت الحزم (مرة واحدة)')
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) {
    say('The packages could not be installed; npm says why above.', 'تعذر تثبيت الحزم، والسبب فيما عرضه npm أعلاه.')
    process.exit(2)
  }
  if (!ensureBrowser()) process.exit(2)
  writeFileSync(stamp, wanted)
}

/** A browser that prints, found or fetched; what to run by hand is said where neither can be had. */
function ensureBrowser() {
  const doctor = (...argv) => run(process.execPath, [join('pipeline', 'cli', 'tawazi.mjs'), 'doctor', '--quick', ...argv], argv.length ? { stdio: 'ignore' } : {})
  if (doctor('--json')) return true
  say('Fetching a browser (once)', 'إحضار متصفح (مرة واحدة)')
  run('npx', ['puppeteer', 'browsers', 'install', 'chrome-headless-shell'], { timeout: 300_000 })
  if (doctor('--json')) return true
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', 'chromium-headless-shell'])
  }
  return doctor()
}
