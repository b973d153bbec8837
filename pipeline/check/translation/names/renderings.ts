/** The Arabic words that render an English name, bead by bead. */

import { placedWords, type NamedBead, type PlacedWord } from './index.ts'
import type { BookReading } from '../reading.ts'
import { stemIn } from '../words.ts'
import { areSpellings, bareForms, formKeys, mayRender, soundDistance, soundsLike, spellingDistance } from './spellings.ts'

/** A name in a bead with the word that renders it there. */
export interface Rendering extends NamedBead {
  readonly ar: PlacedWord
}

/** Share of a word's occurrences that must be in beads of the name: our own choice. */
const leastFaithful = 0.5

/**
 * Where a bead has the usual rendering, that is its rendering; elsewhere it is the one word that is spelt like the usual one or
 * sounds like the name, if it hardly occurs without the name.
 */
export function renderingsOf(name: string, beads: readonly NamedBead[], book: BookReading): Rendering[] {
  const words = beads.map(({ bead }) => placedWords(book, bead, 'ar'))
  const usual = usualOf(name, words, book)
  const found = beads.flatMap((named, index): Rendering[] => {
    const own = words[index]!
    const ar = usual?.in(own) ?? nearest(own.filter(({ word }) => soundsLike(word.folded, name) || usual?.isLike(word.folded)), usual?.word)
    return ar ? [{ ...named, ar }] : []
  })
  return faithful(found, book)
}

/** The only word of its stem among them, or the one that is nearer to the usual spelling than any other. */
function nearest(words: readonly PlacedWord[], usual: string | undefined): PlacedWord | undefined {
  const byStem = [...new Map(words.map((one) => [stemIn(one.word, 'ar'), one])).values()]
  if (byStem.length < 2) return words[0]
  if (usual === undefined) return undefined
  const [first, second] = byStem.map((one) => ({ one, away: spellingDistance(one.word.folded, usual) })).sort((left, right) => left.away - right.away)
  return first && second && first.away < second.away ? first.one : undefined
}

/** Those whose word, without what is joined to it, stands in beads of the name as often as not. */
function faithful(found: readonly Rendering[], book: BookReading): Rendering[] {
  const own = new Map<string, number>()
  for (const { ar } of found) for (const form of bareForms(ar.word.folded)) own.set(form, (own.get(form) ?? 0) + 1)
  const all = book.formCounts()
  return found.filter(({ ar }) => {
    const counts = bareForms(ar.word.folded).map((form) => ({ own: own.get(form) ?? 0, all: all.get(form) ?? 0 }))
    // The form that most renderings share is the bare one; of forms that tell no more, the commoner word is.
    const [form] = counts.sort((one, other) => other.own - one.own || other.all - one.all)
    return form !== undefined && form.own >= leastFaithful * form.all
  })
}

interface Usual {
  readonly word: string
  in(words: readonly PlacedWord[]): PlacedWord | undefined
  isLike(word: string): boolean
}

/**
 * Beads that tell which word goes with a name; how closely it must, twice its beads by what both have; and how much more closely
 * for each consonant that they do not share. Our own choice.
 */
const bound = { beads: 3, near: 0.45, consonant: 0.15 }

/** The word that goes with the name in most of its beads and may render it by its sound. */
function usualOf(name: string, words: readonly (readonly PlacedWord[])[], book: BookReading): Usual | undefined {
  if (words.length < bound.beads) return undefined
  const counts = new Map<string, { beads: number; word: string }>()
  for (const own of words) {
    for (const [stem, word] of new Map(own.map(({ word }) => [stemIn(word, 'ar'), word.folded]))) {
      const count = counts.get(stem)
      if (count) count.beads++
      else counts.set(stem, { beads: 1, word })
    }
  }
  const all = book.stemCounts()
  let best: { stem: string; word: string; score: number } | undefined
  for (const [stem, { beads, word }] of counts) {
    const near = (2 * beads) / (words.length + (all.get(stem) ?? 0))
    const away = soundDistance(word, name)
    if (!mayRender(word, name) || near < bound.near + bound.consonant * away) continue
    // Of two names that keep company, such as Hophni and Phinehas, each has the word that sounds more like it.
    const score = near / (1 + away)
    if (score > (best?.score ?? 0)) best = { stem, word, score }
  }
  if (!best) return undefined
  const { stem, word } = best
  const keys = new Set(formKeys(word))
  return {
    word,
    in: (own) => own.find((one) => stemIn(one.word, 'ar') === stem || formKeys(one.word.folded).some((key) => keys.has(key))),
    isLike: (one) => areSpellings(one, word),
  }
}
