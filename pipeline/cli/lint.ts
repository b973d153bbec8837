/** `tawazi lint`: looks at EPUBs, whoever made them, for what validators do not see. */

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { lintBytes } from '../check/epub/index.ts'
import { hasErrors, SurroundingsError, type Message } from '../model/message.ts'
import type { Words } from '../model/words.ts'
import { lineOf, wordedMessage } from './messages.ts'

export function lintCommand(program: Command, words: Words, done: (code: number) => void): void {
  program
    .command('lint')
    .summary(words('cli:lint.summary'))
    .description(words('cli:lint.description'))
    .argument('<epub...>', words('cli:lint.epub'))
    .option('--json', words('cli:build.json'))
    .addHelpText('after', `\n${words('cli:lint.example')}`)
    .action(async (files: readonly string[], { json }: { readonly json?: boolean }) => {
      const messages = (await Promise.all(files.map(lintFile))).flat()
      tell(messages, Boolean(json), words)
      done(hasErrors(messages) ? 1 : 0)
    })
}

async function lintFile(path: string): Promise<Message[]> {
  try {
    return await lintBytes(await readFile(path), basename(path))
  } catch (cause) {
    throw new SurroundingsError('cli/unread', { path }, cause)
  }
}

function tell(messages: readonly Message[], json: boolean, words: Words): void {
  if (json) return void process.stdout.write(`${JSON.stringify({ ok: !hasErrors(messages), messages: messages.map((message) => wordedMessage(message, words)) }, null, 2)}\n`)
  for (const message of messages) process.stderr.write(`${lineOf(message, words)}\n`)
  if (messages.length === 0) process.stdout.write(`${words('cli:lint.clean')}\n`)
}
