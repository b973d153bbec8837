/** Marks of notes that stand right behind the stop belong to its sentence. */

import { lineEnd, veiled } from './veil.ts'
import { isAmong } from './words.ts'
import { continues } from './dots.ts'

/** The standard lets closing marks follow a stop. */
const closed = (mark: string): string => ')'.repeat(mark.length)

export function withNotes(text: string): string {
  return withLabels(text)
    .replaceAll(/\[ ?(?:\.{2,4}|…|\. \. \.) ?\]|[[(](?:[!?؟]{1,4}|\.{2,4}|…)[\])]/g, veiled)
    .replaceAll(/(?<=[.!?؟…]["”’»)]{0,2})(?:\[[^\]\s]{1,6}\]|\(\p{Nd}{1,3}\)){1,9}/gu, closed)
    .replaceAll(/(?<=[.!?؟…]["”’»)]{0,2})[⁰¹²³⁴-⁹*†‡§]{1,4}(?= |$)/g, closed)
    // Bare numbers only behind a word or a bracket, for behind a number they would be its decimals.
    .replaceAll(/(?<=(?:\p{Ll}{2}|[)\]])[.!?])\d{1,3}(?:(?:, ?|[ –-])\d{1,3}){0,4}(?= \p{Lu})/gu, closed)
    // A tag with a colon, such as the source of a picture, stands for itself when it follows a stop.
    .replaceAll(/([.!?؟…]["”»)]{0,2} {1,9}\[[^\][]{1,40}:[^\][]{1,200}\]) (?=["“«]?[\p{Lu}\p{Lo}])/gu, '$1\u2029')
}

const labelled = / \[([^\][:.]{2,40}):[^\][]{1,199}([^\][])\] (?=([^ ]{1,40}))/g

/**
 * Notes with a label that tells what they are, as [Photo: the author], are sentences of their own where none before
 * them has its stop. A note that explains a word stands inside a sentence, which goes on behind it, or has no stop.
 */
function withLabels(text: string): string {
  return text.replaceAll(labelled, (found, label: string, last: string, next: string) => {
    const isNote = isLabel('noteLabels', label) && /[.!?؟…]/.test(last)
    const isPicture = isLabel('pictureLabels', label) && !/^[\p{Ll},;:،؛]/u.test(next)
    if (isNote && continues(next)) return veiled(found)
    return isNote || isPicture ? lineEnd + found.slice(1, -1) + lineEnd : found
  })
}

const isLabel = (kind: 'pictureLabels' | 'noteLabels', label: string): boolean =>
  (label.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => isAmong(kind, word))
