/** The command line: commands, the language they speak, and the exit codes. */

import { Command, CommanderError } from 'commander'
import { SurroundingsError } from '../model/message.ts'
import { productVersion } from '../model/version.ts'
import { wordingOf, wordsIn, type Words } from '../model/words.ts'
import { interfaceLanguage, unknownLanguage } from './interface.ts'
import { withReason } from './reason.ts'
import { UsageError } from './usage.ts'

/** 0 done; 1 the book has faults; 2 the command or the surroundings have; 130 interrupted. */
export async function run(given: readonly string[]): Promise<number> {
  const argv = withHelp(given)
  const words = wordsIn(interfaceLanguage(argv, process.env))
  let code = 0
  if (!process.stdout.listeners('error').some(({ name }) => name === mindClosed.name)) process.stdout.on('error', mindClosed)
  try {
    const strange = unknownLanguage(argv)
    if (strange !== undefined) throw new UsageError('cli/unknown-language', { name: strange })
    const program = await programIn(argv, words, (result) => (code = result))
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return tellFault(error, argv, words)
  }
}

/** `help`, and `help build`, are asked for as often as `--help`. */
const withHelp = (argv: readonly string[]): readonly string[] => (argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv)

/** A reader such as `head` may close before everything is said. */
function mindClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

type Register = (program: Command, words: Words, done: (code: number) => void) => void

/** In the order of the help; each is loaded when it is asked for, for together they load everything. */
const commands: Readonly<Record<string, () => Promise<Register>>> = {
  build: async () => (await import('./build.ts')).buildCommand,
  align: async () => (await import('./align.ts')).alignCommand,
  proof: async () => (await import('./proof.ts')).proofCommand,
  preflight: async () => (await import('./preflight.ts')).preflightCommand,
  cover: async () => (await import('./cover.ts')).coverCommand,
  impose: async () => (await import('./impose.ts')).imposeCommand,
  site: async () => (await import('./site.ts')).siteCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  review: async () => (await import('./review.ts')).reviewCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  import: async () => (await import('./import.ts')).importCommand,
  lint: async () => (await import('./lint.ts')).lintCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
}

/** The one that is run; all where the help lists them. */
function commandsIn(argv: readonly string[]): string[] {
  if (/^(-V|--version)$/.test(argv[0] ?? '')) return []
  const asked = askedIn(argv)
  return asked === undefined ? Object.keys(commands) : [asked]
}

const askedIn = (argv: readonly string[]): string | undefined => argv.find((word) => Object.hasOwn(commands, word))

async function programIn(argv: readonly string[], words: Words, done: (code: number) => void): Promise<Command> {
  const program = new Command('tawazi')
    .description(words('cli:description'))
    .version(productVersion(), '-V, --version', words('cli:version'))
    .helpOption('-h, --help', words('cli:help'))
    .helpCommand(false)
    .option('--language <language>', words('cli:language'))
    .exitOverride()
    // Faults of the command are worded below, in the user's language.
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => words(`cli:title.${title.replace(':', '').toLowerCase()}`),
      optionDescription: ({ description, defaultValue }) =>
        typeof defaultValue === 'string' ? `${description} (${words('cli:default', { value: defaultValue })})` : description,
    })
    .addHelpText('after', `\n${words('cli:example')}`)
  for (const name of commandsIn(argv)) (await commands[name]!())(program, words, done)
  for (const command of program.commands) {
    command.helpOption('-h, --help', words('cli:help')).option('--language <language>', words('cli:language'))
    command.copyInheritedSettings(program)
  }
  return program
}

function tellFault(error: unknown, argv: readonly string[], words: Words): number {
  // Without a command the help has been shown.
  if (error instanceof CommanderError && error.code === 'commander.help') return 2
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : tell(usageRule(error), { fault: quoted(error), nearest: nearestIn(error), help: helpFor(argv) }, words)
  if (error instanceof UsageError || error instanceof SurroundingsError) return tell(error.rule, withReason(error.values, error.cause, words), words)
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

function usageRule(error: CommanderError): string {
  const near = nearestIn(error) === '' ? '' : '-near'
  switch (error.code) {
    case 'commander.unknownOption': return `cli/unknown-option${near}`
    case 'commander.unknownCommand': return `cli/unknown-command${near}`
    case 'commander.excessArguments': return 'cli/too-many-words'
    case 'commander.missingArgument': return 'cli/missing-argument'
    case 'commander.optionMissingArgument': return 'cli/missing-value'
    default: return 'cli/not-understood'
  }
}

/** What shows how the command is written that was meant. */
const helpFor = (argv: readonly string[]): string => ['tawazi', askedIn(argv), '--help'].filter(Boolean).join(' ')

/** The word that the parser stumbled over. */
const quoted = ({ message }: CommanderError): string => /'([^']*)'/.exec(message)?.[1] ?? ''

/** What the parser takes for meant; empty where nothing is near. */
const nearestIn = ({ message }: CommanderError): string => /\(Did you mean (?:one of )?([^,?]+)/.exec(message)?.[1] ?? ''
