/** The free alignment of texts that have changed a little: everything far from the change stays as it was. */

import { align, type Free, type FreeStream } from '../../align/index.ts'
import { streamsOf } from '../../align/streams.ts'
import { type Bead, type Span } from '../../model/alignment.ts'
import { bilingual, languages, type Bilingual } from '../../model/language.ts'
import type { Manuscript, Segment } from '../../model/manuscript.ts'

/** Beads on either side of a change that are aligned anew with it. Own choice. */
const margin = 12

/** `free` is the alignment before the manuscripts changed. Linear, and some milliseconds for each stream that changed. */
export function freeAfter(free: Free, manuscripts: Bilingual<Manuscript>, parts: number): Free {
  const streams = streamsOf(manuscripts, parts).map((stream, index): FreeStream => {
    const before = free.streams[index]
    if (before && isSameStream(before, stream)) return before
    return { ...stream, beads: before ? beadsAfter(before, stream.segments, free) : align(stream.segments, free.settings) }
  })
  return { ...free, streams }
}

const isSameStream = (one: FreeStream, other: Omit<FreeStream, 'beads'>): boolean => languages.every((language) =>
  one.offset[language] === other.offset[language] && haveSame(one.segments[language], other.segments[language]))

/** Loops, for this is asked of every sentence of the book. */
function haveSame(one: readonly Segment[], other: readonly Segment[]): boolean {
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false
  return one.length === other.length
}

function beadsAfter({ segments: before, beads }: FreeStream, now: Bilingual<readonly Segment[]>, { settings }: Free): readonly Bead[] {
  const change = bilingual((language) => changed(before[language], now[language]))
  if (languages.every((language) => change[language].from === change[language].to && change[language].grown === 0)) return beads
  const [first, last] = touched(beads, change)
  const from = cornerBefore(beads, first)
  const inner = bilingual((language) => ({ from: from[language], to: (beads[last - 1]?.[language].to ?? from[language]) + change[language].grown }))
  // What changed inside one bead, or joined two, leaves them together.
  const isIn = last - first <= 2 && languages.every((language) => inner[language].to - inner[language].from > 0 || beads.slice(first, last).every((bead) => bead[language].from === bead[language].to))
  if (isIn && last > first && (last - first === 1 || languages.some((language) => change[language].grown < 0))) {
    const score = Math.min(...beads.slice(first, last).map((bead) => bead.score), scoreOf(inner, now, settings))
    return [...beads.slice(0, first), { ...inner, score }, ...moved(beads.slice(last), change)]
  }
  const [wideFirst, wideLast] = [Math.max(0, first - margin), Math.min(beads.length, last + margin)]
  const start = cornerBefore(beads, wideFirst)
  const anew = bilingual((language) => now[language].slice(start[language], (beads[wideLast - 1]?.[language].to ?? start[language]) + change[language].grown))
  return [
    ...beads.slice(0, wideFirst),
    ...align(anew, settings).map((bead) => shifted(bead, start)),
    ...moved(beads.slice(wideLast), change),
  ]
}

export interface Changed extends Span {
  /** Segments that there are more now. */
  readonly grown: number
}

/** The run of the old segments that is not the same now; empty where something was only put in. */
export function changed(before: readonly Segment[], now: readonly Segment[]): Changed {
  const isSame = (one: Segment | undefined, other: Segment | undefined) => one === other || one?.text === other?.text && one?.kind === other?.kind
  const shorter = Math.min(before.length, now.length)
  let from = 0
  while (from < shorter && isSame(before[from], now[from])) from++
  let tail = 0
  while (tail < shorter - from && isSame(before[before.length - 1 - tail], now[now.length - 1 - tail])) tail++
  return { from, to: before.length - tail, grown: now.length - before.length }
}

/** How the program would judge a bead where it is: by what it makes of the segments around; an even chance where it makes something else of them. */
function scoreOf(bead: Bilingual<Span>, segments: Bilingual<readonly Segment[]>, settings: Free['settings']): number {
  const start = bilingual((language) => Math.max(0, bead[language].from - margin))
  const around = align(bilingual((language) => segments[language].slice(start[language], bead[language].to + margin)), settings).map((one) => shifted(one, start))
  const same = around.find((one) => languages.every((language) => one[language].from === bead[language].from && one[language].to === bead[language].to))
  return same?.score ?? 0.5
}

/** Indices of the first bead and the one after the last that hold a changed segment, or a place where something was put in. */
function touched(beads: readonly Bead[], change: Bilingual<Changed>): [number, number] {
  const isTouched = (bead: Bead) => languages.some((language) => {
    const { from, to, grown } = change[language]
    return from < to ? bead[language].from < to && bead[language].to > from : grown > 0 && bead[language].from <= from && bead[language].to >= from
  })
  const first = beads.findIndex(isTouched)
  return first < 0 ? [0, beads.length] : [first, beads.findLastIndex(isTouched) + 1]
}

const cornerBefore = (beads: readonly Bead[], index: number): Bilingual<number> =>
  bilingual((language) => beads[index]?.[language].from ?? beads[index - 1]?.[language].to ?? 0)

const moved = (beads: readonly Bead[], change: Bilingual<Changed>): Bead[] => beads.map((bead) => shifted(bead, bilingual((language) => change[language].grown)))

const shifted = ({ en, ar, score }: Bead, by: Bilingual<number>): Bead =>
  ({ en: { from: en.from + by.en, to: en.to + by.en }, ar: { from: ar.from + by.ar, to: ar.to + by.ar }, score })
