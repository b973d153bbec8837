/** Words that stand twice in a row, three of them or more, as what was put in twice does. */

import { markOf, wholeOf, type BeadReading, type SegmentReading } from './reading.ts'
import type { Language } from '../../model/language.ts'
import type { Told } from './rule.ts'
import { wordsIn, type Word } from './words.ts'

/** Words of the shortest run, and of the longest that is looked for: our own choice. */
const [shortest, longest] = [3, 60]

/** Each run that follows itself inside a sentence, in the same words and signs, and each sentence that follows itself inside the bead. Linear but for words that come back. */
export const doubledRuns = (bead: BeadReading, language: Language): Told[] =>
  bead[language].flatMap((reading, index) => (isAgain(reading, bead[language][index - 1]) ? [{ marks: [wholeOf(reading)], values: { word: reading.segment.text.slice(0, 60) } }] : runsIn(reading)))

function runsIn(reading: SegmentReading): Told[] {
  const { language, segment: { text } } = reading
  const words = wordsIn(text, language)
  for (let at = 0; at + 2 * shortest <= words.length; at++) {
    const length = runAt(words, at, text)
    if (length === 0) continue
    const [first, last, end] = [words[at]!, words[at + length - 1]!, words[at + 2 * length - 1]!]
    return [{ marks: [markOf(reading, { from: first.from, to: end.to })], values: { word: text.slice(first.from, last.to) } }]
  }
  return []
}

/** How many words from here on follow themselves; words are told apart by their entries. */
function runAt(words: readonly Word[], at: number, text: string): number {
  const { entry } = words[at]!
  for (let length = shortest; length <= longest && at + 2 * length <= words.length; length++) {
    if (words[at + length]!.entry === entry && isDoubled(words.slice(at, at + 2 * length), text)) return length
  }
  return 0
}

/** Between the two stands a space, or the stop of a sentence where all of it is said again. */
function isDoubled(words: readonly Word[], text: string): boolean {
  const half = words.length / 2
  const [first, last, again, end] = [words[0]!, words[half - 1]!, words[half]!, words.at(-1)!]
  if (text.slice(first.from, last.to) !== text.slice(again.from, end.to)) return false
  const between = text.slice(last.to, again.from)
  return /^\s+$/.test(between) || (/^[.!?؟…]\s*$/.test(between) && /^\P{L}*$/u.test(text.slice(0, first.from)))
}

const isAgain = (reading: SegmentReading, before: SegmentReading | undefined): boolean =>
  before !== undefined && before.segment.text === reading.segment.text && wordsIn(reading.segment.text, reading.language).length >= shortest
