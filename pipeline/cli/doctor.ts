/** `tawazi doctor`: what this machine has, and exactly what to run where something lacks. */

import { totalmem } from 'node:os'
import type { Command } from 'commander'
import { SurroundingsError } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { openBrowser } from '../print/browser.ts'
import { candidates, type Candidate } from '../print/candidates.ts'

interface Examined {
  readonly kind: Candidate['kind']
  readonly executable: string
  /** Name and version where it prints Arabic, Latin and tags. */
  readonly serves: string | undefined
  readonly fault: string | undefined
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
      const found = await examine(Boolean(quick))
      const serves = found.some((one) => one.serves !== undefined)
      if (json) process.stdout.write(`${JSON.stringify({ ok: serves, node: process.version, memory: totalmem(), browsers: found }, null, 2)}\n`)
      else tell(found, serves, words)
      done(serves ? 0 : 2)
    })
}

/** Every candidate in order; with `quick`, none after the first that serves. */
async function examine(quick: boolean): Promise<Examined[]> {
  const found: Examined[] = []
  for await (const candidate of candidates()) {
    found.push(await examined(candidate))
    if (quick && found.at(-1)?.serves) break
  }
  return found
}

async function examined(candidate: Candidate): Promise<Examined> {
  const { kind, executable } = candidate
  try {
    const browser = await openBrowser({ among: [candidate] })
    await browser.close()
    return { kind, executable, serves: browser.name, fault: undefined }
  } catch (error) {
    const fault = error instanceof SurroundingsError ? String(error.values['faults'] ?? error.rule) : String(error)
    return { kind, executable, serves: undefined, fault: fault.replace(`${executable}: `, '') }
  }
}

function tell(found: readonly Examined[], serves: boolean, words: Words): void {
  const line = (text: string) => process.stdout.write(`${text}\n`)
  line(words('browser:doctor.machine', { node: process.version, memory: Math.round(totalmem() / 2 ** 30), platform: `${process.platform}-${process.arch}` }))
  for (const one of found) {
    const values = { kind: words(`browser:kind.${one.kind}`), path: one.executable, version: one.serves ?? '', fault: one.fault ?? '' }
    line(words(one.serves ? 'browser:doctor.serves' : 'browser:doctor.fails', values))
  }
  line(words(serves ? 'browser:doctor.well' : 'browser:doctor.none'))
  if (!serves) for (const system of ['debian', 'fedora', 'mac', 'windows', 'any']) line(`    ${words(`browser:install.${system}`)}`)
}
