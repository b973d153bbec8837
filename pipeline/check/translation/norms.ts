/** What is usual in this book: how long a translation is, which digits stand in it, how it ends its sentences, how much it vocalises. */

import type { Bead } from '../../model/alignment.ts'
import type { Bilingual } from '../../model/language.ts'
import type { Segment } from '../../model/manuscript.ts'
import { digitFamilies, type DigitFamily } from './digits.ts'
import { densityOf } from './density.ts'
import { endOf } from './ends.ts'
import { kept } from './memo.ts'
import { eachInSteps, type Steps } from './steps.ts'

/** Middle and spread of a sample, as outliers leave them: the median, and the median distance from it times 1.4826. */
export interface Spread {
  readonly middle: number
  readonly spread: number
  /** How many values it rests on. */
  readonly size: number
}

export interface Norms {
  /** Of ln(Arabic letters / English letters) over beads of at least `fewestLetters` on both sides. */
  readonly length: Spread
  /** Digits that most numbers of the Arabic are written in; undefined where it has none. */
  readonly digits: DigitFamily | undefined
  /** Share of the Arabic paragraphs' sentences, and of the English, that end in a stop. */
  readonly stops: Bilingual<number>
  /** Of tashkil marks to a letter, over Arabic segments long enough to tell. */
  readonly tashkil: Spread
  /** Faults that run through the book, as they were found when the whole of it was checked; none before. */
  readonly habits: ReadonlySet<string>
}

/** Shorter texts are of any proportion. */
export const fewestLetters = 20

/** Linear in the text. */
export function* normsOf(beads: readonly Bead[], segments: Bilingual<readonly Segment[]>): Steps<Norms> {
  const ratios = yield* mapped(beads, (bead) => ratioOf(bead, segments) ?? [])
  const digits = yield* usualDigits(segments.ar)
  const stops = { en: yield* stopsIn(segments.en), ar: yield* stopsIn(segments.ar) }
  const densities = yield* mapped(segments.ar, ({ text }) => densityOf(text) ?? [])
  return { length: spreadOf(ratios), digits, stops, tashkil: spreadOf(densities), habits: new Set() }
}

function* mapped<Item, Value>(items: readonly Item[], valueOf: (item: Item) => Value | readonly Value[]): Steps<Value[]> {
  const values: (Value | readonly Value[])[] = []
  yield* eachInSteps(items, (item) => values.push(valueOf(item)))
  return values.flat() as Value[]
}

export function spreadOf(values: readonly number[]): Spread {
  const middle = median(values)
  return { middle, spread: 1.4826 * median(values.map((value) => Math.abs(value - middle))), size: values.length }
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length === 0 ? 0 : sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

const lettersIn = (texts: readonly Segment[]): number => texts.reduce((sum, { text }) => sum + lengthOf(text), 0)

/** Letters without tashkil and tatweel, for a text may be vocalised here and there. */
export const lengthOf = kept((text): number => text.replaceAll(/[\u064B-\u065F\u0670\u0640\p{Cf}\s]+/gu, '').length)

function ratioOf({ en, ar }: Bead, segments: Bilingual<readonly Segment[]>): number | undefined {
  const letters = { en: lettersIn(segments.en.slice(en.from, en.to)), ar: lettersIn(segments.ar.slice(ar.from, ar.to)) }
  return letters.en < fewestLetters || letters.ar < fewestLetters ? undefined : Math.log(letters.ar / letters.en)
}

function* usualDigits(segments: readonly Segment[]): Steps<DigitFamily | undefined> {
  const counts = new Map<DigitFamily, number>()
  yield* eachInSteps(segments, ({ text, kind }) => {
    if (kind !== 'code') for (const { family } of digitFamilies(text)) counts.set(family, (counts.get(family) ?? 0) + 1)
  })
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}

function* stopsIn(segments: readonly Segment[]): Steps<number> {
  const prose = segments.filter(({ kind }) => kind === 'paragraph')
  let stopped = 0
  yield* eachInSteps(prose, ({ text }) => { if (endOf(text) !== 'none') stopped++ })
  return prose.length === 0 ? 0 : stopped / prose.length
}
