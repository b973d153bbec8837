/** English names and the beads in which they stand. */

import type { Language } from '../../../model/language.ts'
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
  const small = new Map<string, number>()
  const found = new Map<string, NamedBead[]>()
  yield* eachInSteps(book.beads, (_, bead) => {
    for (const en of placedWords(book, bead, 'en')) collect(en, bead, small, found)
  })
  return new Map([...found].filter(([name, beads]) => beads.length > 1 && (small.get(name) ?? 0) <= mostSmall * beads.length))
}

function collect(en: PlacedWord, bead: number, small: Map<string, number>, found: Map<string, NamedBead[]>): void {
  const { word } = en
  const first = word.text.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return void small.set(word.folded, (small.get(word.folded) ?? 0) + 1)
  if (!/^\p{Lu}\p{Ll}/u.test(word.text)) return
  const name = word.folded.replace(/['’]s?$/, '')
  const beads = found.get(name)
  if (!beads) found.set(name, [{ bead, en }])
  else if (beads.at(-1)?.bead !== bead) beads.push({ bead, en })
}

/** Words of one side of a bead. */
export const placedWords = (book: BookReading, bead: number, language: Language): PlacedWord[] =>
  book.bead(bead)[language].flatMap((at) => wordsIn(at.segment.text, language).map((word) => ({ at, word })))
