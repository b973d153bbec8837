/** English names and the beads in which they stand. */

import type { BookReading, SegmentReading } from '../reading.ts'
import { eachInSteps, type Steps } from '../steps.ts'
import { wordsIn, type Word } from '../words.ts'

export interface PlacedWord {
  readonly at: SegmentReading
  readonly word: Word
}

export interface NamedBead {
  readonly bead: number
  readonly en: PlacedWord
}

/** Share of a name's occurrences that may be written small, by mistake: our own choice. */
const mostSmall = 0.02

/** By folded name, the beads in which it stands, two or more; a name is a capitalised word that the book does not write small as well. */
export function* namesIn(book: BookReading): Steps<ReadonlyMap<string, readonly NamedBead[]>> {
  const small = new Map<string, { times: number }>()
  const found = new Map<string, NamedBead[]>()
  yield* eachInSteps(book.beads, (_, bead) => {
    for (const at of book.bead(bead).en) for (const word of wordsIn(at.segment.text, 'en')) {
      if (isSmall(word)) count(word.folded, small)
      else if (/^\p{Lu}\p{Ll}/u.test(word.text)) collect({ bead, en: { at, word } }, found)
    }
  })
  return new Map([...found].filter(([name, beads]) => beads.length > 1 && (small.get(name)?.times ?? 0) <= mostSmall * beads.length))
}

function isSmall({ text }: Word): boolean {
  const first = text.charCodeAt(0)
  return first >= 0x61 && first <= 0x7a
}

function count(word: string, counts: Map<string, { times: number }>): void {
  const known = counts.get(word)
  if (known) known.times++
  else counts.set(word, { times: 1 })
}

function collect(named: NamedBead, found: Map<string, NamedBead[]>): void {
  const name = named.en.word.folded.replace(/['’]s?$/, '')
  const beads = found.get(name)
  if (!beads) found.set(name, [named])
  else if (beads.at(-1)?.bead !== named.bead) beads.push(named)
}
