/** Ends of quotations: where the sentence round them goes on, and where it ends without a stop. */

import { anyOf } from './words.ts'
import { veiled } from './veil.ts'

const speech = new RegExp(`([.!?؟…]["”»] {1,9})((?:${anyOf('arabicSpeech')})(?!\\p{L}))([^.!?؟…]{0,60})`, 'gu')

export function withQuotations(text: string): string {
  return text
    .replaceAll(/[.!?؟…]( {1,4})»(?= |$)/g, (found) => `${veiled(found.slice(0, -1))}.`)
    .replaceAll(/([.!?؟…])[“«‘(](?=[\p{Lu}\p{Lo}])/gu, '$1ا')
    .replaceAll(/(?<=[^ \u2029]["”»]) (?=["“«](?!و)[\p{Lu}\p{Lo}])/gu, '\u2029')
    .replaceAll(/(?<=[—–-]["”]) (?=["“(]?\p{Lu})/gu, '\u2029')
    .replaceAll(speech, (found, stop: string, verb: string, tag: string) => (hasContent(verb, tag) ? found : veiled(stop) + verb + tag))
    .replaceAll(/[!؟]["”»](?= {1,9}\p{Lo})/gu, (found, offset: number) => (isWithin(text.slice(Math.max(0, offset - 200), offset), found.charAt(1)) ? veiled(found) : found))
}

/** A tag that reports something itself is a sentence of its own, save a participle. */
const hasContent = (verb: string, tag: string): boolean => !verb.startsWith('قائل') && /:|(?:^| )[إأ]ن(?:ه|ها|هم|ني|نا|ك)?(?: |$)/.test(tag)

/** Whether the quotation that closes behind `before` is one question or cry that stands in the middle of a sentence, without a colon. */
function isWithin(before: string, closing: string): boolean {
  const opening = closing === '»' ? '«' : closing === '”' ? '“' : '"'
  const at = before.lastIndexOf(opening)
  return at > 0 && /[\p{L}\p{N}] $/u.test(before.slice(0, at)) && !/[.!?؟…]/.test(before.slice(at))
}
