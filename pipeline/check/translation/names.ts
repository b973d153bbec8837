/** English names and the Arabic words that sound like them. */

import { arabicSkeletons, englishSkeleton, leastSkeleton } from '../../align/skeleton.ts'
import { kept } from './memo.ts'
import type { BookReading, SegmentReading } from './reading.ts'
import { stemIn, wordsIn, type Word } from './words.ts'

interface PlacedWord {
  readonly at: SegmentReading
  readonly word: Word
}

/** A name in a bead with the word that renders it there. */
export interface Rendering {
  readonly bead: number
  readonly en: PlacedWord
  readonly ar: PlacedWord
}

interface NamedBead {
  readonly bead: number
  readonly en: PlacedWord
}

const skeletonsOf = kept(arabicSkeletons)

/** By folded name, the beads in which it stands; a name is a capitalised word that the book never writes small. */
export function namesIn(book: BookReading): ReadonlyMap<string, readonly NamedBead[]> {
  const small = new Set<string>()
  const found = new Map<string, NamedBead[]>()
  book.beads.forEach((_, bead) => {
    for (const at of book.bead(bead).en) {
      for (const word of wordsIn(at.segment.text, 'en')) collect(word, { at, word }, bead, small, found)
    }
  })
  return new Map([...found].filter(([name, beads]) => beads.length > 1 && !small.has(name) && englishSkeleton(name).length >= leastSkeleton))
}

function collect(word: Word, en: PlacedWord, bead: number, small: Set<string>, found: Map<string, NamedBead[]>): void {
  const first = word.text.charCodeAt(0)
  if (first >= 0x61 && first <= 0x7a) return void small.add(word.folded)
  if (!/^\p{Lu}\p{Ll}/u.test(word.text)) return
  const name = word.folded.replace(/['’]s?$/, '')
  const beads = found.get(name)
  if (!beads) found.set(name, [{ bead, en }])
  else if (beads.at(-1)?.bead !== bead) beads.push({ bead, en })
}

/** Share of a word's occurrences that must be in beads of the name: our own choice. */
const leastFaithful = 0.5

/** Where just one word of the bead sounds like the name, and hardly occurs without it, that is its rendering. */
export function renderingsOf(name: string, beads: readonly NamedBead[], book: BookReading): Rendering[] {
  const skeleton = englishSkeleton(name)
  const found = beads.flatMap(({ bead, en }) => {
    const words = book.bead(bead).ar.flatMap((at) => wordsIn(at.segment.text, 'ar').filter(({ folded }) => skeletonsOf(folded).includes(skeleton)).map((word) => ({ at, word })))
    const stems = new Set(words.map(({ word }) => stemIn(word, 'ar')))
    return stems.size === 1 && words[0] ? [{ bead, en, ar: words[0] }] : []
  })
  const own = countBy(found, ({ ar }) => stemIn(ar.word, 'ar'))
  const all = book.stemCounts()
  return found.filter(({ ar }) => {
    const stem = stemIn(ar.word, 'ar')
    return (own.get(stem) ?? 0) >= leastFaithful * (all.get(stem) ?? 0)
  })
}

function countBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1)
  return counts
}
