/** Pairs that a file states, freed of contradictions: no sentence in two, none across another. */

import { lengthOf, type Span } from '../model/alignment.ts'
import { languages, type Bilingual } from '../model/language.ts'
import type { Message, Place } from '../model/message.ts'
import { isSameBead, type Current } from './current.ts'
import { placedIn } from './told.ts'

export interface Wanted {
  readonly spans: Bilingual<Span>
  /** Of the unit, in its file. */
  readonly place: Place
  /** Whether it changes the book; else it only says what is there. */
  readonly isNew: boolean
}

export interface Settled {
  /** In the order of the book. */
  readonly kept: readonly Wanted[]
  readonly messages: readonly Message[]
}

/** Of pairs that share a sentence the first in the file holds; of pairs that cross, as many as can be. n log n. */
export function settled(wanted: readonly Wanted[], current: Current): Settled {
  const { alone, shared } = parted(withoutRepeats(wanted))
  const ordered = [...alone].sort((one, other) => sumOf(one.spans.en) - sumOf(other.spans.en) || sumOf(one.spans.ar) - sumOf(other.spans.ar))
  // One that stands as the book is aligned counts twice.
  const counted = ordered.flatMap((one) => (isInBook(one, current) ? [one, one] : [one]))
  const kept = [...new Set(longestChain(counted.map(({ spans }) => sumOf(spans.ar))).flatMap((index) => counted[index] ?? []))]
  const isKept = new Set(kept)
  const crossing = ordered.filter((one) => !isKept.has(one))
  const tell = (rule: string) => ({ spans, place }: Wanted): Message => ({ rule, severity: 'warning', place, ...counterpartIn(current, spans) })
  return { kept, messages: [...shared.map(tell('exchange/shared')), ...crossing.map(tell('exchange/crosses'))] }
}

function counterpartIn(current: Current, spans: Bilingual<Span>): Pick<Message, 'counterpart'> {
  const language = languages.find((one) => lengthOf(spans[one]) > 0) ?? 'en'
  const { place } = placedIn(current, language, spans[language])
  return place ? { counterpart: place } : {}
}

function isInBook({ spans }: Wanted, { beads, holding }: Current): boolean {
  const bead = beads[holding('en', spans.en.from)]
  return bead !== undefined && isSameBead(bead, spans)
}

/** Twice the middle: an empty run stands before a full one that begins where it lies. */
const sumOf = ({ from, to }: Span): number => from + to

/** What is stated twice is stated once; that it is new, in either. */
function withoutRepeats(wanted: readonly Wanted[]): Wanted[] {
  const unique = new Map<string, Wanted>()
  for (const one of wanted) {
    const key = languages.map((language) => `${one.spans[language].from}-${one.spans[language].to}`).join(':')
    const before = unique.get(key)
    if (!before) unique.set(key, one)
    else if (one.isNew && !before.isNew) unique.set(key, { ...before, isNew: true })
  }
  return [...unique.values()]
}

function parted(wanted: readonly Wanted[]): { alone: readonly Wanted[]; shared: readonly Wanted[] } {
  const taken = { en: new Set<number>(), ar: new Set<number>() }
  const alone: Wanted[] = []
  const shared: Wanted[] = []
  for (const one of wanted) {
    const indices = languages.map((language) => ({ language, own: Array.from({ length: lengthOf(one.spans[language]) }, (_, at) => one.spans[language].from + at) }))
    const isTaken = indices.some(({ language, own }) => own.some((index) => taken[language].has(index)))
    for (const { language, own } of indices) if (!isTaken) for (const index of own) taken[language].add(index)
    ;(isTaken ? shared : alone).push(one)
  }
  return { alone, shared }
}

/** Indices of a longest run of values, in order, none less than the one before it; patience sorting. */
function longestChain(values: readonly number[]): number[] {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, value] of values.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) <= value) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? ends[low - 1] : undefined
    ends[low] = index
  }
  const chain: number[] = []
  for (let index = ends.at(-1); index !== undefined; index = before[index]) chain.push(index)
  return chain.reverse()
}

/** Sentences of changed beads that no unit of the file holds any more. */
export function leftOver(kept: readonly Wanted[], current: Current): Message[] {
  return languages.flatMap((language) => {
    const held = new Set(kept.flatMap(({ spans }) => Array.from({ length: lengthOf(spans[language]) }, (_, at) => spans[language].from + at)))
    const changed = new Set(kept.filter(({ isNew }) => isNew).flatMap(({ spans }) => languages.flatMap((one) =>
      Array.from({ length: lengthOf(spans[one]) }, (_, at) => current.holding(one, spans[one].from + at)))))
    const left = [...changed].sort((one, other) => one - other).flatMap((index) => {
      const span = current.beads[index]?.[language] ?? { from: 0, to: 0 }
      return Array.from({ length: lengthOf(span) }, (_, at) => span.from + at).filter((at) => !held.has(at))
    })
    return left.map((at): Message => ({ rule: 'exchange/left-over', severity: 'warning', ...placedIn(current, language, { from: at, to: at + 1 }), values: { text: current.segments[language][at]?.text ?? '' } }))
  })
}
