/** Sentences that a file parts inside: texts of consecutive units that, joined, say consecutive sentences with other ends. */

import { append } from '../model/append.ts'
import type { Cut } from '../model/decisions.ts'
import { languages, type Language } from '../model/language.ts'
import type { Message } from '../model/message.ts'
import { isCuttable } from '../segment/cuts.ts'
import type { Current } from './current.ts'
import { folded } from './fold.ts'
import { plainOf } from './run.ts'
import type { ReadUnit } from './read/unit.ts'
import { placedIn, quoted } from './told.ts'

export interface Parted {
  /** In the order in which they are to be made. */
  readonly cuts: readonly Cut[]
  /** All that were given but those whose pieces cannot be sentences; parts of a bead no longer bear its name. */
  readonly units: readonly ReadUnit[]
  /** One for each place at which no sentence may end. */
  readonly messages: readonly Message[]
}

/** Where a unit ends inside a sentence: how many of its letters, folded, stand before. */
interface Inside {
  readonly segment: number
  readonly letters: number
}

/** Units, by index, whose texts go from the beginning of a sentence to the end of one, parting at least one inside. */
interface Walk {
  readonly units: readonly number[]
  readonly ends: readonly Inside[]
}

/**
 * The cuts with which every unit of the file holds whole sentences.
 *
 * Looks at nothing but units whose texts stand nowhere as whole sentences; of what follows each, only as far as the letters are the same.
 */
export function partedSentences(units: readonly ReadUnit[], current: Current): Parted {
  const cuts: Cut[] = []
  const messages: Message[] = []
  const [renamed, refused] = [new Set<number>(), new Set<number>()]
  for (const language of languages) {
    for (const { units: own, ends } of walksIn(units, language, current)) {
      const made = cutsAt(ends, language, current)
      for (const index of own) (made ? renamed : refused).add(index)
      if (made) append(cuts, made)
      else messages.push(refusal(units[own[0] ?? 0], language, ends, current))
    }
  }
  const left = units.flatMap((unit, index) => (refused.has(index) ? [] : [renamed.has(index) ? { ...unit, id: undefined, isPiece: true as const } : unit]))
  return { cuts: withoutRepeats(cuts), units: left, messages }
}

function walksIn(units: readonly ReadUnit[], language: Language, current: Current): Walk[] {
  const sides = units.flatMap((unit, index) => {
    const plain = plainOf(unit[language] ?? [])
    const text = folded(plain)
    return text === '' ? [] : [{ index, text, isWhole: current.find(language, plain).length > 0 }]
  })
  if (sides.every(({ isWhole }) => isWhole)) return []
  const sentences = current.segments[language].map(({ text }) => folded(text))
  const starting = startsOf(sentences)
  const walks: Walk[] = []
  for (let at = 0; at < sides.length; at++) {
    // A first piece may by chance be a sentence somewhere else.
    if (sides[at]?.isWhole && (sides[at + 1]?.isWhole ?? true)) continue
    const walk = (from: number) => walkFrom({ sides, at }, { sentences, streams: current.streams[language], from })
    const found = starting(sides[at]?.text ?? '').map(walk).find((one) => one !== undefined)
    if (!found) continue
    walks.push(found)
    at += found.units.length - 1
  }
  return walks
}

/** Letters by which sentences are looked up: of texts that have so many, and of shorter ones. Own choices. */
const prefix = { long: 12, short: 2 }

function startsOf(sentences: readonly string[]): (text: string) => readonly number[] {
  const [long, short] = [byPrefix(sentences, prefix.long), byPrefix(sentences, prefix.short)]
  // A short sentence is its own key, and may be the beginning of a text.
  const found = (starts: ReadonlyMap<string, readonly number[]>, text: string, most: number) =>
    Array.from({ length: most }, (_, at) => starts.get(text.slice(0, most - at)) ?? []).flat()
  return (text) => (text.length < prefix.long ? found(short, text, prefix.short) : found(long, text, prefix.long))
}

function byPrefix(sentences: readonly string[], letters: number): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>()
  for (const [index, sentence] of sentences.entries()) {
    const key = sentence.slice(0, letters)
    const known = starts.get(key)
    if (known) known.push(index)
    else if (key !== '') starts.set(key, [index])
  }
  return starts
}

interface Side {
  /** Of the unit. */
  readonly index: number
  /** Folded, not empty. */
  readonly text: string
}

interface Sentences {
  readonly sentences: readonly string[]
  readonly streams: readonly string[]
  readonly from: number
}

/** Letter by letter until a unit and a sentence end together; undefined where they differ before that, or no sentence was parted. */
function walkFrom({ sides, at: first }: { readonly sides: readonly Side[]; readonly at: number }, { sentences, streams, from }: Sentences): Walk | undefined {
  const ends: Inside[] = []
  const units: number[] = []
  let [segment, letters] = [from, 0]
  for (let count = first; count < sides.length; count++) {
    const { index, text } = sides[count] as Side
    for (let at = 0; at < text.length;) {
      const sentence = sentences[segment]
      if (sentence === undefined || streams[segment] !== streams[from]) return undefined
      const length = Math.min(text.length - at, sentence.length - letters)
      if (!text.startsWith(sentence.slice(letters, letters + length), at)) return undefined
      ;[at, letters] = [at + length, letters + length]
      if (letters === sentence.length) [segment, letters] = [segment + 1, 0]
    }
    units.push(index)
    if (letters === 0) return ends.length > 0 ? { units, ends } : undefined
    ends.push({ segment, letters })
  }
  return undefined
}

/** Undefined where no sentence may end at one of the places. */
function cutsAt(ends: readonly Inside[], language: Language, { segments }: Current): Cut[] | undefined {
  const cuts: Cut[] = []
  let before: { readonly segment: number; readonly from: number } = { segment: -1, from: 0 }
  for (const { segment, letters } of ends) {
    const { text = '', kind = 'code' } = segments[language][segment] ?? {}
    const from = before.segment === segment ? before.from : 0
    const at = offsetAfter(letters, text)
    if (!isCuttable(kind, text, at)) return undefined
    cuts.push({ kind: 'cut', language, before: text.slice(from, at).trim(), after: text.slice(at).trim() })
    before = { segment, from: at }
  }
  return cuts
}

/** The last place before which so many folded letters stand, marks on the last one and white space included. */
function offsetAfter(letters: number, text: string): number {
  const wanted = folded(text).slice(0, letters)
  let last = 0
  for (let at = 0; at <= text.length; at++) {
    const own = folded(text.slice(0, at))
    if (own === wanted) last = at
    else if (own.length > letters) break
  }
  return last
}

function refusal(unit: ReadUnit | undefined, language: Language, ends: readonly Inside[], current: Current): Message {
  const segment = ends[0]?.segment ?? 0
  const { place, ...where } = placedIn(current, language, { from: segment, to: segment + 1 })
  const text = quoted(current.segments[language][segment]?.text ?? '')
  return { rule: 'exchange/not-parted', severity: 'warning', ...where, ...(unit && { place: unit.place }), ...(place && { counterpart: place }), values: { text } }
}

/** Those at which no sentence ends, though the book was read with them, such as in words that markup holds together; `current` is the book so read. */
export function idleCuts(cuts: readonly Cut[], { segments }: Current): Cut[] {
  const isMade = ({ language, before, after }: Cut) => segments[language].some(({ text }, index) => {
    const next = segments[language][index + 1]
    return next !== undefined && before.endsWith(text) && after.startsWith(next.text)
  })
  return cuts.filter((cut) => !isMade(cut))
}

export const idleMessage = ({ language, before, after }: Cut): Message => ({ rule: 'exchange/cut-idle', severity: 'warning', language, values: { before: quoted(before), after: quoted(after) } })

const withoutRepeats = (cuts: readonly Cut[]): Cut[] => [...new Map(cuts.map((cut) => [JSON.stringify(cut), cut])).values()]
