/** Pins in order, and the place on the other side of a bead that has one side only. */

import type { Pin, Span } from '../model/alignment.ts'
import type { Decision } from '../model/decisions.ts'
import { counterpartOf, type Bilingual, type Language } from '../model/language.ts'
import { likeness } from './likeness.ts'
import { lowerBound, type Occurrences } from './occurrences.ts'

/** Segments, to either side of where it is expected, among which a changed text around is looked for. Own choice. */
const reach = 10

/** Likeness from which a text counts as another's later form where it stands in its place. Own choice. */
const alike = 0.5

/** The pins found so far; each new one goes between two of them. */
export class Gaps {
  /** In order on both sides. */
  readonly pins: Pin[]
  readonly #sides: Bilingual<Occurrences>
  readonly #streams: readonly Bilingual<Span>[]

  constructor(pins: Pin[], sides: Bilingual<Occurrences>, streams: readonly Bilingual<Span>[]) {
    this.pins = pins
    this.#sides = sides
    this.#streams = streams
  }

  /** Puts in a run of one side, with its place on the other; undefined where no place can be told or none is free. */
  place(run: Span, language: Language, { around }: Decision): Pin | undefined {
    const other = counterpartOf(language)
    const index = this.#indexAfter(run, language)
    const [before, after] = [this.pins[index - 1], this.pins[index]]
    if ((before && before[language].to > run.from) || (after && after[language].from < run.to)) return undefined
    const stream = this.#streams.find((one) => run.from >= one[language].from && run.to <= one[language].to)
    if (!stream) return undefined
    const gap = { from: Math.max(stream[other].from, before?.[other].to ?? 0), to: Math.min(stream[other].to, after?.[other].from ?? Infinity) }
    const own = { from: Math.max(stream[language].from, before?.[language].to ?? 0), to: Math.min(stream[language].to, after?.[language].from ?? Infinity) }
    if (gap.from > gap.to) return undefined
    const expected = gap.from + Math.round(((run.from - own.from) / Math.max(1, own.to - own.from)) * (gap.to - gap.from))
    const at = this.#placeIn(gap, other, around[other], expected) ?? besides(run, own, gap)
    if (at === undefined) return undefined
    const empty = { from: at, to: at }
    const pin: Pin = language === 'en' ? { en: run, ar: empty } : { en: empty, ar: run }
    this.pins.splice(index, 0, pin)
    return pin
  }

  /** Index of the first pin that does not end before the run does. */
  #indexAfter(run: Span, language: Language): number {
    let [low, high] = [0, this.pins.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.pins[middle]?.[language].to ?? 0) <= run.from) low = middle + 1
      else high = middle
    }
    return low
  }

  /** A boundary in the gap, by what stood around it; where that is gone, by what is like it. */
  #placeIn(gap: Span, language: Language, { before, after }: { before: string; after: string }, expected: number): number | undefined {
    const side = this.#sides[language]
    if (gap.from === gap.to) return gap.from
    const exact = [...within(side.of(before), gap.from - 1, gap.to - 1).map((index) => index + 1), ...within(side.of(after), gap.from, gap.to)]
    const score = (at: number) => side.hits({ from: at, to: at }, { before, after }) - Math.abs(at - expected) / 1e6
    if (exact.length > 0) return exact.reduce((best, at) => (score(at) > score(best) ? at : best))
    const like = (at: number) => Math.max(likeness(side.at(at - 1), before), likeness(side.at(at), after))
    const nearby = Array.from({ length: reach * 2 + 1 }, (_, index) => expected + index - reach).filter((at) => at >= gap.from && at <= gap.to)
    const best = nearby.reduce((found, at) => (like(at) > like(found) ? at : found), expected)
    return like(best) >= alike || gap.to - gap.from === 1 ? best : undefined
  }
}

/** Right beside a pin on its own side, it is beside it on the other too. */
const besides = (run: Span, own: Span, gap: Span): number | undefined =>
  (run.from === own.from ? gap.from : run.to === own.to ? gap.to : undefined)

/** Of ascending numbers those from one to another, both among them. */
const within = (ascending: readonly number[], from: number, to: number): readonly number[] =>
  ascending.slice(lowerBound(ascending, from), lowerBound(ascending, to + 1))
