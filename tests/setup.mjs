// What the tests need beyond the product: a Java that compiles, for EPUBCheck. It is installed where that can be done without asking; else its tests are skipped, by name.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Milliseconds; a download that stands still must not hold everything up. */
const limit = 300_000

const hasJava = () => /jdk\.compiler/.test(spawnSync('java', ['--list-modules'], { encoding: 'utf8' }).stdout ?? '')

if (!hasJava() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  process.stderr.write('Installing a Java for EPUBCheck (once)\n')
  const options = { stdio: 'ignore', timeout: limit, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'default-jdk-headless'], options)
}
