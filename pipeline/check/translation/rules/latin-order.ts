/** Latin words in Arabic with signs at their edge, which the direction of the line carries to the wrong end. */

import { isCode, markOf } from '../reading.ts'
import type { BeadRule } from '../rule.ts'

/** `C++` and `C#` show as `++C` and `#C`, `.NET` as `NET.`, `#tag` as `tag#`: a sign belongs to the side that the line reads to. */
const torn = /(?<![\p{Script=Latin}\p{M}\p{N}\p{Cf}+#])(?:(?<!\p{L})[.#@/\\~$+-]{1,3}(?=\p{Script=Latin})[\p{Script=Latin}\p{N}._/-]*[\p{Script=Latin}\p{N}]|[\p{Script=Latin}][\p{Script=Latin}\p{N}]*(?:\+{1,2}|#|[*](?=\s)))(?![\p{L}\p{M}\p{N}\p{Cf}+#*])/gu

export const latinOrder: BeadRule = {
  name: 'latin-order', severity: 'warning', sees: 'bead',
  check: ({ ar }) => ar.filter((reading) => !isCode(reading) && hasBothScripts(reading.segment.text)).flatMap((reading) =>
    Array.from(masked(reading.segment.text).matchAll(torn), ({ 0: run, index }) =>
      ({ marks: [markOf(reading, { from: index, to: index + run.length })], values: { run } }))),
}

const hasBothScripts = (text: string): boolean => /\p{Script=Latin}/u.test(text) && /\p{Script=Arabic}/u.test(text)

/** Addresses are set as a whole, and what a mark of direction holds together is held; offsets stay. */
const masked = (text: string): string => text.replaceAll(/(?:https?:\/\/|www\.)\S+|\S+@\S+|[\u202A\u202D\u2066][^\u202C\u2069]*[\u202C\u2069]/g, (run) => ' '.repeat(run.length))
