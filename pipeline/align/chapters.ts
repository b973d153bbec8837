/**
 * Chapters that have no counterpart in their place: missing on the other side, or moved.
 *
 * The program sees order, so it is the first judge: a chapter that it leaves almost wholly alone is compared, as one
 * unit, with the other side's chapters of that kind, and with the likeliest of them sentence by sentence. Where chapters
 * correspond, or are split or merged, nothing is done.
 */

import { lengthOf, type Bead } from '../model/alignment.ts'
import { bilingual, counterpartOf, languages, type Bilingual, type Language } from '../model/language.ts'
import type { Segment } from '../model/manuscript.ts'
import type { Message } from '../model/message.ts'
import { beadsApart } from './apart.ts'
import { distinct, kinshipOf } from './kinship.ts'
import { shippedModel } from './model.ts'
import { partnersOf } from './partners.ts'
import { isOneSided, type Aligner, type LoneChapter, type PartText } from './spans.ts'
import { holdersOf, tokensOf } from './tokens.ts'

/** Chapters found in another place, by the share of their segments that find each other. */
export interface MovedChapter extends Bilingual<LoneChapter> {
  /** Segments of both that say something new; of these, how many are expected to be paired as they should. */
  readonly size: number
  readonly paired: number
}

export interface StrayChapters {
  readonly moved: readonly MovedChapter[]
  readonly missing: readonly LoneChapter[]
}

/**
 * Shares of a chapter's segments that are surely paired, measured on chapters of 12 to 60 sentences: translations have
 * six in ten or more, chapters of different contents one in twenty, and seldom one in five where tables and short headings help.
 */
const doubtfulShare = 0.5
const loneShare = 0.15
const sameShare = 0.35
const otherShare = 0.12
/** What a chapter must gain by its counterpart elsewhere. Own choice, as are the next two. */
const leastGain = 0.2
/** Shorter chapters are not judged; where both sides have lone chapters in one part, the two together must have more. */
const fewest = 4
const fewestTogether = 24
/** Counterparts that a lone chapter is compared with, sentence by sentence. */
const candidates = 3

export function strayChapters(texts: readonly PartText[], align: Aligner): StrayChapters {
  const doubtful = texts.flatMap((text) => chaptersBelow(text, doubtfulShare))
  if (doubtful.length === 0) return { moved: [], missing: [] }
  const moved = movedChapters(comparisons(doubtful, align))
  // A chapter in the wrong place draws the sentences of others to itself, so what is missing shows only without it.
  const apart = moved.flatMap(({ en, ar }) => [en, ar])
  const rest = texts.flatMap((text) => chaptersBelow({ ...text, beads: beadsApart(text, apart, align) }, loneShare))
  const lone = rest.filter((chapter) => !apart.some((other) => other.chapter === chapter.chapter))
  const compared = comparisons(lone, align)
  const missing = lone.filter((chapter) => !isOnly(chapter, texts) && compared.every((pair) => pair[chapter.language] !== chapter || isOther(pair)))
  return { moved, missing }
}

/** A side of one chapter lacks nothing that has a name: where it has no counterpart, the texts are strangers. Of what has no file across this is known. */
const isOnly = ({ language, part }: LoneChapter, texts: readonly PartText[]): boolean =>
  texts.some((text) => text.part === part && (text.chapters[language].length === 1 || isOneSided(text)))

/** Each chapter at most once, the surest pair first. */
function movedChapters(compared: readonly Compared[]): MovedChapter[] {
  const moved: MovedChapter[] = []
  for (const pair of [...compared].sort((one, other) => other.share - one.share)) {
    const isTaken = moved.some((other) => other.en === pair.en || other.ar === pair.ar)
    const least = Math.max(sameShare, leastGain + Math.max(pair.en.paired, pair.ar.paired))
    if (pair.share >= least && pair.size >= 2 * fewest && !isTaken) moved.push(pair)
  }
  return moved.sort((one, other) => one.en.part - other.en.part || one.en.from - other.en.from)
}

/** Two lone chapters of one part may be a translation too free or too short to show itself. */
const isOther = ({ en, ar, size, share }: Compared): boolean => share < otherShare && (en.part !== ar.part || size >= fewestTogether)

/** Chapters of which the program surely pairs a smaller share than this. */
function chaptersBelow({ part, segments, chapters, beads }: PartText, most: number): LoneChapter[] {
  return languages.flatMap((language) => {
    const paired = pairedShares(beads, language, segments[language].length)
    return chapters[language]
      .filter((span) => span.chapter.role !== 'about' && lengthOf(span) >= fewest)
      .map((span) => ({ ...span, language, part, paired: meanOf(paired.slice(span.from, span.to)), segments: segments[language].slice(span.from, span.to) }))
      .filter((chapter) => chapter.paired < most)
  })
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** For each segment of a side, how surely it is paired, 0 to 1. */
function pairedShares(beads: readonly Bead[], language: Language, size: number): number[] {
  const shares = new Array<number>(size).fill(0)
  for (const bead of beads) {
    if (lengthOf(bead.en) === 0 || lengthOf(bead.ar) === 0) continue
    shares.fill(bead.score, bead[language].from, bead[language].to)
  }
  return shares
}

interface Compared extends MovedChapter {
  /** `paired` of `size`. */
  readonly share: number
}

function comparisons(lone: readonly LoneChapter[], align: Aligner): Compared[] {
  return likelyPairs(lone).map((pair) => {
    const segments = bilingual((language) => distinct(pair[language].segments))
    const { paired, segments: size } = kinshipOf(segments, align(segments))
    return { ...pair, size, paired, share: paired / size }
  })
}

/** Pairs worth comparing: for each chapter the few across whose words are the most like its own. */
function likelyPairs(lone: readonly LoneChapter[]): Bilingual<LoneChapter>[] {
  const sides = bilingual((language) => lone.filter((chapter) => chapter.language === language))
  const likeness = likenesses(bilingual((language) => sides[language].map(asOneSegment)))
  const chosen = new Set<string>()
  sides.en.forEach((_, en) => best(sides.ar.map((__, ar) => likeness[en]?.[ar] ?? 0)).forEach((ar) => chosen.add(`${en} ${ar}`)))
  sides.ar.forEach((_, ar) => best(sides.en.map((__, en) => likeness[en]?.[ar] ?? 0)).forEach((en) => chosen.add(`${en} ${ar}`)))
  return sides.en.flatMap((en, x) => sides.ar.flatMap((ar, y) => (chosen.has(`${x} ${y}`) ? [{ en, ar }] : [])))
}

const best = (values: readonly number[]): number[] =>
  values.map((_, index) => index).sort((one, other) => (values[other] ?? 0) - (values[one] ?? 0)).slice(0, candidates)

function asOneSegment({ segments }: LoneChapter): Segment {
  const [first] = segments
  if (!first) throw new Error('A chapter without segments')
  return { ...first, text: segments.map(({ text }) => text).join('\n'), links: segments.flatMap(({ links }) => links) }
}

/** For each English unit and each Arabic one, how much of their rare words agrees, in no unit that matters. */
function likenesses(units: Bilingual<readonly Segment[]>): number[][] {
  const tokens = bilingual((language) => tokensOf(units[language], language))
  const { en: partners } = partnersOf(tokens, shippedModel().lexicon)
  return units.en.map((_, en) => {
    const row = new Array<number>(units.ar.length).fill(0)
    for (const type of tokens.en.tokens.subarray(tokens.en.starts[en], tokens.en.starts[en + 1])) {
      for (let at = partners.starts[type] ?? 0; at < (partners.starts[type + 1] ?? 0); at++) {
        const other = partners.others[at] ?? 0
        const worth = (partners.beliefs[at] ?? 0) / (holdersOf(tokens.en, type) * holdersOf(tokens.ar, other))
        for (const ar of tokens.ar.holders.subarray(tokens.ar.holderStarts[other], tokens.ar.holderStarts[other + 1])) row[ar] = (row[ar] ?? 0) + worth
      }
    }
    return row.map((worth, ar) => worth / Math.sqrt(1 + (tokens.ar.starts[ar + 1] ?? 0) - (tokens.ar.starts[ar] ?? 0)))
  })
}

/** What is said of stray chapters, in the order of the texts. */
export function strayMessages({ moved, missing }: StrayChapters): Message[] {
  return [
    ...moved.map(({ en, ar, size, paired }): Message => ({
      rule: en.part === ar.part ? 'align/moved-chapter' : 'align/moved-part', severity: 'warning', place: placeOf(en), counterpart: placeOf(ar),
      values: { en: titleOf(en), ar: titleOf(ar), enFile: placeOf(en).file, arFile: placeOf(ar).file, segments: size, paired: Math.round(paired) },
    })),
    ...missing.map((chapter): Message => ({
      rule: 'align/missing-chapter', severity: 'warning', language: chapter.language, place: placeOf(chapter),
      values: { title: titleOf(chapter), side: chapter.language, other: counterpartOf(chapter.language), count: lengthOf(chapter) },
    })),
  ]
}

const placeOf = ({ segments }: LoneChapter) => segments[0]?.place ?? { file: '', line: 1, column: 1 }

/** The heading, or the first words of a chapter without one. */
function titleOf({ chapter, segments }: LoneChapter): string {
  const title = chapter.title ?? segments[0]?.text ?? ''
  const words = title.split(/\s+/)
  return words.length > mostWords ? `${words.slice(0, mostWords).join(' ')}…` : title
}

const mostWords = 12
