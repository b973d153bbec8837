/** Heads of sentences: markers of lists and speakers of a play stay with their text, and small letters, digits and dashes may open a sentence. */

import { anyOf, capitalised, isAmong } from './words.ts'
import { afterStop, atHead, broken, veiled } from './veil.ts'

const marker = new RegExp(`${atHead}((?:[•⁃*–-] ?)?\\(?(?:\\p{Nd}{1,2}|\\p{L}|[ivx]{1,5}|[IVX]{1,5})\\.\\)?)(?= )`, 'gu')
const label = new RegExp(`${atHead}((?:${anyOf('labels')})\\.? \\p{Nd}{1,3}(?:\\.\\p{Nd}{1,3}){0,3}\\.)(?= )`, 'giu')
const smallMarker = new RegExp(`${afterStop}(\\(?)([a-z]|[ivx]{1,5})(?=(?:[_.]\\)?|\\)) )`, 'gu')
const speaker = /(?:^|(?<=\u2029)) {0,9}(\p{Lu}[\p{Lu}’'-]{1,20}(?: \p{Lu}[\p{Lu}’'-]{1,20}){0,2})\.(?= {1,9}["“(]?\p{L})/gu
const camel = new RegExp(`${afterStop}(["“«‘]?)(\\p{Ll}{1,2})(?=\\p{Lu})`, 'gu')
const particle = new RegExp(`((?:\\p{Ll}{2}|[”"’)\\]])[.!?]["”’)\\]]{0,3} {1,9})(${anyOf('particles')})(?=[-’' ]\\p{Lu})`, 'gu')
const digits = /((?:\p{L}{4}|["”’)\]]|\d{4})\.["'”’)\]]{0,3} {1,9})(\d)/gu
const latinInArabic = /(\p{Script=Arabic}[.!?؟…]["'”’»)\]]{0,3} {1,9}["“«(]?)([a-z])/gu
const dash = new RegExp(`${afterStop}([-–—]{1,2})(?= \\p{Lu})`, 'gu')
const continued = /[!?؟]["'”’»)\]]{0,3} {1,9}(?=[\p{Ll},;،؛:])/gu
const joined = /(?<=(?:^|[ (“"])(\p{L}\p{Ll}{3,20})\.)\p{Lu}(?=\p{Ll}{1,20}(?:[ ,;_]|$))/gu

export function withHeads(text: string): string {
  return withTurns(text)
    .replaceAll(marker, (_, head: string, mark: string) => head + veiled(mark))
    .replaceAll(label, (_, head: string, mark: string) => head + veiled(mark))
    .replaceAll(smallMarker, (_, head: string, bracket: string, letters: string) => head + bracket + raised(letters))
    .replaceAll(speaker, (found, name: string) => (isAmong('openers', capitalised(name)) ? found : veiled(found)))
    .replaceAll(camel, (_, head: string, quote: string, letters: string) => head + quote + raised(letters))
    .replaceAll(particle, (_, head: string, letters: string) => head + raised(letters))
    .replaceAll(digits, (_, head: string, digit: string) => head + raised(digit))
    .replaceAll(latinInArabic, (_, head: string, letter: string) => head + raised(letter))
    .replaceAll(dash, (_, head: string, mark: string) => head + raised(mark))
    .replaceAll(continued, veiled)
    // A space that is missing after a stop: a letter without case lets the standard end there.
    .replaceAll(joined, (letter, word: string) => (isAmong('titles', word) || isAmong('either', word) ? letter : 'ا'))
}

/** Capitals, before which the standard ends a sentence. */
const raised = (text: string): string => 'X'.repeat(text.length)

/** In a paragraph that opens with a dash, each dash after a stop is the next speaker's. */
function withTurns(text: string): string {
  if (!/^ ?[-–—]/.test(text)) return text
  return text.replaceAll(new RegExp(`${afterStop}([-–—])(?= ?\\p{L})`, 'gu'), (_, head: string, mark: string) => head + raised(mark))
}

const listMarker = /(?<=^|[ \u2029])(?:[•⁃] ?)?(\(?)(\p{Nd}{1,2}|[a-z])(\.\)|[.)])(?= \p{L})/gu

/** Items of a list that was written in one line: where markers count on from one at the head, each begins a sentence. */
export function withLists(text: string): string {
  const starts: number[] = []
  let next: { value: number; style: string } | undefined
  for (const { index, 0: mark, 1: open = '', 2: value = '', 3: close = '' } of text.matchAll(listMarker)) {
    const found = { value: ordinal(value), style: `${/^[•⁃]/.test(mark) ? '•' : ''}${open}${/\p{Nd}/u.test(value) ? '1' : 'a'}${close}` }
    const isNext = next !== undefined && found.value === next.value && found.style === next.style
    const isFirst = /(?:^|[.!?؟\u2029]) {0,2}$/.test(text.slice(Math.max(0, index - 3), index))
    if (isNext) starts.push(index)
    if (isNext || isFirst) next = { ...found, value: found.value + 1 }
  }
  return broken(text, starts)
}

const ordinal = (value: string): number => (/^[a-z]$/.test(value) ? value.charCodeAt(0) - 96 : Number(value.replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))))
