/** The command line: commands, the language they speak, and the exit codes. */

import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { SurroundingsError } from '../model/message.ts'
import { wordingOf, wordsIn, type Words } from '../model/words.ts'
import { alignCommand } from './align.ts'
import { buildCommand } from './build.ts'
import { coverCommand } from './cover.ts'
import { imposeCommand } from './impose.ts'
import { doctorCommand } from './doctor.ts'
import { interfaceLanguage } from './interface.ts'
import { preflightCommand } from './preflight.ts'
import { lintCommand } from './lint.ts'
import { proofCommand } from './proof.ts'
import { siteCommand } from './site.ts'
import { UsageError } from './usage.ts'

/** 0 done; 1 the book has faults; 2 the command or the surroundings have; 130 interrupted. */
export async function run(argv: readonly string[]): Promise<number> {
  const words = wordsIn(interfaceLanguage(argv, process.env))
  let code = 0
  if (!process.stdout.listeners('error').includes(mindClosed)) process.stdout.on('error', mindClosed)
  const program = programIn(words, (result) => (code = result))
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return tellFault(error, words)
  }
}

/** A reader such as `head` may close before everything is said. */
function mindClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

function programIn(words: Words, done: (code: number) => void): Command {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  const program = new Command('tawazi')
    .description(words('cli:description'))
    .version(version, '-V, --version', words('cli:version'))
    .helpOption('-h, --help', words('cli:help'))
    .helpCommand(false)
    .option('--language <language>', words('cli:language'))
    .exitOverride()
    // Faults of the command are worded below, in the user's language.
    .configureOutput({ outputError: () => undefined })
    .configureHelp({ styleTitle: (title) => words(`cli:title.${title.replace(':', '').toLowerCase()}`) })
    .addHelpText('after', `\n${words('cli:example')}`)
  buildCommand(program, words, done)
  alignCommand(program, words, done)
  proofCommand(program, words, done)
  preflightCommand(program, words, done)
  coverCommand(program, words, done)
  imposeCommand(program, words, done)
  siteCommand(program, words, done)
  lintCommand(program, words, done)
  doctorCommand(program, words, done)
  for (const command of program.commands) {
    command.helpOption('-h, --help', words('cli:help')).option('--language <language>', words('cli:language'))
    command.copyInheritedSettings(program)
  }
  return program
}

function tellFault(error: unknown, words: Words): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : tell(usageRule(error), { fault: quoted(error) }, words)
  if (error instanceof UsageError || error instanceof SurroundingsError) return tell(error.rule, error.values, words)
  if (error instanceof Error && error.name === 'AbortError') {
    process.stderr.write(`${words('cli:interrupted')}\n`)
    return 130
  }
  // A bug: its trace is of use only to whoever mends it.
  if (process.env['TAWAZI_DEBUG']) console.error(error)
  return tell('cli/bug', { fault: error instanceof Error ? error.message : String(error) }, words)
}

function tell(rule: string, values: Readonly<Record<string, string | number>>, words: Words): number {
  const { what, todo } = wordingOf({ rule, values }, words)
  process.stderr.write(`${what}\n    ${todo}\n`)
  return 2
}

function usageRule({ code }: CommanderError): string {
  switch (code) {
    case 'commander.unknownOption': return 'cli/unknown-option'
    case 'commander.unknownCommand': return 'cli/unknown-command'
    case 'commander.missingArgument': return 'cli/missing-argument'
    case 'commander.optionMissingArgument': return 'cli/missing-value'
    default: return 'cli/not-understood'
  }
}

/** The word that the parser stumbled over. */
const quoted = ({ message }: CommanderError): string => /'([^']*)'/.exec(message)?.[1] ?? ''
