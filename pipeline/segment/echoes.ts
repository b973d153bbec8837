/** Ends without a stop where a text begins as its headline began: the head's words come again, and nothing parts them from what stands before. */

import { canEnd, wordsOf } from './forgotten.ts'
import { broken } from './veil.ts'
import { isAmong } from './words.ts'

const sentence = /[^.!?؟…\u2029]{20,600}/gu

export function withEchoes(text: string): string {
  const starts: number[] = []
  for (const { index, 0: found } of text.matchAll(sentence)) {
    const at = echoOf(found)
    if (at > 0) starts.push(index + at)
  }
  return broken(text, starts)
}

/** Where the head of a sentence comes again as the head of another, or -1. */
function echoOf(text: string): number {
  for (const from of startsOf(text)) {
    const rest = text.slice(from, from + 200)
    for (const { head, startOf } of [latin(rest), long(rest), short(rest)]) {
      const at = head === '' ? -1 : text.indexOf(` ${head} `, from + head.length) + 1
      const start = at > 0 ? startOf(text.slice(0, at)) : -1
      if (start > 0 && wordsOf(text.slice(from + head.length, start)).length > 2 && canEnd(text.slice(0, start).trimEnd(), true)) return start
    }
  }
  return -1
}

/** The beginning, and what stands behind a colon near it. */
function startsOf(text: string): number[] {
  const lead = /^ *["“'‘«]?/.exec(text)?.[0].length ?? 0
  const colon = /^[^:]{3,60}: /.exec(text)?.[0].length
  return colon === undefined ? [lead] : [lead, colon]
}

/** Words at the head of a sentence, and where the next one starts if they end `before`; -1 where none does. */
interface Head {
  readonly head: string
  readonly startOf: (before: string) => number
}

/** A common noun is among them, so that the capital at their beginning is a sentence's. */
const latin = (text: string): Head => ({
  head: /^(?!I )\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,2} \p{Ll}{4,}(?= )/u.exec(text)?.[0] ?? '',
  startOf: (before) => before.length,
})

/** So many Arabic words that they come again by no chance. */
const long = (text: string): Head => ({
  head: /^\p{Script=Arabic}+(?: [\p{Script=Arabic}\p{Nd}]+){3}(?= )/u.exec(text)?.[0] ?? '',
  startOf: (before) => before.length - behind(before, 'arabicAuxiliaries'),
})

/** Two Arabic words, one of which is a verb, or which a verb precedes: the text has first what the headline has last. */
const short = (text: string): Head => ({
  head: /^(?!و)\p{Script=Arabic}{3,} \p{Script=Arabic}{3,}(?= )/u.exec(text)?.[0] ?? '',
  startOf: (before) => (isAmong('arabicVerbs', text.slice(0, text.indexOf(' '))) ? before.length : verbStart(before)),
})

function verbStart(before: string): number {
  const length = behind(before, 'arabicVerbs')
  return length === 0 ? -1 : before.length - length
}

/** Length of the last word of `before` with the blank behind it, if it is of a kind. */
function behind(before: string, kind: 'arabicVerbs' | 'arabicAuxiliaries'): number {
  const word = /(?<= )\p{Script=Arabic}{2,12} $/u.exec(before.slice(-16))?.[0] ?? ''
  return isAmong(kind, word.trimEnd()) ? word.length : 0
}
