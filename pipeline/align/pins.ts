/** Pins: beads and boundaries fixed by hand, which the program runs between. */

import { lengthOf, type Bead, type Pin, type Span } from '../model/alignment.ts'
import { append } from '../model/append.ts'
import { languages, type Bilingual } from '../model/language.ts'
import type { Message } from '../model/message.ts'

/** A pair of boundaries: before these segments. */
type Corner = Bilingual<number>

export interface SettledPins {
  /** In order; none crosses another. */
  readonly pins: readonly Pin[]
  /** An error for each pin that lies outside or crosses one given before it; such a pin is dropped. */
  readonly messages: readonly Message[]
}

/** `sizes` are the segments of each side. */
export function settledPins(given: readonly Pin[], sizes: Bilingual<number>): SettledPins {
  const pins: Pin[] = []
  const messages: Message[] = []
  for (const pin of given) {
    if (!isInside(pin.en, sizes.en) || !isInside(pin.ar, sizes.ar)) {
      messages.push(outside(pin, sizes))
      continue
    }
    const last = pins.at(-1)
    // Most come in order.
    const index = !last || isBefore(last, pin) ? pins.length : firstOf(pins, (other) => !isBefore(other, pin))
    const [before, after] = [pins[index - 1], pins[index]]
    if (before && isSame(before, pin) || after && isSame(after, pin)) continue
    if (after && !isBefore(pin, after)) messages.push({ rule: 'align/pins-cross', severity: 'error', values: { pin: written(pin), other: written(after) } })
    else pins.splice(index, 0, pin)
  }
  return { pins, messages }
}

/** Index of the first of a list for which something holds, where it holds for all after it too. */
function firstOf<T>(list: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

const isInside = ({ from, to }: Span, size: number): boolean => Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= size

const isBefore = (one: Pin, other: Pin): boolean => one.en.to <= other.en.from && one.ar.to <= other.ar.from

const isSame = (one: Pin, other: Pin): boolean =>
  one.en.from === other.en.from && one.en.to === other.en.to && one.ar.from === other.ar.from && one.ar.to === other.ar.to

/** A pin of segments outside the texts, or on one side in the running text and on the other in a note. */
export const outside = (pin: Pin, sizes: Bilingual<number>): Message =>
  ({ rule: 'align/pin-outside', severity: 'error', values: { pin: written(pin), en: sizes.en, ar: sizes.ar } })

/** `12:14` for a boundary, `12-13:14-14` for a bead; segments are counted from 1. */
const written = (pin: Pin): string => {
  const isBoundary = languages.every((language) => lengthOf(pin[language]) === 0)
  return languages.map((language) => (isBoundary ? pin[language].from + 1 : `${pin[language].from + 1}-${pin[language].to}`)).join(':')
}

/** Segments to either side of a pin that are aligned anew, where the program did not agree with it. Own choice. */
const reach = 30

/**
 * Beads that keep to the pins. `between` aligns the segments from one corner to another; of `free`, the beads without pins,
 * everything stays that is not near a pin with which it disagrees.
 */
export function pinned(free: readonly Bead[], pins: readonly Pin[], between: (from: Corner, to: Corner) => readonly Bead[]): readonly Bead[] {
  if (pins.length === 0) return free
  const end = cornerAt(free.at(-1), 'to')
  const corners = [...free.map((bead) => cornerAt(bead, 'from')), end]
  const beads: Bead[] = []
  let from: Corner = { en: 0, ar: 0 }
  for (const pin of [...pins, boundary(end)]) {
    const to = cornerAt(pin, 'from')
    // Between two pins that touch, as where all is decided, there is nothing.
    const [first, last] = from.en === to.en && from.ar === to.ar ? [1, 0] : kept(corners, from, to)
    if (first <= last) append(beads, between(from, corners[first] ?? from), free.slice(first, last), between(corners[last] ?? to, to))
    else if (from.en < to.en || from.ar < to.ar) append(beads, between(from, to))
    if (lengthOf(pin.en) + lengthOf(pin.ar) > 0) beads.push({ ...pin, score: 1 })
    from = cornerAt(pin, 'to')
  }
  return beads
}

/** Indices of the program's own corners between which its beads stay: the pins' own where it agrees, else the nearest out of reach. */
function kept(corners: readonly Corner[], from: Corner, to: Corner): readonly [number, number] {
  const isAtLeast = (corner: Corner, least: Corner, more: number) => languages.every((language) => corner[language] >= least[language] + more)
  const at = (corner: Corner): number | undefined => {
    const index = firstOf(corners, (one) => isAtLeast(one, corner, 0))
    return languages.every((language) => corners[index]?.[language] === corner[language]) ? index : undefined
  }
  const isOver = (corner: Corner) => !languages.every((language) => corner[language] <= to[language] - reach)
  return [at(from) ?? firstOf(corners, (corner) => isAtLeast(corner, from, reach)), at(to) ?? firstOf(corners, isOver) - 1]
}

const cornerAt = (pin: Pin | undefined, edge: 'from' | 'to'): Corner => ({ en: pin?.en[edge] ?? 0, ar: pin?.ar[edge] ?? 0 })

/** The pin that fixes no bead, only where beads end. */
const boundary = ({ en, ar }: Corner): Pin => ({ en: { from: en, to: en }, ar: { from: ar, to: ar } })
