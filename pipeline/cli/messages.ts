/** Messages as the terminal shows them: place first, so that an editor can jump there. */

import { relative, resolve } from 'node:path'
import type { Message, Place } from '../model/message.ts'
import { wordingOf, type Words } from '../model/words.ts'

/** Files are named as they are reached from here; `root` is the book's folder. */
export function lineOf(message: Message, words: Words, root = '.'): string {
  const { what, todo } = wordingOf(message, words)
  const { place, counterpart } = message
  const at = ({ file, line, column }: Place) => `${relative('.', resolve(root, file))}:${line}:${column}`
  const where = place ? `${at(place)}: ` : ''
  const other = counterpart ? ` (${at(counterpart)})` : ''
  return harmless(`${where}${words(`cli:severity.${message.severity}`)} ${what}${other}\n    ${todo}`)
}

/** Names of files and texts of others may hold what a terminal would obey. */
const harmless = (line: string): string => line.replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, '\uFFFD')

/** For `--json`: the message with its wording in the language of the interface. */
export function wordedMessage(message: Message, words: Words): Message & { readonly what: string; readonly do: string } {
  const { what, todo } = wordingOf(message, words)
  return { ...message, what, do: todo }
}
