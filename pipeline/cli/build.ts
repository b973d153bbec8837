/** `tawazi build`: from a book, or two manuscripts, to its folder of finished files. */

import { join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Loaded } from '../book/load.ts'
import { build, type Built } from '../build.ts'
import { hasErrors, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { artifactNames, editionNames, usualNames, type ArtifactName } from '../artifacts/names.ts'
import { interruption } from './interruption.ts'
import { loadBook } from './load.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { UsageError } from './usage.ts'
import { nearestName } from './nearest.ts'
import { progressOn } from './progress.ts'
import { recordMade } from './made.ts'
import { maySave, save } from './save.ts'
import { swept } from './swept.ts'

interface BuildOptions {
  readonly out?: string
  readonly only?: string
  readonly quiet?: boolean
  readonly json?: boolean
}

export function buildCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('build')
    .summary(words('cli:build.summary'))
    .description(words('cli:build.description'))
    .argument('<book>', words('cli:build.book'))
    .argument('[arabic]', words('cli:build.arabic'))
    .option('--out <folder>', words('cli:build.out'))
    .option('--only <names>', words('cli:build.only', { editions: artifactNames.join(', ') }))
    .option('--quiet', words('cli:build.quiet'))
    .option('--json', words('cli:build.json'))
    .addHelpText('after', `\n${words('cli:build.example')}`)
    .action(async (book: string, arabic: string | undefined, options: BuildOptions) => {
      done(await runBuild(book, arabic, options, words))
    })
}

async function runBuild(first: string, second: string | undefined, options: BuildOptions, words: Words): Promise<number> {
  const loaded = await loadBook(first, second)
  const wanted = wantedOf(options.only, loaded)
  const progress = progressOn(process.stderr, words, Boolean(options.quiet || options.json))
  const interrupt = interruption()
  try {
    if (!loaded.book) return tell(loaded.messages, [], loaded.root, options, words)
    const folder = resolve(options.out ?? `output/${loaded.book.name}`)
    await maySave(folder)
    const built = await build(loaded.book, wanted, progress, interrupt.signal)
    const messages = [...loaded.messages, ...built.messages]
    if (!hasErrors(messages)) progress.step('write', { folder: relative('.', folder) || '.' })
    const paths = await save(built.artifacts, folder)
    await keepOrder(built, folder)
    progress.done()
    const files = paths.map((path, index) => ({ path: relative('.', path), size: built.artifacts[index]?.bytes.byteLength ?? 0 }))
    return tell(messages, files, loaded.root, options, words)
  } finally {
    progress.done()
    interrupt.release()
  }
}

/** Remembers what the editions were made from, and takes away what a site has no more. */
async function keepOrder({ artifacts, book }: Built, folder: string): Promise<void> {
  const editions = artifacts.filter(({ name }) => (editionNames as readonly string[]).includes(name))
  if (book !== undefined && editions.length > 0) await recordMade(folder, editions, book)
  const site = artifacts.filter(({ name }) => name.startsWith('site/')).map(({ name, bytes }) => ({ name: name.slice('site/'.length), bytes }))
  await swept(join(folder, 'site'), site)
}

/** `--only` first, then what the book asks for, then everything. */
function wantedOf(only: string | undefined, loaded: Loaded): ReadonlySet<ArtifactName> {
  const names = only?.split(',').map((name) => name.trim()).filter(Boolean) ?? loaded.editions ?? usualNames
  const unknown = names.find((name) => !isArtifactName(name))
  if (unknown !== undefined || names.length === 0) {
    const name = unknown ?? ''
    const nearest = nearestName(name, artifactNames, (one) => [one, one.replace(/\.\w+$/, '')])
    throw new UsageError(nearest === undefined ? 'cli/unknown-artifact' : 'cli/unknown-artifact-near', { name, nearest: nearest ?? '', names: artifactNames.join(', ') })
  }
  return new Set(names.filter(isArtifactName))
}

const isArtifactName = (name: string): name is ArtifactName => (artifactNames as readonly string[]).includes(name)

interface File {
  readonly path: string
  readonly size: number
}

function tell(messages: readonly Message[], files: readonly File[], root: string, options: BuildOptions, words: Words): number {
  const ok = !hasErrors(messages)
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ok, files, messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
    return ok ? 0 : 1
  }
  const shown = options.quiet ? messages.filter(({ severity }) => severity === 'error') : messages
  for (const message of shown) process.stderr.write(`${lineOf(message, words, root)}\n`)
  if (!options.quiet) for (const { path, size } of files) process.stdout.write(`${path}  ${sizeOf(size, words)}\n`)
  return ok ? 0 : 1
}

const sizeOf = (size: number, words: Words): string =>
  words('cli:kilobytes', { size: Math.max(1, Math.round(size / 1000)) })
