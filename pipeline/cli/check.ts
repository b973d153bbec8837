/** `tawazi check`: what may be missing, doubtful or wrong in a translation, on the terminal, as JSON and as SARIF. */

import { basename, dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import { readGlossary } from '../book/glossary.ts'
import type { Loaded } from '../book/load.ts'
import { alignBook } from '../aligned.ts'
import { findings as findingsOf, ruleNames } from '../check/translation/index.ts'
import type { Finding } from '../model/finding.ts'
import { hasErrors, type Message, type Severity } from '../model/message.ts'
import { productVersion } from '../model/version.ts'
import type { Words } from '../model/words.ts'
import type { AlignedBook } from '../views/index.ts'
import { writeSarif } from '../writers/sarif/index.ts'
import { loadBook } from './load.ts'
import { messageOf } from './findings.ts'
import { interruption } from './interruption.ts'
import { lineOf, wordedMessage } from './messages.ts'
import { nearestName } from './nearest.ts'
import { progressOn } from './progress.ts'
import { save } from './save.ts'
import { UsageError } from './usage.ts'

interface CheckOptions {
  readonly severity?: string
  readonly rule?: readonly string[]
  readonly glossary?: string
  readonly json?: boolean
  readonly sarif?: string
  readonly accepted?: boolean
  readonly quiet?: boolean
}

const severities: readonly Severity[] = ['error', 'warning', 'note']
const names = ruleNames.map(({ name }) => name)

export function checkCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('check')
    .summary(words('checks:command.summary'))
    .description(words('checks:command.description'))
    .argument('<book>', words('cli:build.book'))
    .argument('[arabic]', words('cli:build.arabic'))
    .option('--severity <name>', words('checks:command.severity'))
    .option('--rule <name>', words('checks:command.rule', { names: names.join(', ') }), (value: string, before: readonly string[] = []) => [...before, value])
    .option('--glossary <file>', words('checks:command.glossary'))
    .option('--accepted', words('checks:command.accepted'))
    .option('--json', words('checks:command.json'))
    .option('--sarif <file>', words('checks:command.sarif'))
    .option('--quiet', words('cli:build.quiet'))
    .addHelpText('after', `\n${words('checks:command.example')}`)
    .action(async (book: string, arabic: string | undefined, options: CheckOptions) => {
      done(await runCheck(book, arabic, options, words))
    })
}

async function runCheck(first: string, second: string | undefined, options: CheckOptions, words: Words): Promise<number> {
  const least = severityOf(options)
  const wanted = rulesOf(options)
  const { book, root, messages: loading } = await withGlossary(await loadBook(first, second), options)
  const progress = progressOn(process.stderr, words, Boolean(options.quiet || options.json))
  const interrupt = interruption()
  try {
    const { aligned, messages: reading } = book ? await alignBook(book, progress, interrupt.signal) : { aligned: undefined, messages: [] }
    progress.done()
    const messages = [...loading, ...reading]
    const findings = aligned ? found(aligned, wanted) : []
    if (aligned && options.sarif !== undefined) await saveSarif(aligned, findings, options.sarif, words)
    const isSound = aligned !== undefined && !hasErrors(messages) && !findings.some((finding) => !finding.accepted && isAtLeast(finding.severity, least))
    if (options.json) process.stdout.write(`${JSON.stringify(told(isSound, messages, findings, aligned, words), null, 2)}\n`)
    else tell(messages, findings, aligned, root, options, words)
    return isSound ? 0 : 1
  } finally {
    progress.done()
    interrupt.release()
  }
}

function severityOf({ severity = 'error' }: CheckOptions): Severity {
  const found = severities.find((one) => one === severity)
  if (!found) throw new UsageError('checks/unknown-severity', { name: severity })
  return found
}

/** `least` and what is graver. */
const isAtLeast = (severity: Severity, least: Severity): boolean => severities.indexOf(severity) <= severities.indexOf(least)

function rulesOf({ rule }: CheckOptions): ReadonlySet<string> {
  const unknown = rule?.find((name) => !names.includes(name))
  if (unknown !== undefined) throw unknownRule(unknown)
  return new Set(rule ?? names)
}

/** Beside a rule's name, what it or one of its words begins with may have been written. */
function unknownRule(name: string): UsageError {
  const nearest = nearestName(name, names, (rule) => beginningsOf(rule, name.length))
  return new UsageError(nearest === undefined ? 'checks/unknown-rule' : 'checks/unknown-rule-near', { name, nearest: nearest ?? '', names: names.join(', ') })
}

/** Of `names-vary` and 4 letters: itself, `name`, `names`, `vary`. */
function beginningsOf(name: string, length: number): string[] {
  const words = name.split('-')
  return words.map((_, from) => words.slice(from).join('-')).flatMap((rest) => [rest, rest.slice(0, length), rest.slice(0, length + 1)])
}

/** A glossary of the command line stands in place of the book's own. */
async function withGlossary(loaded: Loaded, { glossary }: CheckOptions): Promise<Loaded> {
  if (glossary === undefined || !loaded.book) return loaded
  const { entries, messages } = await readGlossary('.', resolve(glossary))
  const all = [...loaded.messages, ...messages]
  return { ...loaded, book: hasErrors(messages) ? undefined : { ...loaded.book, align: { ...loaded.book.align, glossary: entries } }, messages: all }
}

const found = (aligned: AlignedBook, wanted: ReadonlySet<string>): readonly Finding[] =>
  findingsOf({ ...aligned, decided: aligned.decisions }, aligned.decisions?.decisions.accepted).filter(({ rule }) => wanted.has(rule))

async function saveSarif(aligned: AlignedBook, findings: readonly Finding[], path: string, { language }: Words): Promise<void> {
  const { bytes } = writeSarif({ ...aligned, findings, version: productVersion(), language })
  await save([{ name: basename(path), bytes }], resolve(dirname(path)))
}

function told(ok: boolean, messages: readonly Message[], findings: readonly Finding[], aligned: AlignedBook | undefined, words: Words): object {
  return {
    ok,
    findings: aligned ? findings.map((finding) => findingTold(finding, aligned, words)) : [],
    messages: messages.map((message) => wordedMessage(message, words)),
  }
}

/** Beads count from 1; other places of a fault that runs through the book stand with it, each with its own place. */
function findingTold(finding: Finding, aligned: AlignedBook, words: Words): object {
  const { others, ...rest } = finding
  const message = messageOf(finding, aligned)
  const { place, counterpart } = message
  const { what, do: todo } = wordedMessage(message, words)
  const elsewhere = others?.map((other) => ({ ...other, bead: other.bead + 1, place: messageOf({ ...rest, ...other }, aligned).place }))
  return { ...rest, bead: finding.bead + 1, ...(place && { place }), ...(counterpart && { counterpart }), what, do: todo, ...(elsewhere && { others: elsewhere }) }
}

function tell(messages: readonly Message[], findings: readonly Finding[], aligned: AlignedBook | undefined, root: string, { accepted, quiet }: CheckOptions, words: Words): void {
  for (const message of messages) if (!quiet || message.severity === 'error') process.stderr.write(`${lineOf(message, words, root)}\n`)
  if (!aligned) return
  const open = findings.filter((finding) => !finding.accepted)
  for (const finding of gravestFirst(accepted ? findings : open)) {
    if (quiet && finding.severity !== 'error') continue
    process.stdout.write(`${lineOf(messageOf(finding, aligned), words, root)} [${finding.rule}]\n`)
    if (finding.accepted) process.stdout.write(`    ${words('checks:command.by', { by: finding.accepted.by, reason: finding.accepted.reason })}\n`)
  }
  if (!quiet) process.stdout.write(`${summary(open, words)}\n`)
  if (!quiet && !accepted && findings.length > open.length) process.stdout.write(`${words('checks:command.hidden', { count: findings.length - open.length })}\n`)
}

/** Within a severity in the order of the book. */
const gravestFirst = (findings: readonly Finding[]): readonly Finding[] => severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity))

function summary(open: readonly Finding[], words: Words): string {
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length
  if (open.length === 0) return words('checks:command.clean')
  return words('checks:command.total', { count: open.length, errors: count('error'), warnings: count('warning'), notes: count('note') })
}
