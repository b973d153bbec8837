/** What a text has become: the segment most like it, near where it was expected before elsewhere. */

import type { Span } from '../model/alignment.ts'
import type { Decision } from '../model/decisions.ts'
import { languages, type Bilingual, type Language } from '../model/language.ts'
import { likeness, wordsIn } from './likeness.ts'
import { lowerBound, type Occurrences } from './occurrences.ts'

/** Likeness from which a text counts as another's later form: anywhere, and where it is expected. Own choices. */
const least = { anywhere: 0.5, expected: 0.36 }

/** Segments on either side of the expected place that are looked at. Own choice. */
const reach = 4

/** Words by which texts are looked up, the rarest first, and places of a word beyond which it tells nothing. Own choices. */
const most = { words: 6, places: 40 }

/** Where a side's free segments, those of no kept decision, hold which words. */
export class Successors {
  readonly #side: Occurrences
  readonly #isFree: (index: number) => boolean
  readonly #words = new Map<string, number[]>()

  constructor(side: Occurrences, isFree: (index: number) => boolean) {
    this.#side = side
    this.#isFree = isFree
    for (const [index, text] of side.texts.entries()) {
      if (!isFree(index)) continue
      for (const word of new Set(wordsIn(text))) {
        const places = this.#words.get(word)
        if (places) places.push(index)
        else this.#words.set(word, [index])
      }
    }
  }

  /** Where the texts of a decision went on this side: its run as it stands, or from the first to the last of what they became. */
  of({ texts, around }: Decision, language: Language, expected: number): Span | undefined {
    const own = texts[language]
    if (own.length === 0) return undefined
    const run = this.#run(own, around[language], expected)
    if (run) return run
    const first = this.#like(own[0] ?? '', expected)
    const last = own.length > 1 ? this.#like(own.at(-1) ?? '', first ?? expected) : first
    const known = [first, last].filter((at) => at !== undefined)
    if (known.length > 0) return withinReach(Math.min(...known), Math.max(...known), own.length)
    return this.#between(around[language])
  }

  /** Of runs that stand free that which most speaks for, then the nearest. */
  #run(own: readonly string[], around: { before: string; after: string }, expected: number): Span | undefined {
    const free = this.#side.runs(own, around, expected).map((from) => ({ from, to: from + own.length })).filter((run) => own.every((_, index) => this.#isFree(run.from + index)))
    const value = (run: Span) => this.#side.support(run, around) - Math.abs(run.from - expected) / 1e6
    return free.reduce<Span | undefined>((best, run) => (best && value(best) >= value(run) ? best : run), undefined)
  }

  #like(text: string, expected: number): number | undefined {
    const close = (index: number) => Math.abs(index - expected) <= reach
    const nearby = Array.from({ length: reach * 2 + 1 }, (_, index) => Math.round(expected) + index - reach).filter((index) => index >= 0 && index < this.#side.texts.length && this.#isFree(index))
    const scored = [...new Set([...nearby, ...this.#sharing(text, expected)])].map((index) =>
      ({ index, like: likeness(text, this.#side.at(index)), value: likeness(text, this.#side.at(index)) - Math.min(1, Math.abs(index - expected) / 1000) / 10 }))
    const enough = scored.filter(({ index, like }) => like >= (close(index) ? least.expected : least.anywhere))
    return enough.length === 0 ? undefined : enough.reduce((best, one) => (one.value > best.value ? one : best)).index
  }

  /** Free segments with which the text shares its rarest words. */
  #sharing(text: string, expected: number): number[] {
    const rarest = [...new Set(wordsIn(text))].map((word) => this.#words.get(word) ?? []).filter(({ length }) => length > 0)
      .sort((one, other) => one.length - other.length).slice(0, most.words)
    return rarest.flatMap((places) => {
      const at = lowerBound(places, expected)
      return places.slice(Math.max(0, at - most.places / 2), at + most.places / 2)
    })
  }

  /** What stands free between the two texts that stood around. */
  #between({ before, after }: { before: string; after: string }): Span | undefined {
    for (const index of this.#side.of(before)) {
      for (let to = index + 2; to <= index + reach && this.#isFree(to - 1); to++) {
        if (this.#side.at(to) === after) return { from: index + 1, to }
      }
    }
    return undefined
  }
}

/** Two ends that lie far apart are no run: the first then stands for it. */
const withinReach = (first: number, last: number, length: number): Span =>
  (last - first <= length + reach ? { from: first, to: last + 1 } : { from: first, to: first + 1 })

/** Where each decision is expected on a side: as far after the one kept before it as it was. */
export function expectedPlaces(count: number, kept: readonly { readonly decision: number; readonly at: Bilingual<Span> }[]): Bilingual<readonly number[]> {
  const places = { en: new Array<number>(count).fill(0), ar: new Array<number>(count).fill(0) }
  const byDecision = new Map(kept.map(({ decision, at }) => [decision, at]))
  for (const language of languages) {
    let at = 0
    for (let decision = 0; decision < count; decision++) {
      const own = byDecision.get(decision)
      places[language][decision] = own ? own[language].from : at++
      if (own) at = own[language].to
    }
  }
  return places
}
