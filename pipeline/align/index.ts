/** Aligns two manuscripts, part by part, running text with running text and notes with notes. */

import type { Alignment, Bead, Pin } from '../model/alignment.ts'
import { bilingual, languages, type Bilingual } from '../model/language.ts'
import type { Manuscript, Segment } from '../model/manuscript.ts'
import { noteSegments, segmentsOf, textSegments } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { beadsApart, chapterSpans, strayChapters, strayMessages, type MovedChapter, type PartText } from './chapters.ts'
import { distinct, isRelated, kinshipOf, numbersDiffer, unrelatedMessage, type Kinship } from './kinship.ts'
import { calibrated, shippedModel } from './model.ts'
import { alignSides } from './program.ts'
import { outside, pinned, settledPins } from './pins.ts'
import type { AlignSettings } from './settings.ts'
import { shapes } from './shapes.ts'

export interface Aligned {
  readonly alignment: Alignment
  /** Errors: parts whose two sides have nothing to do with each other, pins that cannot be kept. Warnings: chapters missing or moved. */
  readonly messages: readonly Message[]
}

/** Segments of one part that are aligned with each other, and where they begin among all. */
interface Stream {
  readonly part: number
  readonly isText: boolean
  readonly segments: Bilingual<readonly Segment[]>
  readonly offset: Bilingual<number>
}

/** Pins count segments as `segmentsOf` does. */
export function alignManuscripts(manuscripts: Bilingual<Manuscript>, parts: number, settings: AlignSettings = {}, pins: readonly Pin[] = []): Aligned {
  const streams = streamsOf(manuscripts, parts)
  const settled = settledPins(pins, bilingual((language) => segmentsOf(manuscripts[language]).length))
  const shared = pinsByStream(settled.pins, streams)
  const found = streams.map((stream, index) => align(stream.segments, settings, shared.pins[index]))
  const texts = streams.flatMap(({ part, isText, segments }, index): PartText[] => (isText
    ? [{ part, segments, beads: found[index] ?? [], chapters: bilingual((language) => chapterSpans(manuscripts[language], part)) }]
    : []))
  const unpinned = texts.filter((_, part) => (shared.pins[part * 2] ?? []).length === 0)
  const stray = strayChapters(unpinned, (segments) => align(segments, settings))
  const unrelated = texts.filter((text) => areStrangers(text, stray.moved, settings))
  const told = { moved: stray.moved, missing: stray.missing.filter(({ part }) => !unrelated.some((text) => text.part === part)) }
  const apart = [...told.moved.flatMap(({ en, ar }) => [en, ar]), ...told.missing]
  const beads = streams.flatMap(({ part, isText, offset }, index) => {
    const text = isText ? texts.find((one) => one.part === part) : undefined
    const own = text ? beadsApart(text, apart, (segments) => align(segments, settings)) : found[index] ?? []
    return own.map((bead) => moved(bead, offset))
  })
  return {
    alignment: { beads },
    messages: [...settled.messages, ...shared.messages, ...unrelated.map((text) => unrelatedMessage(text.segments, kinshipWith(text, []))), ...strayMessages(told)],
  }
}

/** The running text and the notes of each part, in the order of `segmentsOf`. */
function streamsOf(manuscripts: Bilingual<Manuscript>, parts: number): Stream[] {
  const streams: Stream[] = []
  const offset = { en: 0, ar: 0 }
  for (let part = 0; part < parts; part++) {
    for (const stream of [textSegments, noteSegments]) {
      const segments = bilingual((language) => stream(manuscripts[language], part))
      streams.push({ part, isText: stream === textSegments, segments, offset: { ...offset } })
      for (const language of languages) offset[language] += segments[language].length
    }
  }
  return streams
}

/** For each stream its own pins, counted from its own start; an error for a pin that lies in two. */
function pinsByStream(pins: readonly Pin[], streams: readonly Stream[]): { pins: Pin[][]; messages: Message[] } {
  const own = streams.map((): Pin[] => [])
  const messages: Message[] = []
  for (const pin of pins) {
    const index = streams.findIndex(({ segments, offset }) => languages.every((language) =>
      pin[language].from >= offset[language] && pin[language].to <= offset[language] + segments[language].length))
    const stream = streams[index]
    if (stream) own[index]?.push(moved({ ...pin, score: 1 }, bilingual((language) => -stream.offset[language])))
    else messages.push(outside(pin, bilingual((language) => streams.reduce((sum, { segments }) => sum + segments[language].length, 0))))
  }
  return { pins: own, messages }
}

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

const moved = ({ en, ar, score }: Bead, offset: Bilingual<number>): Bead => ({
  en: { from: en.from + offset.en, to: en.to + offset.en },
  ar: { from: ar.from + offset.ar, to: ar.to + offset.ar },
  score,
})
