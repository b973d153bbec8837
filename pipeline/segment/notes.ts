/** Marks of notes that stand right behind the stop belong to its sentence. */

import { veiled } from './veil.ts'

/** The standard lets closing marks follow a stop. */
const closed = (mark: string): string => ')'.repeat(mark.length)

export function withNotes(text: string): string {
  return text
    .replaceAll(/\[ ?(?:\.{2,4}|…|\. \. \.) ?\]|[[(](?:[!?؟]{1,4}|\.{2,4}|…)[\])]/g, veiled)
    .replaceAll(/(?<=[.!?؟…]["”’»)]{0,2})(?:\[[^\]\s]{1,6}\]|\(\p{Nd}{1,3}\)){1,9}/gu, closed)
    .replaceAll(/(?<=[.!?؟…]["”’»)]{0,2})[⁰¹²³⁴-⁹*†‡§]{1,4}(?= |$)/g, closed)
    // Bare numbers only behind a word or a bracket, for behind a number they would be its decimals.
    .replaceAll(/(?<=(?:\p{Ll}{2}|[)\]])[.!?])\d{1,3}(?:(?:, ?|[ –-])\d{1,3}){0,4}(?= \p{Lu})/gu, closed)
    // A tag with a colon, such as the source of a picture, stands for itself when it follows a stop.
    .replaceAll(/([.!?؟…]["”»)]{0,2} {1,9}\[[^\][]{1,40}:[^\][]{1,60}\]) (?=["“«]?[\p{Lu}\p{Lo}])/gu, '$1\u2029')
}
