/** Ends without a stop where a text begins as its headline began: the head's words come again, and nothing parts them from what stands before. */

import { canEnd, wordsOf } from './forgotten.ts'
import { broken } from './veil.ts'
import { isAmong } from './words.ts'

/** From one stop to the next; what is longer is no headline with the beginning of its text, and only its first piece has a head. */
const sentence = /[^.!?؟…\u2029]{20,600}/g

export function withEchoes(text: string): string {
  const starts: number[] = []
  for (const { index, 0: found } of text.matchAll(sentence)) {
    const isHeaded = index === 0 || /[.!?؟…\u2029]/.test(text.charAt(index - 1))
    const at = isHeaded ? echoOf(found) : -1
    if (at > 0) starts.push(index + at)
  }
  return broken(text, starts)
}

/** Where in a sentence, in UTF-16 code units, its head comes again as the head of another, or -1. */
function echoOf(text: string): number {
  for (const from of startsOf(text)) {
    const rest = text.slice(from, from + 120)
    for (const { pattern, startOf } of /^[A-Z]/.test(rest) ? [latin] : [long, short]) {
      const head = pattern.exec(rest)?.[0]
      const at = head === undefined ? -1 : text.indexOf(` ${head} `, from + head.length) + 1
      const start = at > 0 ? startOf(text.slice(0, at), rest) : -1
      if (start > 0 && wordsOf(text.slice(from, start)).length > wordsOf(head ?? '').length + 2 && canEnd(text.slice(0, start).trimEnd(), true)) return start
    }
  }
  return -1
}

/** The beginning, behind marks that close the sentence before, and what stands behind a colon near it. */
function startsOf(text: string): number[] {
  const lead = /^["'”’»)\]]{0,3} *["“'‘«]?/.exec(text)?.[0].length ?? 0
  const colon = /^[^:]{3,60}: /.exec(text)?.[0].length
  return colon === undefined ? [lead] : [lead, colon]
}

/** Words at the head of a sentence, and where the next one starts if they end `before`; -1 where none does. */
interface Head {
  readonly pattern: RegExp
  readonly startOf: (before: string, sentence: string) => number
}

/** A common noun is among them, so that the capital at their beginning is a sentence's. */
const latin: Head = {
  pattern: /^(?!I )[A-Z][a-z]*(?: [A-Z][a-z]*){0,2} [a-z]{4,}(?= )/,
  startOf: (before) => before.length,
}

/** So many Arabic words that they come again by no chance. */
const long: Head = {
  pattern: /^[\u0621-\u064A]+(?: [\u0621-\u064A\u0660-\u0669\d]+){3}(?= )/,
  startOf: (before) => before.length - behind(before, 'arabicAuxiliaries'),
}

/** Two Arabic words, the first a verb or behind one: a headline has its verb behind the noun, and a text before it. */
const short: Head = {
  pattern: /^(?!و)[\u0621-\u064A]{3,} [\u0621-\u064A]{3,}(?= )/,
  startOf: (before, sentence) => {
    if (isAmong('arabicVerbs', sentence.slice(0, sentence.indexOf(' ')))) return before.length
    const length = behind(before, 'arabicVerbs')
    return length === 0 ? -1 : before.length - length
  },
}

/** Length of the last word of `before` with the blank behind it, if it is of a kind. */
function behind(before: string, kind: 'arabicVerbs' | 'arabicAuxiliaries'): number {
  const word = / ([\u0621-\u064A]{2,12} )$/.exec(before.slice(-16))?.[1] ?? ''
  return isAmong(kind, word.trimEnd()) ? word.length : 0
}
