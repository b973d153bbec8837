/** Text that stands in the translation as it stands in the original: a whole sentence, or a long run of its words. */

import type { Language } from '../../../model/language.ts'
import type { BeadReading, SegmentReading } from '../reading.ts'
import { hasBothSides, isCode, markOf, wholeOf } from '../reading.ts'
import type { BeadRule, Told } from '../rule.ts'
import { wordsIn, type Word } from '../words.ts'

/** Fewer words of the original's script, or fewer of its words in a row, may be a name or a title: our own choice. */
const fewestWords = 3
const longestQuotation = 8

export const untranslated: BeadRule = {
  name: 'untranslated', severity: 'error', sees: 'bead',
  check: (bead, { original, translation }) => (hasBothSides(bead) ? bead[translation].filter((one) => !isCode(one)).flatMap((one) => tell(one, bead, original)) : []),
}

function tell(reading: SegmentReading, bead: BeadReading, original: Language): Told[] {
  const { segment, language } = reading
  const text = segment.text.replaceAll(/(?:https?:\/\/|www\.)\S+|\S+@\S+/g, (address) => ' '.repeat(address.length))
  const foreign = said(text, original)
  if (foreign.length < fewestWords) return []
  const own = wordsIn(text, language)
  if (own.length === 0) return [{ marks: [wholeOf(reading)], values: { text: text.slice(0, 60) } }]
  const source = ` ${bead[original].flatMap((one) => said(one.segment.text, original).map(({ folded }) => folded)).join(' ')} `
  const { from, to } = longestRun(foreign.map(({ folded }) => folded), source)
  const run = foreign.slice(from, to)
  const [first, last] = [run[0], run.at(-1)]
  if (run.length < longestQuotation || !first || !last || isBracketed(text, first.from) || own.some((word) => word.from > first.from && word.from < last.from)) return []
  return [{ marks: [markOf(reading, { from: first.from, to: last.to })], values: { text: text.slice(first.from, last.to).slice(0, 60) } }]
}

/** Words without the letters of formulas, v(t)·A and Σvᵢ, which are the same in every language; a and I stand between spaces. */
const said = (text: string, language: Language): readonly Word[] => wordsIn(text, language).filter((word) =>
  /\p{L}{2}/u.test(word.text.replaceAll(/\p{Lm}/gu, '')) || /^\s?[ai]\s?$/i.test(text.slice(Math.max(0, word.from - 1), word.to + 1)))

/** A title or a quotation in brackets or quotation marks is given in the original on purpose. */
const isBracketed = (text: string, from: number): boolean => /[([«“"'‘][^)\]»”"]*$/.test(text.slice(0, from))

/** The longest run of words that stands in the source in the same order. */
function longestRun(words: readonly string[], source: string): { from: number; to: number } {
  let best = { from: 0, to: 0 }
  for (let from = 0; from < words.length; from++) {
    let to = from + Math.max(1, best.to - best.from)
    while (to <= words.length && source.includes(` ${words.slice(from, to).join(' ')} `)) best = { from, to: to++ }
  }
  return best
}
