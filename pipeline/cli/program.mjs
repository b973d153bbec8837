/**
 * The program as one module in JavaScript, made anew whenever a source file has changed and kept beside the packages.
 *
 * Reading TypeScript file by file through a loader, which then sees every module of every package as well, takes three times
 * as long to start.
 */

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'

const root = fileURLToPath(new URL('../../', import.meta.url))
const kept = join(root, 'node_modules', '.cache', 'tawazi')

/** Packages with files of their own beside their code, or large ones that only one command needs. */
const external = ['puppeteer', '@sparticuz/chromium', 'esbuild', 'tsx', '@hyzyla/pdfium', 'lcms-wasm', '@huggingface/transformers', 'open', 'bwip-js']

/** What runs in threads of their own, by the names of their modules. */
const threads = { 'finishing-thread': join(root, 'pipeline/writers/pdf/finishing-thread.ts') }

/** Modules of the older kind ask for those of Node by this function. */
const requiring = `import { createRequire as requirer } from "node:module"; const require = requirer(import.meta.url)`

/**
 * Bytes of other functions that the engine copies into one that it compiles; 920 where nobody says. A command runs for seconds, in which
 * compiling takes a third of the time: with fewer, five EPUBs took 5 to 9 % less of the processor's time in three runs by turns, and PDFs as long.
 */
const mostInlined = 300

/** Percent by which what is in memory may grow until it is cleared; several times as much where nobody says. It spares facing pages 50 MB for 1 to 3 % of the time, five EPUBs 25 MB for 5 %. */
const mostGrowth = 60

/** Programs that are kept: one that runs still loads parts of its own. */
const most = 4

/**
 * What the module at `entry` exports; a path from the root.
 *
 * @param {string} entry
 * @returns {Promise<any>}
 */
export async function program(entry = 'pipeline/cli/main.ts') {
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${mostInlined}`)
  setFlagsFromString(`--heap-growing-percent=${mostGrowth}`)
  const folder = join(kept, digest(entry))
  const made = existsSync(folder) || await make(entry, folder).catch(() => false)
  if (made) return import(pathToFileURL(join(folder, `${basename(entry, '.ts')}.mjs`)).href)
  // Where nothing may be written, the sources are read as they stand.
  const { register } = await import('tsx/esm/api')
  register()
  return import(pathToFileURL(join(root, entry)).href)
}

/** Of all that the program is made from: places, sizes, and times of change. */
function digest(entry) {
  const sources = readdirSync(join(root, 'pipeline'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|mjs|json)$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const name of [`../${entry}`, '../package-lock.json', ...sources]) {
    const { size, mtimeMs } = statSync(join(root, 'pipeline', name), { throwIfNoEntry: false }) ?? {}
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

async function make(entry, folder) {
  const { build, stop } = await import('esbuild')
  const beside = `${folder}.${process.pid}`
  mkdirSync(kept, { recursive: true })
  await build({
    entryPoints: { [basename(entry, '.ts')]: join(root, entry), ...threads },
    outdir: beside, outExtension: { '.js': '.mjs' },
    bundle: true, splitting: true, external, platform: 'node', format: 'esm', target: 'node20', sourcemap: true, logLevel: 'silent',
    mainFields: ['module', 'main'], banner: { js: requiring },
    plugins: [ownPlaces],
  })
  // Or it would keep a third of a gigabyte for as long as the program runs.
  await stop()
  forgetOldest()
  try {
    renameSync(beside, folder)
  } catch {
    // Another process has made the same meanwhile.
    rmSync(beside, { recursive: true, force: true })
  }
  return existsSync(folder)
}

/** Each source asks for files by its own place, which one module for all would lose. */
const ownPlaces = {
  name: 'own-places',
  setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => ({
    loader: 'ts',
    contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
  })),
}

function forgetOldest() {
  const changed = (name) => statSync(join(kept, name)).mtimeMs
  const old = readdirSync(kept).sort((one, other) => changed(other) - changed(one)).slice(most)
  for (const name of old) rmSync(join(kept, name), { recursive: true, force: true })
}
