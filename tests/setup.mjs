// What the tests need beyond the product, from Debian: a Java that compiles, for EPUBCheck; OmegaT, with the DTD of TMX; the schemas of XLIFF.
// It is fetched where that can be done without asking; else its tests are skipped, by name.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Milliseconds; a download that stands still must not hold everything up. */
const limit = 300_000

/** Where packages are unpacked of which only files are wanted; tests/exchange/schemas.ts looks there. */
const unpacked = resolve('node_modules/.cache/tawazi-debian')

const hasJava = () => /jdk\.compiler/.test(spawnSync('java', ['--list-modules'], { encoding: 'utf8' }).stdout ?? '')

const options = { stdio: 'ignore', timeout: limit, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
const apt = (...words) => spawnSync('apt-get', words, options).status === 0

const missing = [...(hasJava() ? [] : ['default-jdk-headless']), ...(existsSync('/usr/share/omegat/OmegaT.jar') ? [] : ['omegat'])]
const lacksSchemas = !existsSync(join(unpacked, 'usr/share/php'))

if ((missing.length > 0 || lacksSchemas) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  process.stderr.write(`Fetching what tests need (once): ${[...missing, ...(lacksSchemas ? ['schemas of XLIFF'] : [])].join(', ')}\n`)
  apt('update', '-qq')
  for (const name of missing) apt('install', '-y', '-qq', '--no-install-recommends', name)
  if (lacksSchemas) unpack('php-symfony-translation')
}

function unpack(name) {
  mkdirSync(unpacked, { recursive: true })
  spawnSync('apt-get', ['download', '-qq', name], { ...options, cwd: unpacked })
  const file = readdirSync(unpacked).find((one) => one.startsWith(`${name}_`) && one.endsWith('.deb'))
  if (file) spawnSync('dpkg-deb', ['-x', file, '.'], { ...options, cwd: unpacked })
}
