/** Of decisions that were kept those that may well be meant for another place. */

import type { Span } from '../model/alignment.ts'
import type { Decision } from '../model/decisions.ts'
import { bilingual, languages, type Bilingual, type Language } from '../model/language.ts'
import { wordsIn } from './likeness.ts'
import type { Kept } from './match.ts'
import type { Occurrences } from './occurrences.ts'
import { Taken } from './taken.ts'

/** Words up to which a text says too little to be known by itself: a heading, “he said”. Own choice. */
const few = 2

/**
 * Three kinds, all of which lost a neighbour: those whose texts stand, free, as likely elsewhere; those that changed places with
 * their equals, and these; and those that lost both neighbours, where the texts alone don't tell.
 *
 * In a book that nobody has changed there are none.
 */
export function unsureOf(beads: readonly Decision[], kept: readonly Kept[], sides: Bilingual<Occurrences>): Set<Kept> {
  const doubt = new Doubt(beads, kept, sides)
  return new Set(kept.flatMap((one) => languages.flatMap((language) => doubt.about(one, language))))
}

class Doubt {
  readonly #beads: readonly Decision[]
  readonly #sides: Bilingual<Occurrences>
  readonly #taken: Bilingual<Taken>
  readonly #starting: Bilingual<ReadonlyMap<number, Kept>>
  readonly #decided: Bilingual<ReadonlyMap<string, number>>

  constructor(beads: readonly Decision[], kept: readonly Kept[], sides: Bilingual<Occurrences>) {
    this.#beads = beads
    this.#sides = sides
    this.#taken = bilingual((language) => new Taken(kept.map(({ at }) => at[language])))
    this.#starting = bilingual((language) => new Map(kept.filter(({ at }) => at[language].to > at[language].from).map((one) => [one.at[language].from, one])))
    this.#decided = bilingual((language) => counted(beads.map(({ texts }) => texts[language][0] ?? '')))
  }

  /** This one or none, and equals that may have been taken for it. */
  about(one: Kept, language: Language): Kept[] {
    const { texts: { [language]: texts }, around: { [language]: around } } = this.#beads[one.decision] as Decision
    const [side, at] = [this.#sides[language], one.at[language]]
    const hits = texts.length === 0 ? 2 : side.hits(at, around)
    if (hits === 2) return []
    const elsewhere = [...side.supported(texts, around), ...this.#beside(texts, at, language)].filter((from) => from !== at.from)
    const swapped = elsewhere.flatMap((from) => this.#swapped(one, this.#starting[language].get(from), language))
    const isFree = elsewhere.some((from) => !this.#taken[language].holds({ from, to: from + texts.length }))
    return isFree || swapped.length > 0 || (hits === 0 && !this.#tells(texts, language)) ? [one, ...swapped] : []
  }

  /** Equals right before and after, which nothing around tells apart. */
  #beside(texts: readonly string[], { from, to }: Span, language: Language): number[] {
    return [from - texts.length, to].filter((start) => texts.every((text, index) => start >= 0 && this.#sides[language].texts[start + index] === text))
  }

  /** The other where they stand in another order than they were kept in. */
  #swapped(one: Kept, other: Kept | undefined, language: Language): Kept[] {
    return other && (one.decision < other.decision) !== (one.at[language].from < other.at[language].from) ? [other] : []
  }

  /** Whether the texts are known by themselves: long enough, and said once, in the decisions and in the book. */
  #tells(texts: readonly string[], language: Language): boolean {
    const [first = ''] = texts
    const isOnce = this.#sides[language].of(first).length === 1 && this.#decided[language].get(first) === 1
    return isOnce && (texts.length > 1 || wordsIn(first).length > few)
  }
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}
