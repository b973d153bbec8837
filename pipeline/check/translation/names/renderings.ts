/** The Arabic words that render an English name, bead by bead. */

import { kept } from '../memo.ts'
import type { BookReading } from '../reading.ts'
import { stemIn, wordsIn } from '../words.ts'
import type { NamedBead, PlacedWord } from './index.ts'
import { areSpellings, bareForms, formKeys, mayRender, soundDistance, soundingLike, spellingDistance } from './spellings.ts'

/** An Arabic word of a bead, which may render a name. */
interface Candidate extends PlacedWord {
  readonly stem: string
}

/** Arabic words by bead: a bead of several names is read once. */
export type CandidatesIn = (bead: number) => readonly Candidate[]

export function candidatesOf(book: BookReading): CandidatesIn {
  const known: Candidate[][] = []
  return (bead) => (known[bead] ??= book.bead(bead).ar.flatMap((at) => wordsIn(at.segment.text, 'ar').map((word) => ({ at, word, stem: stemIn(word, 'ar') }))))
}

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
export function renderingsOf(name: string, beads: readonly NamedBead[], book: BookReading, candidatesIn: CandidatesIn): Rendering[] {
  const usual = usualOf(name, beads.map(({ bead }) => candidatesIn(bead)), book)
  const sounds = soundingLike(name)
  const found = beads.flatMap((named): Rendering[] => {
    const own = candidatesIn(named.bead)
    const ar = usual?.in(own) ?? nearest(own.filter(({ word }) => sounds(word.folded) || usual?.isLike(word.folded)), usual?.word)
    return ar ? [{ ...named, ar }] : []
  })
  return faithful(found, book)
}

/** The only word of its stem among them, or the one that is nearer to the usual spelling than any other. */
function nearest(words: readonly Candidate[], usual: string | undefined): Candidate | undefined {
  if (words.length < 2) return words[0]
  const byStem = [...new Map(words.map((one) => [one.stem, one])).values()]
  if (byStem.length < 2) return words[0]
  if (usual === undefined) return undefined
  const [first, second] = byStem.map((one) => ({ one, away: spellingDistance(one.word.folded, usual) })).sort((left, right) => left.away - right.away)
  return first && second && first.away < second.away ? first.one : undefined
}

/** Those whose word, without what is joined to it, stands in beads of the name as often as not. A name has few words, so each is counted and judged once. */
function faithful(found: readonly Rendering[], book: BookReading): Rendering[] {
  const times = new Map<string, number>()
  for (const { ar: { word: { folded: word } } } of found) times.set(word, (times.get(word) ?? 0) + 1)
  const own = new Map<string, number>()
  for (const [word, count] of times) for (const form of bareForms(word)) own.set(form, (own.get(form) ?? 0) + count)
  const all = book.formCounts()
  const isFaithful = new Set([...times.keys()].filter((word) => {
    const counts = bareForms(word).map((form) => ({ own: own.get(form) ?? 0, all: all.get(form) ?? 0 }))
    // The form that most renderings share is the bare one; of forms that tell no more, the commoner word is.
    const [form] = counts.sort((one, other) => other.own - one.own || other.all - one.all)
    return form !== undefined && form.own >= leastFaithful * form.all
  }))
  return found.filter(({ ar }) => isFaithful.has(ar.word.folded))
}

interface Usual {
  readonly word: string
  in(words: readonly Candidate[]): Candidate | undefined
  isLike(word: string): boolean
}

/**
 * Beads that tell which word goes with a name; how closely it must, twice its beads by what both have; and how much more closely
 * for each consonant that they do not share. Our own choice.
 */
const bound = { beads: 3, near: 0.45, consonant: 0.15 }

/** The word that goes with the name in most of its beads and may render it by its sound. */
function usualOf(name: string, words: readonly (readonly Candidate[])[], book: BookReading): Usual | undefined {
  if (words.length < bound.beads) return undefined
  const all = book.stemCounts()
  let best: { stem: string; word: string; score: number } | undefined
  for (const [stem, { beads, word }] of companyOf(words)) {
    const near = (2 * beads) / (words.length + (all.get(stem) ?? 0))
    // Few words pass this bound, and it is soon asked.
    if (near < bound.near || !mayRender(word, name)) continue
    const away = soundDistance(word, name)
    // Of two names that keep company, such as Hophni and Phinehas, each has the word that sounds more like it.
    const score = near / (1 + away)
    if (near >= bound.near + bound.consonant * away && score > (best?.score ?? 0)) best = { stem, word, score }
  }
  return best && asUsual(best)
}

interface Company {
  /** In how many of the beads the stem stands. */
  beads: number
  /** The last word of it in the first of these. */
  word: string
  last: number
}

/** The stems that stand in the beads of a name. */
function companyOf(words: readonly (readonly Candidate[])[]): ReadonlyMap<string, Company> {
  const counts = new Map<string, Company>()
  for (const [bead, own] of words.entries()) for (const { stem, word: { folded: word } } of own) {
    const count = counts.get(stem)
    if (!count) counts.set(stem, { beads: 1, word, last: bead })
    else if (count.last !== bead) [count.beads, count.last] = [count.beads + 1, bead]
    else if (count.beads === 1) count.word = word
  }
  return counts
}

function asUsual({ stem, word }: { readonly stem: string; readonly word: string }): Usual {
  const keys = new Set(formKeys(word))
  const isForm = kept((one) => formKeys(one).some((key) => keys.has(key)))
  return {
    word,
    in: (own) => own.find((one) => one.stem === stem || isForm(one.word.folded)),
    isLike: kept((one) => areSpellings(one, word)),
  }
}
