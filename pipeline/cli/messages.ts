/** Messages as the terminal shows them: place first, so that an editor can jump there. */

import type { Message } from '../model/message.ts'
import { wordingOf, type Words } from '../model/words.ts'

export function lineOf(message: Message, words: Words): string {
  const { what, todo } = wordingOf(message, words)
  const { place, counterpart } = message
  const where = place ? `${place.file}:${place.line}:${place.column}: ` : ''
  const other = counterpart ? ` (${counterpart.file}:${counterpart.line}:${counterpart.column})` : ''
  return `${where}${words(`cli:severity.${message.severity}`)} ${what}${other}\n    ${todo}`
}

/** For `--json`: the message with its wording in the language of the interface. */
export function wordedMessage(message: Message, words: Words): object {
  const { what, todo } = wordingOf(message, words)
  return { ...message, what, do: todo }
}
