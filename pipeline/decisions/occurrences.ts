/** Where texts stand on one side: runs of whole segments, and those nearest to where they are expected. */

import type { Span } from '../model/alignment.ts'

/** What stands before and after, empty at an end. */
interface Around {
  readonly before: string
  readonly after: string
}

/** Of a text that stands in more places than this, only the likeliest are looked at, so that time stays linear. Own choice. */
const few = 8

/** Places of each kind that are looked at then: to find where something is, and whether it may be elsewhere. Own choices. */
const nearest = 2
const many = 32

export class Occurrences {
  readonly texts: readonly string[]
  readonly #alone = new Map<string, number[]>()
  /** Of those that stand often, with the text after it, and with the one before it. */
  readonly #followed = new Map<string, number[]>()
  readonly #preceded = new Map<string, number[]>()

  constructor(texts: readonly string[]) {
    this.texts = texts
    for (const [index, text] of texts.entries()) add(this.#alone, text, index)
    for (const [text, places] of this.#alone) {
      if (places.length <= few) continue
      for (const index of places) {
        add(this.#preceded, pair(this.at(index - 1), text), index)
        add(this.#followed, pair(text, this.at(index + 1)), index)
      }
    }
  }

  at(index: number): string {
    return this.texts[index] ?? ''
  }

  /** Indices at which this text stands, ascending. */
  of(text: string): readonly number[] {
    return this.#alone.get(text) ?? []
  }

  /** Starts of the runs of these texts, ascending; of very many those that stand as `around` says, and those next to `expected`. */
  runs(texts: readonly string[], around: Around, expected: number | undefined): readonly number[] {
    const [first = '', last = ''] = [texts[0], texts.at(-1)]
    const all = this.of(first)
    const starts = all.length <= few ? all : [...new Set([
      ...near(this.#preceded.get(pair(around.before, first)) ?? [], expected),
      ...near(this.#followed.get(pair(last, around.after)) ?? [], expected).map((index) => index - texts.length + 1),
      ...near(all, expected),
    ])].sort((one, other) => one - other)
    return starts.filter((start) => texts.every((text, index) => this.texts[start + index] === text))
  }

  /** Starts of runs of these texts beside which one of the texts around stands; of very many some. */
  supported(texts: readonly string[], around: Around): readonly number[] {
    const [first = '', last = ''] = [texts[0], texts.at(-1)]
    const all = this.of(first)
    const starts = all.length <= few ? all : [
      ...this.#preceded.get(pair(around.before, first))?.slice(0, many) ?? [],
      ...(this.#followed.get(pair(last, around.after))?.slice(0, many) ?? []).map((index) => index - texts.length + 1),
    ]
    return starts.filter((from) => texts.every((text, index) => this.texts[from + index] === text) && this.hits({ from, to: from + texts.length }, around) > 0)
  }

  /** How many of the two texts around a run stand there, 0 to 2. */
  hits({ from, to }: Span, { before, after }: Around): number {
    return Number(this.at(from - 1) === before) + Number(this.at(to) === after)
  }

  /** How surely a run that stands in several places is the one meant, 0 to 2.25. */
  support({ from, to }: Span, { before, after }: Around): number {
    return (this.at(from - 1) === before ? worth(before, 1) : 0) + (this.at(to) === after ? worth(after, follows) : 0)
  }
}

/** What follows tells more than what went before: a heading that comes again belongs to what it heads. Own choice. */
const follows = 1.25

/** An end of the book says less than a text, for whatever comes first or last now stands there. Own choice. */
const worth = (text: string, full: number): number => (text === '' ? 0.5 : full)

const pair = (one: string, other: string): string => `${one}\u0000${other}`

function add(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key)
  if (list) list.push(index)
  else map.set(key, [index])
}

/** The few that lie next to `expected`, or the first. */
export function near(places: readonly number[], expected = -1): readonly number[] {
  const at = lowerBound(places, expected)
  return places.slice(Math.max(0, at - nearest), at + nearest)
}

/** Index of the first that is not less. */
export function lowerBound(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
