/** Aligns two manuscripts, part by part, running text with running text and notes with notes. */

import { lengthOf, type Alignment, type Bead, type Pin, type Span } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import type { Manuscript, Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { beadsApart } from './apart.ts'
import { strayChapters, strayMessages, type MovedChapter, type StrayChapters } from './chapters.ts'
import { distinct, isRelated, kinshipOf, numbersDiffer, unrelatedMessage, type Kinship } from './kinship.ts'
import { calibrated, shippedModel } from './model.ts'
import { alignSides } from './program.ts'
import { outside, pinned, settledPins } from './pins.ts'
import type { AlignSettings } from './settings.ts'
import { shapes } from './shapes.ts'
import { chapterSpans, isOneSided, type LoneChapter, type PartText } from './spans.ts'
import { streamsOf, type Stream } from './streams.ts'

export interface Aligned {
  readonly alignment: Alignment
  /** Errors: parts whose two sides have nothing to do with each other, pins that cannot be kept. Warnings: chapters missing or moved. */
  readonly messages: readonly Message[]
}

/** Pins count segments as `segmentsOf` does. */
export function alignManuscripts(manuscripts: Bilingual<Manuscript>, parts: number, settings: AlignSettings = {}, pins: readonly Pin[] = []): Aligned {
  return withPins(alignedFreely(manuscripts, parts, settings), pins)
}

/** A book aligned before anybody has pinned anything: what takes long, and what pins are then put into. */
export interface Free {
  readonly streams: readonly FreeStream[]
  readonly settings: AlignSettings
  readonly unrelated: readonly Message[]
  readonly stray: StrayChapters
}

export interface FreeStream extends Stream {
  /** Counted from the stream's own start. */
  readonly beads: readonly Bead[]
}

export function alignedFreely(manuscripts: Bilingual<Manuscript>, parts: number, settings: AlignSettings = {}): Free {
  const streams = streamsOf(manuscripts, parts)
  const found = streams.map(({ segments }) => align(segments, settings))
  const texts = streams.flatMap(({ part, isText, segments }, index): PartText[] => (isText
    ? [{ part, segments, beads: found[index] ?? [], chapters: bilingual((language) => chapterSpans(manuscripts[language], part)) }]
    : []))
  const stray = strayChapters(texts, (segments) => align(segments, settings))
  const unrelated = texts.filter((text) => !(texts.length > 1 && isOneSided(text)) && areStrangers(text, stray.moved, settings))
  const told = { moved: stray.moved, missing: stray.missing.filter(({ part }) => !unrelated.some((text) => text.part === part)) }
  const apart = [...told.moved.flatMap(({ en, ar }) => [en, ar]), ...told.missing]
  return {
    settings, stray: told,
    streams: streams.map((stream, index) => {
      const text = stream.isText ? texts.find(({ part }) => part === stream.part) : undefined
      return { ...stream, beads: text ? beadsApart(text, apart, (segments) => align(segments, settings)) : found[index] ?? [] }
    }),
    unrelated: unrelated.map((text) => unrelatedMessage(text.segments, kinshipWith(text, []))),
  }
}

/** The book with its pins: what lies near one with which the program disagreed is aligned anew, which is done once for each free alignment. */
export function withPins({ streams, settings, unrelated, stray }: Free, pins: readonly Pin[]): Aligned {
  const sizes = bilingual((language) => streams.reduce((sum, { segments }) => sum + segments[language].length, 0))
  const settled = settledPins(pins, sizes)
  const shared = pinsByStream(settled.pins, streams)
  const beads = streams.flatMap((stream, index) => placedBeads(stream, shared.pins[index] ?? [], settings))
  const isPaired = ({ part, language, from, to }: LoneChapter) => (shared.pins[part * 2] ?? []).some((pin) =>
    languages.every((side) => lengthOf(pin[side]) > 0) && pin[language].from >= from && pin[language].to <= to)
  const told = {
    moved: stray.moved.filter(({ en, ar }) => !isPaired(en) && !isPaired(ar)),
    missing: stray.missing.filter((chapter) => !isPaired(chapter)),
  }
  return { alignment: { beads }, messages: [...settled.messages, ...shared.messages, ...unrelated, ...strayMessages(told)] }
}

/** Where they stand in the book. Those of the pins that a stream had last are kept, for an edit at a desk is about one stream of many. */
function placedBeads(stream: FreeStream, pins: readonly Pin[], settings: AlignSettings): readonly Bead[] {
  const key = pins.map(({ en, ar }) => `${en.from} ${en.to} ${ar.from} ${ar.to}`).join()
  const last = placed.get(stream)
  if (last?.key === key) return last.beads
  const beads = pinned(stream.beads, pins, between(stream, settings)).map((bead) => moved(bead, stream.offset))
  placed.set(stream, { key, beads })
  return beads
}

const placed = new WeakMap<FreeStream, { readonly key: string; readonly beads: readonly Bead[] }>()

const aligned = new WeakMap<FreeStream, Map<string, readonly Bead[]>>()

/** Aligns the segments from one corner of a stream to another. */
function between(stream: FreeStream, settings: AlignSettings) {
  const known = aligned.get(stream) ?? new Map<string, readonly Bead[]>()
  aligned.set(stream, known)
  return (from: Bilingual<number>, to: Bilingual<number>): readonly Bead[] => {
    const key = `${from.en} ${from.ar} ${to.en} ${to.ar}`
    const beads = known.get(key) ?? alignFreely(bilingual((language) => stream.segments[language].slice(from[language], to[language])), settings).map((bead) => moved(bead, from))
    known.set(key, beads)
    return beads
  }
}

/** For each stream its own pins, counted from its own start; an error for a pin that lies in two. */
function pinsByStream(pins: readonly Pin[], streams: readonly Stream[]): { pins: Pin[][]; messages: Message[] } {
  const own = streams.map((): Pin[] => [])
  const messages: Message[] = []
  let index = 0
  for (const pin of pins) {
    const last = streams[index]
    // Most come in order.
    if (!last || !holds(last, pin)) index = streams.findIndex((stream) => holds(stream, pin))
    const offset = streams[index]?.offset
    if (offset) own[index]?.push({ en: spanFrom(pin.en, offset.en), ar: spanFrom(pin.ar, offset.ar) })
    else messages.push(outside(pin, bilingual((language) => streams.reduce((sum, { segments }) => sum + segments[language].length, 0))))
  }
  return { pins: own, messages }
}

const holds = ({ segments: { en, ar }, offset }: Stream, pin: Pin): boolean =>
  pin.en.from >= offset.en && pin.en.to <= offset.en + en.length && pin.ar.from >= offset.ar && pin.ar.to <= offset.ar + ar.length

const spanFrom = ({ from, to }: Span, offset: number): Span => ({ from: from - offset, to: to - offset })

function areStrangers(text: PartText, found: readonly MovedChapter[], settings: AlignSettings): boolean {
  if (isRelated(kinshipWith(text, found))) return numbersDiffer(text.segments, text.beads)
  const once = bilingual((language) => distinct(text.segments[language]))
  const isRepetitive = languages.some((language) => once[language].length < text.segments[language].length / 2)
  return !isRepetitive || !isRelated(kinshipOf(once, align(once, settings)))
}

/** Chapters that were found in another place count as what they are, translations. */
function kinshipWith({ part, segments, beads }: PartText, found: readonly MovedChapter[]): Kinship {
  const { paired, segments: all } = kinshipOf(segments, beads)
  const gained = found.flatMap((pair) => languages.map((language) => (pair[language].part === part ? pair.paired / 2 : 0)))
  return { segments: all, paired: gained.reduce((sum, one) => sum + one, paired) }
}

/**
 * Beads over two lists of segments, in order, covering both exactly once.
 *
 * Time and memory grow linearly with the segments, as long as the two texts share words. Of pins that cross, the first given holds.
 */
export function align(segments: Bilingual<readonly Segment[]>, settings: AlignSettings = {}, pins: readonly Pin[] = []): readonly Bead[] {
  const { en, ar } = segments
  const settled = settledPins(pins, { en: en.length, ar: ar.length })
  return pinned(alignFreely(segments, settings), settled.pins, (from, to) =>
    alignFreely(bilingual((language) => segments[language].slice(from[language], to[language])), settings).map((bead) => moved(bead, from)))
}

function alignFreely(segments: Bilingual<readonly Segment[]>, settings: AlignSettings): readonly Bead[] {
  const { en, ar } = segments
  if (en.length === 0 || ar.length === 0) return alone(en.length, ar.length)
  return alignSides(segments, shippedModel(), settings).map(({ shape, x, y, probability }) => ({
    en: { from: x - shapes[shape]!.en, to: x },
    ar: { from: y - shapes[shape]!.ar, to: y },
    // Sums of rounded chances may pass 1 by a hair.
    score: calibrated(Math.min(1, probability)),
  }))
}

/** Where one side is empty there is no doubt. */
const alone = (en: number, ar: number): Bead[] => Array.from({ length: en + ar }, (_, index) => ({
  en: en > 0 ? { from: index, to: index + 1 } : { from: 0, to: 0 },
  ar: en > 0 ? { from: 0, to: 0 } : { from: index, to: index + 1 },
  score: 1,
}))

const moved = (bead: Bead, offset: Bilingual<number>): Bead => (offset.en === 0 && offset.ar === 0 ? bead : movedOn(bead, offset))

const movedOn = ({ en, ar, score }: Bead, offset: Bilingual<number>): Bead => ({
  en: { from: en.from + offset.en, to: en.to + offset.en },
  ar: { from: ar.from + offset.ar, to: ar.to + offset.ar },
  score,
})
