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
  return `${where}${words(`cli:severity.${message.severity}`)} ${what}${other}\n    ${todo}`
}

/** For `--json`: the message with its wording in the language of the interface. */
export function wordedMessage(message: Message, words: Words): Message & { readonly what: string; readonly do: string } {
  const { what, todo } = wordingOf(message, words)
  return { ...message, what, do: todo }
}
