/** `tawazi preflight`: holds any PDF against a printer's profile. */

import { stat } from 'node:fs/promises'
import { basename, dirname, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import { findProfile, profileNames } from '../book/profile.ts'
import { mostBytes, preflight, tooLarge } from '../check/pdf/index.ts'
import { SurroundingsError, type Message } from '../model/message.ts'
import { isAccepted, type Preflight } from '../model/preflight.ts'
import { coverProfile, type Profile } from '../model/profile.ts'
import { wordsIn, type Words } from '../model/words.ts'
import { fileBytes } from '../readers/file.ts'
import { verdictOf, writtenPreflight } from '../writers/preflight/index.ts'
import { mustOf, whatOf } from '../writers/preflight/wording.ts'
import { placesOf, placeText } from '../writers/preflight/faults.ts'
import { lineOf } from './messages.ts'
import { save } from './save.ts'
import { UsageError } from './usage.ts'

interface PreflightOptions {
  readonly profile?: string
  readonly cover?: boolean
  readonly out?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly lang?: string
}

export function preflightCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('preflight')
    .summary(words('preflight:command.summary'))
    .description(words('preflight:command.description'))
    .argument('<file>', words('preflight:command.file'))
    .option('--profile <name>', words('preflight:command.profile', { names: profileNames.join(', ') }))
    .option('--cover', words('preflight:command.cover'))
    .option('--out <folder>', words('preflight:command.out'))
    .option('--json', words('preflight:command.json'))
    .option('--quiet', words('preflight:command.quiet'))
    .option('--lang <language>', words('preflight:command.lang'))
    .addHelpText('after', `\n${words('preflight:command.example')}`)
    .action(async (path: string, options: PreflightOptions) => {
      done(await run(path, options, options.lang === undefined ? words : wordsIn(options.lang.toLowerCase().startsWith('ar') ? 'ar' : 'en')))
    })
}

/** 0 where nothing is broken, 1 where something is; a file that is no PDF is a finding like another. */
async function run(path: string, options: PreflightOptions, words: Words): Promise<number> {
  const { profile, messages } = profileFor(options)
  if (!profile) {
    for (const message of messages) process.stderr.write(`${lineOf(message, words)}\n`)
    return 1
  }
  const { bytes, found } = await inspect(path, profile)
  // Pictures take longer than all else, and add nothing to what is told here.
  if (!options.json) tell(found, Boolean(options.quiet), words)
  const artifacts = await writtenPreflight(found, bytes, words.language)
  const [report = ''] = await save(artifacts, resolve(options.out ?? dirname(path)))
  if (options.json) process.stdout.write(artifacts[1].bytes)
  else if (!options.quiet) process.stdout.write(`${words('preflight:command.line', { file: found.file, verdict: verdictOf(found, words), report: relative('.', report) })}\n`)
  return isAccepted(found) ? 0 : 1
}

function profileFor({ profile: name, cover }: PreflightOptions): { profile: Profile | undefined; messages: readonly Message[] } {
  if (name === undefined) throw new UsageError('preflight/no-profile', { names: profileNames.join(', ') })
  const { profile, messages } = findProfile(name, '.', { file: name, line: 1, column: 1 })
  if (!cover || !profile) return { profile, messages }
  const own = coverProfile(profile)
  if (!own) throw new UsageError('cover/no-cover', { name })
  return { profile: own, messages }
}

async function inspect(path: string, profile: Profile): Promise<{ bytes: Uint8Array; found: Preflight }> {
  const unreadable = (cause: unknown): never => {
    throw new SurroundingsError('preflight/file-unreadable', { path, fault: (cause as Error).message }, cause)
  }
  const { size } = await stat(path).catch(unreadable)
  if (size > mostBytes) return { bytes: new Uint8Array(), found: tooLarge(size, basename(path), profile) }
  const bytes = await fileBytes(path).catch(unreadable)
  return { bytes, found: preflight(bytes, basename(path), profile) }
}

/** Places of one requirement on the terminal; the report has more. */
const mostLines = 3

function tell(found: Preflight, isQuiet: boolean, words: Words): void {
  for (const requirement of found.requirements) {
    if (requirement.verdict !== 'broken' && (isQuiet || requirement.verdict !== 'doubtful')) continue
    // What is told is what was asked, so it is not called an error.
    process.stderr.write(`${words(`preflight:report.verdict.${requirement.verdict}`)}: ${mustOf(requirement, words)} [${requirement.rule}]\n`)
    for (const fault of requirement.faults.slice(0, mostLines)) process.stderr.write(`    ${placeText(fault, found, words)}: ${whatOf(requirement, fault, words)}\n`)
    const more = requirement.count - requirement.faults.slice(0, mostLines).reduce((sum, fault) => sum + placesOf(fault), 0)
    if (more > 0) process.stderr.write(`    ${words('preflight:report.more', { count: more })}\n`)
  }
}
