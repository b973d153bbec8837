/** `tawazi doctor`: what this machine has, and exactly what to run where something lacks. */

import { freemem, totalmem } from 'node:os'
import type { Command } from 'commander'
import { SurroundingsError } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { tryCandidate } from '../print/browser.ts'
import { candidates, type Candidate, type CandidateKind } from '../print/candidates.ts'
import { systemFonts } from '../print/fontconfig.ts'
import { fontFiles } from '../print/fonts.ts'
import { Unfit, type UnfitReason } from '../print/unfit.ts'

interface Fault {
  readonly reason: UnfitReason | 'cache'
  readonly detail: string
}

interface Examined {
  readonly kind: CandidateKind
  readonly executable: string
  /** Name and version where it prints Arabic, English and tags. */
  readonly serves?: string
  readonly fault?: Fault
}

interface Machine {
  readonly node: string
  readonly platform: string
  /** In bytes. */
  readonly memory: number
  readonly free: number
  readonly fonts: { readonly system: number | null; readonly book: readonly string[] }
}

export function doctorCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('doctor')
    .summary(words('browser:doctor.summary'))
    .description(words('browser:doctor.description'))
    .option('--quick', words('browser:doctor.quick'))
    .option('--json', words('cli:build.json'))
    .addHelpText('after', `\n${words('browser:doctor.example')}`)
    .action(async ({ quick, json }: { quick?: boolean; json?: boolean }) => {
      const found = await interruptible((signal) => examine(Boolean(quick), signal))
      const ok = found.some(({ serves }) => serves !== undefined)
      const lines = json ? [JSON.stringify({ ok, ...machine(), browsers: found }, null, 2)] : told(found, ok, words)
      process.stdout.write(`${lines.join('\n')}\n`)
      done(ok ? 0 : 2)
    })
}

const machine = (): Machine => ({
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
  memory: totalmem(),
  free: freemem(),
  fonts: { system: systemFonts() ?? null, book: [...new Set(fontFiles.map(({ family }) => family))] },
})

/** Ctrl-C ends the browser that is being tried, and with it the folder that it writes into. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort()
  process.once('SIGINT', abort).once('SIGTERM', abort)
  try {
    return await work(controller.signal)
  } finally {
    process.removeListener('SIGINT', abort).removeListener('SIGTERM', abort)
  }
}

/** Every candidate in order; with `quick`, none after the first that serves. */
async function examine(quick: boolean, signal: AbortSignal): Promise<Examined[]> {
  const found: Examined[] = []
  try {
    for await (const candidate of candidates()) {
      found.push(await examined(candidate, signal))
      if (quick && found.at(-1)?.serves) break
    }
  } catch (error) {
    if (!(error instanceof SurroundingsError && error.rule === 'browser/cache')) throw error
    const folder = String(error.values['folder'])
    found.push({ kind: 'packaged', executable: folder, fault: { reason: 'cache', detail: `${folder} (${error.values['fault']})` } })
  }
  return found
}

async function examined(candidate: Candidate, signal: AbortSignal): Promise<Examined> {
  const { kind, executable } = candidate
  const browser = await tryCandidate(candidate, signal ? { signal } : {})
  if (browser instanceof Unfit) return { kind, executable, fault: { reason: browser.reason, detail: browser.detail } }
  await browser.close()
  return { kind, executable, serves: browser.name }
}

function told(found: readonly Examined[], ok: boolean, words: Words): string[] {
  const { node, platform, memory, free, fonts } = machine()
  const gigabytes = (bytes: number) => Math.round(bytes / 2 ** 30)
  return [
    words('browser:doctor.machine', { node, platform, memory: gigabytes(memory), free: gigabytes(free) }),
    ...(fonts.system === null ? [] : [words('browser:doctor.fonts', { count: fonts.system, faces: new Intl.ListFormat(words.language).format(fonts.book) })]),
    ...found.map((one) => toldBrowser(one, words)),
    ...(ok ? [words('browser:doctor.well')] : advice(found, words)),
  ]
}

function toldBrowser({ kind, executable, serves, fault }: Examined, words: Words): string {
  const values = { kind: words(`browser:kind.${kind}`), path: executable }
  return fault
    ? words('browser:doctor.fails', { ...values, fault: words(`browser:unfit.${fault.reason}`, { detail: fault.detail }).trim() })
    : words('browser:doctor.serves', { ...values, version: serves ?? '' })
}

const systems = ['debian', 'ubuntu', 'fedora', 'mac', 'windows', 'any'] as const
const sandboxes = ['chrome', 'ubuntu', 'debian', 'docker'] as const

function advice(found: readonly Examined[], words: Words): string[] {
  if (found.some(({ fault }) => fault?.reason === 'no-sandbox')) return [words('browser:doctor.sandbox'), ...sandboxes.map((way) => `    ${words(`browser:sandbox.${way}`)}`)]
  if (found.some(({ kind }) => kind === 'environment')) return [words('browser:doctor.named')]
  return [words('browser:doctor.none'), ...systems.map((system) => `    ${words(`browser:install.${system}`)}`)]
}
