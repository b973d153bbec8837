/** The shadow of a text: as long as it, with the stops veiled that end nothing, and ends shown that the standard would not see. */

import { withAbbreviations } from './abbreviations.ts'
import { withDots } from './dots.ts'
import { withEchoes } from './echoes.ts'
import { withForgottenStops } from './forgotten.ts'
import { withHeads, withLists } from './heads.ts'
import { withNotes } from './notes.ts'
import { withQuotations } from './quotations.ts'
import { lineEnd, veiled } from './veil.ts'

/** Rules in order: each sees what those before it veiled. Every pattern's repetitions are bounded, so that time is linear. */
const rules: readonly ((text: string) => string)[] = [
  withForgottenStops, withSpaces, withLists, withAddresses, withNotes, withDots, withAbbreviations, withEchoes, withQuotations, withHeads,
]

export const shadowOf = (text: string): string => rules.reduce((shadow, rule) => rule(shadow), text)

/** White space as spaces; an empty line or a hard break ends a sentence, a single line feed is the file's wrapping. */
function withSpaces(text: string): string {
  return text.replaceAll(/\s+/g, (space) =>
    /[\u2028\u2029]/.test(space) || /(?:\r\n?|\n)[^\r\n]*[\r\n]/.test(space.replaceAll('\r\n', ' \n'))
      ? ' '.repeat(space.length - 1) + lineEnd
      : ' '.repeat(space.length))
}

/** Stops inside addresses, of the web or of mail, and those that stand in the middle of a word, such as Yahoo!'s. */
function withAddresses(text: string): string {
  return text
    .replaceAll(/[^ ]+/g, (token) => (/:\/\/|^\W?www\.|[^ ]@[\p{L}\p{N}]/u.test(token) ? veiledInside(token) : token))
    .replaceAll(/[!?]["'’”)\]]{0,2}(?=[\p{Ll}\p{N}&=_/])/gu, veiled)
    .replaceAll(/(?<= |^)!(?=\p{L})/gu, veiled)
}

/** Everything but the stops and closing marks at the end of the token, which are the sentence's. */
function veiledInside(token: string): string {
  let end = token.length
  while (end > 0 && /[.,;:!?…؟،؛"'’”»)\]]/.test(token.charAt(end - 1))) end--
  return veiled(token.slice(0, end)) + token.slice(end)
}
